import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askRepair } from '../../src/actions/assessment/ask-repair.ts';
import { assignVerifier } from '../../src/actions/assessment/assign-verifier.ts';
import { finishVerification } from '../../src/actions/assessment/finish-verification.ts';
import { giveVerdict } from '../../src/actions/assessment/give-verdict.ts';
import { releaseVerification } from '../../src/actions/assessment/release-verification.ts';
import { takeUp } from '../../src/actions/assessment/take-up.ts';
import { announceFinalists } from '../../src/actions/result/announce-finalists.ts';
import { computeDeskShortlist } from '../../src/actions/result/compute-shortlist.ts';
import { decideCut } from '../../src/actions/result/decide-cut.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { DAY, later } from '../../src/domain/shared/time.ts';
import { inheritVerdicts } from '../../src/store/assessment-verification.write.ts';
import { findShortlist } from '../../src/store/result-desk.read.ts';
import { type DeskWorld, deskWorld, IN_DESK, IN_VERIFICATION, levelsFor } from '../factories/verification.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let world: DeskWorld;
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);

beforeAll(async () => {
  database = await testDatabase(IN_VERIFICATION);
  world = await deskWorld(database);
});
afterAll(() => database?.end());

const count = async (table: 'verdict' | 'shortlist' | 'verification_assignment' | 'finalist' | 'publication') =>
  (await database.db.one<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))?.n;
const events = async (kind: string) => (await database.db.one<{ n: number }>('SELECT count(*)::int AS n FROM audit_entry WHERE kind = $1', [kind]))?.n;
const stateOf = async (entryId: string) => (await database.db.one<{ state: string }>('SELECT state FROM entry WHERE entry_id = $1', [entryId]))?.state;

async function verify(entryId: string, levels: Readonly<Record<string, number>>): Promise<void> {
  await world.run('secretary', (act) => assignVerifier(act, { entryId, personId: world.people.verifier }));
  await world.run('verifier', (act) => takeUp(act, { entryId }));
  for (const indicator of world.codes.filter((code) => (levels[code] ?? 0) > 0)) {
    const given = await world.run('verifier', (act) => giveVerdict(act, { verdictId: act.newId(), entryId, indicator, kind: 'agree' }));
    if (!given.ok) throw new Error(JSON.stringify(given.refusal));
  }
  const done = await world.run('verifier', (act) => finishVerification(act, { entryId }));
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
}

