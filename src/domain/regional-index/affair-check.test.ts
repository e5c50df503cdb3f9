import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { strangeAffairs } from './affair-check.ts';
import { readIndexRule } from './rule.ts';

test('names affairs outside the list with the nearest one, never an empty or a listed one', () => {
  const rule = readIndexRule(readFileSync(new URL('../../../data/catalogues/iid-2026.json', import.meta.url), 'utf8'));
  if (!rule.ok) throw new Error(rule.refusal.code);
  const affairs = ['', ' ', 'Sosial', ' pekerjaan  UMUM dan penataan ruang', 'Pertanian', 'Kesehatn', 'Pekerjaan Umum dan Penataan Ruangan', 'Kecamatan'];
  const strange = strangeAffairs(
    rule.value,
    affairs.map((affair, at) => ({ code: `I${at}`, affair, levels: {} })),
  );
  expect(strange).toEqual([
    { innovation: 'I5', affair: 'Kesehatn', near: 'Kesehatan' },
    { innovation: 'I6', affair: 'Pekerjaan Umum dan Penataan Ruangan', near: 'Pekerjaan Umum dan Penataan Ruang' },
    { innovation: 'I7', affair: 'Kecamatan', near: '' },
  ]);
});
