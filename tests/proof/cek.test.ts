// /cek: receipts before and after the publication, published results, and what each answer may never say.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAbsent } from '../../src/actions/assessment/record-absent.ts';
import { reopenSheet } from '../../src/actions/assessment/reopen-sheet.ts';
import { saveSheet } from '../../src/actions/assessment/save-sheet.ts';
import { sealSheet } from '../../src/actions/assessment/seal-sheet.ts';
import { ASKINGS, answerCode, type CodeAnswer } from '../../src/actions/proof/answer-code.ts';
import type { ComputedVersion } from '../../src/actions/result/compute.ts';
import type { Actor } from '../../src/domain/people/role.ts';
import { groupedCode } from '../../src/domain/proof/check-code.ts';
import type { Db } from '../../src/platform/db.ts';
import { shortCode } from '../../src/texts/id/format.ts';
import { createApp } from '../../src/web/app.ts';
import { type JuryWeek, NOW } from '../factories/jury.ts';
import { done, sealedWeek, untilBefore } from '../factories/sealed-week.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { putGrant, visit } from '../support/visitor.ts';
import { within } from '../support/within.ts';

let database: TestDatabase;
let week: JuryWeek;
let app: ReturnType<typeof createApp>;
let version: ComputedVersion;

interface Receipt {
  readonly code: string;
  readonly sheetId: string;
  readonly digest: string;
  readonly actNo: number;
}

/** Receipts of a juror, sheet by sheet and act by act. */
const receiptsOf = (juror: Actor | undefined) =>
  database.db.all<Receipt>('SELECT code, sheet_id AS "sheetId", digest, act_no AS "actNo" FROM sheet_receipt WHERE juror_id = $1 ORDER BY sheet_id, act_no', [
    juror?.personId,
  ]);
let serial = 0;
const ask = (typed: string, db: Db = database.db): Promise<CodeAnswer> =>
  answerCode({ ...database.platform, db }, week.regionId, { typed, address: `10.0.0.${serial++}` });
const stateOf = async (typed: string, db?: Db) => {
  const answer = await ask(typed, db);
  return 'state' in answer ? answer.state : answer.kind;
};
const look = async (path: string, actor?: Actor) => (await visit(database, app, week.regionId, actor)).get(path);

let first: Receipt;
let reopened: Receipt;
let absent: Receipt;

beforeAll(async () => {
  database = await testDatabase(NOW);
  week = await sealedWeek(database);
  app = createApp(database.platform);
  await putGrant(database, week.regionId, { actor: week.publisher, role: 'secretariat', editionId: week.editionId, from: NOW });
  const [chair, second] = week.jurors as [Actor, Actor];
  const own = await receiptsOf(second);
  [first, reopened, absent] = own as [Receipt, Receipt, Receipt];
  for (const { sheetId } of [reopened, absent]) await done(database.platform, week, chair, (a) => reopenSheet(a, { sheetId, reason: 'Salah ketik' }));
});
afterAll(() => database.end());

