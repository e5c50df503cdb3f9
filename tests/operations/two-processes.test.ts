import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openInstallation } from '../../src/main.ts';
import { shippedCatalogues } from '../../src/platform/catalogues.ts';
import { readConfig } from '../../src/platform/config.ts';
import { runCommand } from '../backup/command.ts';
import { seedAdopted } from '../factories/adopted.ts';
import { freshHome, type Program, removeHome, runToEnd, start, stop } from '../faults/program.ts';
import { keepCookie } from '../support/app.ts';

const home = freshHome();
const name = `test_${randomUUID().replaceAll('-', '')}`;
const url = (role: string) => `postgresql://${role}@localhost/${name}?host=${encodeURIComponent(inject('sockets'))}`;
const env = (more: Readonly<Record<string, string>> = {}) => ({
  BAILANG_DATA: home,
  DATABASE_URL: url('bailang_app'),
  DATABASE_MIGRATE_URL: url('bailang_owner'),
  BAILANG_WORKER: 'tidak',
  ...more,
});
let both: readonly Program[] = [];
let evidence: readonly string[] = [];
let code = '';

beforeAll(async () => {
  await ask('postgres', `CREATE DATABASE ${name} TEMPLATE template_bailang`);
  const opened = await openInstallation(readConfig(env()));
  ({ code } = await seedAdopted(opened.platform).finally(() => opened.close()));
  const rows = await ask(name, 'SELECT evidence_id::text AS id FROM evidence WHERE sha256 IS NOT NULL ORDER BY 1 LIMIT 5');
  evidence = rows.map(({ id }) => String(id));
  both = await Promise.all([start(env()), start(env())]);
}, 120_000);
afterAll(async () => {
  await Promise.all(both.map(stop));
  await ask('postgres', `DROP DATABASE ${name} WITH (FORCE)`);
  removeHome(home);
});

async function ask(database: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ host: inject('sockets'), user: 'bailang_owner', database });
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

/** One person whose every request goes to the process that did not answer the one before. */
function roundRobin() {
  const cookies = new Map<string, string>();
  let [turn, csrf] = [0, ''];
  const send = async (path: string, fields?: Readonly<Record<string, string>> | FormData) => {
    const { address } = both[turn++ % both.length] as Program;
    const headers = { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; '), origin: address };
    const body =
      fields === undefined ? {} : { method: 'POST', body: fields instanceof FormData ? withToken(fields) : new URLSearchParams({ csrf, ...fields }) };
    const answer = await fetch(`${address}${path}`, { ...body, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) keepCookie(cookies, line);
    const html = await answer.text();
    csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? csrf;
    return { status: answer.status, html, to: answer.headers.get('location') ?? '' };
  };
  const withToken = (form: FormData) => {
    form.set('csrf', csrf);
    return form;
  };
  return {
    get: (path: string) => send(path),
    post: send,
    upload(path: string, file: File) {
      const form = new FormData();
      form.set('file', file);
      form.set('samping', 'ya');
      return send(path, form);
    },
    async signIn(account: string) {
      await send('/masuk', { akun: `${account}@contoh.example`, sandi: 'contoh-balangan' });
      await send('/saya');
    },
  };
}

test('two processes on one database, one folder and one key answer 200 requests in turn without a failure', { timeout: 60_000 }, async () => {
  const [secretary, innovator] = [roundRobin(), roundRobin()];
  await secretary.signIn('sekretariat');
  await innovator.signIn('inovator.disdukcapil');
  const shown = await innovator.get('/usulan');
  const entry = /href="(\/usulan\/[0-9a-f-]{36})/.exec(shown.html)?.[1] ?? '/usulan';
  const walk = [
    () => secretary.get('/s/2026/nilai-meja'),
    () => secretary.get(`/s/2026/aturan/katalog/${code}`),
    () => secretary.get('/s/2026/edisi'),
    () => innovator.get(entry),
    () => innovator.get(`${entry}/indikator/SID-31`),
    () => secretary.get('/pimpinan/iid?tahun=2026'),
    () => secretary.get(`/bukti/${evidence[0]}`),
    () => secretary.get('/pedoman'),
    () => secretary.post('/pimpinan/iid/spd', { tahun: '2026', revisi: '0' }),
  ];
  const failed: string[] = [];
  for (let at = 0; at < 200; at += 1) {
    const answer = await walk[at % walk.length]?.();
    if (answer === undefined || answer.status >= 400) failed.push(`${at % walk.length} ${answer?.status}`);
  }
  expect(failed).toEqual([]);
});

test('what one process takes in, the other adopts, and both offer at once', async () => {
  const secretary = roundRobin();
  await secretary.signIn('sekretariat');
  await secretary.get('/s/2026/aturan/baru');
  const text = (shippedCatalogues().get('iid-2026')?.text ?? '').replace(/"legalSource": *"[^"]*"/, '"legalSource": "Surat berikutnya"');
  const kept = await secretary.upload('/s/2026/aturan/baru', new File([text], 'katalog.json', { type: 'application/json' }));
  const taken = /\/katalog\/(iid-2026-[0-9a-f]{8})/.exec(kept.to)?.[1];
  expect(kept.status).toBe(303);
  await secretary.get(`/s/2026/aturan/katalog/${taken}`);
  expect((await secretary.post(`/s/2026/aturan/katalog/${taken}/tetapkan`, { reason: 'surat baru', decree: 'SK 9/2026' })).status).toBe(303);
  for (const _process of both) expect((await secretary.get('/s/2026/edisi/baru')).html).toContain(`value="${taken}"`);
});

test('a process with its own folder or key says at its start what must be shared', { timeout: 60_000 }, async () => {
  const elsewhere = freshHome();
  try {
    const apart = await runToEnd(env({ BAILANG_DATA: elsewhere }));
    expect({ code: apart.code, stdout: apart.stdout }).toEqual({ code: 1, stdout: '' });
    expect(apart.stderr).toMatch(/kunci rahasianya lain .*; folder buktinya lain/);
    copyFileSync(join(home, 'kunci-rahasia'), join(elsewhere, 'kunci-rahasia'));
    const folder = await runToEnd(env({ BAILANG_DATA: elsewhere }));
    expect(folder.stderr).toContain('folder buktinya lain');
    expect(folder.stderr).not.toContain('kunci rahasianya lain');
    expect((await runCommand(['backup', join(elsewhere, 'x.tar.age')], env({ BAILANG_DATA: elsewhere }))).stderr).toContain('folder buktinya lain');
  } finally {
    removeHome(elsewhere);
  }
});
