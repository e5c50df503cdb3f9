// What a save finds when it is not alone, or not asked for.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { attachEvidence } from '../../src/actions/innovation/attach-evidence.ts';
import { detachEvidence } from '../../src/actions/innovation/detach-evidence.ts';
import { saveClaim } from '../../src/actions/innovation/save-claim.ts';
import { saveProfile } from '../../src/actions/innovation/save-profile.ts';
import { startEntry } from '../../src/actions/innovation/start.ts';
import { type Act, perform } from '../../src/actions/perform.ts';
import type { PartNumber } from '../../src/domain/innovation/profile.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { DAY, later } from '../../src/domain/shared/time.ts';
import { AFTER, type Door, DURING, openDoor, PARTS } from '../factories/innovation.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let db: TestDatabase;
let door: Door;
beforeAll(async () => {
  db = await testDatabase(DURING);
  door = await openDoor(db);
});
beforeEach(() => db.at(DURING));
afterAll(() => db.end());

const own = <T>(act: (a: Act) => Promise<Outcome<T>>) => perform(db.platform, { regionId: door.regionId, actor: door.own.innovator }, act);
const code = async (outcome: Promise<Outcome<unknown>>) => {
  const done = await outcome;
  return done.ok ? 'ok' : done.refusal.code;
};

async function start(name: string): Promise<string> {
  const input = { entryId: db.platform.newId(), innovationId: db.platform.newId(), agencyId: door.own.agencyId, categoryId: door.categoryId, name };
  expect(await code(own((a) => startEntry(a, input)))).toBe('ok');
  return input.entryId;
}

type Save = (a: Act) => Promise<Outcome<unknown>>;

/** The second save begins while the first is not done, from the same revision. */
async function together(first: Save, second: Save): Promise<readonly string[]> {
  let waiting: Promise<string> | undefined;
  const done = await code(
    own(async (a) => {
      const saved = await first(a);
      waiting = code(own(second));
      await new Promise((resolve) => setTimeout(resolve, 200));
      return saved;
    }),
  );
  return [done, (await waiting) ?? ''];
}

test('two who save the same place at once: the second is shown what the first wrote, nothing is lost or broken', async () => {
  const entryId = await start('Simpan bersama');
  const claim =
    (level: string): Save =>
    (a) =>
      saveClaim(a, { entryId, indicator: 'SID-16', revision: 0, level, basis: '', note: '' });
  const part =
    (word: string): Save =>
    (a) =>
      saveProfile(a, { entryId, part: 1, revision: 1, fields: { ...PARTS[1], name: `Simpan ${word}` } });
  expect(await together(claim('1'), claim('2'))).toEqual(['ok', 'claim.stale']);
  expect(await together(part('satu'), part('dua'))).toEqual(['ok', 'profile.stale']);
  expect(await db.db.one('SELECT level FROM claim WHERE entry_id = $1', [entryId])).toEqual({ level: 1 });
});

test('a repair opens the noted places and nothing else', async () => {
  const entryId = await start('Perbaikan saja');
  const evidence = { SID17: db.platform.newId(), SID16: db.platform.newId() };
  const attach = (indicator: string, evidenceId = db.platform.newId()) =>
    code(own((a) => attachEvidence(a, { evidenceId, entryId, indicator, source: { link: `https://contoh.example/${evidenceId}.pdf`, label: 'Bukti' } })));
  expect([await attach('SID-17', evidence.SID17), await attach('SID-16', evidence.SID16)]).toEqual(['ok', 'ok']);
  const until = later(AFTER, 10 * DAY);
  await db.owner.run(
    `UPDATE entry SET state = 'returned-for-repair', serial = 900, registration_number = 'BL-2026-0900', submitted_at = $3, approved_at = $3, repair_until = $2
     WHERE entry_id = $1`,
    [entryId, until, DURING],
  );
  for (const place of ['SID-16', 'profile:4'])
    await db.owner.run('INSERT INTO repair_note (region_id, note_id, entry_id, place, note, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      door.regionId,
      db.platform.newId(),
      entryId,
      place,
      'halaman 2 tidak terbaca',
      door.own.innovator.personId,
      DURING,
    ]);
  db.at(later(AFTER, DAY));
  const claim = (indicator: string) => code(own((a) => saveClaim(a, { entryId, indicator, revision: 0, level: '1', basis: '', note: '' })));
  const part = (number: PartNumber) => code(own((a) => saveProfile(a, { entryId, part: number, revision: number === 1 ? 1 : 0, fields: PARTS[number] })));
  const detach = (evidenceId: string) => code(own((a) => detachEvidence(a, { entryId, evidenceId })));
  expect([await claim('SID-16'), await claim('SID-18')]).toEqual(['ok', 'repair.not-asked']);
  expect([await part(4), await part(5)]).toEqual(['ok', 'repair.not-asked']);
  expect([await attach('SID-16'), await attach('SID-17')]).toEqual(['ok', 'repair.not-asked']);
  expect([await detach(evidence.SID16), await detach(evidence.SID17)]).toEqual(['ok', 'repair.not-asked']);
  db.at(until);
  expect(await claim('SID-16')).toBe('repair.closed');
});
