import { expect, test } from 'vitest';
import { csvText } from './csv-text.ts';

test('parts cells by semicolons, writes decimal commas, and quotes what would break a row', () => {
  expect(
    csvText([
      ['Nomor', 'Nama'],
      ['BL-2026-0001', 'Satu; "dua"\ntiga'],
      [{ number: '84.55' }, ''],
    ]),
  ).toBe('\ufeffNomor;Nama\r\nBL-2026-0001;"Satu; ""dua""\ntiga"\r\n84,55;\r\n');
});

test.each(['=1+1', '+62', '-5', '@SUM(A1)', '\tx'])('keeps %j from being a formula, and leaves numbers as they are', (cell) => {
  expect(csvText([[cell, { number: '-5' }]])).toBe(`\ufeff'${cell};-5\r\n`);
});
