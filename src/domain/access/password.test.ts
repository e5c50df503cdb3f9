import { expect, test } from 'vitest';
import { checkLength, checkPassword, type Known } from './password.ts';

const COMMON = new Set(['bismillah', 'rahasia', 'qwertyuiop', 'password1234', 'katasandi', 'abc']);
const NOOR: Known = { name: 'Hj. Noor Aini, S.Kep', nip: '198203152006042011', email: 'noor.aini@balangan.go.id', agencies: ['UPTD Puskesmas Uren'] };
const codeOf = (password: string, known = NOOR) => {
  const done = checkPassword(password, known, (word) => COMMON.has(word));
  return done.ok ? 'ok' : done.refusal.fields?.password?.code;
};

test.each<[string, string]>([
  ['pendek', 'password.too-short'],
  ['x'.repeat(201), 'password.too-long'],
  ['password1234', 'password.common'],
  ['PASSWORD1234', 'password.common'],
  ['bismillah123', 'password.common'],
  ['!!Rahasia2026', 'password.common'],
  ['bismillahbismillah', 'password.common'],
  ['kata-sandi-1', 'password.common'],
  ['abcabcabcabc', 'password.common'],
  ['198203152006042011', 'password.common'],
  ['aaaaaaaaaaaa', 'password.common'],
  ['202620262026', 'password.common'],
  ['nooraini1982', 'password.of-owner'],
  ['Noor.Aini-2011', 'password.of-owner'],
  ['puskesmasuren', 'password.of-owner'],
  ['198203152006042011ab', 'password.of-owner'],
  ['balangan.noor', 'password.of-owner'],
  ['sepasang ikan haruan', 'ok'],
  ['Noor suka soto banjar', 'ok'],
])('%s: %s', (password, code) => expect(codeOf(password)).toBe(code));

test('takes ten signs as people see them, and asks nothing of an owner without NIP, e-mail or agency', () => {
  expect(checkLength('😀'.repeat(10)).ok).toBe(true);
  expect(codeOf('sungai besar', { name: 'Noor', nip: null, email: null, agencies: [] })).toBe('ok');
});
