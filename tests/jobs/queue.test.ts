import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import { ok, refuse } from '../../src/domain/shared/outcome.ts';
import { checkPromises } from '../../src/jobs/check-promises.ts';
import { LATER, SCHEDULED } from '../../src/jobs/registry.ts';
import { openBoss, startWorker } from '../../src/jobs/worker.ts';
import { newestPromiseCheck } from '../../src/store/promise-check.read.ts';
import { smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let regionId: string;
beforeAll(async () => {
  database = await testDatabase();
  regionId = (await smallRegion(database.platform)).regionId;
});
afterAll(() => database.end());

const who = () => ({ regionId, actor: NOBODY });
const queued = () => database.owner.all<{ name: string; data: object; state: string }>('SELECT name, data, state::text FROM pgboss.job ORDER BY created_on');

test('the migration is the schema that the installed pg-boss expects', async () => {
  const boss = new PgBoss({ ...(database.platform.backup.connection as object), migrate: false, supervise: false, schedule: false, registerInstance: false });
  await boss.start();
  expect(await boss.detectSchemaDrift()).toMatchObject({ ok: true });
  await boss.stop();
});

test('queues nothing when the act is refused or breaks', async () => {
  await perform(database.platform, who(), async (act) => {
    act.later('check-promises', { regionId });
    return refuse('people.not-found');
  });
  const broken = perform(database.platform, who(), async (act) => {
    act.later('check-promises', { regionId });
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  expect(await queued()).toEqual([]);
});

test('runs what an act left for later, once it is committed, and stops', async () => {
  const worker = await startWorker(database.platform);
  await worker.begun;
  await perform(database.platform, who(), async (act) => {
    act.later('check-promises', { regionId });
    return ok(null);
  });
  await vi.waitFor(async () => expect((await queued())[0]?.state).toBe('completed'), { timeout: 10_000, interval: 50 });
  await worker.stop();
  expect(await newestPromiseCheck(database.db, regionId)).toMatchObject({ broken: [] });
  const schedules = await database.owner.all<{ name: string }>('SELECT name FROM pgboss.schedule ORDER BY name');
  expect(schedules.map(({ name }) => name)).toEqual(Object.keys(SCHEDULED).sort());
  const busy = () => database.owner.all("SELECT 1 FROM pg_stat_activity WHERE application_name = 'bailang-jobs' AND datname = current_database()");
  await vi.waitFor(async () => expect(await busy()).toEqual([]), { timeout: 5000 });
});

test('writes down which promises are broken', async () => {
  await database.owner.run("UPDATE audit_head SET digest = repeat('0', 64) WHERE region_id = $1", [regionId]);
  await checkPromises(database.platform, regionId);
  expect((await newestPromiseCheck(database.db, regionId))?.broken).toEqual(['ledger.head-is-the-last-row']);
});

test('gives a job whose process was killed to another, and needs no more rights for its upkeep', async () => {
  const faults: unknown[] = [];
  const boss = await openBoss({ ...database.platform, log: { info: () => {}, error: (_event, error) => faults.push(error) } });
  await boss.start();
  await database.owner.run('DELETE FROM pgboss.job');
  await perform(database.platform, who(), async (act) => {
    act.later('check-promises', { regionId });
    return ok(null);
  });
  await database.owner.run("UPDATE pgboss.job SET state = 'active', started_on = now() - interval '2 minutes', heartbeat_on = now() - interval '61 seconds'");
  await boss.supervise();
  await boss.stop();
  expect(faults).toEqual([]);
  expect((await queued()).map(({ state }) => state)).toEqual(['retry']);
});

test('has no name on both lists', () => {
  expect(Object.keys(LATER).filter((name) => name in SCHEDULED)).toEqual([]);
});

test('lets the running role empty the queue but change nothing about it', async () => {
  await expect(database.db.run('CREATE TABLE pgboss.mine (a int)')).rejects.toThrow('permission denied');
  await expect(database.db.run('ALTER TABLE pgboss.job_common ADD COLUMN mine int')).rejects.toThrow('must be owner');
  await expect(database.db.run('UPDATE pgboss.bam SET name = name')).rejects.toThrow('permission denied');
});
