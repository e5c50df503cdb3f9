import { expect, test } from 'vitest';
import { isId, registrationNumber } from './ids.ts';

test('an id is a whole UUID in small letters', () => {
  const id = '0192f0c1-2b3d-7e4f-8a5b-6c7d8e9f0a1b';
  expect(isId(id)).toBe(true);
  for (const other of ['', id.toUpperCase(), `${id} `, ` ${id}`, `${id}0`, `0${id}`, id.slice(1), id.replaceAll('-', ''), id.replace('0', 'g')])
    expect(isId(other)).toBe(false);
});

test('a registration number has at least four digits', () => {
  expect([1, 47, 9999, 12345].map((serial) => registrationNumber('BL', 2026, serial))).toEqual([
    'BL-2026-0001',
    'BL-2026-0047',
    'BL-2026-9999',
    'BL-2026-12345',
  ]);
});
