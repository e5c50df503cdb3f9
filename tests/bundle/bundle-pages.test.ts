import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runVerify } from '../../src/cli/verify.ts';
import { type Bundle, rootDigest } from '../../src/domain/proof/bundle.ts';
import { verifyKey } from '../../src/domain/proof/bundle-key.ts';
import { sha256Hex } from '../../src/platform/crypto.ts';
import { seedStory } from '../../src/seeds/sample.ts';
import { createApp } from '../../src/web/app.ts';
import { type Browser, browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const RESULT = '/hasil/2026/skpd';
const FILE = `${RESULT}/bundel.json`;

let database: TestDatabase;
let body: string;
let digest: string;
beforeAll(async () => {
  database = await testDatabase();
  await seedStory(database.platform, 'published');
  database.at('2026-09-02T00:00:00.000Z');
  const kept = await database.db.one<{ body: string; digest: string }>(
    "SELECT b.body, b.digest FROM publication_bundle b JOIN publication USING (region_id, publication_id) JOIN category c USING (region_id, category_id) WHERE c.code = 'skpd'",
  );
  ({ body, digest } = kept ?? { body: '', digest: '' });
}, 120_000);
afterAll(() => database.end());

async function as(account: string | null): Promise<Browser> {
  const browser = browse(createApp(database.platform, new Map()));
  if (account === null) return browser;
  await browser.get('/masuk');
  await browser.signIn(`${account}@contoh.example`, 'contoh-balangan');
  return browser;
}

test('the parties get the file, byte for byte, with the digest that everybody reads on the page', async () => {
  for (const account of ['inovator.disdukcapil', 'kepala.disdukcapil', 'juri3.skpd', 'sekretariat', 'bupati']) {
    const browser = await as(account);
    expect(await (await browser.get(RESULT)).text()).toContain(`href="${FILE}"`);
    const answer = await browser.get(FILE);
    expect([account, answer.status, await answer.text()]).toEqual([account, 200, body]);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="contoh-bundel-2026-skpd-v1.json"');
    expect([answer.headers.get('cache-control'), answer.headers.get('x-content-type-options'), answer.headers.get('x-robots-tag')]).toEqual([
      'no-store',
      'nosniff',
      'noindex',
    ]);
  }
  expect(rootDigest((JSON.parse(body) as Bundle).digests, sha256Hex)).toBe(digest);
  const page = await (await (await as(null)).get(RESULT)).text();
  expect(page).toContain(digest);
  expect(page).not.toContain(FILE);
});

test('others do not get it: strangers sign in first, those of elsewhere and the admin find nothing', async () => {
  const stranger = await (await as(null)).get(FILE);
  expect([stranger.status, stranger.headers.get('location')]).toEqual([303, `/masuk?ke=${encodeURIComponent(FILE)}`]);
  for (const account of ['inovator.rsud-balangan', 'juri1.blud', 'admin'])
    expect([account, (await (await as(account)).get(FILE)).status]).toEqual([account, 404]);
  for (const path of ['/hasil/2025/skpd/bundel.json', '/hasil/x/skpd/bundel.json', '/hasil/2026/lain/bundel.json'])
    expect((await (await as('sekretariat')).get(path)).status).toBe(404);
});

test('everybody gets it where the rules of the result say so', async () => {
  await database.owner.transaction(async (tx) => {
    await tx.run('SET LOCAL session_replication_role = replica');
    await tx.run(
      `UPDATE category_rules SET body = body || '{"publicBundle": true}' WHERE category_id = (SELECT category_id FROM category WHERE code = 'blud-puskesmas')`,
    );
  });
  const stranger = await as(null);
  const answer = await stranger.get('/hasil/2026/blud-puskesmas/bundel.json');
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
  expect(await (await stranger.get('/hasil/2026/blud-puskesmas')).text()).toContain('Unduh bundel');
});

test('the key is for the secretariat, leaves its row, and opens every seal and every closed row', async () => {
  const rows = () => database.db.all<{ facts: string }>("SELECT facts FROM audit_entry WHERE kind = 'result.key-given'");
  for (const account of ['juri1.skpd', 'bupati', 'admin', 'inovator.disdukcapil']) {
    const browser = await as(account);
    expect(await (await browser.get(RESULT)).text()).not.toContain('kunci-bundel');
    expect([account, (await browser.post(`${RESULT}/kunci-bundel`, {})).status]).toEqual([account, 404]);
  }
  expect(await rows()).toEqual([]);
  const secretariat = await as('sekretariat');
  expect((await secretariat.post(`${RESULT}/kunci-bundel`, { csrf: 'x' })).status).toBe(403);
  expect(await (await secretariat.get(RESULT)).text()).toContain('kunci-bundel');
  const answer = await secretariat.post(`${RESULT}/kunci-bundel`, {});
  const key = await answer.text();
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="contoh-kunci-bundel-2026-skpd-v1.json"');
  expect((await rows()).map(({ facts }) => (JSON.parse(facts) as { digest: string }).digest)).toEqual([sha256Hex(key)]);

  const { parts } = JSON.parse(body) as Bundle;
  const opened = (text: string) => verifyKey(text, parts, digest, sha256Hex);
  expect(opened(key)).toEqual({ faults: [], seals: 24, rows: 29 });
  expect(opened(`${key} `).faults[0]).toMatchObject({ kind: 'byte', offset: Buffer.byteLength(key) });
  expect(opened('{}').faults[0]).toMatchObject({ path: 'key.bailang' });
  const swapped = key
    .replace(/"code":"J1"/, '"code":"J9"')
    .replace(/"code":"J2"/, '"code":"J1"')
    .replace('"code":"J9"', '"code":"J2"');
  expect(opened(swapped).faults.length).toBeGreaterThan(4);
  expect(opened(key.replace('Catatan contoh.', 'Catatan lain.')).faults.length).toBe(1);
  expect(opened(key.replace(/,"seals":\[.*\]\}$/, ',"seals":[]}')).faults.length).toBe(24);
  expect(opened(key.replace(/"actors":\[\{.*?\},/, '"actors":[')).faults).toMatchObject([{ code: 'bundle.actor-not-in-key' }]);

  const folder = mkdtempSync(join(tmpdir(), 'bailang-key-'));
  writeFileSync(join(folder, 'bundel.json'), body);
  writeFileSync(join(folder, 'kunci.json'), key);
  writeFileSync(join(folder, 'lain.json'), swapped);
  const said: string[] = [];
  const io = { stdout: (text: string) => void said.push(text), stderr: (text: string) => void said.push(text) };
  const run = (name: string) => runVerify([join(folder, 'bundel.json'), '--digest', digest, '--key', join(folder, name)], io);
  expect([await run('kunci.json'), await run('lain.json'), await run('tidak-ada.json')]).toEqual([0, 1, 2]);
  expect(said.join('')).toContain('konsisten  kunci: 24 segel lembar dan 29 baris jejak tertutup terhitung ulang');
  rmSync(folder, { recursive: true });
});

test('the page that checks a bundle stands open, with the digest filled in and the command line beside it', async () => {
  const html = await (await (await as(null)).get(`/periksa-bundel?sidik=${digest}`)).text();
  expect(html).toContain(`value="${digest}"`);
  expect(html).toContain('npm run --silent bailang -- verify bundel.json --digest SIDIK --jangkar jangkar.txt --daftar-kunci SIDIK');
  expect(await (await (await as(null)).get('/periksa-bundel?sidik=%22%3E%3Cscript%3E')).text()).not.toContain('"><script');
});
