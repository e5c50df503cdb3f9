import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantRole } from '../../src/actions/people/seats.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import { later, MINUTE } from '../../src/domain/shared/time.ts';
import { logConcerns } from '../../src/jobs/look-after.ts';
import { openLog } from '../../src/platform/log.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createApp } from '../../src/web/app.ts';
import { browse, smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const NOW = '2026-08-19T02:00:00.000Z';
let database: TestDatabase;
let platform: Platform;
let ground: Awaited<ReturnType<typeof smallRegion>>;
const lines: string[] = [];
beforeAll(async () => {
  database = await testDatabase(NOW);
  platform = { ...database.platform, log: openLog((line) => lines.push(line), database.platform.now) };
  ground = await smallRegion(platform);
  const { regionId, personId } = ground;
  await perform(platform, { regionId, actor: NOBODY }, (act) => grantRole(act, { personId, role: 'admin' }));
});
afterAll(() => database.end());

/** As the machine's own server hands a request over. */
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } } });

describe('the figures', () => {
  const ask = (app: ReturnType<typeof createApp>, address: string, headers: Record<string, string> = {}) => app.request('/metrics', { headers }, from(address));

  test('are read by this machine, not by others and not through a proxy on it', async () => {
    const app = createApp(platform);
    expect((await ask(app, '127.0.0.1')).status).toBe(200);
    expect((await ask(app, '::1')).status).toBe(200);
    expect((await ask(app, '10.0.0.7')).status).toBe(404);
    expect((await ask(app, '127.0.0.1', { 'x-forwarded-for': '10.0.0.7' })).status).toBe(404);
    expect((await app.request('/metrics')).status).toBe(404);
  });

  test('are read from afar by who bears the token, and by nobody else', async () => {
    const app = createApp({ ...platform, metricsToken: 'kunci-baca-metrik-uji' });
    expect((await ask(app, '10.0.0.7', { authorization: 'Bearer kunci-baca-metrik-uji' })).status).toBe(200);
    expect((await ask(app, '127.0.0.1')).status).toBe(404);
    expect((await ask(app, '127.0.0.1', { authorization: 'Bearer kunci-baca-metrik-lain' })).status).toBe(404);
  });

  test('are numbers in the form that Prometheus reads', async () => {
    const app = createApp(platform);
    await app.request('/');
    await app.request('/tidak-ada');
    const text = await (await ask(app, '127.0.0.1')).text();
    const wrong = text
      .trim()
      .split('\n')
      .filter((line) => !/^# (HELP|TYPE) \w+ .+$/.test(line) && !/^\w+(\{(\w+="[^"]*",?)+\})? -?\d+(\.\d+)?(e[-+]\d+)?$/.test(line));
    expect(wrong).toEqual([]);
    expect(text).toContain('bailang_http_requests_total{method="GET",status="404"} 1');
    expect(text).toContain('bailang_http_request_duration_seconds_bucket{le="+Inf"} 2');
    expect(text).toMatch(/bailang_disk_free_bytes\{place="data"\} \d+/);
    expect(text).not.toContain(ground.account);
  });
});

test('/healthz says that it lives, and that it does not without its database', async () => {
  expect(await (await createApp(platform).request('/healthz')).json()).toEqual({ status: 'ok', database: true });
  const lost = { ...platform, db: { ...platform.db, one: () => Promise.reject(new Error('gone')) } };
  const answer = await createApp(lost).request('/healthz');
  expect([answer.status, await answer.json()]).toEqual([503, { status: 'fail', database: false }]);
});

test('/status says in plain words what runs', async () => {
  const text = await (await browse(ground.app).get('/status')).text();
  for (const words of ['Semua berjalan.', 'belum dipakai di daerah ini', 'belum ada', 'WITA']) expect(text).toContain(words);
});

test('the log has a line for each answer, with the route and never the secret of an address', async () => {
  lines.length = 0;
  const app = createApp(platform);
  const secret = 'A'.repeat(43);
  await app.request(`/undangan/${secret}`);
  await app.request('/masuk', {
    method: 'POST',
    body: new URLSearchParams({ akun: 'siti.rahasia@contoh.example', sandi: 'kata sandi siti' }),
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  const told = lines.map((line) => JSON.parse(line));
  expect(told.map(({ event, route, status }) => [event, route, status])).toEqual([
    ['request', '', 404],
    ['request', '/masuk', 422],
  ]);
  expect(lines.join('')).not.toMatch(/AAAA|siti/);
});

test('a clock behind the ledger is said on every page of an admin, on no other, and in the log', async () => {
  database.at(later(NOW, 20 * MINUTE));
  const admin = browse(createApp(platform));
  await admin.signIn(ground.account, ground.password);
  expect(await (await admin.get('/admin/server')).text()).toContain('Semua baik.');
  database.at(later(NOW, 10 * MINUTE));
  const app = browse(createApp(platform));
  await app.signIn(ground.account, ground.password);
  expect(await (await app.get('/admin/orang')).text()).toContain('Jam server mundur');
  expect(await (await browse(createApp(platform)).get('/')).text()).not.toContain('Jam server');
  lines.length = 0;
  await logConcerns(platform);
  database.at(NOW);
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(expect.objectContaining({ level: 'error', event: 'concern', error: 'clock-behind' }));
});
