import { describe, expect, it, test } from 'vitest';
import { readRubricJson, readRubricSheets, rubricSheets } from '../../src/domain/instrument/rubric-file.ts';
import { readRubricForm, rubricAsForm } from '../../src/domain/instrument/rubric-form.ts';
import { CATEGORY_TEMPLATES } from '../../src/domain/instrument/template.ts';
import { readSheets, type SheetOfCells, writeSheets } from '../../src/platform/sheets.ts';

const NOW = '2026-08-19T02:00:00.000Z';
const SKPD = CATEGORY_TEMPLATES[0]!.rubric;
const BLUD = CATEGORY_TEMPLATES[1]!.rubric;

async function through(rubric: typeof SKPD): Promise<readonly SheetOfCells[]> {
  const sheets = await readSheets(await writeSheets('Rubrik', rubricSheets(rubric), NOW));
  if (!sheets.ok) throw new Error(sheets.refusal.code);
  return sheets.value;
}

describe('a rubric in a workbook', () => {
  test.each([
    ['by numbers', SKPD, BLUD],
    ['by levels', BLUD, SKPD],
    [
      'with every setting changed',
      { ...BLUD, scale: 'minmax', aggregate: 'trimmed', trim: 10, rankOn: 'exact', decimals: 4, minJurors: 5, percent: true } as const,
      SKPD,
    ],
  ])('%s comes back as it was, whatever stood before', async (_name, rubric, before) => {
    const read = readRubricSheets(await through(rubric), rubricAsForm(before));
    expect(read).toMatchObject({ ok: true, value: { faults: [] } });
    expect(read.ok && readRubricForm(read.value.form, rubric.version)).toEqual({ ok: true, value: rubric });
  });

  it('keeps a weight to its last digit', async () => {
    const fine = { ...SKPD, criteria: SKPD.criteria.map((one, at) => (at === 0 ? { ...one, weight: '0.1234' } : one)) };
    const read = readRubricSheets(await through(fine), rubricAsForm(SKPD));
    expect(read.ok && read.value.form.criteria[0]?.weight).toBe('0.1234');
  });

  const sheet = (name: string, ...rows: readonly (readonly string[])[]) => ({ name, rows: rows.map((row) => row.map((text) => ({ text }))) });
  const faultsOf = (...sheets: Parameters<typeof sheet>[]) => {
    const read = readRubricSheets(
      sheets.map((one) => sheet(...one)),
      rubricAsForm(SKPD),
    );
    return read.ok ? read.value.faults.map((one) => `${one.sheet} ${one.cell} ${one.fault.code}`) : [read.refusal.code];
  };

  it('needs no more than names and weights, and keeps the code of a criterion it knows', () => {
    const read = readRubricSheets([sheet('Apa saja', ['Kriteria', 'Bobot'], ['kebaruan', '60'], ['Baru sama sekali', '40'])], rubricAsForm(SKPD));
    expect(read).toMatchObject({ ok: true, value: { faults: [], form: { minJurors: '3', criteria: [{ code: 'KEB' }, { code: '' }] } } });
  });

  it('names every fault by sheet and cell', () => {
    expect(faultsOf(['Orang', ['Nama', 'NIP']])).toEqual(['rubric.no-sheet']);
    expect(faultsOf(['Kriteria', ['Kriteria', 'Bobot', 'Cara'], ['A', 'x', 'angka'], ['', '3', 'angka'], ['C', '0', '']])).toEqual([
      'Kriteria B2 rubric.number-unreadable',
      'Kriteria A3 rubric.name-missing',
      'Kriteria B4 rubric.weight-not-positive',
    ]);
    const criteria = ['Kriteria', ['Kriteria', 'Bobot', 'Cara'], ['A', '1', 'bintang']] as const;
    const levels = ['Level', ['Kriteria', 'Poin', 'Penjelasan'], ['B', '1', 'Ada']] as const;
    const settings = ['Ketentuan', ['Setelan', 'Nilai'], ['Skala', 'logaritma'], ['Lain', 'x']] as const;
    expect(faultsOf([...criteria], [...levels], [...settings])).toEqual([
      'Kriteria C2 rubric.entry-unknown',
      'Level A2 rubric.level-homeless',
      'Ketentuan B2 rubric.choice-unknown',
    ]);
  });
});

describe('a rubric in JSON', () => {
  test.each([SKPD, BLUD])('comes back as it was', (rubric) => {
    const read = readRubricJson(JSON.stringify(rubric), rubricAsForm(SKPD));
    expect(read.ok && readRubricForm(read.value, 1)).toEqual({ ok: true, value: rubric });
  });

  test('takes every number as it is written, and no key twice', () => {
    const text = JSON.stringify(SKPD).replace(/"weight":"\d+"/, '"weight":30.00000000000000001');
    const read = readRubricJson(text, rubricAsForm(SKPD));
    expect(read.ok && read.value.criteria[0]?.weight).toBe('30.00000000000000001');
    expect(readRubricJson(text.replace('"criteria"', '"scale":"raw","scale":"max","criteria"'), rubricAsForm(SKPD))).toMatchObject({
      refusal: { code: 'rubric.json-key-twice', facts: { key: 'scale' } },
    });
  });

  test.each(['', '[]', '{"criteria": 3}', '{"criteria": [1]}', 'null'])('refuses %s', (text) => {
    expect(readRubricJson(text, rubricAsForm(SKPD))).toMatchObject({ refusal: { code: 'rubric.json-unreadable' } });
  });
});
