import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { effectsDue } from '../../src/actions/access/effects-due.ts';
import { approveEntry } from '../../src/actions/innovation/approve.ts';
import { delegateSeat, endDelegation } from '../../src/actions/people/delegate-seat.ts';
import { callOff, giveOver, takeOver } from '../../src/actions/people/hand-over.ts';
import { endSeatRole, grantSeatRole } from '../../src/actions/people/seat-roles.ts';
import { endGrant, endSeat, giveSeat, grantRole } from '../../src/actions/people/seats.ts';
import { shutOut } from '../../src/actions/people/shut-out.ts';
import { type Act, NOBODY, perform } from '../../src/actions/perform.ts';
import { type Actor, rolesOf } from '../../src/domain/people/role.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { DAY, HOUR, type Instant, later } from '../../src/domain/shared/time.ts';
import { findSnapshots } from '../../src/store/innovation-snapshot.read.ts';
import { PEOPLE_PROMISES } from '../../src/store/invariants-people.ts';
import { findActor } from '../../src/store/people.read.ts';
import { listSeatRows } from '../../src/store/people-lists.read.ts';
import { listHoldings } from '../../src/store/people-seats.read.ts';
import { type Door, DURING, openDoor } from '../factories/innovation.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let db: TestDatabase;
let door: Door;
let admin: string;
let now: Instant = DURING;
beforeAll(async () => {
  db = await testDatabase(DURING);
  door = await openDoor(db);
  admin = await newcomer('Admin');
  await perform(db.platform, { regionId: door.regionId, actor: NOBODY }, (act) => grantRole(act, { personId: admin, role: 'admin' }));
});
beforeEach(() => pass(HOUR));
afterAll(() => db.end());

/** Nobody here could confirm a deciding role: it waits its day. */
async function waitItsDay(): Promise<void> {
  pass(DAY);
  await perform(db.platform, { regionId: door.regionId, actor: NOBODY }, effectsDue);
}

function pass(milliseconds: number): void {
  now = later(now, milliseconds);
  db.at(now);
}

async function newcomer(name: string): Promise<string> {
  const personId = db.platform.newId();
  const values = [door.regionId, personId, name, accountOf(personId), now];
  await db.db.run('INSERT INTO person (region_id, person_id, name, email, created_at) VALUES ($1, $2, $3, $4, $5)', values);
  return personId;
}
const accountOf = (personId: string) => `${personId}@contoh.example`;
const actorOf = async (personId: string): Promise<Actor> => (await findActor(db.db, door.regionId, personId, now)) ?? NOBODY;
const rolesAt = async (personId: string) => rolesOf(await actorOf(personId));
const doing = async <T>(personId: string, act: (a: Act) => Promise<Outcome<T>>, provedAt: Instant | null = now) =>
  perform(db.platform, { regionId: door.regionId, actor: await actorOf(personId), provedAt }, act);
const code = async (outcome: Promise<Outcome<unknown>>) => {
  const done = await outcome;
  return done.ok ? 'ok' : (Object.values(done.refusal.fields ?? {})[0]?.code ?? done.refusal.code);
};
const count = async (sql: string, params: readonly unknown[] = []) => (await db.db.one<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, params))?.n;

/** A seat of its own with its holder. */
async function seatOf(role: 'head' | 'innovator' = 'head', agencyId = door.own.agencyId): Promise<{ seatId: string; holderId: string }> {
  const [seatId, holderId] = [db.platform.newId(), await newcomer('Pemegang')];
  const input = { seatId, holdingId: db.platform.newId(), agencyId, title: 'Kepala', role, personId: holderId };
  await perform(db.platform, { regionId: door.regionId, actor: NOBODY }, (act) => giveSeat(act, input));
  pass(HOUR);
  return { seatId, holderId };
}

const delegation = (seatId: string, delegateId: string, from = now, until = later(now, 3 * DAY)) => ({
  holdingId: db.platform.newId(),
  seatId,
  account: accountOf(delegateId),
  delegation: 'plh' as const,
  from,
  until,
  letter: '800/12/2026',
});

let serial = 0;
/** An entry of the agency that waits for its head. */
async function waiting(): Promise<{ entryId: string; snapshotId: string }> {
  const [entryId, innovationId, snapshotId] = [db.platform.newId(), db.platform.newId(), db.platform.newId()];
  serial += 1;
  const { regionId, editionId, categoryId, own } = door;
  await db.owner.run('INSERT INTO innovation VALUES ($1, $2, $3, $4, $5, NULL, $6)', [
    regionId,
    innovationId,
    own.agencyId,
    `Inovasi ${serial}`,
    innovationId,
    now,
  ]);
  await db.owner.run(
    `INSERT INTO entry (region_id, entry_id, edition_id, category_id, innovation_id, agency_id, state, serial, registration_number, started_by, started_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'submitted', $7, $8, $9, $10)`,
    [regionId, entryId, editionId, categoryId, innovationId, own.agencyId, serial, `BL-2026-000${serial}`, own.innovator.personId, now],
  );
  await db.owner.run(`INSERT INTO snapshot VALUES ($1, $2, $3, 1, '{}', '{}', repeat('0', 64), $4, $5)`, [
    regionId,
    snapshotId,
    entryId,
    own.innovator.personId,
    now,
  ]);
  return { entryId, snapshotId };
}

