import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openVault, readKeyFile } from './vault.ts';

const vault = openVault(randomBytes(32));
const secret = Buffer.from('rahasia');

describe('a vault', () => {
  test('opens what it sealed, for its owner only', () => {
    const sealed = vault.seal(secret, 'orang 1');
    expect(vault.open(sealed, 'orang 1')).toEqual(secret);
    expect(vault.open(sealed, 'orang 2')).toBeNull();
    expect(openVault(randomBytes(32)).open(sealed, 'orang 1')).toBeNull();
    expect(sealed.includes(secret)).toBe(false);
  });

  test('seals the same secret differently each time', () => expect(vault.seal(secret, 'a').equals(vault.seal(secret, 'a'))).toBe(false));

  test('opens nothing that was changed or cut, whichever byte', () => {
    const sealed = vault.seal(secret, 'a');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = changed[at]! ^ 1;
      expect([at, vault.open(changed, 'a')]).toEqual([at, null]);
      expect([at, vault.open(sealed.subarray(0, at), 'a')]).toEqual([at, null]);
    }
  });
});

describe('a key file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bailang-kunci-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is made once, for its owner only, and stays', () => {
    const path = join(folder, 'kunci-rahasia');
    const key = readKeyFile(path);
    expect(key.length).toBe(32);
    expect(readKeyFile(path)).toEqual(key);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).toMatch(/^[\w-]{43}\n$/);
  });

  test('that is damaged stops the start', () => {
    const path = join(folder, 'rusak');
    writeFileSync(path, 'abc');
    expect(() => readKeyFile(path)).toThrow(/rusak/);
  });
});
