import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAddress, columnAt, parsePasted, troublesOf, writePasted } from './table.ts';

describe('a pasted table', () => {
  test.each([
    [
      'tabs',
      'Nama\tNIP\nNoor, S.Kom\t1',
      [
        ['Nama', 'NIP'],
        ['Noor, S.Kom', '1'],
      ],
    ],
    [
      'semicolons',
      'Nama;NIP\r\n"Noor; Aini";2\r\n',
      [
        ['Nama', 'NIP'],
        ['Noor; Aini', '2'],
      ],
    ],
    [
      'commas and doubled quotes',
      'Nama,Jabatan\n"A ""B""","baris\nkedua"',
      [
        ['Nama', 'Jabatan'],
        ['A "B"', 'baris\nkedua'],
      ],
    ],
    [
      'an unclosed quote',
      'Nama,NIP\n"Noor,1\nAini,2',
      [
        ['Nama', 'NIP'],
        ['"Noor', '1'],
        ['Aini', '2'],
      ],
    ],
    ['a mark of encoding before it and empty rows after it', '\ufeffNama\tNIP\n\n\n', [['Nama', 'NIP']]],
    ['nothing', '', []],
  ])('is read with %s', (_name, text, rows) => expect(parsePasted(text)).toEqual(rows));

  test('reads back what it writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ';', ',', 'é') }).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, fc.constant('x')), { minLength: 1 }), (rows) => {
        expect(parsePasted(writePasted([['a', 'b', 'c'], ...rows]))).toEqual([['a', 'b', 'c'], ...rows]);
      }),
    );
  });

  test.each([
    [0, 0, 'A1'],
    [6, 1, 'B7'],
    [0, 25, 'Z1'],
    [9, 26, 'AA10'],
    [0, 702, 'AAA1'],
  ])('names row %i, column %i %s', (row, column, name) => expect([cellAddress(row, column), columnAt(name)]).toEqual([name, column]));

  test('has the troubles of every cell named in reading order', () => {
    const rows = [[{ text: 'Nama' }, { text: '', trouble: 'merged' as const }], [], [{ text: '1,98E+17', trouble: 'number-too-long' as const }]];
    expect(troublesOf({ name: 'A', rows })).toEqual([
      { sheet: 'A', cell: 'B1', fault: { code: 'import.cell-merged', facts: {} } },
      { sheet: 'A', cell: 'A3', fault: { code: 'import.cell-number-too-long', facts: {} } },
    ]);
  });
});
