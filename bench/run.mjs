// `npm run bench`: the pages of W1 measured on a fresh installation. One table on the output, one file build/bench.json.
//   --quick: 2 s and 1 round · --rounds N --seconds N · --only W-c,W-e · --no-floors · --keep: leave the data · --profile FOLDER: --cpu-prof of the web process

import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { casesOf } from './cases.mjs';
import { startFloor, statementsOf } from './floors.mjs';
import { loadWorkload } from './load-rows.mjs';
import { cpuOf, memoryOf, startInstallation, stop } from './processes.mjs';
import { domainOf } from './rows-base.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const CONCURRENCY = [1, 8, 32];
const MEMORY_MUST_MB = 400;
const text = { type: 'string' };
const flag = { type: 'boolean', default: false };
const { values: wishes } = parseArgs({
  options: { quick: flag, rounds: text, seconds: text, only: text, 'no-floors': flag, keep: flag, profile: text, concurrency: text },
});
const rounds = Number(wishes.rounds ?? (wishes.quick ? 1 : 5));
const seconds = Number(wishes.seconds ?? (wishes.quick ? 2 : 10));
const steps = wishes.concurrency?.split(',').map(Number) ?? CONCURRENCY;
const say = (line) => process.stderr.write(`${line}\n`);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** One run of the load generator, with the CPU time of the measured processes before and after. */
async function measure(pids, job) {
  const before = cpuOf(pids);
  const result = await drive(job);
  const after = cpuOf(pids);
  if (result.failures > 0) throw new Error(`${result.failures} of ${result.requests} answers were refused: ${result.examples.join(' · ')}`);
  const each = (part) => (after[part] - before[part]) / result.requests;
  return { ...result, webMs: each('web'), databaseMs: each('database'), cpuMs: each('web') + each('database') };
}

function drive(job) {
  const child = spawn(process.execPath, [join(project, 'bench', 'driver.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(job));
  let told = '';
  child.stdout.on('data', (bytes) => {
    told += bytes;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(JSON.parse(told)) : reject(new Error(`the load generator ended with ${code}`))));
  });
}

async function runCase(server, one) {
  await one.proof?.();
  const warm = { port: server.port, seconds: Math.min(2, seconds), concurrency: 8, label: 'hangat', requests: await one.requests() };
  await drive(warm);
  const found = [];
  for (const concurrency of steps) {
    const runs = [];
    for (let round = 1; round <= rounds; round += 1) {
      const requests = await one.requests();
      const job = { port: server.port, seconds, concurrency, label: `${concurrency}.${round}`, requests };
      const run = await measure(server.pids, job);
      const starts = new Map(requests.map((request) => [request.target, request.start]));
      for (const [target, answer] of Object.entries(run.acknowledged)) answer.start = starts.get(target);
      const checked = one.prove === undefined ? null : await one.prove(run.acknowledged);
      runs.push({ ...run, acknowledged: undefined, examples: undefined, checked });
      await server.client.query('CHECKPOINT');
    }
    found.push(summary(concurrency, runs));
    say(`  ${one.id} at ${concurrency}: ${found.at(-1).cpuMs.toFixed(2)} CPU-ms, ${found.at(-1).perSecond.toFixed(0)}/s`);
  }
  const proof = await one.proof?.();
  return {
    id: one.id,
    what: one.what,
    goal: one.goal,
    must: one.must,
    runs: found,
    ...(proof?.rows ? { rows: proof.rows } : {}),
    ...(proof?.computing ? { computingMs: proof.computing } : {}),
  };
}

function summary(concurrency, runs) {
  const middle = (key) => median(runs.map((run) => run[key]));
  const keys = ['cpuMs', 'webMs', 'databaseMs', 'perSecond', 'p50', 'p99', 'bytes'];
  return {
    concurrency,
    ...Object.fromEntries(keys.map((key) => [key, middle(key)])),
    spread: [Math.min(...runs.map((run) => run.cpuMs)), Math.max(...runs.map((run) => run.cpuMs))],
    rounds: runs,
  };
}

/** The two floors of a case at concurrency 1: the bytes alone, and the same with the page's statements. */
async function runFloors(server, one, measured) {
  const [request] = await one.requests();
  const turned = Object.fromEntries(Object.entries(request.turns ?? {}).map(([name, choices]) => [name, choices[2]]));
  let turn = 0;
  const ask = async () => {
    turn += 1;
    const fields = request.fields && { ...request.fields, ...turned, [request.stamp]: `${request.fields[request.stamp]} lantai ${turn}` };
    if (request.revision !== undefined && fields) fields[request.revision.field] = String(request.revision.value + turn - 1);
    const headers = {
      ...(request.cookie && { cookie: request.cookie }),
      ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }),
    };
    const answer = await fetch(`http://127.0.0.1:${server.port}${request.path}`, {
      method: request.method,
      headers,
      redirect: 'manual',
      ...(fields && { body: new URLSearchParams(fields) }),
    });
    await answer.text();
    if (answer.status >= 400) throw new Error(`${one.id}: ${answer.status} while its statements were heard`);
  };
  const heard = await statementsOf(server, ask);
  const kept = request.start === undefined ? null : String(request.start + turn);
  for (const statement of heard) if (kept !== null && /INSERT|UPDATE/.test(statement.text)) statement.counter = statement.values.indexOf(kept);
  const shape = { bytes: measured.runs[0].bytes, status: request.method === 'POST' ? 303 : 200 };
  const bytes = await floor(server, one, { ...shape, statements: [] });
  const sql = await floor(server, one, {
    ...shape,
    statements: heard,
    connection: { host: server.sockets, user: 'bailang_app', database: 'bailang' },
  });
  say(`  ${one.id} floors: ${bytes.cpuMs.toFixed(2)} and, with ${heard.length} statements, ${sql.cpuMs.toFixed(2)} CPU-ms`);
  return { bytes, sql, statements: heard.map(({ text }) => text.replace(/\s+/g, ' ')) };
}