describe('verification', () => {
  test('from assignment to verified, with nothing doubled', async () => {
    const levels = levelsFor(103);
    const { entryId, snapshotId } = await world.addEntry('Layanan Tiga Dokumen', world.dinas, levels);
    const [first = '', second = ''] = world.codes.filter((code) => (levels[code] ?? 0) > 1);
    expect(codeOf(await world.run('outside', (act) => takeUp(act, { entryId })))).toBe('verification.own-agency');
    expect(codeOf(await world.run('verifier', (act) => takeUp(act, { entryId })))).toBe('verification.not-assigned');
    const assign = () => world.run('secretary', (act) => assignVerifier(act, { entryId, personId: world.people.verifier }));
    expect([codeOf(await assign()), codeOf(await assign()), await events('verification.assigned')]).toEqual(['ok', 'ok', 1]);
    const tied = await world.run('secretary', (act) => assignVerifier(act, { entryId, personId: world.people.outside }));
    expect(codeOf(tied)).toBe('verification.verifier-tied');
    expect(codeOf(await world.run('secretary', (act) => assignVerifier(act, { entryId, personId: world.people.secretary })))).toBe(
      'verification.not-a-verifier',
    );
    expect(codeOf(await world.run('verifier', (act) => assignVerifier(act, { entryId, personId: world.people.verifier })))).toBe('permission.denied');
    const give = (indicator: string, wish: { kind: string; level?: number; reason?: string }) =>
      world.run('verifier', (act) => giveVerdict(act, { verdictId: act.newId(), entryId, indicator, ...wish }));
    expect(codeOf(await give(first, { kind: 'agree' }))).toBe('entry.wrong-state');
    await world.run('verifier', (act) => takeUp(act, { entryId }));
    expect(codeOf(await give('SPD-1', { kind: 'agree' }))).toBe('indicator.not-found');
    expect(codeOf(await give(first, { kind: 'lower', level: 3, reason: 'naik' }))).toBe('verdict.incomplete');
    const press = () => give(first, { kind: 'lower', level: 1, reason: 'satu daerah saja' });
    expect([codeOf(await press()), codeOf(await press()), await count('verdict'), await events('verdict.given')]).toEqual(['ok', 'ok', 1, 1]);
    await give(second, { kind: 'repair', reason: 'halaman 2 tidak terbaca' });
    for (const code of world.codes) if ((levels[code] ?? 0) > 0 && code !== first && code !== second) await give(code, { kind: 'agree' });
    const finish = () => world.run('verifier', (act) => finishVerification(act, { entryId }));
    expect(codeOf(await finish())).toBe('verification.repair-standing');
    const until = later(IN_VERIFICATION, 3 * DAY);
    const ask = () => world.run('verifier', (act) => askRepair(act, { entryId, until, notes: [{ place: second, note: 'halaman 2 tidak terbaca' }] }));
    expect([codeOf(await ask()), codeOf(await ask()), await events('entry.repair-asked'), await stateOf(entryId)]).toEqual([
      'ok',
      'ok',
      1,
      'returned-for-repair',
    ]);
    expect(codeOf(await world.run('verifier', (act) => takeUp(act, { entryId })))).toBe('verification.repair-running');
    database.at(later(until, 1));
    await world.run('verifier', (act) => takeUp(act, { entryId }));
    await give(second, { kind: 'invalid', reason: 'tidak diperbaiki' });
    expect([codeOf(await finish()), codeOf(await finish()), await events('entry.verified'), await stateOf(entryId)]).toEqual(['ok', 'ok', 1, 'verified']);
    database.at(IN_VERIFICATION);
    await inheritsOnlyWhatStands(entryId, snapshotId, [first, second]);
  });

  async function inheritsOnlyWhatStands(entryId: string, fromSnapshotId: string, indicators: readonly string[]) {
    const toSnapshotId = database.platform.newId();
    await database.owner.run(
      `INSERT INTO snapshot (region_id, snapshot_id, entry_id, version, body, canon, digest, taken_by, taken_at)
       SELECT region_id, $2, entry_id, 0 + 2, body, canon, digest, taken_by, taken_at FROM snapshot WHERE snapshot_id = $1`,
      [fromSnapshotId, toSnapshotId],
    );
    const copy = () =>
      inheritVerdicts(database.db, {
        regionId: world.regionId,
        entryId,
        fromSnapshotId,
        toSnapshotId,
        indicators,
        now: IN_VERIFICATION,
        newId: database.platform.newId,
      });
    expect([await copy(), await copy()]).toEqual([2, 0]);
    const rows = await database.db.all<{ level: number; inherited: string | null }>(
      'SELECT level, inherited_from AS inherited FROM verdict WHERE snapshot_id = $1 ORDER BY level DESC',
      [toSnapshotId],
    );
    expect(rows.map((row) => [row.level, row.inherited !== null])).toEqual([
      [1, true],
      [0, true],
    ]);
    // The entry of this test keeps out of the desk week below.
    await database.owner.run(`UPDATE entry SET state = 'withdrawn' WHERE entry_id = $1`, [entryId]);
  }

  test('a verifier released may no longer judge; outside its window nobody may', async () => {
    const { entryId } = await world.addEntry('Pinjam Alat', world.dinas, levelsFor(60));
    await world.run('secretary', (act) => assignVerifier(act, { entryId, personId: world.people.verifier }));
    await world.run('secretary', (act) => releaseVerification(act, { entryId, personId: world.people.verifier }));
    expect(codeOf(await world.run('verifier', (act) => takeUp(act, { entryId })))).toBe('verification.not-assigned');
    database.at(IN_DESK);
    expect(codeOf(await world.run('secretary', (act) => assignVerifier(act, { entryId, personId: world.people.verifier })))).toBe('stage.closed');
    database.at(IN_VERIFICATION);
    await database.owner.run(`UPDATE entry SET state = 'withdrawn' WHERE entry_id = $1`, [entryId]);
  });

  test('a secretary of the own agency does not act on its entry', async () => {
    const { entryId } = await world.addEntry('Riset Terbuka', world.bapperida, levelsFor(60));
    const assigned = await world.run('ownSecretary', (act) => assignVerifier(act, { entryId, personId: world.people.outside }));
    expect(codeOf(assigned)).toBe('verification.own-agency');
    await database.owner.run(`UPDATE entry SET state = 'withdrawn' WHERE entry_id = $1`, [entryId]);
  });
});