describe('before the publication', () => {
  test('TR-A3, TR-A5: every receipt is recorded, with its time and nothing else, also one whose sheet was reopened', async () => {
    for (const { code } of [first, reopened]) {
      expect(await ask(groupedCode(code))).toEqual({ kind: 'receipt', state: 'recorded', sealedAt: NOW, digest: null, of: null, why: null });
    }
    const { status, html } = await look(`/cek/${groupedCode(first.code)}`);
    expect([status, html.includes('Tercatat'), html.includes('19 Agustus 2026')]).toEqual([200, true, true]);
    for (const secret of [first.digest, 'SKPD', 'BL-2026', 'J2', 'Dinas', 'Inovasi 1', 'Orang', '72', '73,6']) {
      expect([secret, main(html).replaceAll(groupedCode(first.code), '').includes(secret)]).toEqual([secret, false]);
    }
    const other = await look(`/cek/${groupedCode(reopened.code)}`);
    expect(main(other.html).replaceAll(groupedCode(reopened.code), '')).toBe(main(html).replaceAll(groupedCode(first.code), ''));
  });

  test('a code nobody was given is not known, whatever its form', async () => {
    for (const typed of ['0000-0000-0000-0000', 'ABCD-ABCD-ABCD-ABCD', 'ab'.repeat(32), 'BL-H-2026-01-7K4Q', '<script>alert(1)</script>', '%']) {
      expect([typed, (await ask(typed)).kind]).toEqual([typed, 'unknown']);
    }
    const { status, html } = await look('/cek/%3Cscript%3E');
    expect([status, html.includes('Tidak dikenal'), html.includes('<script>alert')]).toEqual([404, true, false]);
  });

  test('the form works without a script: it leads to the address of the code, and an empty one says what to type', async () => {
    expect(await look('/cek?kode=7k4q-9zab')).toMatchObject({ status: 303, to: '/cek/7k4q-9zab' });
    const empty = await look('/cek?kode=');
    expect([empty.status, empty.html.includes('Ketik kode')]).toEqual([422, true]);
    expect((await look('/cek')).status).toBe(200);
  });

  test('the juror finds the receipt on the own sheet, with its QR code, and nobody else does', async () => {
    const path = `/juri/lembar/${first.sheetId}/tanda-terima`;
    const own = await look(path, week.jurors[1]);
    expect(own.status).toBe(200);
    for (const part of [groupedCode(first.code), first.digest, 'class="qr"', 'https://wa.me/?text=', 'data-salin', 'data-cetak'])
      expect(own.html).toContain(part);
    for (const score of ['73,6', '73.6', '>72<', '>76<']) expect([score, main(own.html).includes(score)]).toEqual([score, false]);
    expect((await look(`/juri/lembar/${first.sheetId}`, week.jurors[1])).html).toContain(path);
    for (const other of [week.jurors[0], week.publisher, undefined]) expect((await look(path, other)).html).not.toContain(groupedCode(first.code));
    expect((await look(`/juri/lembar/${reopened.sheetId}/tanda-terima`, week.jurors[1])).html).toContain('Tanda terima sebelumnya');
  });
});

