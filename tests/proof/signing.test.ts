// Signatures by signing passkeys and statements without them, through the pages, with an authenticator in software.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkInvariants } from '../../src/actions/audit/check-invariants.ts';
import { keyListOf } from '../../src/actions/proof/category-keys.ts';
import { publishResult } from '../../src/actions/publication/publish.ts';
import { checkSignature, type SigningAssertion } from '../../src/domain/proof/signature.ts';
import { later, MINUTE } from '../../src/domain/shared/time.ts';
import { signatureTools } from '../../src/platform/signature.ts';
import { findResult } from '../../src/store/result.read.ts';
import { shortCode } from '../../src/texts/id/format.ts';
import { signingRefusals } from '../../src/texts/id/signing.ts';
import { keyCode } from '../../src/web/key-words.ts';
import { paths } from '../../src/web/paths.ts';
import { NOW, PLENARY } from '../factories/jury.ts';
import { BEFORE, enrol, type SigningWeek, signingWeek, type Visitor } from '../factories/signing-week.ts';
import { type Authenticator, authenticator, optionsOn } from '../support/authenticator.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { within } from '../support/within.ts';

let db: TestDatabase;
let ground: SigningWeek;
let chair: Visitor;
let member: Visitor;
let third: Visitor;
let leader: Visitor;
let secretariat: Visitor;
beforeAll(async () => {
  db = await testDatabase(NOW);
  ground = await signingWeek(db);
  db.at(BEFORE);
  const { week, visitor } = ground;
  [chair, member, third, leader, secretariat] = (await Promise.all([...week.jurors, week.leader, week.secretariat].map(visitor))) as [
    Visitor,
    Visitor,
    Visitor,
    Visitor,
    Visitor,
  ];
});
afterAll(() => db?.end());

const person = (at: number) => ground.week.jurors[at]?.personId ?? '';
const rows = <T>(sql: string, ...values: readonly unknown[]) => db.db.all<T>(sql, values);
const plenary = '/pleno/skpd';
const sign = `${plenary}/pernyataan`;
const certify = `${plenary}/penetapan`;
const words = (code: string) => signingRefusals[code]?.({ max: 5 }) ?? code;
const keys: Record<string, Authenticator> = {};