describe('desk', () => {
  test('compute, tie at five, decision, announcement; each once', async () => {
    const equal = { 'SID-33': 2, 'SID-31': 2 };
    const wanted: readonly [string, number][] = [
      ['A', 104],
      ['B', 101],
      ['C', 98],
      ['D', 96],
      ['E', 92],
      ['F', 92],
      ['G', 50],
      ['H', 49],
    ];
    const entries = new Map<string, { entryId: string; number: string }>();
    for (const [name, points] of wanted) {
      const levels = levelsFor(points, equal);
      const entry = await world.addEntry(`Inovasi ${name}`, world.dinas, levels);
      entries.set(name, entry);
      if (name !== 'H') await verify(entry.entryId, levels);
    }
    const of = (name: string) => entries.get(name) ?? { entryId: '', number: '' };
    const compute = () => world.run('secretary', (act) => computeDeskShortlist(act, { shortlistId: act.newId(), categoryId: world.skpd }));
    expect(codeOf(await compute())).toBe('stage.not-open');
    database.at(IN_DESK);
    const announce = async () => {
      const list = await findShortlist(database.db, world.regionId, world.skpd);
      return world.run('secretary', (act) =>
        announceFinalists(act, { categoryId: world.skpd, shortlistId: list?.shortlistId ?? '', publicationId: act.newId() }),
      );
    };
    expect(codeOf(await announce())).toBe('shortlist.not-computed');
    await compute();
    expect(codeOf(await announce())).toBe('shortlist.pending');
    database.at(IN_VERIFICATION);
    await verify(of('H').entryId, levelsFor(49, equal));
    database.at(IN_DESK);
    expect(codeOf(await announce())).toBe('shortlist.outdated');
    const [once, twice] = [await compute(), await compute()];
    expect([once, await count('shortlist'), await events('shortlist.computed')]).toEqual([twice, 2, 2]);
    expect(codeOf(await announce())).toBe('shortlist.unresolved');
    const list = await findShortlist(database.db, world.regionId, world.skpd);
    const tied = [of('E').number, of('F').number];
    expect(list?.body.unresolvedAtCut).toEqual(tied);
    expect(list?.body.lines.find(({ id }) => id === of('H').number)?.state).toBe('below-floor');
    const decision = { categoryId: world.skpd, tied, order: [[of('F').number], [of('E').number]], act: '', reason: 'Rapat sekretariat' };
    const decide = (minutes: string) => world.run('secretary', (act) => decideCut(act, { ...decision, shortlistId: act.newId(), act: minutes }));
    expect(codeOf(await decide(''))).toBe('shortlist.decision-incomplete');
    expect(codeOf(await decide('BA-07/2026'))).toBe('ok');
    expect(codeOf(await decide('BA-07/2026'))).toBe('shortlist.nothing-to-decide');
    expect([codeOf(await announce()), codeOf(await announce()), await events('shortlist.announced'), await count('publication')]).toEqual(['ok', 'ok', 1, 1]);
    expect(await Promise.all(['A', 'E', 'F', 'H'].map((name) => stateOf(of(name).entryId)))).toEqual(['eligible', 'eligible', 'eligible', 'refused']);
    const finalists = await database.db.all<{ n: string }>(
      'SELECT e.registration_number AS n FROM finalist f JOIN entry e USING (region_id, entry_id) ORDER BY f.position',
    );
    expect(finalists.map(({ n }) => n)).toEqual(['A', 'B', 'C', 'D', 'F'].map((name) => of(name).number));
    const published = await database.db.one<{ canon: string }>('SELECT canon FROM publication');
    expect(Object.keys(JSON.parse(published?.canon ?? '{}').entries[0]).sort()).toEqual(['agency', 'id', 'name', 'position', 'slug']);
    expect(codeOf(await compute())).toBe('shortlist.already-announced');
  });
});
