// TR-N7: one admin alone becomes nobody who decides; the second of two confirms, and the person is told.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { confirmAccess } from '../../src/actions/access/confirm-access.ts';
import { effectsDue } from '../../src/actions/access/effects-due.ts';
import { reviewAlone } from '../../src/actions/access/review-alone.ts';
import { stopAccess, strikeAlone } from '../../src/actions/access/stop-access.ts';
import { createAgency } from '../../src/actions/people/create-agency.ts';
import { delegateSeat } from '../../src/actions/people/delegate-seat.ts';
import { giveOver, takeOver } from '../../src/actions/people/hand-over.ts';
import { inviteFirstAdmin } from '../../src/actions/people/invite-first-admin.ts';
import { inviteWithWork } from '../../src/actions/people/invite-with-work.ts';
import { emergencyLink, makeResetLink } from '../../src/actions/people/make-reset-link.ts';
import { mergeAgency } from '../../src/actions/people/merge-agency.ts';
import { grantSeatRole } from '../../src/actions/people/seat-roles.ts';
import { endGrant, giveSeat, grantRole } from '../../src/actions/people/seats.ts';
import { endSecondFactorOf } from '../../src/actions/people/second-factor.ts';
import { setPasswordByLink } from '../../src/actions/people/use-link.ts';
import { type Act, NOBODY, perform } from '../../src/actions/perform.ts';
import { may } from '../../src/domain/people/permissions.ts';
import type { Actor, GrantedRole } from '../../src/domain/people/role.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { DAY, HOUR, later } from '../../src/domain/shared/time.ts';
import { listAlone, listOpenRequests } from '../../src/store/access-request.read.ts';
import { findActor } from '../../src/store/people.read.ts';
import { type Town, town } from '../factories/access.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let db: TestDatabase;
let place: Town;
let now = '2026-03-02T02:00:00.000Z';
beforeAll(async () => {
  db = await testDatabase();
}, 60_000);
beforeEach(async () => {
  now = '2026-03-02T02:00:00.000Z';
  place = await town(db, now);
});
afterAll(() => db.end());

const at = () => ({ ...db.platform, now: () => now });
const fresh = async (personId: string): Promise<Actor> => (await findActor(db.platform.db, place.regionId, personId, now)) ?? NOBODY;
async function as<T>(personId: string, act: (act: Act) => Promise<Outcome<T>>): Promise<string> {
  const actor = personId === '' ? NOBODY : await fresh(personId);
  const done = await perform(at(), { regionId: place.regionId, actor, provedAt: now }, act);
  return done.ok ? 'ok' : done.refusal.code;
}
const open = () => listOpenRequests(db.platform.db, place.regionId);
const ids = async () => (await open()).map(({ requestId }) => requestId);
const confirm = async (personId: string) => {
  const requestIds = await ids();
  return as(personId, (act) => confirmAccess(act, { requestIds }));
};
const told = async (personId: string) =>
  (
    await db.owner.all<{ kind: string; change: string | null }>(
      `SELECT kind, facts::jsonb ->> 'change' AS change FROM message WHERE person_id = $1 ORDER BY message_id`,
      [personId],
    )
  ).map(({ kind, change }) => change ?? kind);
const ledger = async () =>
  (await db.owner.all<{ kind: string }>(`SELECT kind FROM audit_entry WHERE region_id = $1 AND kind LIKE 'access.%' ORDER BY seq`, [place.regionId])).map(
    ({ kind }) => kind,
  );
const DECIDES = { leader: 'result.certify', admin: 'people.manage', secretariat: 'desk.announce' } as const;

