import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../domain/shared/outcome.ts';
import { troublesOf } from '../domain/shared/table.ts';
import { readJsonText, readSheets, type SheetOfCells, writeSheets } from './sheets.ts';

const AT = '2026-07-01T00:00:00.000Z';

async function read(bytes: Uint8Array): Promise<readonly SheetOfCells[]> {
  const outcome = await readSheets(bytes);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

const texts = (sheet: SheetOfCells | undefined) => sheet?.rows.map((row) => row.map(({ text }) => text));
const whyNot = (outcome: Outcome<unknown>) => (outcome.ok ? null : { code: outcome.refusal.code, ...outcome.refusal.facts });

describe('a written file', () => {
  const sheet = {
    name: 'Bobot: 2027/2028',
    columns: [
      { heading: 'Kode', width: 10 },
      { heading: 'Bobot', width: 8 },
      { heading: 'Mulai', width: 12 },
    ],
    rows: [
      ['SID-31', { number: '0.38' }, { date: '2027-02-28' }],
      ['=1+1', '', ''],
      ['', { number: '12.5' }, ''],
    ],
  };

  test('comes back as it was, formulas as the words they were', async () => {
    const [back] = await read(await writeSheets('Katalog', [sheet], AT));
    expect(back?.name).toBe('Bobot  2027 2028');
    expect(texts(back)).toEqual([['Kode', 'Bobot', 'Mulai'], ['SID-31', '0.38', '2027-02-28'], ['=1+1'], ['', '12.5']]);
    expect(back?.rows[1]?.map(({ kind, address }) => `${address} ${kind}`)).toEqual(['A2 text', 'B2 number', 'C2 date']);
    expect(troublesOf(back as SheetOfCells)).toEqual([]);
  });

  test('has the same bytes when written again', async () => {
    expect(await writeSheets('Katalog', [sheet], AT)).toEqual(await writeSheets('Katalog', [sheet], AT));
  });
});

describe('what a cell says beyond its text', () => {
  test('is named by sheet and cell, in reading order', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Orang',
          rows: [
            ['Nama', 'NIP', 'Kantor'],
            ['Ani', 198501012010012000, 'Dinas A'],
            ['Budi', 12, null],
            ['Cici', 1e21, 'B'],
          ],
          merges: [{ startRow: 1, startCol: 2, endRow: 2, endCol: 2 }],
          cells: new Map([
            ['2,1', { formula: 'SUM(A1:A2)', formulaResult: 12 }],
            ['3,2', { value: '#REF!', type: 'error' }],
          ]),
        },
      ],
    });
    const [sheet] = await read(bytes);
    expect(troublesOf(sheet as SheetOfCells).map((one) => `${one.sheet} ${one.cell} ${one.fault.code}`)).toEqual([
      'Orang B2 import.cell-number-too-long',
      'Orang B3 import.cell-formula',
      'Orang C3 import.cell-merged',
      'Orang B4 import.cell-number-too-long',
      'Orang C4 import.cell-error',
    ]);
  });

  test.each(['1900', '1904'] as const)('dates stand as days in the %s system', async (dateSystem) => {
    const dates = [new Date('2026-03-01T00:00:00Z'), new Date('2024-02-29T13:30:00Z'), new Date('1985-01-31T00:00:00Z')];
    const cells = new Map(dates.map((value, row) => [`${row},0`, { value, type: 'date' as const, style: { numFmt: 'dd/mm/yyyy' } }]));
    const [sheet] = await read(await writeXlsx({ dateSystem, sheets: [{ name: 'T', rows: dates.map((one) => [one]), cells }] }));
    expect(texts(sheet)).toEqual([['2026-03-01'], ['2024-02-29 13:30'], ['1985-01-31']]);
  });

  test('a letter in another encoding marks its cell of a CSV', async () => {
    const [sheet] = await read(Buffer.from('Nama;Kantor\nJos\xe9;Dinas\n', 'latin1'));
    expect(troublesOf(sheet as SheetOfCells).map((one) => one.cell)).toEqual(['A2']);
  });

  test.each([
    ['UTF-8 with its mark', Buffer.from('\ufeffNama;Kantor\nJosé;Dinas', 'utf8')],
    ['UTF-16', Buffer.from('\ufeffNama;Kantor\nJosé;Dinas', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\ufeffNama;Kantor\nJosé;Dinas', 'utf16le').swap16()],
  ])('%s is read', async (_name, bytes) =>
    expect(texts((await read(bytes))[0])).toEqual([
      ['Nama', 'Kantor'],
      ['José', 'Dinas'],
    ]),
  );
});