async function floor(server, one, job) {
  const { child, port } = await startFloor(project, job);
  const pids = { web: child.pid, postmaster: job.statements.length > 0 ? server.pids.postmaster : null };
  const [request] = await one.requests();
  const plain = request.fields === undefined ? { method: 'GET', path: '/' } : { method: 'POST', path: '/', fields: request.fields, target: 'x' };
  try {
    await drive({ port, seconds: 1, concurrency: 1, label: 'hangat', requests: [plain] });
    const { cpuMs, webMs, databaseMs, perSecond, p50, p99 } = await measure(pids, {
      port,
      seconds,
      concurrency: 1,
      label: 'lantai',
      requests: [plain],
    });
    return { cpuMs, webMs, databaseMs, perSecond, p50, p99 };
  } finally {
    await stop(child);
  }
}

function table(cases, memory) {
  const head = ['', 'conc.', 'CPU-ms', 'web', 'database', 'req/s', 'p50 ms', 'p99 ms', 'bytes', 'must', 'goal', 'floor', 'floor+SQL'];
  const lines = cases.flatMap((one) =>
    one.runs.map((run, at) => {
      const figures = [run.cpuMs, run.webMs, run.databaseMs].map((ms) => ms.toFixed(2));
      const first = at > 0 ? ['', '', '', ''] : [one.must, one.goal, one.floors?.bytes.cpuMs.toFixed(2) ?? '-', one.floors?.sql.cpuMs.toFixed(2) ?? '-'];
      return [at > 0 ? '' : one.id, run.concurrency, ...figures, run.perSecond.toFixed(0), run.p50.toFixed(1), run.p99.toFixed(1), run.bytes, ...first].map(
        String,
      );
    }),
  );
  const widths = head.map((name, column) => Math.max(name.length, ...lines.map((line) => line[column].length)));
  const draw = (line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  const rest = `memory at rest (PSS): ${memory.total.toFixed(0)} MB in ${memory.processes} processes (web ${memory.web.toFixed(0)}, database ${memory.database.toFixed(0)}); must be under ${MEMORY_MUST_MB}`;
  return `${[head, ...lines].map(draw).join('\n')}\n${cases.map((one) => `${one.id}: ${one.what}`).join('\n')}\n${rest}\n`;
}

async function main() {
  const data = join(tmpdir(), `bailang-bench-${process.pid}`);
  const server = { ...(await startInstallation({ project, data, profile: wishes.profile ?? null })), data };
  const connection = { host: server.sockets, user: 'bailang_owner', database: 'bailang' };
  server.client = new pg.Client(connection);
  try {
    await server.client.connect();
    say('loading W1 …');
    const world = await loadWorkload(server.client, { data, domain: await domainOf(project) });
    await sleep(6_000); // the region found before the load is believed for five seconds
    const memory = memoryOf(server.pids);
    const wanted = wishes.only?.split(',');
    const cases = [];
    const failed = [];
    for (const one of casesOf({ port: server.port, client: server.client, world })) {
      if (wanted !== undefined && !wanted.includes(one.id)) continue;
      try {
        const measured = await runCase(server, one);
        const floors = wishes['no-floors'] ? undefined : await runFloors(server, one, measured);
        cases.push({ ...measured, floors });
      } catch (error) {
        failed.push({ id: one.id, why: error.message });
        say(`  ${one.id} FAILED: ${error.message}`);
      }
    }
    const machine = { cpus: cpus().length, model: cpus()[0]?.model, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version };
    const after = memoryOf(server.pids);
    writeFileSync(
      join(project, 'build', 'bench.json'),
      JSON.stringify({ at: new Date().toISOString(), machine, rounds, seconds, memory: { atRest: memory, afterwards: after }, cases, failed }, null, 1),
    );
    process.stdout.write(table(cases, memory));
    const missed = cases.filter((one) => median(one.runs.map((run) => run.cpuMs)) > one.must).map((one) => one.id);
    if (missed.length > 0) process.stdout.write(`above what it must reach: ${missed.join(', ')}\n`);
    if (failed.length + missed.length > 0 || memory.total > MEMORY_MUST_MB) process.exitCode = 1;
  } finally {
    await server.client.end().catch(() => undefined);
    await stop(server.child);
    if (wishes.keep) say(`data left in ${data}`);
    else rmSync(data, { recursive: true, force: true });
  }
}

await main();