describe('TR-N7: a deciding role', () => {
  test.each<[keyof typeof DECIDES]>([['leader'], ['admin'], ['secretariat']])(
    '%s gives nothing until a second person confirms it, and says why',
    async (role) => {
      const { admin, secretary, person } = place.people;
      expect(await as(admin, (act) => grantRole(act, { personId: person, role }))).toBe('ok');
      expect(may(await fresh(person), DECIDES[role])).toMatchObject({ ok: false, refusal: { code: 'access.unconfirmed' } });
      expect(await told(secretary)).toContain('access-waiting');
      expect(await told(person)).toContain('access-asked');
      expect(await confirm(admin)).toBe('access.own-ask');
      expect(await confirm(person)).toBe('access.oneself');
      expect(await confirm(place.people.verifier)).toBe('permission.denied');
      expect(await confirm(secretary)).toBe('ok');
      expect(may(await fresh(person), DECIDES[role]).ok).toBe(true);
      expect(await told(person)).toContain('access-confirmed');
      expect(await ledger()).toEqual(['access.asked', 'access.took-effect']);
    },
  );

  test('is never raised by the admin for themselves alone', async () => {
    const { admin } = place.people;
    await as(admin, (act) => grantRole(act, { personId: admin, role: 'leader' }));
    expect(await confirm(admin)).toBe('access.oneself');
    expect(may(await fresh(admin), 'result.certify').ok).toBe(false);
  });

  test('that decides nothing is given at once', async () => {
    await as(place.people.admin, (act) => grantRole(act, { personId: place.people.person, role: 'verifier' }));
    expect(await open()).toEqual([]);
    expect(may(await fresh(place.people.person), 'verification.give').ok).toBe(true);
  });

  test('is confirmed after a fresh proof only, and the roles of that moment count', async () => {
    const { admin, secretary, person } = place.people;
    await as(admin, (act) => grantRole(act, { personId: person, role: 'leader' }));
    const requestIds = await ids();
    const stale = await perform(at(), { regionId: place.regionId, actor: await fresh(secretary), provedAt: null }, (act) => confirmAccess(act, { requestIds }));
    expect(stale).toMatchObject({ refusal: { code: 'person.proof-needed' } });
    const before = await fresh(secretary);
    await as(admin, (act) => endGrant(act, { personId: secretary, role: 'secretariat' }));
    const late = await perform(at(), { regionId: place.regionId, actor: before, provedAt: now }, (act) => confirmAccess(act, { requestIds }));
    expect(late).toMatchObject({ refusal: { code: 'permission.denied' } });
  });

  test('that is stopped, or taken back before, never counts', async () => {
    const { admin, secretary, person } = place.people;
    await as(admin, (act) => grantRole(act, { personId: person, role: 'leader' }));
    const [first = ''] = await ids();
    expect(await as(place.people.verifier, (act) => stopAccess(act, { requestId: first }))).toBe('permission.denied');
    expect(await as(secretary, (act) => stopAccess(act, { requestId: first }))).toBe('ok');
    expect(await as(secretary, (act) => confirmAccess(act, { requestIds: [first] }))).toBe('access.not-found');
    expect((await fresh(person)).waiting).toBeUndefined();
    await as(admin, (act) => grantRole(act, { personId: person, role: 'secretariat' }));
    await as(admin, (act) => endGrant(act, { personId: person, role: 'secretariat' }));
    expect([await ids(), (await fresh(person)).grants]).toEqual([[], []]);
  });
});

describe('TR-N7: an account', () => {
  async function newcomer(role: GrantedRole) {
    const personId = db.platform.newId();
    const actor = await fresh(place.people.admin);
    const person = { personId, name: 'Orang Baru', nip: null, email: `${personId}@uji.example`, seat: null, role };
    const invited = await perform(at(), { regionId: place.regionId, actor, provedAt: now }, (act) => inviteWithWork(act, person));
    if (!invited.ok) throw new Error(invited.refusal.code);
    return { personId, token: invited.value.token };
  }
  const enter = (token: string) => as('', (act) => setPasswordByLink(act, { token, password: 'sepasang ikan haruan' }));

  test('is confirmed once the invited person came in, by nobody who made a link for it', async () => {
    const { personId, token } = await newcomer('leader');
    expect(await confirm(place.people.secretary)).toBe('access.not-activated');
    expect(await enter(token)).toBe('ok');
    await as('', (act) => grantRole(act, { personId: place.people.person, role: 'admin' }));
    await as(place.people.person, (act) => makeResetLink(act, { personId }));
    expect(await confirm(place.people.person)).toBe('access.touched');
    expect(await confirm(place.people.secretary)).toBe('ok');
    expect(may(await fresh(personId), 'result.certify').ok).toBe(true);
  });

  test('whose password an admin resets decides nothing until a second person has seen its owner', async () => {
    const { admin, secretary, leader } = place.people;
    const made = await perform(at(), { regionId: place.regionId, actor: await fresh(admin), provedAt: now }, (act) => makeResetLink(act, { personId: leader }));
    expect(await told(leader)).toContain('reset-link');
    expect(may(await fresh(leader), 'result.certify').ok).toBe(true);
    expect(await enter(made.ok ? made.value.token : '')).toBe('ok');
    expect(may(await fresh(leader), 'result.certify')).toMatchObject({ refusal: { code: 'access.unconfirmed' } });
    expect(await confirm(admin)).toBe('access.own-ask');
    expect(await confirm(secretary)).toBe('ok');
    expect(may(await fresh(leader), 'result.certify').ok).toBe(true);
  });

  test('whose reset is stopped lets nobody in by it', async () => {
    const { admin, leader } = place.people;
    const made = await perform(at(), { regionId: place.regionId, actor: await fresh(admin), provedAt: now }, (act) => makeResetLink(act, { personId: leader }));
    await enter(made.ok ? made.value.token : '');
    const [request = ''] = await ids();
    expect(await as(place.people.secretary, (act) => stopAccess(act, { requestId: request }))).toBe('ok');
    expect(await db.owner.one('SELECT password_hash AS hash FROM person WHERE person_id = $1', [leader])).toEqual({ hash: null });
  });

  test('loses its second factor by two people, and at once by nobody', async () => {
    const { admin, secretary, leader } = place.people;
    await db.owner.run(`INSERT INTO time_code (region_id, person_id, sealed_secret, created_at, confirmed_at) VALUES ($1, $2, '\\x00', $3, $3)`, [
      place.regionId,
      leader,
      now,
    ]);
    const left = async () => (await db.owner.all('SELECT 1 AS one FROM time_code WHERE person_id = $1', [leader])).length;
    expect(await as(admin, (act) => endSecondFactorOf(act, { personId: leader }))).toBe('ok');
    expect(await left()).toBe(1);
    expect(await confirm(admin)).toBe('access.own-ask');
    expect(await confirm(secretary)).toBe('ok');
    expect(await left()).toBe(0);
  });

  test('is reset from the machine alone, and everybody who decides is told', async () => {
    const { leader, secretary } = place.people;
    await as('', (act) => emergencyLink(act, { account: place.accountOf('leader'), withoutFactor: false }));
    expect(await told(secretary)).toContain('access-machine');
    expect(await told(leader)).toContain('reset-link');
  });
});

