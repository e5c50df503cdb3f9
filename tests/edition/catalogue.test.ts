import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { bindInstrument } from '../../src/actions/edition/bind-instrument.ts';
import { cloneEdition } from '../../src/actions/edition/clone-edition.ts';
import { adoptCatalogue } from '../../src/actions/instrument/adopt-catalogue.ts';
import { keepCatalogue } from '../../src/actions/instrument/keep-catalogue.ts';
import { instrumentOf, regionRule, usableInstrument } from '../../src/actions/instrument/known-catalogues.ts';
import { type Act, perform } from '../../src/actions/perform.ts';
import { type CatalogueDocument, documentText, readDocument } from '../../src/domain/instrument/catalogue-document.ts';
import { documentSheets, readDocumentSheets } from '../../src/domain/instrument/catalogue-sheets.ts';
import { readCatalogue } from '../../src/domain/instrument/instrument.ts';
import { compareRules } from '../../src/domain/regional-index/compare.ts';
import { computeIndex } from '../../src/domain/regional-index/iid.ts';
import { readIndexRule } from '../../src/domain/regional-index/rule.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { equals } from '../../src/domain/shared/rational.ts';
import { shippedCatalogues } from '../../src/platform/catalogues.ts';
import { readSheets, writeSheets } from '../../src/platform/sheets.ts';
import { findEditionByYear } from '../../src/store/edition.read.ts';
import { findActor } from '../../src/store/people.read.ts';
import { createApp } from '../../src/web/app.ts';
import { type EditionGround, editionGround } from '../factories/edition.ts';
import { browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const NOW = '2026-08-19T02:00:00.000Z';
const SHIPPED = shippedCatalogues().get('iid-2026')?.text ?? '';
const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
};
const document = must(readDocument(SHIPPED));

/** Next year's catalogue: three rows differ, and the sums with them. */
const next: CatalogueDocument = {
  ...document,
  year: '2027',
  legalSource: 'Surat contoh 2027',
  maxSid: '114',
  maxTotal: '253',
  years: document.years.filter(({ year }) => year >= '2027').map((one) => ({ ...one, needed: one.needed || '6' })),
  rows: document.rows.map((row) => {
    if (row.code === 'SID-31') return { ...row, weight: '4' };
    if (row.code === 'SID-20') return { ...row, name: 'Nama baru' };
    return row.code === 'SPD-01' ? { ...row, levels: ['satu', 'dua', 'tiga'] } : row;
  }),
};

