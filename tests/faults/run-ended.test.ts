import { spawn } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isAlive } from './program.ts';

test.runIf(existsSync('/proc/self/stat'))('a test run that is told to end leaves no database and no file behind', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bailang-akhir-'));
  chmodSync(folder, 0o755);
  const outer = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  const run = spawn(process.execPath, ['tests/run.mjs', 'src/platform/ids.test.ts'], { env: { ...outer, TMPDIR: folder }, stdio: 'ignore' });
  const ended = new Promise((resolve) => run.once('exit', resolve));
  try {
    let database = 0;
    const isUp = () => {
      const [file] = globSync(join(folder, '*/*/database/postmaster.pid'));
      database = file === undefined ? 0 : Number.parseInt(readFileSync(file, 'utf8'), 10);
      return isAlive(database);
    };
    await expect.poll(isUp, { interval: 10, timeout: 40_000 }).toBe(true);
    run.kill('SIGTERM');
    await ended;
    expect(isAlive(database)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    run.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
});
