// Parts nobody here wrote: journeys against Debian's PostgreSQL as an ordinary owner, straight or through its PgBouncer in transaction mode.
//   apt-get install postgresql pgbouncer
//   node tests/outside/run.mjs [--pooler] [TEST FILES]

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const words = process.argv.slice(2);
const isPooled = words.includes('--pooler');
const files = words.filter((word) => word !== '--pooler');
const stop = (text) => {
  process.stderr.write(`${text}\n`);
  process.exit(2);
};

const versions = '/usr/lib/postgresql';
const newest = existsSync(versions) ? readdirSync(versions).sort((a, b) => b - a)[0] : undefined;
if (newest === undefined) stop('No PostgreSQL of Debian here: apt-get install postgresql');
if (isPooled && !existsSync('/usr/sbin/pgbouncer')) stop('No PgBouncer here: apt-get install pgbouncer');
const bin = (name) => join(versions, newest, 'bin', name);

/** Neither server runs as root: the account that Debian made for them does. */
const account = process.getuid() === 0 ? { uid: Number(execFileSync('id', ['-u', 'postgres'])), gid: Number(execFileSync('id', ['-g', 'postgres'])) } : {};
const folder = mkdtempSync(join(tmpdir(), 'bailang-luar-'));
const keep = (name, text) => {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  if ('uid' in account) chownSync(path, account.uid, account.gid);
  return path;
};
if ('uid' in account) chownSync(folder, account.uid, account.gid);

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
const port = await freePort();
const poolerPort = await freePort();
const PASSWORDS = { pengelola: 'sandi-pengelola', pemilik: 'sandi-pemilik', pelaksana: 'sandi-pelaksana' };
const address = (role, at = port) => `postgresql://${role}:${PASSWORDS[role]}@127.0.0.1:${at}`;

execFileSync(
  bin('initdb'),
  ['-D', join(folder, 'data'), '-U', 'pengelola', '-A', 'scram-sha-256', '--pwfile', keep('sandi', PASSWORDS.pengelola), '--locale=C.UTF-8', '-E', 'UTF8'],
  { ...account, stdio: ['ignore', 'ignore', 'inherit'], cwd: folder },
);
const children = [];
const start = (program, args) => children.push(spawn(program, args, { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] }));
start(bin('postgres'), [
  '-D',
  join(folder, 'data'),
  '-p',
  String(port),
  '-k',
  folder,
  '-c',
  'listen_addresses=127.0.0.1',
  '-c',
  'fsync=off',
  '-c',
  'timezone=Asia/Makassar',
]);

const psql = (sql) => spawnSync(bin('psql'), [`${address('pengelola')}/postgres`, '-v', 'ON_ERROR_STOP=1', '-c', sql], { encoding: 'utf8' });
for (let tries = 0; psql('SELECT 1').status !== 0; tries += 1) {
  if (tries > 100) stop('PostgreSQL did not start');
  await sleep(100);
}
for (const sql of [
  `CREATE ROLE pemilik LOGIN PASSWORD '${PASSWORDS.pemilik}' NOSUPERUSER NOCREATEDB NOCREATEROLE`,
  `CREATE ROLE pelaksana LOGIN PASSWORD '${PASSWORDS.pelaksana}' NOSUPERUSER NOCREATEDB NOCREATEROLE`,
  ...(isPooled ? [`ALTER ROLE pelaksana SET timezone = 'UTC'`, `ALTER ROLE pelaksana SET statement_timeout = '30s'`] : []),
]) {
  const { status, stderr } = psql(sql);
  if (status !== 0) stop(stderr);
}
if (isPooled) {
  keep(
    'pengguna.txt',
    Object.entries(PASSWORDS)
      .map((pair) => pair.map((word) => `"${word}"`).join(' '))
      .join('\n'),
  );
  const settings = [
    'listen_addr=127.0.0.1',
    `listen_port=${poolerPort}`,
    `unix_socket_dir=${folder}`,
    'auth_type=scram-sha-256',
    `auth_file=${folder}/pengguna.txt`,
  ];
  keep('pooler.ini', `[databases]\n* = host=127.0.0.1 port=${port}\n[pgbouncer]\n${settings.join('\n')}\npool_mode=transaction\ndefault_pool_size=4\n`);
  start('/usr/sbin/pgbouncer', [join(folder, 'pooler.ini')]);
  await sleep(500);
}

const server = {
  admin: address('pengelola'),
  owner: address('pemilik'),
  app: address('pelaksana'),
  ...(isPooled ? { pooler: address('pelaksana', poolerPort) } : {}),
};
const chosen = files.length > 0 ? files : ['tests/journeys/fresh.test.ts', 'tests/journeys/story-without-script.test.ts', 'tests/jury', 'tests/operations'];
process.stdout.write(`PostgreSQL ${newest} of Debian, an ordinary owner${isPooled ? ', pages through PgBouncer in transaction mode' : ''}\n`);
const run = spawn(process.execPath, [join(home, 'bin', 'bailang.mjs'), 'test', ...chosen], {
  cwd: home,
  stdio: 'inherit',
  env: { ...process.env, BAILANG_TEST_SERVER: JSON.stringify(server) },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => run.kill(signal));
run.on('exit', (code) => {
  for (const child of children.reverse()) child.kill('SIGINT');
  setTimeout(() => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(code ?? 1);
  }, 2000);
});
