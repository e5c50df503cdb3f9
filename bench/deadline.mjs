// `npm run bench deadline`: W-h, the last minute before the close. N innovators at once each save an indicator with a note and a fresh PDF of 2 MB
// in one form, four times without thinking; the largest N with p95 below 2 s and no error. Every save is looked for afterwards.
//   --from N: the first step (6) · --until N: the last (200)

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { formOf } from './forms.mjs';
import { idOf, sessionOf } from './ids.mjs';
import { loadWorkload } from './load-rows.mjs';
import { cpuOf, memoryOf, startInstallation, stop } from './processes.mjs';
import { domainOf } from './rows-base.mjs';
import { numbersFrom, pdf, text } from './workload.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const TIMES = 4;
const P95_MS = 2000;
const MUST = 12;
const STEPS = [6, 12, 24, 36, 48, 64, 80, 100, 125, 150, 200];
const BYTES = 2_000_000;
const { values: wishes } = parseArgs({ options: { from: { type: 'string', default: '6' }, until: { type: 'string', default: '200' } } });
const say = (line) => process.stderr.write(`${line}\n`);

const words = numbersFrom(41);
const paper = pdf('Bukti', BYTES, 7);

/** The same paper with a mark of its own where a reader does not look, so that no two files are one. */
function freshPaper(mark) {
  const copy = Buffer.from(paper);
  copy.writeUInt32LE(mark, copy.length >> 1);
  return copy;
}

async function openForm(port, n, code) {
  const path = `/usulan/${idOf('draf entry', n)}/indikator/${code}`;
  const { cookie, csrf } = sessionOf(idOf('author', n));
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie }, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`GET ${path} gave ${response.status}`);
  const { revision } = formOf(await response.text(), 'revision');
  return { path, cookie, csrf, revision: Number(revision) };
}

async function save(port, { path, cookie, csrf, revision }, { n, turn, mark }) {
  const form = new FormData();
  const fields = {
    csrf,
    revision: String(revision + turn),
    next: '',
    evidenceId: idOf('tenggat', mark),
    level: '2',
    note: text(words, 60),
    go: 'stay',
    kind: 'file',
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([freshPaper(mark)], { type: 'application/pdf' }), `bukti-${n}-${turn}.pdf`);
  const begun = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers: { cookie }, body: form, redirect: 'manual' });
  await answer.text();
  return { ms: performance.now() - begun, status: answer.status };
}

/** N at once, each as fast as its answers come. */
async function step(server, n, code) {
  const forms = [];
  for (let at = 1; at <= n; at += 1) forms.push(await openForm(server.port, at, code));
  const before = cpuOf(server.pids);
  const begun = performance.now();
  const answers = await Promise.all(
    forms.map(async (form, at) => {
      const own = [];
      for (let turn = 0; turn < TIMES; turn += 1) own.push(await save(server.port, form, { n: at + 1, turn, mark: server.mark++ }));
      return own;
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  const after = cpuOf(server.pids);
  const all = answers.flat();
  const times = all.map(({ ms }) => ms).sort((a, b) => a - b);
  const quantile = (share) => times[Math.min(times.length - 1, Math.ceil(share * times.length) - 1)];
  const { rows } = await server.client.query(
    'SELECT count(*)::int AS kept FROM evidence e JOIN stored_file f USING (region_id, sha256) WHERE e.indicator = $1 AND f.bytes = $2',
    [code, paper.length],
  );
  const errors = all.filter(({ status }) => status !== 303).length + Math.abs(rows[0].kept - all.length);
  const cpuMs = (after.web + after.database - before.web - before.database) / all.length;
  return {
    n,
    saves: all.length,
    errors,
    p50: quantile(0.5),
    p95: quantile(0.95),
    max: times.at(-1),
    perSecond: all.length / seconds,
    cpuMs,
    memory: memoryOf(server.pids).total,
  };
}

async function main() {
  const data = mkdtempSync(join(tmpdir(), 'bailang-tenggat-'));
  const server = { ...(await startInstallation({ project, data })), mark: 1 };
  server.client = new pg.Client({ host: server.sockets, user: 'bailang_owner', database: 'bailang' });
  try {
    await server.client.connect();
    say('loading W1 …');
    const { domain } = await loadWorkload(server.client, { data, domain: await domainOf(project) });
    const wanted = STEPS.filter((n) => n >= Number(wishes.from) && n <= Number(wishes.until));
    await step(server, 4, domain.codes[0]);
    const found = [];
    for (const [at, n] of wanted.entries()) {
      const one = await step(server, n, domain.codes[at + 1]);
      found.push(one);
      say(
        `  N ${n}: p95 ${one.p95.toFixed(0)} ms, ${one.errors} errors, ${one.perSecond.toFixed(1)} saves/s, ${one.cpuMs.toFixed(1)} CPU-ms a save, ${one.memory.toFixed(0)} MB`,
      );
      if (one.p95 >= P95_MS || one.errors > 0) break;
      await server.client.query('CHECKPOINT');
    }
    const passed = found.filter(({ p95, errors }) => p95 < P95_MS && errors === 0);
    const largest = passed.at(-1)?.n ?? 0;
    writeFileSync(join(project, 'build', 'bench-deadline.json'), JSON.stringify({ at: new Date().toISOString(), largest, found }, null, 1));
    process.stdout.write(`W-h: ${largest} at once (must ${MUST})\n`);
    if (largest < MUST) process.exitCode = 1;
  } finally {
    await server.client.end().catch(() => undefined);
    await stop(server.child);
    rmSync(data, { recursive: true, force: true });
  }
}

await main();