describe('TR-N7: a seat that carries a deciding role', () => {
  test('gives it to the next holder only by a person more: given, handed over, delegated', async () => {
    const { admin, secretary, leader, person, verifier } = place.people;
    const seatId = db.platform.newId();
    const seat = { seatId, agencyId: place.agencyId, title: 'Bupati', role: null };
    await as('', (act) => giveSeat(act, { ...seat, holdingId: act.newId(), personId: leader }));
    await as(admin, (act) => grantSeatRole(act, { seatId, role: 'leader' }));
    expect(await confirm(secretary)).toBe('ok');
    const delegated = {
      holdingId: db.platform.newId(),
      seatId,
      account: place.accountOf('verifier'),
      delegation: 'plh',
      from: now,
      until: later(now, DAY),
      letter: '',
    } as const;
    expect(await as(admin, (act) => delegateSeat(act, delegated))).toBe('ok');
    expect(may(await fresh(verifier), 'result.certify')).toMatchObject({ refusal: { code: 'access.unconfirmed' } });
    const handoverId = db.platform.newId();
    expect(await as(admin, (act) => giveOver(act, { handoverId, seatId, account: place.accountOf('person'), letter: '' }))).toBe('ok');
    now = later(now, HOUR);
    expect(await as(person, (act) => takeOver(act, { handoverId }))).toBe('ok');
    expect(may(await fresh(person), 'result.certify')).toMatchObject({ refusal: { code: 'access.unconfirmed' } });
    expect(await confirm(person)).toBe('access.oneself');
    expect(await confirm(secretary)).toBe('ok');
    expect(may(await fresh(person), 'result.certify').ok).toBe(true);
    now = later(now, HOUR);
    await as(admin, (act) => giveSeat(act, { ...seat, holdingId: act.newId(), personId: verifier }));
    expect(may(await fresh(verifier), 'result.certify').ok).toBe(false);
    expect(may(await fresh(person), 'result.certify').ok).toBe(false);
  });
});

test('TR-N7: a seat that waits does not stop waiting by a merge of agencies', async () => {
  const { admin, secretary, person } = place.people;
  const [seatId, intoId] = [db.platform.newId(), db.platform.newId()];
  await as('', (act) => createAgency(act, { agencyId: intoId, name: 'Kantor Lain', shortName: 'Lain', kind: 'outside' }));
  await as('', (act) => giveSeat(act, { seatId, holdingId: act.newId(), agencyId: place.agencyId, title: 'Sekda', role: null, personId: person }));
  await as(admin, (act) => grantSeatRole(act, { seatId, role: 'leader' }));
  now = later(now, HOUR);
  const merge = () => as(admin, (act) => mergeAgency(act, { agencyId: place.agencyId, intoId, reason: 'Perda nomor 3 tahun 2026' }));
  expect(await merge()).toBe('access.seat-open');
  expect(await confirm(secretary)).toBe('ok');
  expect(await merge()).toBe('ok');
});

