// `npm run check`: format and lint, types, dead code, the house, every line of the domain. Stops at the first that complains.

import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(home, 'node_modules');
const steps = [
  ['format and lint', join(modules, '@biomejs', 'biome', 'bin', 'biome'), 'check', ...(process.argv.includes('--write') ? ['--write'] : []), '.'],
  ['types', join(modules, 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'],
  ['dead code', join(modules, 'knip', 'bin', 'knip.js')],
  ['house', join(modules, 'vitest', 'vitest.mjs'), 'run', 'tests/house.test.ts'],
  ['every line of the domain', join(modules, 'vitest', 'vitest.mjs'), 'run', '--coverage', '--config', 'tests/domain.config.ts', '--root', home],
];
for (const [name, program, ...words] of steps) {
  process.stdout.write(`— ${name}\n`);
  const { status } = spawnSync(process.execPath, [program, ...words], { cwd: home, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
