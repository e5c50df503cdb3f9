// Kills the running program with -9 in bursts of saves and seals, starts it again, and looks for every answer it had given.
// node tests/faults/kills.mjs [rounds]   Needs a build (node bin/bailang.mjs build). Ends with status 1 when anything is lost.

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { formOf } from '../../bench/forms.mjs';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const program = join(project, 'build', 'src', 'cli.js');
export const INNOVATOR = 'inovator.disdukcapil@contoh.example';
export const JUROR = 'juri5.skpd@contoh.example';

/** Runs the rounds; returns what was acknowledged, what is missing, and the breaches at the end. */
export async function killRounds(rounds, log = () => {}) {
  const home = join(mkdtempSync(join(tmpdir(), 'bailang-kill-')), 'data');
  chmodSync(dirname(home), 0o755);
  const acked = { profile: [], comment: [], seal: 0 };
  const missing = [];
  try {
    let app = await startProgram(home);
    await asOwner(home, "UPDATE stage SET closes_at = now() + interval '9 days' WHERE kind IN ('registration')");
    let before = { acked: 0, kept: await keptSeals(home) };
    for (let round = 1; round <= rounds; round += 1) {
      const burst = runBurst(app.address, round, acked);
      await underWay(acked);
      await sleep((round * 137) % 900);
      const everything = round % 3 === 0;
      const database = databaseProcesses(home);
      process.kill(app.child.pid, 'SIGKILL');
      if (everything) for (const pid of database) tryKill(pid);
      await burst;
      app = await startProgram(home);
      missing.push(...(await lostSaves(home, acked)));
      const after = { acked: acked.seal, kept: await keptSeals(home) };
      const [answered, kept] = [after.acked - before.acked, after.kept - before.kept];
      if (kept < answered) missing.push(`round ${round}: ${answered} seals acknowledged, ${kept} kept`);
      before = after;
      log(
        `round ${round}: ${everything ? 'program and database' : 'program'} killed; ${acked.profile.length} saves, ${acked.comment.length} scores, ${acked.seal} seals acknowledged so far, ${missing.length} lost`,
      );
    }
    app.child.kill('SIGTERM');
    await app.ended;
    const check = spawnSync(process.execPath, [program, 'check-invariants'], { encoding: 'utf8', env: { ...process.env, BAILANG_DATA: home } });
    return {
      acked: { profile: acked.profile.length, comment: acked.comment.length, seal: acked.seal },
      missing,
      breaches: check.stdout,
      checked: check.status,
    };
  } finally {
    rmSync(dirname(home), { recursive: true, force: true });
  }
}

/** The built program on the folder, once it is ready. */
export async function startProgram(home) {
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { ...process.env, BAILANG_DATA: home, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let told = '';
  const address = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      told += chunk;
      const found = /siap di (\S+)\//.exec(told);
      if (found) resolve(found[1]);
    });
    child.stderr.on('data', (chunk) => {
      told += chunk;
    });
    ended.then((code) => reject(new Error(`ended with ${code}: ${told}`)));
  });
  return { child, ended, address };
}

/** Workers that save and seal until the program is gone. Only what was answered with a redirect counts. */
async function runBurst(address, round, acked) {
  const quiet = (work) => work.catch((error) => (error instanceof TypeError ? undefined : Promise.reject(error)));
  await Promise.all([
    quiet(signIn(address, INNOVATOR).then((browser) => saveProfiles(browser, round, acked))),
    ...[0, 1].map((place) => quiet(signIn(address, JUROR).then((browser) => saveComments(browser, `${round} juri ${place}`, place, acked)))),
    quiet(sealAndReopen(address, acked)),
  ]);
}

/** Waits until each kind of worker has had an answer in this round, so that no round kills an idle program. */
async function underWay(acked) {
  const counts = () => [acked.profile.length, acked.comment.length, acked.seal];
  const before = counts();
  for (const until = performance.now() + 30_000; counts().some((count, kind) => count === before[kind]); await sleep(20)) {
    if (performance.now() > until) throw new Error(`no answer of every kind within 30 seconds: ${before} before, ${counts()} now`);
  }
}

export async function saveProfiles(browser, round, acked, goesOn = () => true) {
  const path = `/usulan/${await draftOf(browser)}/profil/5`;
  for (let n = 0; goesOn(); n += 1) {
    const text = `babak ${round} simpanan ${n}`;
    const form = { ...formOf(await browser.get(path), 'aims'), aims: text, go: 'stay' };
    if ((await browser.post(path, form)) === 303) acked.profile.push(text);
  }
}

