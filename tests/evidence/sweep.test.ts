import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepFiles } from '../../src/actions/evidence/sweep-files.ts';
import { attachEvidence } from '../../src/actions/innovation/attach-evidence.ts';
import { type ReceivedFile, receiveEvidence } from '../../src/actions/innovation/receive-evidence.ts';
import { type Act, perform } from '../../src/actions/perform.ts';
import { refuse } from '../../src/domain/shared/outcome.ts';
import { HOUR, later } from '../../src/domain/shared/time.ts';
import { sha256Hex } from '../../src/platform/crypto.ts';
import { listReferenced, readFileCare } from '../../src/store/evidence.read.ts';
import { plainPdf } from '../factories/files.ts';
import { type Door, DURING, openDoor } from '../factories/innovation.ts';
import { type DoorBrowser, doorBrowser } from '../innovation/door-browser.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let db: TestDatabase;
let door: Door;
let web: DoorBrowser;
let entryId: string;
beforeAll(async () => {
  db = await testDatabase(DURING);
  door = await openDoor(db);
  web = doorBrowser(db, door);
  entryId = await web.draftOf('Disapu');
});
afterAll(() => db.end());

const placeOf = (sha256: string) => join(db.platform.home, sha256.slice(0, 2), sha256);
const age = (path: string, hours: number) => {
  const at = new Date(later(DURING, -hours * HOUR));
  utimesSync(path, at, at);
};
/** Bytes put among the kept that no row speaks of. */
function orphan(words: string, hours: number): string {
  const sha256 = sha256Hex(words);
  mkdirSync(join(db.platform.home, sha256.slice(0, 2)), { recursive: true });
  writeFileSync(placeOf(sha256), words);
  age(placeOf(sha256), hours);
  return sha256;
}
const received = async (words: string): Promise<ReceivedFile> => {
  const file = await receiveEvidence(db.platform.files, plainPdf(words), 'a.pdf');
  if (!file.ok) throw new Error(file.refusal.code);
  return file.value;
};
const own = <T>(
  act: (
    a: Act,
  ) => ReturnType<typeof attachEvidence> | Promise<{ readonly ok: false; readonly refusal: { readonly code: string; readonly facts: object } }> | Promise<T>,
) => perform(db.platform, { regionId: door.regionId, actor: door.own.innovator }, act as never);
const attach = (file: ReceivedFile) => (act: Act) => attachEvidence(act, { evidenceId: act.newId(), entryId, indicator: 'SID-16', source: { file } });

test('takes away what no row speaks of once it is old, and says how much', async () => {
  const [old, young] = [orphan('tua', 7), orphan('muda', 1)];
  mkdirSync(join(db.platform.home, 'incoming'), { recursive: true });
  for (const [name, hours] of [
    ['putus', 9],
    ['berjalan', 0],
  ] as const) {
    writeFileSync(join(db.platform.home, 'incoming', name), 'x'.repeat(10));
    age(join(db.platform.home, 'incoming', name), hours);
  }
  const kept = await received('dipakai');
  await own(attach(kept));
  age(placeOf(kept.sha256), 48);
  expect(await sweepFiles(db.platform)).toEqual({ orphans: 1, leftovers: 1, bytes: 13 });
  expect([old, young, kept.sha256].map((sha256) => existsSync(placeOf(sha256)))).toEqual([false, true, true]);
  expect(readdirSync(join(db.platform.home, 'incoming'))).toEqual(['berjalan']);
  expect(await sweepFiles(db.platform)).toEqual({ orphans: 0, leftovers: 0, bytes: 0 });
  expect((await readFileCare(db.db, door.regionId)).swept).toEqual({ files: 2, bytes: 13 });
  expect(await listReferenced(db.db)).toEqual([{ sha256: kept.sha256, bytes: kept.bytes }]);
});

test('TR-U6 what an act put among the kept before it failed is swept later, and does no harm until then', async () => {
  const file = await received('gagal di akhir');
  await own(async (act) => {
    await attach(file)(act);
    return refuse('entry.not-found');
  });
  expect([existsSync(placeOf(file.sha256)), (await listReferenced(db.db)).some(({ sha256 }) => sha256 === file.sha256)]).toEqual([true, false]);
  age(placeOf(file.sha256), 7);
  expect((await sweepFiles(db.platform)).orphans).toBe(1);
});

test('never takes what an upload of the same bytes brings at that moment, whichever comes first', async () => {
  for (let round = 0; round < 12; round++) {
    const words = `bersamaan ${round}`;
    const sha256 = sha256Hex(plainPdf(words));
    const before = await received(words);
    await before.keep();
    age(placeOf(sha256), 30);
    const again = await received(words);
    const [, made] = await Promise.all([sweepFiles(db.platform), own(attach(again))]);
    expect([round, (made as { ok: boolean }).ok, existsSync(placeOf(sha256))]).toEqual([round, true, true]);
  }
});

test('an upload whose act waits for its commit holds the sweep back', async () => {
  const words = 'menunggu';
  const sha256 = sha256Hex(plainPdf(words));
  const before = await received(words);
  await before.keep();
  age(placeOf(sha256), 30);
  const again = await received(words);
  let swept: Promise<unknown> = Promise.resolve();
  await own(async (act) => {
    const done = await attach(again)(act);
    age(placeOf(sha256), 30);
    swept = sweepFiles(db.platform);
    await db.db.one('SELECT pg_sleep(0.2)');
    return done;
  });
  await swept;
  expect(existsSync(placeOf(sha256))).toBe(true);
});
