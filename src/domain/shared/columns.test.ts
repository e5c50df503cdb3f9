import { describe, expect, it } from 'vitest';
import { readColumns } from './columns.ts';
import type { TableCell } from './table.ts';

const HEADINGS = { name: ['Nama', 'Nama lengkap'], weight: ['Bobot'], note: ['Catatan'] } as const;
type Rows = readonly (readonly (string | TableCell)[])[];
const sheet = (...rows: Rows) => ({
  name: 'Lembar',
  rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell))),
});
const faults = (...rows: Rows) => readColumns(sheet(...rows), HEADINGS, ['name', 'weight']).faults.map(({ cell, fault }) => `${cell} ${fault.code}`);

describe('a table with headings', () => {
  it('is read by its headings, whatever their order, case and place; empty rows and unknown columns are passed over', () => {
    const table = sheet([''], ['BOBOT', 'x', ' nama  lengkap '], ['3', 'lain', ' Ani '], ['', 'lain', ''], ['4', '', 'Budi']);
    const { rows, faults } = readColumns(table, HEADINGS, ['name', 'weight']);
    expect(faults).toEqual([]);
    expect(rows.map((row) => [row.text('name'), row.text('weight'), row.text('note')])).toEqual([
      ['Ani', '3', ''],
      ['Budi', '4', ''],
    ]);
    expect(rows[1]?.faultAt('weight', { code: 'x.y', facts: {} })).toMatchObject({ sheet: 'Lembar', cell: 'A5' });
    expect(rows[1]?.faultAt('note', { code: 'x.y', facts: {} }).cell).toBe('A5');
  });

  it('names a column that is missing or there twice, and cells it cannot read', () => {
    expect(faults(['Nama'], ['Ani'])).toEqual(['A1 import.column-missing']);
    expect(faults(['Nama', 'Bobot', 'Nama'], ['a', '1', 'b'])).toEqual(['C1 import.column-twice']);
    expect(faults(['Nama', 'Bobot'], ['a', { text: '3', trouble: 'formula' }], [{ text: '', trouble: 'merged' }])).toEqual([
      'B2 import.cell-formula',
      'A3 import.cell-merged',
    ]);
    expect(faults()).toEqual(['A1 import.column-missing', 'A1 import.column-missing']);
  });
});