describe('where no second person exists', () => {
  async function empty() {
    const regionId = db.platform.newId();
    const region = {
      code: regionId.slice(-5),
      name: 'Kabupaten Baru',
      kind: 'regency',
      zone: 'Asia/Makassar',
      zoneWord: 'WITA',
      prefix: 'KB',
      contact: '',
      isSample: false,
    } as const;
    place = { ...place, regionId };
    const invited = await perform(at(), { regionId, actor: NOBODY }, (act) => inviteFirstAdmin(act, { region, email: 'admin@baru.example' }));
    await as('', (act) => setPasswordByLink(act, { token: invited.ok ? invited.value.token : '', password: 'sepasang ikan haruan' }));
    const admin = (await db.owner.one<{ id: string }>('SELECT person_id AS id FROM person WHERE region_id = $1', [regionId]))?.id ?? '';
    const add = async (role: GrantedRole | null) => {
      const personId = db.platform.newId();
      const person = { personId, name: 'Orang Baru', nip: null, email: `${personId}@uji.example`, seat: null, role };
      const made = await perform(at(), { regionId, actor: await fresh(admin), provedAt: now }, (act) => inviteWithWork(act, person));
      await as('', (act) => setPasswordByLink(act, { token: made.ok ? made.value.token : '', password: 'sepasang ikan haruan' }));
      return personId;
    };
    return { admin, add };
  }
  const registration = (opensAt: string) =>
    db.owner
      .run(`INSERT INTO edition (region_id, edition_id, year, name, kind, instrument, created_at) VALUES ($1, $2, 2026, 'Lomba', 'live', 'iid-2026', $3)`, [
        place.regionId,
        place.regionId,
        now,
      ])
      .then(() =>
        db.owner.run(
          `INSERT INTO stage (region_id, edition_id, stage_id, kind, name, public_group, position, opens_at, closes_at) VALUES ($1, $1, $1, 'registration', 'P', 'P', 1, $2::timestamptz, $2::timestamptz + interval '30 days')`,
          [place.regionId, opensAt],
        ),
      );

  test('a sole admin sets up alone until registration opens; the first other deciding person looks at the list, and may strike', async () => {
    const { admin, add } = await empty();
    const leader = await add('leader');
    expect(may(await fresh(leader), 'result.certify').ok).toBe(true);
    const [alone] = await listAlone(db.platform.db, place.regionId);
    expect(await as(admin, (act) => strikeAlone(act, { requestId: alone?.requestId ?? '' }))).toBe('access.own-ask');
    await as(admin, (act) => reviewAlone(act, { requestIds: [alone?.requestId ?? ''] }));
    expect(await listAlone(db.platform.db, place.regionId)).toHaveLength(1);
    const secretary = await add('secretariat');
    // From here a second person can come in: nothing is alone any more.
    await add('leader');
    expect((await open()).map(({ route }) => route)).toEqual(['two']);
    expect(await as(secretary, (act) => strikeAlone(act, { requestId: alone?.requestId ?? '' }))).toBe('ok');
    expect(may(await fresh(leader), 'result.certify').ok).toBe(false);
    const requestIds = (await listAlone(db.platform.db, place.regionId)).map(({ requestId }) => requestId);
    expect(await as(secretary, (act) => reviewAlone(act, { requestIds }))).toBe('ok');
    expect(await listAlone(db.platform.db, place.regionId)).toEqual([]);
  });

  test('once registration has opened it takes a day in which everybody who decides may stop it', async () => {
    const { admin, add } = await empty();
    const leader = await add('leader');
    await registration(now);
    await as(admin, (act) => grantRole(act, { personId: admin, role: 'leader' }));
    expect(may(await fresh(admin), 'result.certify')).toMatchObject({ refusal: { code: 'access.unconfirmed' } });
    expect(await told(leader)).toContain('access-waiting');
    now = later(now, DAY - 1);
    await as('', effectsDue);
    expect(may(await fresh(admin), 'result.certify').ok).toBe(false);
    now = later(now, 1);
    await as('', effectsDue);
    expect(may(await fresh(admin), 'result.certify').ok).toBe(true);
    const other = await add('leader');
    const [request = ''] = await ids();
    expect(await as(leader, (act) => stopAccess(act, { requestId: request }))).toBe('ok');
    now = later(now, 2 * DAY);
    await as('', effectsDue);
    expect(may(await fresh(other), 'result.certify').ok).toBe(false);
  });
});
