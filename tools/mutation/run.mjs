// `npm run mutation [-- room …]`: changes the domain in thousands of small ways and counts how many the tests notice; below 85 % fails.
// The tester is installed here, beside its own lock file, so that the program's lock file does not carry it.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const home = dirname(dirname(here));
const tester = join(here, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');

if (!existsSync(tester)) {
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', words, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
const rooms = process.argv.slice(2).map((room) => (room.endsWith('.ts') ? room : `src/domain/${room}/*.ts`));
const mutate = rooms.length === 0 ? [] : ['--mutate', [...rooms, '!src/domain/**/*.test.ts'].join()];
const run = spawn(process.execPath, [tester, 'run', join(here, 'stryker.config.mjs'), ...mutate], { cwd: home, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => run.kill(signal));
run.on('exit', (code) => process.exit(code ?? 1));
