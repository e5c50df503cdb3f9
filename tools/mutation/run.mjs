// `npm run mutation [-- room …]`: changes the domain in thousands of small ways and counts how many the tests notice; below 85 % fails.
// The tester is installed here, beside its own lock file, so that the program's lock file does not carry it.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const home = dirname(dirname(here));
const tester = join(here, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const out = join(home, 'coverage', 'mutation');
const LEAST = 85;

install();
mkdirSync(out, { recursive: true });
const rooms = process.argv.slice(2).map((room) => (room.endsWith('.ts') ? room : `src/domain/${room}/*.ts`));
const whole = rooms.length === 0 ? ['src/domain/**/*.ts'] : rooms;
const running = await mutate('running', { mutate: [...whole, '!src/domain/**/*.test.ts'], ignoreStatic: true });
const mutants = new Map(running.map((one) => [keyOf(one), one]));
// What runs only while a module loads (tables, patterns) must be tried from a fresh start, by every test that uses the file: apart, because it is slow.
const loading = running.filter(({ status }) => status === 'Ignored');
if (loading.length > 0) for (const one of await mutate('loading', { mutate: [...new Set(loading.map(placeOf))], vitest: { related: true } })) keep(one);
report([...mutants.values()]);

function install() {
  if (existsSync(tester)) return;
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', words, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

/** One run of the tester; gives every mutant with its file and its fate. */
async function mutate(name, options) {
  const [config, file] = [join(out, `${name}.config.mjs`), join(out, `${name}.json`)];
  const { default: common } = await import('./stryker.config.mjs');
  const own = { ...common, ...options, vitest: { ...common.vitest, ...options.vitest }, jsonReporter: { fileName: file } };
  writeFileSync(config, `export default ${JSON.stringify(own)};\n`);
  const run = spawn(process.execPath, [tester, 'run', config], { cwd: home, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => run.kill(signal));
  const code = await new Promise((done) => run.on('exit', done));
  if (code !== 0) process.exit(code ?? 1);
  const { files } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(files).flatMap(([path, { mutants: all }]) => all.map((one) => ({ ...one, path })));
}

function placeOf({ path, location: { start, end } }) {
  return `${path}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

function keyOf(mutant) {
  return `${placeOf(mutant)} ${mutant.mutatorName} ${mutant.replacement}`;
}

/** A place may hold mutants that were tried before: their first fate stands. */
function keep(mutant) {
  if (mutants.get(keyOf(mutant))?.status === 'Ignored') mutants.set(keyOf(mutant), mutant);
}

function report(all) {
  const rows = new Map();
  for (const { path, status } of all) {
    for (const room of [dirname(path).replace('src/domain/', ''), 'all']) {
      const row = rows.get(room) ?? { room, mutants: 0, killed: 0, timeout: 0, survived: 0 };
      if (['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored'].includes(status)) row.mutants += 1;
      if (status === 'Killed') row.killed += 1;
      else if (status === 'Timeout') row.timeout += 1;
      else if (['Survived', 'NoCoverage', 'Ignored'].includes(status)) row.survived += 1;
      rows.set(room, row);
    }
  }
  const score = ({ mutants: of, killed, timeout }) => (of === 0 ? 100 : (100 * (killed + timeout)) / of);
  const lines = [...rows.values()].sort((a, b) => (a.room === 'all') - (b.room === 'all') || (a.room < b.room ? -1 : 1));
  process.stdout.write('\n| Room | Mutants | Noticed | Did not end | Unnoticed | Score |\n|---|--:|--:|--:|--:|--:|\n');
  for (const row of lines) {
    process.stdout.write(`| ${row.room} | ${row.mutants} | ${row.killed} | ${row.timeout} | ${row.survived} | ${score(row).toFixed(1)} % |\n`);
  }
  writeFileSync(
    join(out, 'mutants.json'),
    JSON.stringify(all.map(({ path, location, mutatorName, replacement, status }) => ({ path, location, mutatorName, replacement, status }))),
  );
  const total = score(lines.at(-1) ?? { mutants: 0, killed: 0, timeout: 0 });
  if (total >= LEAST) return;
  process.stderr.write(`The tests notice ${total.toFixed(2)} % of the mutants, fewer than ${LEAST} %.\n`);
  process.exit(1);
}
