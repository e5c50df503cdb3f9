import { afterAll, beforeAll, expect, test } from 'vitest';
import { MESSAGE_KINDS } from '../../src/domain/people/message.ts';
import { nameRegion } from '../../src/domain/people/name-region.ts';
import { listedRegions } from '../../src/platform/regions.ts';
import { makeFirstAdmin } from '../../src/seeds/empty.ts';
import { regionTexts } from '../../src/texts/id/region.ts';
import { createApp } from '../../src/web/app.ts';
import { type Browser, browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const PASSWORD = 'kata sandi yang panjang';
/** The sample's region and the letters of its numbers. */
const OTHERS = /balangan(?!kan)|\bBL-/i;

let database: TestDatabase;
let admin: Browser;
beforeAll(async () => {
  database = await testDatabase();
  const named = nameRegion({ code: '63.09', name: '', prefix: '' }, listedRegions());
  if (!named.ok) throw new Error(named.refusal.code);
  const told = [...regionTexts.made(named.value), ...(await makeFirstAdmin(database.platform, named.value))];
  expect(told.join('\n')).toContain('Kabupaten Tabalong (63.09), WITA, nomor registrasi TB-TAHUN-0001');
  expect(told.join('\n')).not.toMatch(OTHERS);
  admin = browse(createApp(database.platform, new Map()));
  const link = told.join('\n').match(/\/undangan\/\S+/)?.[0] ?? '';
  await admin.get(link);
  await admin.post(link, { password: PASSWORD, again: PASSWORD });
  // The step of the second factor is a test of its own; here the pages behind it are read.
  await database.owner.run(`UPDATE access_setting SET second_factor_from = NULL, reason = 'uji halaman lain'`);
}, 60_000);
afterAll(() => database.end());

/** Every page that can be reached by links, in its own words. */
async function walk(from: readonly string[], most: number): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  const waiting = [...from];
  for (let path = waiting.shift(); path !== undefined && seen.size < most; path = waiting.shift()) {
    if (seen.has(path)) continue;
    const answer = await admin.get(path);
    const text = await answer.text();
    seen.set(path, text);
    if (!/^text\/html/.test(answer.headers.get('content-type') ?? '')) continue;
    waiting.push(...[...text.matchAll(/href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')).filter((href) => !href.startsWith('/aset/')));
  }
  return seen;
}

test('a region of its own makes its first edition, and the name offered for it is that of the region', async () => {
  const form = await (await admin.get('/s/2026/edisi/baru')).text();
  expect(form).toContain('value="Lomba Inovasi Tabalong 2026"');
  const id = /name="id" value="([^"]+)"/.exec(form)?.[1] ?? '';
  const made = await admin.post('/s/2026/edisi/baru', {
    id,
    year: '2026',
    name: 'Lomba Inovasi Tabalong 2026',
    firstDay: '01-09-2026',
    categories: 'skpd',
    instrument: 'iid-2026',
    venue: '',
  });
  expect(made.status).toBe(303);
});

test('no page, slip, template or file of a region named Kabupaten Tabalong speaks of another', async () => {
  const templates = MESSAGE_KINDS.map((kind) => `/admin/pesan/templat/${kind}`);
  const seen = await walk(['/', '/saya', '/admin/orang', '/admin/orang/slip', '/admin/cadangan', '/masuk', '/jadwal.ics', '/tidak-ada', ...templates], 250);
  expect(seen.size).toBeGreaterThan(80);
  expect([...seen].filter(([, text]) => OTHERS.test(text)).map(([path, text]) => `${path}: ${OTHERS.exec(text)?.[0]}`)).toEqual([]);
  expect([...seen.values()].filter((text) => text.includes('Kabupaten Tabalong')).length).toBeGreaterThan(50);
});
