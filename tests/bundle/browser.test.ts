// The page that recomputes a bundle, in a browser: nothing leaves it, and it says what the command says.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Journey, openJourney } from '../support/journey.ts';
import { complaintsOf } from '../support/journey-page.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney({ seed: 'published' });
}, 120_000);
afterAll(() => journey?.end());

test('a bundle chosen from a phone is recomputed there; one changed figure is named', async () => {
  const kept = await journey.database.db.one<{ body: string; digest: string }>('SELECT body, digest FROM publication_bundle ORDER BY digest LIMIT 1');
  const { body, digest } = kept ?? { body: '', digest: '' };
  const page = await journey.visitor();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.goto(`/periksa-bundel?sidik=${digest}`);
  const check = async (text: string) => {
    await page.getByLabel('Berkas bundel').setInputFiles({ name: 'bundel.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Periksa' }).click();
    await page
      .getByRole('status')
      .getByText(/Bundel ini|bukan bundel|belum dicocokkan/)
      .waitFor();
    return page.getByRole('status').innerText();
  };
  await page.getByRole('button', { name: 'Periksa' }).click();
  await page.getByRole('status').getByText('Pilih berkas bundel dahulu.').waitFor();
  const before = sent.length;
  const holds = await check(body);
  expect(holds).toContain('Bundel ini sah');
  expect(holds).toContain(digest);
  expect(holds).toContain('Sidik berkas sama dengan yang diberikan.');
  expect(await complaintsOf(page, 'periksa-bundel', { axe: true })).toEqual([]);
  await page.getByLabel('Sidik bundel dari halaman hasil').fill('');
  expect(await check(body)).toContain('Isinya utuh, tetapi sidiknya belum dicocokkan');
  await page.getByLabel('Sidik bundel dari halaman hasil').fill(digest);
  const broken = await check(body.replace('"rank":1', '"rank":2'));
  expect(broken).toContain('Bundel ini tidak sah');
  expect(broken).toMatch(/\$\.parts\.\S+\.rank tertulis 2, terhitung 1/);
  expect(await check('{}')).toContain('Berkas ini bukan bundel hasil BAILANG.');
  expect(sent.slice(before)).toEqual([]);
  const secretary = await journey.signIn('sekretariat');
  await secretary.goto('/hasil/2026/skpd');
  expect(await complaintsOf(secretary, 'hasil-bundel', { axe: true })).toEqual([]);
  expect(journey.faults).toEqual([]);
});