describe('a delegation', () => {
  test('lets the delegate act between its dates only, and every decision says so', async () => {
    const { seatId, holderId } = await seatOf();
    const delegate = await newcomer('Siti Rahmah');
    const asked = delegation(seatId, delegate, later(now, DAY), later(now, 2 * DAY));
    expect(await code(doing(holderId, (act) => delegateSeat(act, asked)))).toBe('ok');
    expect(await code(doing(holderId, (act) => delegateSeat(act, asked)))).toBe('ok');
    expect(await count('seat_holding WHERE seat_id = $1', [seatId])).toBe(2);
    expect(await rolesAt(delegate)).toEqual([]);
    const start = now;
    pass(DAY);
    expect([await rolesAt(delegate), await rolesAt(holderId)]).toEqual([['head'], ['head']]);
    const { entryId, snapshotId } = await waiting();
    expect(await code(doing(delegate, (act) => approveEntry(act, { entryId, snapshotId })))).toBe('ok');
    expect((await findSnapshots(db.db, door.regionId, entryId))[0]).toMatchObject({ decidedByName: 'Siti Rahmah', decidedAs: 'plh' });
    expect(await count(`audit_entry WHERE kind = 'entry.approved' AND subject_id = $1 AND facts LIKE '%"as":"plh"%'`, [entryId])).toBe(1);
    now = later(start, 2 * DAY);
    db.at(now);
    expect(await rolesAt(delegate)).toEqual([]);
    expect((await actorOf(delegate)).pastSeats.map(({ agencyId }) => agencyId)).toEqual([door.own.agencyId]);
  });

  test('ends early, or before it began, without a trace of having stood', async () => {
    const { seatId, holderId } = await seatOf();
    const [one, two] = [await newcomer('Satu'), await newcomer('Dua')];
    const soon = delegation(seatId, one, later(now, DAY), later(now, 2 * DAY));
    await doing(holderId, (act) => delegateSeat(act, soon));
    expect(await code(doing(holderId, (act) => endDelegation(act, soon)))).toBe('ok');
    expect((await listHoldings(db.db, door.regionId, seatId)).map(({ personName }) => personName)).toEqual(['Pemegang']);
    const running = delegation(seatId, two, now, later(now, 2 * DAY));
    expect(await code(doing(holderId, (act) => delegateSeat(act, running)))).toBe('ok');
    pass(HOUR);
    expect(await rolesAt(two)).toEqual(['head']);
    expect(await code(doing(admin, (act) => endDelegation(act, running)))).toBe('ok');
    expect(await rolesAt(two)).toEqual([]);
  });

  test('is refused to strangers, to nobody, twice at once, and without a fresh proof', async () => {
    const { seatId, holderId } = await seatOf();
    const delegate = await newcomer('Wakil');
    expect(await code(doing(door.other.head.personId, (act) => delegateSeat(act, delegation(seatId, delegate))))).toBe('seat.not-found');
    expect(await code(doing(delegate, (act) => delegateSeat(act, delegation(seatId, delegate))))).toBe('seat.not-found');
    expect(await code(doing(holderId, (act) => delegateSeat(act, delegation(seatId, delegate)), later(now, -11 * 60_000)))).toBe('person.proof-needed');
    expect(await code(doing(holderId, (act) => delegateSeat(act, { ...delegation(seatId, delegate), account: 'tidak@ada.example' })))).toBe(
      'person.unknown-account',
    );
    expect(await code(doing(holderId, (act) => delegateSeat(act, delegation(seatId, holderId))))).toBe('delegation.to-oneself');
    const both = await Promise.all(
      [delegation(seatId, delegate), delegation(seatId, delegate)].map((asked) => code(doing(holderId, (act) => delegateSeat(act, asked)))),
    );
    expect(both.sort()).toEqual(['delegation.overlaps', 'ok']);
    expect(await code(doing(delegate, (act) => giveOver(act, { handoverId: act.newId(), seatId, account: accountOf(admin), letter: '' })))).toBe(
      'seat.not-found',
    );
  });
});

