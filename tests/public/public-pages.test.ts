// What anybody sees once both results are announced.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedStory } from '../../src/seeds/sample.ts';
import { createApp } from '../../src/web/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  database = await testDatabase();
  await seedStory(database.platform, 'published');
  app = createApp(database.platform);
}, 120_000);
afterAll(() => database.end());

/** The words of a page, without its markup. */
async function words(path: string): Promise<string> {
  const html = await (await app.request(path)).text();
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

test('the home page names the winners first, with neither a countdown nor the order of presenting', async () => {
  const home = await words('/');
  const at = (text: string) => home.indexOf(text);
  expect(at('Juara SKPD')).toBeGreaterThan(0);
  expect(home).toMatch(/Juara SKPD 1 Lasungku Talu .* Juara 1 · Dinas Kependudukan dan Pencatatan Sipil/);
  expect(at('Juara BLUD dan UPT Puskesmas')).toBeLessThan(at('Sosialisasi'));
  expect(home).not.toContain('urutan tampil');
  expect(home).not.toMatch(/jam lagi|hari lagi/);
  expect(await (await app.request('/')).text()).toContain('href="/hasil/2026/skpd"');
});
