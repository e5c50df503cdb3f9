import { describe, expect, test } from 'vitest';
import { checkSettings, codeOfName, type EditionSettings, readPrizes } from './settings.ts';

const settings: EditionSettings = { name: 'Lomba 2026', venue: 'Aula', texts: {}, prizes: { skpd: ['Piala', 'Piagam'] } };
const faults = (changed: Partial<EditionSettings>) => {
  const found = checkSettings({ ...settings, ...changed });
  return found.ok ? {} : Object.fromEntries(Object.entries(found.refusal.fields ?? {}).map(([field, one]) => [field, [one.code, one.facts]]));
};

describe('settings', () => {
  test('are taken as they are', () => expect(checkSettings(settings)).toEqual({ ok: true, value: settings }));

  test.each<[Partial<EditionSettings>, Record<string, unknown>]>([
    [{ name: ' ab ' }, { name: ['edition.name-missing', {}] }],
    [{ name: 'x'.repeat(201) }, { name: ['edition.name-missing', {}] }],
    [{ venue: 'x'.repeat(201) }, { venue: ['edition.text-too-long', { most: 200 }] }],
    [{ texts: { welcome: 'x'.repeat(2_001) } }, { welcome: ['edition.text-too-long', { most: 2_000 }] }],
    [{ texts: { contact: 'x'.repeat(2_001) } }, { contact: ['edition.text-too-long', { most: 2_000 }] }],
    [{ prizes: { skpd: ['x', 'x'.repeat(201)] } }, { 'prize-skpd': ['edition.text-too-long', { most: 200 }] }],
    [{ prizes: { skpd: Array.from({ length: 21 }, () => 'x') } }, { 'prize-skpd': ['edition.text-too-long', { most: 200 }] }],
    [
      { name: '', venue: 'x'.repeat(201) },
      { name: ['edition.name-missing', {}], venue: ['edition.text-too-long', { most: 200 }] },
    ],
  ])('name the field at fault', (changed, named) => {
    expect(faults(changed)).toEqual(named);
    expect(checkSettings({ ...settings, ...changed })).toMatchObject({ refusal: { code: 'edition.invalid' } });
  });

  test('hold at their ends', () => {
    expect(faults({ name: 'abc', venue: 'x'.repeat(200), texts: { welcome: 'x'.repeat(2_000), contact: 'x'.repeat(2_000) } })).toEqual({});
    expect(faults({ name: 'x'.repeat(200), prizes: { skpd: Array.from({ length: 20 }, () => 'x'.repeat(200)) } })).toEqual({});
  });

  test('have one prize a line, empty lines left out', () => expect(readPrizes(' Piala \n\n Piagam\n ')).toEqual(['Piala', 'Piagam']));

  test.each([
    ['Kecamatan dan kelurahan', 'kecamatan-dan-kelurahan'],
    [' — SKPD (Dinas) — ', 'skpd-dinas'],
    ['Médis', 'medis'],
    ['A', 'kategori-a'],
    ['—', 'kategori'],
    ['x'.repeat(50), 'x'.repeat(40)],
    [`${'x'.repeat(39)} -- abc`, 'x'.repeat(39)],
    ['ab', 'ab'],
  ])('have "%s" known as %s', (name, code) => expect(codeOfName(name)).toBe(code));
});
