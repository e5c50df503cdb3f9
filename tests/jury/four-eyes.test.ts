// Compute, certify and publish are acts of different people, and nobody certifies the own agency's finalist.

import { expect, test } from 'vitest';
import { recordAbsent } from '../../src/actions/assessment/record-absent.ts';
import { type Act, perform } from '../../src/actions/perform.ts';
import { publishResult } from '../../src/actions/publication/publish.ts';
import { certifyResult } from '../../src/actions/result/certify.ts';
import { computeCategory } from '../../src/actions/result/compute.ts';
import { signResult } from '../../src/actions/result/sign.ts';
import type { Actor, GrantedRole } from '../../src/domain/people/role.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { appoint, type JuryWeek, juryWeek, NOW, PLENARY } from '../factories/jury.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const also = (actor: Actor, role: GrantedRole): Actor => ({ ...actor, grants: [...actor.grants, { role, editionId: null, categoryId: null }] });

function acting(db: TestDatabase, week: JuryWeek) {
  return async <T>(actor: Actor, act: (a: Act) => Promise<Outcome<T>>): Promise<string> => {
    const done = await perform(db.platform, { regionId: week.regionId, actor, provedAt: db.platform.now() }, act);
    return done.ok ? 'ok' : done.refusal.code;
  };
}

async function becomesHead(db: TestDatabase, week: JuryWeek, actor: Actor): Promise<void> {
  const seatId = db.platform.newId();
  await db.owner.run(`INSERT INTO seat (region_id, seat_id, agency_id, title, role) VALUES ($1, $2, $3, 'Kepala Dinas', 'head')`, [
    week.regionId,
    seatId,
    week.agencies[0],
  ]);
  await db.owner.run('INSERT INTO seat_holding (region_id, holding_id, seat_id, person_id, held_from) VALUES ($1, $2, $3, $4, $5)', [
    week.regionId,
    db.platform.newId(),
    seatId,
    actor.personId,
    NOW,
  ]);
}

test("whoever computed does not certify, whoever certified does not publish, a finalist's head does neither", async () => {
  const db = await testDatabase(PLENARY);
  const week = await juryWeek(db);
  const says = acting(db, week);
  const chair = week.jurors[0] as Actor;
  const { categoryId } = week;
  expect((await appoint(db, week, { personId: chair.personId, isChair: true })).ok).toBe(true);
  expect(await appoint(db, week, { personId: week.jurors[1]?.personId ?? '', isChair: true })).toMatchObject({ refusal: { code: 'panel.has-chair' } });
  for (const { entryId } of week.entries) {
    expect(await says(chair, (a) => recordAbsent(a, { categoryId, entryId, jurorId: chair.personId, reason: 'Uji' }))).toBe('ok');
  }
  const everything = also(week.secretariat, 'leader');
  expect(await says(everything, (a) => computeCategory(a, { categoryId }))).toBe('ok');
  const result = await db.db.one<{ resultId: string; digest: string }>('SELECT result_id AS "resultId", digest FROM result_version', []);
  if (result === null) throw new Error('nothing computed');
  expect(await says(week.secretariat, (a) => signResult(a, result))).toBe('permission.denied');
  expect(await says(week.jurors[1] as Actor, (a) => signResult(a, result))).toBe('result.not-a-signer');
  expect(await says(chair, (a) => signResult(a, result))).toBe('ok');
  expect(await says(everything, (a) => certifyResult(a, { ...result, decree: '' }))).toBe('result.certifier-computed');
  await becomesHead(db, week, week.publisher);
  expect(await says(also(week.publisher, 'leader'), (a) => certifyResult(a, { ...result, decree: '' }))).toBe('result.certifier-heads-finalist');
  const leads = also(week.leader, 'secretariat');
  expect(await says(leads, (a) => certifyResult(a, { ...result, decree: '' }))).toBe('ok');
  expect(await says(leads, (a) => publishResult(a, result))).toBe('result.publisher-certified');
  expect(await says(week.publisher, (a) => publishResult(a, result))).toBe('ok');
  await db.end();
});