describe('a handover', () => {
  const asked = (seatId: string, receiverId: string) => ({ handoverId: db.platform.newId(), seatId, account: accountOf(receiverId), letter: '821/7/2026' });

  test('moves nothing with one confirmation and everything with two: the seat, its drafts, its roles; the delegations end', async () => {
    const { seatId, holderId } = await seatOf();
    const [receiver, delegate] = [await newcomer('Penerus'), await newcomer('Wakil')];
    await doing(holderId, (act) => delegateSeat(act, delegation(seatId, delegate)));
    await doing(admin, (act) => grantSeatRole(act, { seatId, role: 'secretariat' }));
    await waitItsDay();
    const handover = asked(seatId, receiver);
    expect(await code(doing(holderId, (act) => giveOver(act, handover)))).toBe('ok');
    expect(await code(doing(holderId, (act) => giveOver(act, handover)))).toBe('ok');
    pass(HOUR);
    expect([await rolesAt(holderId), await rolesAt(receiver)]).toEqual([['head', 'secretariat'], []]);
    const takes = await Promise.all([1, 2, 3].map(() => code(doing(receiver, (act) => takeOver(act, handover)))));
    expect(takes).toEqual(['ok', 'ok', 'ok']);
    expect([await rolesAt(holderId), await rolesAt(receiver), await rolesAt(delegate)]).toEqual([[], ['head'], []]);
    await waitItsDay();
    expect(await rolesAt(receiver)).toEqual(['head', 'secretariat']);
    expect(await count(`audit_entry WHERE kind = 'seat.handed-over' AND subject_id = $1`, [receiver])).toBe(1);
    const { entryId, snapshotId } = await waiting();
    expect(await code(doing(holderId, (act) => approveEntry(act, { entryId, snapshotId })))).toBe('entry.not-found');
    expect(await code(doing(receiver, (act) => approveEntry(act, { entryId, snapshotId })))).toBe('ok');
    expect((await findSnapshots(db.db, door.regionId, entryId))[0]?.decidedAs).toBe(null);
  });

  test('of one who has left is begun by an admin, and of an empty seat too', async () => {
    const { seatId } = await seatOf();
    const [one, two] = [await newcomer('Satu'), await newcomer('Dua')];
    const first = asked(seatId, one);
    expect(await code(doing(admin, (act) => giveOver(act, first)))).toBe('ok');
    pass(HOUR);
    expect(await code(doing(one, (act) => takeOver(act, first)))).toBe('ok');
    pass(HOUR);
    await doing(admin, (act) => endSeat(act, { personId: one, seatId }));
    pass(HOUR);
    const second = asked(seatId, two);
    expect(await code(doing(admin, (act) => giveOver(act, second)))).toBe('ok');
    expect(await code(doing(two, (act) => takeOver(act, second)))).toBe('ok');
    expect(await rolesAt(two)).toEqual(['head']);
  });

  test('is turned down, or called off, and the seat stays; only one is under way', async () => {
    const { seatId, holderId } = await seatOf();
    const [one, two] = [await newcomer('Satu'), await newcomer('Dua')];
    const first = asked(seatId, one);
    await doing(holderId, (act) => giveOver(act, first));
    expect(await code(doing(holderId, (act) => giveOver(act, asked(seatId, two))))).toBe('handover.open-already');
    expect(await code(doing(two, (act) => callOff(act, first)))).toBe('handover.not-found');
    expect(await code(doing(one, (act) => callOff(act, first)))).toBe('ok');
    expect(await code(doing(one, (act) => takeOver(act, first)))).toBe('handover.ended');
    const second = asked(seatId, two);
    expect(await code(doing(holderId, (act) => giveOver(act, second)))).toBe('ok');
    expect(await code(doing(holderId, (act) => callOff(act, second)))).toBe('ok');
    expect(await rolesAt(holderId)).toEqual(['head']);
  });

  test('is overtaken when the seat goes another way, and never goes to a stranger', async () => {
    const { seatId, holderId } = await seatOf();
    const [receiver, other] = [await newcomer('Penerus'), await newcomer('Lain')];
    const handover = asked(seatId, receiver);
    await doing(holderId, (act) => giveOver(act, handover));
    expect(await code(doing(other, (act) => takeOver(act, handover)))).toBe('handover.not-found');
    expect(await code(doing(holderId, (act) => takeOver(act, handover)))).toBe('handover.not-found');
    pass(HOUR);
    await doing(admin, (act) => giveSeat(act, { seatId, holdingId: act.newId(), agencyId: door.own.agencyId, title: 'Kepala', role: 'head', personId: other }));
    expect(await code(doing(receiver, (act) => takeOver(act, handover)))).toBe('handover.ended');
    expect([await rolesAt(receiver), await rolesAt(other)]).toEqual([[], ['head']]);
  });
});