describe('a catalogue as a document', () => {
  test('says the same as its file: instrument and index rule', () => {
    const text = documentText(document);
    const [mine, shipped] = [must(readIndexRule(text)), must(readIndexRule(SHIPPED))];
    const plain = (rows: typeof mine.sid) => rows.map(({ weight: _weight, ...row }) => row);
    expect({ ...mine, sid: plain(mine.sid), spd: plain(mine.spd) }).toEqual({ ...shipped, sid: plain(shipped.sid), spd: plain(shipped.spd) });
    expect(must(readCatalogue(text)).sid.map(({ weight }) => Number(weight))).toEqual(must(readCatalogue(SHIPPED)).sid.map(({ weight }) => Number(weight)));
    expect(documentText(must(readDocument(text)))).toBe(text);
  });

  test('goes through a workbook unchanged', async () => {
    const bytes = await writeSheets('Katalog', documentSheets(next), NOW);
    const read = must(readDocumentSheets(must(await readSheets(bytes))));
    expect(read).toEqual({ document: next, faults: [] });
  });

  test('names what is wrong by sheet and cell', () => {
    const sheets = documentSheets(next).map(({ name, columns, rows }) => ({
      name,
      rows: [
        columns.map(({ heading }) => ({ text: heading })),
        ...rows.map((row) => row.map((cell) => ({ text: typeof cell === 'string' ? cell : cell.number }))),
      ],
    }));
    const broken = (name: string, row: number, column: number, text: string) =>
      sheets.map((sheet) =>
        sheet.name === name
          ? { ...sheet, rows: sheet.rows.map((cells, at) => (at === row ? cells.map((cell, place) => (place === column ? { text } : cell)) : cells)) }
          : sheet,
      );
    const faults = (...change: Parameters<typeof broken>) =>
      must(readDocumentSheets(broken(...change))).faults.map((one) => `${one.sheet} ${one.cell} ${one.fault.code}`);
    expect(faults('Indikator', 1, 4, 'tiga')).toEqual(['Indikator E2 catalogue.cell-number']);
    expect(faults('Indikator', 2, 0, 'SPD-01')).toEqual(['Indikator A3 catalogue.code-twice']);
    expect(faults('Indikator', 3, 1, 'SIP')).toEqual(['Indikator B4 catalogue.cell-aspect']);
    expect(faults('Indikator', 3, 6, '')).toEqual(['Indikator G4 catalogue.cell-empty']);
    expect(faults('Ketentuan', 1, 1, '27')).toEqual(['Ketentuan B2 catalogue.cell-year']);
    expect(faults('Predikat', 1, 1, 'banyak')).toEqual(['Predikat B2 catalogue.cell-number']);
    expect(readDocumentSheets(sheets.slice(1))).toMatchObject({ refusal: { code: 'catalogue.sheet-missing', facts: { sheet: 'Indikator' } } });
  });

  test('a text that is no catalogue, and one with a key twice, are refused', () => {
    expect(readDocument('[]')).toMatchObject({ refusal: { code: 'catalogue.unreadable' } });
    expect(readDocument('{"year": 2026, "year": 2027, "indicators": []}')).toMatchObject({ refusal: { code: 'catalogue.key-twice', facts: { key: 'year' } } });
  });
});