describe('after the publication', () => {
  beforeAll(async () => {
    const [chair, second] = week.jurors as [Actor, Actor];
    await done(database.platform, week, second, (a) => saveSheet(a, { sheetId: reopened.sheetId, revision: 1, scores: { KEB: '61' } }));
    await done(database.platform, week, second, (a) => sealSheet(a, { sheetId: reopened.sheetId }));
    const { entryId } = (await database.db.one<{ entryId: string }>('SELECT entry_id AS "entryId" FROM sheet WHERE sheet_id = $1', [absent.sheetId])) ?? {
      entryId: '',
    };
    await done(database.platform, week, chair, (a) => recordAbsent(a, { categoryId: week.categoryId, entryId, jurorId: second.personId, reason: 'Sakit' }));
    version = await untilBefore(database, week, 'nothing');
  });

  test('TR-A5: a receipt says whether its sheet is the one that counts, was replaced, or is not scored', async () => {
    const again = (await receiptsOf(week.jurors[1])).find(({ sheetId, actNo }) => sheetId === reopened.sheetId && actNo === 3);
    expect(await stateOf(first.code)).toBe('counted');
    expect(await stateOf(reopened.code)).toBe('replaced');
    expect(await stateOf(again?.code ?? '')).toBe('counted');
    expect(await stateOf(absent.code)).toBe('absent');
    const { html } = await look(`/cek/${groupedCode(first.code)}`);
    for (const part of ['Dihitung', first.digest, 'SKPD', 'Versi']) expect(main(html)).toContain(part);
    const said = main(html).replaceAll(groupedCode(first.code), '');
    for (const secret of ['BL-2026', 'J2', 'Dinas', 'Inovasi 1', 'Orang', '73,6']) expect([secret, said.includes(secret)]).toEqual([secret, false]);
  });

  test('the code of the result, its digests and that of its bundle are valid, with category, edition, version and time', async () => {
    const { digest, bundle } = (await database.db.one<{ digest: string; bundle: string }>(
      'SELECT p.digest, b.digest AS bundle FROM publication p JOIN publication_bundle b USING (region_id, publication_id)',
    )) ?? { digest: '', bundle: '' };
    for (const typed of [shortCode(version.digest), version.digest, digest, bundle]) expect([typed, await stateOf(typed)]).toEqual([typed, 'valid']);
    const page = await look('/hasil/2026/skpd');
    expect(page.html).toContain(`href="/cek/${shortCode(version.digest)}"`);
    expect(page.html).toContain('Kode keaslian hasil');
    const { status, html } = await look(`/cek/${shortCode(version.digest)}`);
    expect(status).toBe(200);
    for (const part of ['Sah', 'Hasil SKPD 2026', 'BAILANG 2026', '188.45/1/2026', '20 Agustus 2026', version.digest]) expect(main(html)).toContain(part);
  });

  class Undo extends Error {}
  async function under(damage: string, seen: (db: Db) => Promise<void>): Promise<void> {
    const planted = database.owner.transaction(async (tx) => {
      await tx.run('SET LOCAL session_replication_role = replica');
      expect(await tx.run(damage)).toBeGreaterThan(0);
      await seen(within(tx));
      throw new Undo();
    });
    await expect(planted).rejects.toThrow(Undo);
  }

  test.each([
    ['a score of a sealed sheet', `UPDATE sheet SET scores = scores || '{"KEB": "99"}' WHERE digest = '{seal}'`],
    ['a sealed text', `UPDATE sheet_act SET canon = replace(canon, '"KEB"', '"KEC"') WHERE digest = '{seal}'`],
    ['a sealed sheet, taken away', `DELETE FROM sheet WHERE digest = '{seal}'`],
    ['a frozen score', `UPDATE result_version SET inputs = jsonb_set(inputs, '{sheets,0,scores,KEB}', '"99"')`],
    ['a frozen figure', `UPDATE result_version SET body = jsonb_set(body, '{entries,0,final,rounded}', '"99.99"')`],
    ['a published figure', `UPDATE publication SET body = jsonb_set(body, '{entries,0,final,rounded}', '"99.99"') WHERE kind = 'result'`],
    ['a published text', `UPDATE publication SET canon = replace(canon, '"rank":1', '"rank":2') WHERE kind = 'result'`],
    ['a desk value', `UPDATE shortlist SET body = jsonb_set(body, '{entries,0,desk}', '"1"')`],
    ['a recusal', `INSERT INTO recusal SELECT region_id, entry_id, juror_id, 'declared', 'Palsu', now() FROM sheet WHERE digest = '{seal}'`],
    ['the ledger of the publication', `UPDATE audit_entry SET facts = '{}' WHERE kind = 'result.published'`],
    ['the decree', `UPDATE result_certification SET decree = 'lain'`],
  ])('TR-T3: the owner changes %s after the lock: the result turns red and says what differs, and no receipt is vouched for', async (_name, damage) => {
    await under(damage.replaceAll('{seal}', first.digest), async (db) => {
      const answer = await ask(shortCode(version.digest), db);
      expect(answer).toMatchObject({ kind: 'result', state: 'broken' });
      const html = await (await createApp({ ...database.platform, db }).request(`http://localhost/cek/${shortCode(version.digest)}`)).text();
      expect(main(html)).toContain('putusan--dicabut');
      expect(main(html)).toContain('Yang berbeda');
      expect(main(html)).not.toMatch(/\bJ\d\b/);
      expect(await stateOf(first.code, db)).toBe('result-broken');
    });
    expect(await stateOf(shortCode(version.digest))).toBe('valid');
  });

  test('an earlier publication is told from the one that replaced it', async () => {
    const later = `INSERT INTO publication SELECT region_id, gen_random_uuid(), kind, edition_id, category_id, 2, result_id, body, canon, digest, published_by, published_at
      FROM publication WHERE kind = 'result'`;
    await under(later, async (db) => {
      const { digest } = (await db.one<{ digest: string }>(`SELECT digest FROM publication_bundle`)) ?? { digest: '' };
      expect(await stateOf(digest, db)).toBe('replaced');
    });
  });
});

test('one address asks only so often, and another is not held up by it', async () => {
  const typed = groupedCode(first.code);
  const from = (address: string) => answerCode(database.platform, week.regionId, { typed, address });
  for (let time = 0; time < ASKINGS; time += 1) expect((await from('10.9.9.9')).kind).toBe('receipt');
  expect((await from('10.9.9.9')).kind).toBe('too-many');
  expect((await from('10.9.9.8')).kind).toBe('receipt');
  database.at('2026-08-20T02:06:00.000Z');
  expect((await from('10.9.9.9')).kind).toBe('receipt');
  expect(await database.db.all('SELECT 1 FROM check_asked WHERE minute < $1', ['2026-08-20T02:01:00.000Z'])).toEqual([]);
});

/** What stands in the page itself, without its frame. */
function main(html: string): string {
  return /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
}
