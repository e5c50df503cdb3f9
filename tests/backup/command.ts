import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { secretText } from '../../src/platform/backup-words.ts';
import { ownBackupKey } from '../../src/platform/vault.ts';
import type { Ended } from '../faults/program.ts';

/** A command of the built program, run to its end. */
export function runCommand(words: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  const { DATABASE_URL: _url, DATABASE_MIGRATE_URL: _migrate, ...outer } = process.env;
  const child = spawn(process.execPath, ['build/src/cli.js', ...words], { env: { ...outer, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const heard = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (chunk) => {
      heard[stream] += chunk;
    });
  }
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...heard })));
}

/** The data folder's own backup key, in a file as `--kunci-berkas` takes it. */
export function keyFileOf(home: string): string {
  const own = ownBackupKey({ home, secret: null });
  if (own === null) throw new Error(`no key in ${home}`);
  const path = join(dirname(home), 'kunci.txt');
  writeFileSync(path, `${secretText(own)}\n`);
  return path;
}