describe('what is refused', () => {
  const long = (rows: number) => Array.from({ length: rows }, (_, at) => [at, 'x']);

  test.each([
    ['a text of nulls', Buffer.from('ab\0cd'), { code: 'sheet.not-a-spreadsheet' }],
    ['an old or locked workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), { code: 'sheet.old-format' }],
    ['a cut file', Buffer.from('PK\x03\x04 and then nothing'), { code: 'sheet.damaged' }],
    ['too long a CSV', Buffer.from('a\n'.repeat(6_001)), { code: 'sheet.too-many-rows', sheet: 'CSV', cell: 'A6001', most: 6_000 }],
    ['too wide a CSV', Buffer.from(`a;b\n${'c;'.repeat(60)}d`), { code: 'sheet.too-many-columns', sheet: 'CSV', cell: 'BI2', most: 60 }],
  ])('%s', async (_name, bytes, why) => expect(whyNot(await readSheets(bytes))).toEqual(why));

  test('a sheet of too many rows, by its name and first cell too many', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Kecil', rows: [['a']] },
        { name: 'Besar', rows: long(6_002) },
      ],
    });
    expect(whyNot(await readSheets(bytes))).toEqual({ code: 'sheet.too-many-rows', sheet: 'Besar', cell: 'A6001', most: 6_000 });
  });

  test('a cell far to the right', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Lebar', rows: [['a'], [...Array(100).fill(null), 'z']] }] });
    expect(whyNot(await readSheets(bytes))).toEqual({ code: 'sheet.too-many-columns', sheet: 'Lebar', cell: 'CW2', most: 60 });
  });

  test('too many sheets', async () => {
    const sheets = Array.from({ length: 41 }, (_, at) => ({ name: `L${at}`, rows: [['a']] }));
    expect(whyNot(await readSheets(await writeXlsx({ sheets })))).toEqual({ code: 'sheet.too-many-sheets', most: 40 });
  });

  test('a ZIP that is no workbook, and one cut short', async () => {
    const whole = await writeXlsx({ sheets: [{ name: 'A', rows: long(50) }] });
    expect(whyNot(await readSheets(whole.subarray(0, whole.length - 30)))).toEqual({ code: 'sheet.damaged' });
    expect(whyNot(await readSheets(zipOf('foto.jpg', Buffer.from('x'), 1)))).toEqual({ code: 'sheet.not-a-spreadsheet' });
  });

  test('a JSON file beyond two megabytes', () => {
    expect(readJsonText(Buffer.from('{}'))).toEqual({ ok: true, value: '{}' });
    expect(whyNot(readJsonText(Buffer.alloc(2_000_001, ' ')))).toEqual({ code: 'sheet.file-too-large' });
  });

  test('a bomb, whether it states its size or not', async () => {
    expect(whyNot(await readSheets(zipOf('xl/sharedStrings.xml', Buffer.alloc(9_000), 60_000_000)))).toEqual({ code: 'sheet.file-too-large' });
    expect(whyNot(await readSheets(zipOf('xl/sharedStrings.xml', Buffer.alloc(9_000), 0)))).toEqual({ code: 'sheet.damaged' });
  });
});

/** A ZIP of one entry that states the given size. */
function zipOf(name: string, content: Buffer, statedBytes: number): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(statedBytes, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(statedBytes, 24);
  entry.writeUInt16LE(name.length, 28);
  const body = Buffer.concat([local, Buffer.from(name), packed]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, entry, Buffer.from(name), end]);
}
