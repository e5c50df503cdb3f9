import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BadConfig, isLoopback, readConfig } from './config.ts';

test.each([
  ['PORT', ''],
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['PORT', '0x50'],
  ['PORT', 'http'],
  ['HOST', ''],
  ['HOST', 'dua kata'],
  ['HOST', 'http://mesin'],
  ['BAILANG_DATA', ''],
  ['BAILANG_DATA', '  '],
  ['DATABASE_URL', 'basisdata'],
  ['DATABASE_URL', 'mysql://mesin/basisdata'],
  ['DATABASE_MIGRATE_URL', 'https://mesin'],
  ['DATABASE_POOLER_URL', 'https://mesin'],
  ['BAILANG_PROXY', 'yes'],
  ['BAILANG_WORKER', '1'],
  ['BAILANG_METRICS', 'pendek'],
])('refuses %s="%s" in one line that names the key', (key, value) => {
  const read = () => readConfig({ [key]: value }, false);
  expect(read).toThrow(BadConfig);
  expect(read).toThrow(new RegExp(`^${key} (harus|kosong)[^\\n]*\\.$`));
});

test('takes a pooler only beside the server itself', () => {
  const url = 'postgresql://a:b@mesin:6432/c';
  expect(() => readConfig({ DATABASE_POOLER_URL: url }, false)).toThrow(/hanya bersama DATABASE_URL/);
  expect(readConfig({ DATABASE_POOLER_URL: url, DATABASE_URL: url }, false).poolerUrl).toBe(url);
});

test('reads what is given', () => {
  const url = 'postgresql://a:b@mesin:5432/c';
  const config = readConfig({ PORT: '0', HOST: '::1', BAILANG_DATA: '/srv/b', DATABASE_URL: url, BAILANG_PROXY: 'ya' }, false);
  expect(config).toMatchObject({ port: 0, host: '::1', home: '/srv/b', databaseUrl: url, migrateUrl: null, trustedProxy: true });
});

test('keeps to the own machine, and to a folder that fits the account, when nothing is given', () => {
  expect(readConfig({}, true)).toMatchObject({ port: 3000, host: '127.0.0.1', home: '/var/lib/bailang/data', databaseUrl: null, trustedProxy: false });
  expect(readConfig({ XDG_DATA_HOME: '/home/a/data' }, false).home).toBe('/home/a/data/bailang');
});

test.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['127.0.0.1.example', false],
  ['::', false],
])('knows whether only this machine reaches %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

test('every key it reads stands in .env.example, and no other', () => {
  const read = [...readFileSync('src/platform/config.ts', 'utf8').matchAll(/env\.([A-Z_]+)/g)].map(([, key]) => key);
  const told = [...readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, key]) => key);
  expect([...new Set(told)].sort()).toEqual([...new Set(read)].filter((key) => !key?.startsWith('XDG_')).sort());
});