describe('next year', () => {
  let db: TestDatabase;
  let ground: EditionGround;
  let code: string;
  beforeAll(async () => {
    db = await testDatabase(NOW);
    ground = await editionGround(db);
  }, 60_000);
  afterAll(() => db.end());

  async function act<T>(what: (act: Act) => Promise<Outcome<T>>, at = NOW): Promise<Outcome<T>> {
    const actor = (await findActor(db.db, ground.regionId, ground.secretary.personId, NOW)) ?? ground.secretary;
    return perform({ ...db.platform, now: () => at }, { regionId: ground.regionId, actor }, what);
  }
  const ruleOf = async (year: number, regionId = ground.regionId) => must(await regionRule(db.db, regionId, year)).code;
  const why = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);

  it('is kept once under a code of its content, and used by nobody before it is adopted', async () => {
    const text = documentText(next);
    const first = must(await act((one) => keepCatalogue(one, text)));
    code = first.code;
    expect(code).toMatch(/^iid-2027-[0-9a-f]{8}$/);
    expect(must(await act((one) => keepCatalogue(one, text)))).toEqual(first);
    expect(why(await act((one) => keepCatalogue(one, documentText({ ...next, maxSid: '113' }))))).toBe('catalogue.sums-differ');
    expect(why(await act((one) => keepCatalogue(one, 'bukan')))).toBe('catalogue.unreadable');
    const forgotten = documentText({ ...next, year: '2026' });
    expect(why(await act((one) => keepCatalogue(one, forgotten)))).toBe('catalogue.year-has-one');
    expect(why(await act((one) => keepCatalogue(one, forgotten, true)))).toBe('ok');
    expect(why(await usableInstrument(db.db, ground.regionId, code))).toBe('catalogue.not-found');
    expect(await ruleOf(2027)).toBe('iid-2026');
  });

  it('moves the index of a portfolio by exactly what its rows say', () => {
    const portfolio = {
      year: 2026,
      spd: {},
      innovations: Array.from({ length: 14 }, (_, at) => ({ code: `BL-${at}`, affair: 'Kesehatan', levels: { 'SID-31': 3 } })),
    };
    const [left, right] = [must(readIndexRule(SHIPPED)), must(readIndexRule(documentText(next)))];
    const compared = must(compareRules(left, right, portfolio));
    expect(compared.left.printed).toBe('3.60');
    expect(compared.right.printed).toBe('4.74');
    expect(compared.rows.map((row) => row.code)).toEqual(['SID-20', 'SID-31']);
    expect(equals(must(computeIndex(left, portfolio)).iid, compared.left.iid)).toBe(true);
  });

  it('is adopted with a decree, never backwards', async () => {
    const wish = { code, decree: 'SK 12/2026', reason: 'surat BSKDN' };
    expect(why(await act((one) => adoptCatalogue(one, { ...wish, decree: '' })))).toBe('rules.needs-decree');
    expect(why(await act((one) => adoptCatalogue(one, { ...wish, code: 'iid-2027-00000000' })))).toBe('catalogue.not-found');
    expect(why(await act((one) => adoptCatalogue(one, wish), '2027-12-31T16:00:00.000Z'))).toBe('catalogue.year-past');
    const before = [await ruleOf(2026), await ruleOf(2027)];
    must(await act((one) => adoptCatalogue(one, wish), '2027-12-31T15:59:59.999Z'));
    expect(before).toEqual(['iid-2026', 'iid-2026']);
    expect([await ruleOf(2026), await ruleOf(2027)]).toEqual(['iid-2026', code]);
    expect(await ruleOf(2027, db.platform.newId())).toBe('iid-2026');
    expect(why(await usableInstrument(db.db, db.platform.newId(), code))).toBe('catalogue.not-found');
  });

  it('is bound to an edition of its year, never to an earlier one, and every figure of 2026 stays to the byte', async () => {
    const figures = async () => {
      const shipped = [await instrumentOf(db.db, ground.regionId, 'iid-2026'), must(await regionRule(db.db, ground.regionId, 2026))];
      return JSON.stringify(shipped, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
    };
    const before = await figures();
    const copy = { editionId: db.platform.newId(), fromYear: 2026, year: 2027, name: 'Lomba 2027', venue: '', reason: 'disalin' };
    must(await act((one) => cloneEdition(one, copy)));
    const wish = { editionId: copy.editionId, code, reason: 'katalog baru', decree: '' };
    expect(why(await act((one) => bindInstrument(one, { ...wish, editionId: ground.plan.editionId })))).toBe('instrument.too-new');
    expect(why(await act((one) => bindInstrument(one, wish)))).toBe('ok');
    expect(why(await act((one) => bindInstrument(one, wish)))).toBe('ok');
    expect((await findEditionByYear(db.db, ground.regionId, 2027))?.instrument).toBe(code);
    expect((await findEditionByYear(db.db, ground.regionId, 2026))?.instrument).toBe('iid-2026');
    expect((await instrumentOf(db.db, ground.regionId, code)).sid.find((row) => row.code === 'SID-31')?.weight).toBe('4');
    expect(await figures()).toBe(before);
  });

  it('is seen in pages: the list, the rows that differ, the try on a portfolio, and a form that keeps what was typed', async () => {
    const browser = browse(createApp(db.platform));
    await browser.signIn('sekretariat@contoh.example', 'contoh-balangan');
    const text = async (path: string) => (await browser.get(path)).text();
    expect(await text('/s/2026/aturan')).toContain(code.slice(-8));
    const shown = await text(`/s/2027/aturan/katalog/${code}`);
    for (const words of ['3 dari 41 baris berbeda dengan IID 2026', 'Nama baru', 'Simulasi', 'Lomba 2027 memakai katalog ini']) expect(shown).toContain(words);
    expect((await browser.get(`/s/2027/aturan/katalog/${code}/berkas.xlsx`)).headers.get('content-disposition')).toContain('.xlsx');
    const form = await text('/s/2026/aturan/tulis?dari=iid-2026');
    expect(form).toContain('name="bobot-SID-31"');
    const refused = await browser.post('/s/2026/aturan/tulis', { dari: 'iid-2026', tahun: '2028', dasar: 'Surat yang diketik' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Surat yang diketik');
  });
});