describe('a signing key', () => {
  test('is made on a page of its own after a fresh proof, before the presentation opens, and leaves its row', async () => {
    keys.chair = await enrol(chair);
    keys.member = await enrol(member);
    keys.leader = await enrol(leader);
    const page = (await member.get(paths.signingKeys)).html;
    expect(page).toContain(keyCode(keys.member.id));
    expect(page).toContain('dapat dipakai');
    const [row] = await rows<{ facts: string }>("SELECT facts FROM audit_entry WHERE kind = 'signing-key.enrolled' AND subject_id = $1", person(1));
    expect(JSON.parse(row?.facts ?? '')).toMatchObject({ credential: keys.member.id, rpId: 'localhost', origin: 'http://localhost', afterOpening: false });
    expect(
      (
        await rows<{ kind: string }>(
          "SELECT kind FROM message WHERE person_id = $1 AND kind = 'account-changed' AND facts ->> 'change' = 'signing-key-enrolled'",
          person(1),
        )
      ).length,
    ).toBe(1);
    db.at(later(BEFORE, 11 * MINUTE));
    const stale = await member.post(paths.signingKeys, { nama: 'Lain', jawaban: authenticator().make(optionsOn(page, paths.signingKeys)) });
    expect([stale.status, stale.html.includes('id="bukti"')]).toEqual([422, true]);
    db.at(BEFORE);
  });

  test('is no way in and no proof, and a passkey for signing in is no signing key: the server decides by its tables', async () => {
    const { member: signing = authenticator() } = keys;
    const door = await ground.visitor(undefined);
    const asked = optionsOn((await door.get(paths.passkeySignIn)).html);
    expect((await door.post(paths.passkeySignIn, { jawaban: signing.answer(asked) })).status).toBe(422);
    const login = authenticator();
    const toRegister = optionsOn((await member.get(paths.secondFactor)).html, paths.passkeys);
    const toEnrol = optionsOn((await member.get(paths.signingKeys)).html, paths.signingKeys);
    for (const [path, answer] of [
      [paths.passkeys, signing.make(toEnrol)],
      [paths.passkeys, signing.make(toRegister)],
      [paths.signingKeys, login.make(toRegister)],
    ] as const)
      expect([path, (await member.post(path, { nama: 'Kunci', jawaban: answer })).status]).toEqual([path, 422]);
    expect((await member.post(paths.passkeys, { nama: 'Masuk', jawaban: login.make(toRegister) })).status).toBe(200);
    expect((await member.post(paths.signingKeys, { nama: 'Kunci', jawaban: login.make(toEnrol) })).status).toBe(422);
    const toProve = optionsOn((await member.get(paths.prove)).html);
    expect((await member.post(`${paths.prove}/kunci`, { jawaban: signing.answer(toProve) })).status).toBe(422);
    expect((await member.post(`${paths.prove}/kunci`, { jawaban: login.answer(toProve) })).status).toBe(303);
    keys.login = login;
  });

  test('asks the authenticator for a handle of its own, so that it never stands in for the way in', async () => {
    const toRegister = JSON.parse(optionsOn((await third.get(paths.secondFactor)).html, paths.passkeys));
    const toEnrol = JSON.parse(optionsOn((await third.get(paths.signingKeys)).html, paths.signingKeys));
    expect(toEnrol.user.id).not.toBe(toRegister.user.id);
    expect(toEnrol.authenticatorSelection).toMatchObject({ userVerification: 'required', requireResidentKey: false });
  });

  test('cannot be changed or deleted by the running role, nor confirmed or ended twice by the owner of the database', async () => {
    for (const change of ["UPDATE signing_key SET origin = 'https://lain'", 'DELETE FROM signing_key', 'TRUNCATE signing_key'])
      await expect(db.db.run(change), change).rejects.toThrow();
    await expect(db.owner.run("UPDATE signing_key SET public_key = '\\x00'")).rejects.toThrow('never changes');
  });
});