describe('a seat that an admin gives or ends', () => {
  const give = (seatId: string, personId: string) =>
    doing(admin, (act) => giveSeat(act, { seatId, holdingId: act.newId(), agencyId: door.own.agencyId, title: 'Kepala', role: 'head', personId }));

  test('is nobody’s to stand in for once it has another holder', async () => {
    const { seatId, holderId } = await seatOf();
    const [delegate, next] = [await newcomer('Wakil'), await newcomer('Penerus')];
    await doing(holderId, (act) => delegateSeat(act, { ...delegation(seatId, delegate), delegation: 'plt' }));
    pass(HOUR);
    expect(await rolesAt(delegate)).toEqual(['head']);
    expect(await code(give(seatId, next))).toBe('ok');
    expect([await rolesAt(delegate), await rolesAt(holderId), await rolesAt(next)]).toEqual([[], [], ['head']]);
    expect(await count(`audit_entry WHERE kind = 'seat.delegation-ended' AND subject_id = $1`, [delegate])).toBe(1);
  });

  test('and left empty keeps only who acts in an empty seat', async () => {
    for (const [as, left] of [
      ['plh', []],
      ['an', []],
      ['plt', ['head']],
    ] as const) {
      const { seatId, holderId } = await seatOf();
      const delegate = await newcomer('Wakil');
      await doing(holderId, (act) => delegateSeat(act, { ...delegation(seatId, delegate), delegation: as }));
      pass(HOUR);
      expect(await code(doing(admin, (act) => endSeat(act, { seatId, personId: holderId })))).toBe('ok');
      expect([as, await rolesAt(delegate)]).toEqual([as, left]);
    }
  });
});

describe('an account whose person goes', () => {
  test('is shut out only once its seats are in other hands, and an empty seat with open work is named', async () => {
    const { seatId, holderId } = await seatOf();
    expect(await code(doing(admin, (act) => shutOut(act, { personId: holderId })))).toBe('person.holds-seats');
    await doing(admin, (act) => endSeat(act, { personId: holderId, seatId }));
    expect(await code(doing(admin, (act) => shutOut(act, { personId: holderId })))).toBe('ok');
    const again = { seatId, holdingId: db.platform.newId(), agencyId: door.own.agencyId, title: 'Kepala', role: 'head' as const, personId: holderId };
    expect(await code(doing(admin, (act) => giveSeat(act, again)))).toBe('person.closed');
    await waiting();
    const empty = await listSeatRows(db.db, { regionId: door.regionId, words: '', offset: 0, limit: 50, onlyEmpty: true });
    expect(empty.every(({ personId }) => personId === null)).toBe(true);
    expect(empty.find((row) => row.seatId === seatId)?.openEntries).toBeGreaterThan(0);
  });
});

describe('a role of a seat', () => {
  test('is given once, by an admin only, never that of a juror', async () => {
    const { seatId, holderId } = await seatOf('innovator');
    for (const _ of [1, 2]) expect(await code(doing(admin, (act) => grantSeatRole(act, { seatId, role: 'verifier' })))).toBe('ok');
    expect(await count('role_grant WHERE seat_id = $1', [seatId])).toBe(1);
    expect(await rolesAt(holderId)).toEqual(['innovator', 'verifier']);
    expect(await code(doing(holderId, (act) => grantSeatRole(act, { seatId, role: 'admin' })))).toBe('permission.denied');
    expect(await code(doing(admin, (act) => grantSeatRole(act, { seatId, role: 'juror' })))).toBe('person.role-unknown');
    expect(await code(doing(admin, (act) => endSeatRole(act, { seatId, role: 'verifier' })))).toBe('ok');
    pass(1);
    expect(await rolesAt(holderId)).toEqual(['innovator']);
  });

  test('counts when the last admin would go', async () => {
    const { seatId } = await seatOf('innovator');
    expect(await code(doing(admin, (act) => endGrant(act, { personId: admin, role: 'admin' })))).toBe('person.last-admin');
    await doing(admin, (act) => grantSeatRole(act, { seatId, role: 'admin' }));
    expect(await code(doing(admin, (act) => endGrant(act, { personId: admin, role: 'admin' })))).toBe('person.last-admin');
    await waitItsDay();
    expect(await code(doing(admin, (act) => endGrant(act, { personId: admin, role: 'admin' })))).toBe('ok');
    const holder = (await listHoldings(db.db, door.regionId, seatId))[0]?.personId ?? '';
    pass(HOUR);
    expect(await code(doing(holder, (act) => endSeatRole(act, { seatId, role: 'admin' })))).toBe('person.last-admin');
    expect(await code(doing(holder, (act) => endSeat(act, { seatId, personId: holder })))).toBe('person.last-admin');
    expect(await rolesAt(holder)).toContain('admin');
    await doing(holder, (act) => grantRole(act, { personId: admin, role: 'admin' }));
    await waitItsDay();
  });
});

test('every promise about seats holds after all of this', async () => {
  for (const { name, sql } of PEOPLE_PROMISES) expect([name, await db.db.all(sql, [door.regionId])]).toEqual([name, []]);
});
