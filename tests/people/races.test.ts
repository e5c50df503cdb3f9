// TR-I8: what may happen once happens once, however many try together.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAgency } from '../../src/actions/people/create-agency.ts';
import { giveOver, takeOver } from '../../src/actions/people/hand-over.ts';
import { invitePerson } from '../../src/actions/people/invite-person.ts';
import { makeMailLink } from '../../src/actions/people/make-mail-link.ts';
import { finishSignIn } from '../../src/actions/people/prove.ts';
import { giveSeat } from '../../src/actions/people/seats.ts';
import { TRIES_PER_ACCOUNT } from '../../src/actions/people/tries.ts';
import { setPasswordByLink } from '../../src/actions/people/use-link.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import { HOUR, later } from '../../src/domain/shared/time.ts';
import { sha256Bytes } from '../../src/platform/crypto.ts';
import { findActor, findLink } from '../../src/store/people.read.ts';
import { insertStep, replaceRecoveryCodes } from '../../src/store/people-factor.write.ts';
import { smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const TRIES = 1_000;
const NOW = '2026-08-19T02:00:00.000Z';
let database: TestDatabase;
let town: Awaited<ReturnType<typeof smallRegion>>;
beforeAll(async () => {
  database = await testDatabase(NOW);
  town = await smallRegion(database.platform);
});
afterAll(() => database.end());

const together = <T>(work: (n: number) => Promise<T>, tries = TRIES) => Promise.all(Array.from({ length: tries }, (_, n) => work(n)));
const as = async (personId: string) => ({
  regionId: town.regionId,
  actor: (await findActor(database.db, town.regionId, personId, NOW)) ?? NOBODY,
  provedAt: NOW,
});
const count = async (sql: string) => (await database.db.one<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`))?.n;

async function person(name: string): Promise<{ personId: string; token: string }> {
  const personId = database.platform.newId();
  const who = { regionId: town.regionId, actor: NOBODY };
  const invited = await perform(database.platform, who, (act) => invitePerson(act, { personId, name, nip: null, email: `${personId}@contoh.example` }));
  if (!invited.ok) throw new Error(invited.refusal.code);
  return { personId, token: invited.value.token };
}

test('a thousand accept one invitation: one does', async () => {
  const { personId, token } = await person('Undangan');
  const who = { regionId: town.regionId, actor: NOBODY };
  const taken = await together((n) => perform(database.platform, who, (act) => setPasswordByLink(act, { token, password: `kata sandi nomor ${n}` })));
  expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await count(`audit_entry WHERE kind = 'person.invitation-accepted' AND subject_id = '${personId}'`)).toBe(1);
});

test('the form of an invitation makes no further link once its press is over', async () => {
  const { personId } = await person('Lama diundang');
  const again = () =>
    perform(database.platform, { regionId: town.regionId, actor: NOBODY }, (act) =>
      invitePerson(act, { personId, name: 'Lama diundang', nip: null, email: `${personId}@contoh.example` }),
    );
  expect((await again()).ok).toBe(true);
  database.at(later(NOW, HOUR));
  expect(await again()).toMatchObject({ refusal: { code: 'person.exists' } });
  database.at(NOW);
});

test('two links of one person: the first used is the last, also when both are used at once', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { personId, token } = await person('Dua tautan');
    const mailed = await makeMailLink(database.platform, town.regionId, { kind: 'invited', personId });
    const who = { regionId: town.regionId, actor: NOBODY };
    const taken = await Promise.all(
      [token, mailed].map((one, n) => perform(database.platform, who, (act) => setPasswordByLink(act, { token: one, password: `kata sandi nomor ${n}` }))),
    );
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
  }
});

test('an invitation mailed late opens nothing that has a password already', async () => {
  const { personId, token } = await person('Sudah masuk');
  const who = { regionId: town.regionId, actor: NOBODY };
  await perform(database.platform, who, (act) => setPasswordByLink(act, { token, password: 'kata sandi sendiri' }));
  const late = await makeMailLink(database.platform, town.regionId, { kind: 'invited', personId });
  const taken = await perform(database.platform, who, (act) => setPasswordByLink(act, { token: late, password: 'kata sandi orang lain' }));
  expect(taken).toMatchObject({ refusal: { code: 'link.not-found' } });
  expect(await findLink(database.db, town.regionId, sha256Bytes(late), NOW)).toBeNull();
});

test('as many as may try redeem one recovery code, each from a step of its own: one comes in', async () => {
  const { personId } = await person('Pemulihan');
  await replaceRecoveryCodes(database.db, town.regionId, personId, [sha256Bytes('ABCDEFGHJKLMNPQR')], NOW);
  await together(
    (n) =>
      insertStep(database.db, town.regionId, {
        stepId: database.platform.newId(),
        tokenSha256: sha256Bytes(`langkah ${n}`),
        personId,
        startedAt: NOW,
        expiresAt: later(NOW, HOUR),
      }),
    TRIES_PER_ACCOUNT,
  );
  const tries = await together(
    (n) =>
      finishSignIn(database.platform, {
        regionId: town.regionId,
        step: `langkah ${n}`,
        code: 'ABCD-EFGH-JKLM-NPQR',
        address: `10.0.0.${n}`,
        device: '',
      }),
    TRIES_PER_ACCOUNT,
  );
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await count(`session WHERE person_id = '${personId}'`)).toBe(1);
});

test('a thousand receive one handover: the seat moves once', async () => {
  const [giver, receiver] = [await person('Pemberi'), await person('Penerima')];
  const [agencyId, seatId, handoverId] = [database.platform.newId(), database.platform.newId(), database.platform.newId()];
  const system = { regionId: town.regionId, actor: NOBODY };
  await perform(database.platform, system, (act) => createAgency(act, { agencyId, name: 'Dinas Uji', shortName: 'Dinas Uji', kind: 'skpd' }));
  const seat = {
    seatId,
    holdingId: database.platform.newId(),
    agencyId,
    title: 'Kepala',
    role: 'head' as const,
    personId: giver.personId,
    from: later(NOW, -HOUR),
  };
  await perform(database.platform, system, (act) => giveSeat(act, seat));
  const by = await as(giver.personId);
  const given = await perform(database.platform, by, (act) =>
    giveOver(act, { handoverId, seatId, account: `${receiver.personId}@contoh.example`, letter: '' }),
  );
  expect(given.ok).toBe(true);
  const to = await as(receiver.personId);
  const taken = await together(() => perform(database.platform, to, (act) => takeOver(act, { handoverId })));
  expect(taken.every(({ ok }) => ok)).toBe(true);
  expect(await count(`seat_holding WHERE seat_id = '${seatId}'`)).toBe(2);
  expect(await count(`audit_entry WHERE kind = 'seat.handed-over'`)).toBe(1);
});