describe('the result', () => {
  let resultId = '';
  let digest = '';
  let version = 0;
  const hidden = () => ({ hasil: resultId, sidik: digest, pasti: 'ya' });
  /** What the page asks of the visitor's keys. */
  const asked = async (visitor: Visitor, path = `${plenary}?tahun=2026`) => optionsOn((await visitor.get(path)).html, `${sign}?tahun=2026`);

  beforeAll(async () => {
    ({ resultId, digest, version } = await ground.compute());
    [chair, member, third, leader, secretariat] = (await Promise.all(
      [...ground.week.jurors, ground.week.leader, ground.week.secretariat].map(ground.visitor),
    )) as [Visitor, Visitor, Visitor, Visitor, Visitor];
  });

  test('shows a signer the first three places and the code, no figure, and asks for the digest of what is signed', async () => {
    const page = (await member.get(plenary)).html;
    for (const part of ['Tiga besar', 'Inovasi 1', 'Inovasi 3', shortCode(digest), 'Tanda tangani dengan kunci']) expect(page).toContain(part);
    expect(page).not.toContain('Rekap nilai');
    const { challenge, allowCredentials, userVerification } = JSON.parse(await asked(member));
    expect([challenge.length, userVerification, allowCredentials]).toEqual([43, 'required', [{ type: 'public-key', id: keys.member?.id }]]);
  });

  test('is not signed by an answer that does not hold, and each no has its sentence', async () => {
    const options = JSON.parse(await asked(member));
    const { chair: chairs, member: own, login, leader: leads } = keys as Record<string, Authenticator>;
    const other = (change: object) => JSON.stringify({ ...options, ...change });
    const chairsPage = await asked(chair);
    const toProve = optionsOn((await member.get(paths.prove)).html);
    const cases: readonly (readonly [string, string | undefined, string])[] = [
      ['a sign-in passkey that answers what is signed', login?.answer(JSON.stringify(options)), 'signature.key-unknown'],
      ['a foreign key', authenticator().answer(JSON.stringify(options)), 'signature.key-unknown'],
      ["the chair's key", chairs?.answer(chairsPage), 'signature.key-unknown'],
      ["the leader's key", leads?.answer(JSON.stringify(options)), 'signature.key-unknown'],
      ['the own key on what the chair is asked', own?.answer(chairsPage), 'signature.signs-something-else'],
      ['the own key on a proof', own?.answer(toProve), 'signature.signs-something-else'],
      ['another site', own?.answer(JSON.stringify(options), { origin: 'https://jahat.example' }), 'signature.wrong-site'],
      ['another host', own?.answer(JSON.stringify(options), { host: 'jahat.example' }), 'signature.wrong-site'],
      ['nobody who unlocked it', own?.answer(JSON.stringify(options), { unattended: true }), 'signature.nobody-there'],
      ['the making of a key', own?.answer(JSON.stringify(options), { type: 'webauthn.create' }), 'signature.wrong-kind'],
      ['another challenge', own?.answer(other({ challenge: 'A'.repeat(43) })), 'signature.signs-something-else'],
      ['no answer', '{}', 'signature.malformed'],
      [
        'a foreign signature under the own id',
        JSON.stringify({ ...JSON.parse(authenticator().answer(JSON.stringify(options))), id: own?.id }),
        'signature.does-not-hold',
      ],
    ];
    for (const [name, jawaban = '', code] of cases) {
      const answer = await member.post(sign, { ...hidden(), jawaban });
      expect([name, answer.status, answer.html.includes(words(code))]).toEqual([name, 422, true]);
    }
    const statement = await member.post(sign, hidden());
    expect([statement.status, statement.html.includes(words('signature.key-there').slice(0, 50))]).toEqual([422, true]);
    expect(await rows('SELECT 1 FROM result_signature')).toEqual([]);
  });

  test('is signed with the key: the answer is kept, the ledger holds its digest, the signer is told, and only the signer', async () => {
    const jawaban = (keys.member as Authenticator).answer(await asked(member));
    for (const _ of [1, 2]) expect((await member.post(sign, { ...hidden(), jawaban })).status).toBe(303);
    const [row] = await rows<{ assertion: SigningAssertion; how: string | null; at: string }>(
      'SELECT assertion, confirmed_with AS how, signed_at AS at FROM result_signature WHERE person_id = $1',
      person(1),
    );
    const list = await keyListOf(db.db, ground.week.regionId, ground.week.categoryId, PLENARY);
    const subject = { region: ground.week.regionId, edition: 2026, category: ground.week.categoryId, version, digest, capacity: 'juror', act: 'sign' } as const;
    expect(row?.how).toBeNull();
    expect(checkSignature(row?.assertion as SigningAssertion, subject, list?.keys ?? [], row?.at ?? '', signatureTools).ok).toBe(true);
    const [said] = await rows<{ facts: string }>("SELECT facts FROM audit_entry WHERE kind = 'result.signed'");
    expect(JSON.parse(said?.facts ?? '')).toMatchObject({ way: 'signature', credential: keys.member?.id, capacity: 'juror', digest });
    const [message] = await rows<{ id: string; facts: { places: string[] } }>("SELECT message_id AS id, facts FROM message WHERE kind = 'result-signed'");
    expect(message?.facts.places).toEqual(['1. Inovasi 1', '2. Inovasi 2', '3. Inovasi 3']);
    expect((await member.get('/saya/notifikasi')).html).toContain('Inovasi 1');
    const outbox = await secretariat.get(paths.message(message?.id ?? ''));
    expect([outbox.status, outbox.html.includes('Inovasi 1'), outbox.html.includes('hanya untuk penerimanya')]).toEqual([200, false, true]);
  });

  test('takes two people for a key made after the presentation opened, and says so where it is printed', async () => {
    keys.third = await enrol(third);
    expect((await third.get(paths.signingKeys)).html).toContain('menunggu konfirmasi orang kedua');
    const page = (await third.get(plenary)).html;
    expect([page.includes('menunggu konfirmasi sekretariat'), page.includes('data-kunci')]).toEqual([true, false]);
    const list = paths.signingKeysOf(2026);
    expect((await third.post(`${list}/konfirmasi`, { kunci: keys.third.id })).status).toBe(404);
    const late = await ground.visitor(ground.week.jurors[0]);
    const own = await enrol(late);
    const refused = await late.post(`${list}/konfirmasi`, { kunci: own.id });
    expect([refused.status, refused.html.includes(words('signing-key.own'))]).toEqual([422, true]);
    expect((await secretariat.post(`${list}/konfirmasi`, { kunci: 'tidak-ada' })).status).toBe(404);
    expect((await secretariat.post(`${list}/konfirmasi`, { kunci: keys.member?.id ?? '' })).status).toBe(404);
    for (const _ of [1, 2]) expect((await secretariat.post(`${list}/konfirmasi`, { kunci: keys.third.id })).status).toBe(303);
    const printed = (await secretariat.get(list)).html;
    for (const part of ['didaftarkan sesudah presentasi dibuka; dikonfirmasi Orang 0', keyCode(keys.third.id), 'Sidik daftar kunci'])
      expect(printed).toContain(part);
    const jawaban = keys.third.answer(await asked(third));
    expect((await third.post(sign, { ...hidden(), jawaban })).status).toBe(303);
  });

  test('is not signed by a key that was ended; its owner states, which is never called a signature', async () => {
    const jawaban = (keys.chair as Authenticator).answer(await asked(chair));
    const end = `${paths.signingKeys}/akhiri`;
    expect((await chair.post(end, { kunci: keys.chair?.id ?? '', alasan: '' })).status).toBe(422);
    expect((await chair.post(end, { kunci: keys.member?.id ?? '', alasan: 'Ponsel hilang' })).status).toBe(404);
    for (const _ of [1, 2]) expect((await chair.post(end, { kunci: keys.chair?.id ?? '', alasan: 'Ponsel hilang' })).status).toBe(303);
    const ended = await chair.post(sign, { ...hidden(), jawaban });
    expect([ended.status, ended.html.includes(words('signature.key-not-valid-then'))]).toEqual([422, true]);
    const page = (await chair.get(plenary)).html;
    expect([page.includes('Nyatakan hasil ini benar'), page.includes('bukan tanda tangan')]).toEqual([true, true]);
    await db.owner.run('UPDATE session SET proved_at = NULL WHERE person_id = $1', [person(0)]);
    const unproven = await chair.post(sign, hidden());
    expect([unproven.status, unproven.html.includes('id="bukti"')]).toEqual([422, true]);
    await db.owner.run('UPDATE session SET proved_at = $2 WHERE person_id = $1', [person(0), PLENARY]);
    expect((await chair.post(sign, hidden())).status).toBe(303);
    const after = (await secretariat.get(plenary)).html;
    expect(after.match(/Tanda tangan dengan kunci, /g)?.length).toBe(2);
    expect(after.match(/Pernyataan dengan kata sandi, /g)?.length).toBe(1);
    const [told] = await rows<{ facts: { way: string } }>("SELECT facts FROM message WHERE kind = 'result-signed' AND person_id = $1", person(0));
    expect(told?.facts.way).toBe('statement');
  });

  test('is certified with the key of the leader, not with the answer of a juror, and everything is promised afterwards', async () => {
    const form = { hasil: resultId, sk: '188.45/1', pasti: 'ya' };
    const toCertify = optionsOn((await leader.get(paths.leader)).html, `${certify}?tahun=2026`);
    const juror = await leader.post(certify, { ...form, jawaban: (keys.member as Authenticator).answer(toCertify) });
    expect([juror.status, juror.html.includes(words('signature.key-unknown'))]).toEqual([422, true]);
    expect((await leader.post(certify, { ...form, jawaban: (keys.leader as Authenticator).answer(toCertify) })).status).toBe(303);
    expect((await leader.get(paths.leader)).html).toMatch(/Ditetapkan [^<]*\. Tanda tangan dengan kunci\./);
    const result = await findResult(db.db, ground.week.regionId, resultId);
    expect(result?.certifiedHow?.assertion?.credentialId).toBe(keys.leader?.id);
    await ground.doing(ground.week.publisher, (a) => publishResult(a, { resultId }));
    const signing = (await checkInvariants(db.platform, ground.week.regionId)).filter(({ promise }) => /^sign/.test(promise));
    expect(signing).toEqual([]);
  });

  test.each([
    [
      'a key that was changed',
      ['signature.still-holds', 'signing-key.is-as-enrolled'],
      "UPDATE signing_key SET public_key = (SELECT public_key FROM signing_key WHERE origin <> '' ORDER BY enrolled_at DESC LIMIT 1)",
    ],
    ['a key without its row', ['signing-key.is-as-enrolled'], "DELETE FROM audit_entry WHERE kind = 'signing-key.enrolled'"],
    ['a row without its key', ['signature.still-holds', 'signing-key.is-as-enrolled'], "DELETE FROM signing_key WHERE name = 'Ponsel'"],
    [
      'a confirmation that nobody made',
      ['signing-key.is-confirmed-by-another'],
      'UPDATE signing_key SET confirmed_at = enrolled_at, confirmed_by = region_id WHERE confirmed_at IS NULL',
    ],
    [
      'an answer that was changed',
      ['signature.is-said-in-the-ledger', 'signature.still-holds'],
      `UPDATE result_signature SET assertion = jsonb_set(assertion, '{signature}', '"AAAA"') WHERE assertion IS NOT NULL`,
    ],
    [
      'the answer of another signer',
      ['signature.is-said-in-the-ledger', 'signature.still-holds'],
      'UPDATE result_signature s SET (assertion, credential_id) = (SELECT o.assertion, o.credential_id FROM result_signature o WHERE o.assertion IS NOT NULL AND o.person_id <> s.person_id LIMIT 1) WHERE s.assertion IS NOT NULL',
    ],
    [
      'a statement made into a signature',
      ['signature.is-said-in-the-ledger', 'signature.still-holds'],
      'UPDATE result_signature SET (assertion, credential_id, confirmed_with) = (SELECT assertion, credential_id, NULL FROM result_signature WHERE assertion IS NOT NULL LIMIT 1) WHERE assertion IS NULL',
    ],
    [
      'a signature made into a statement',
      ['signature.is-said-in-the-ledger'],
      "UPDATE result_certification SET assertion = NULL, credential_id = NULL, confirmed_with = 'password'",
    ],
  ] as const)('%s is found by the promises', async (_name, expected, statement) => {
    const found = new Set<string>();
    const undo = new Error('undo');
    const work = db.owner.transaction(async (tx) => {
      await tx.run('SET LOCAL session_replication_role = replica');
      expect(await tx.run(statement)).toBeGreaterThan(0);
      const damaged = { ...db.platform, db: within(tx) };
      for (const { promise } of await checkInvariants(damaged, ground.week.regionId)) found.add(promise);
      throw undo;
    });
    await expect(work).rejects.toBe(undo);
    expect([...found]).toEqual(expect.arrayContaining([...expected]));
  });
});