export async function draftOf(browser) {
  const list = await browser.get('/usulan');
  const rows = list.split('<li').filter((row) => row.includes('Dik Jamila'));
  return /usulan\/([0-9a-f-]{36})/.exec(rows.join(''))?.[1];
}

export async function saveComments(browser, round, place, acked, goesOn = () => true) {
  const sheets = [...(await browser.get('/juri')).matchAll(/juri\/lembar\/([0-9a-f-]{36})/g)].map((found) => found[1]);
  const path = `/juri/lembar/${sheets[place + 2]}`;
  for (let n = 0; goesOn(); n += 1) {
    const text = `babak ${round} catatan ${n}`;
    const form = { ...formOf(await browser.get(path), 'catatan'), catatan: text, tindakan: 'simpan' };
    if ((await browser.post(path, form)) === 303) acked.comment.push(text);
  }
}

async function sealAndReopen(address, acked) {
  const juror = await signIn(address, JUROR);
  const chair = await signIn(address, 'juri1.skpd@contoh.example');
  const sheet = /juri\/lembar\/([0-9a-f-]{36})/.exec(await juror.get('/juri'))?.[1];
  for (;;) {
    const page = await juror.get(`/juri/lembar/${sheet}/kunci`);
    if (page.includes('name="revisi"') && (await juror.post(`/juri/lembar/${sheet}/kunci`, formOf(page, 'revisi'))) === 303) acked.seal += 1;
    const plenary = await chair.get('/pleno/skpd');
    const form = plenary.split('<form').find((part) => part.includes('/pleno/skpd/buka')) ?? '';
    const pair = [...form.matchAll(/<option value="([^"]+)"[^>]*>([^<]*)/g)].find(([, , words]) => words.startsWith('J5'))?.[1];
    if (pair) await chair.post('/pleno/skpd/buka', { pasangan: pair, alasan: 'uji gangguan' });
  }
}

export async function signIn(address, account) {
  const cookies = new Map();
  let token = '';
  const ask = async (path, init = {}) => {
    const answer = await fetch(address + path, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: cookieLine(cookies) },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', ...value] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value.join('='));
    }
    const text = await answer.text();
    token = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? token;
    return { status: answer.status, text };
  };
  const post = async (path, fields) =>
    (await ask(path, { method: 'POST', body: new URLSearchParams({ csrf: token, ...fields }), headers: { origin: address } })).status;
  await post('/masuk', { akun: account, sandi: 'contoh-balangan' });
  return { get: async (path) => (await ask(path)).text, post, token: () => token, cookie: () => cookieLine(cookies) };
}

const cookieLine = (cookies) => [...cookies].map((pair) => pair.join('=')).join('; ');

/** Acknowledged saves that the database does not hold. */
export async function lostSaves(home, acked) {
  const [profile, comment] = await asOwner(
    home,
    "SELECT fields->>'aims' AS text FROM profile_part_history WHERE part = 5",
    'SELECT comment AS text FROM sheet_history',
  );
  const held = new Set([...profile, ...comment].map((row) => row.text));
  return [...acked.profile, ...acked.comment].filter((text) => !held.has(text));
}

/** Compared a round at a time: a seal that was kept but never answered must not stand in for a lost one of a later round. */
async function keptSeals(home) {
  const [[row]] = await asOwner(home, "SELECT count(*)::int AS n FROM sheet_act WHERE kind = 'sealed'");
  return row.n;
}

export async function asOwner(home, ...statements) {
  const client = new pg.Client({ host: socketsOf(home), user: 'bailang_owner', database: 'bailang' });
  await client.connect();
  const answers = [];
  for (const statement of statements) answers.push((await client.query(statement)).rows);
  await client.end();
  return answers;
}

/** Where the server said it listens: the fifth line of its pid file. */
function socketsOf(home) {
  return readFileSync(join(home, 'database', 'postmaster.pid'), 'utf8').split('\n')[4];
}

function databaseProcesses(home) {
  const first = Number(readFileSync(join(home, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]) === first;
      } catch {
        return false;
      }
    });
  return [first, ...children.map(Number)];
}

function tryKill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await killRounds(Number(process.argv[2] ?? 20), (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`${JSON.stringify(found)}\n`);
  process.exitCode = found.missing.length === 0 && found.checked === 0 ? 0 : 1;
}
