// The page that recomputes a bundle, in a browser: nothing leaves it, and it says what the command says.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropAnchors } from '../../src/jobs/drop-anchors.ts';
import { listRegions } from '../../src/store/people.read.ts';
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
  const anchorsOf = async () => {
    for (const { regionId } of await listRegions(journey.database.db)) await dropAnchors(journey.database.platform, regionId);
    return (await journey.database.db.all<{ line: string }>('SELECT line FROM anchor ORDER BY seq')).map(({ line }) => line).join('\n');
  };
  const page = await journey.visitor();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.goto(`/periksa-bundel?sidik=${digest}`);
  const check = async (text: string) => {
    await page.getByLabel('Berkas bundel').setInputFiles({ name: 'bundel.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Periksa' }).click();
    await page
      .getByRole('status')
      .getByRole('heading', { name: /Bundel ini|bukan bundel|tetapi belum dicocokkan/ })
      .waitFor();
    return page.getByRole('status').innerText();
  };
  await page.getByRole('button', { name: 'Periksa' }).click();
  await page.getByRole('status').getByText('Pilih berkas bundel dahulu.').waitFor();
  const before = sent.length;
  const holds = await check(body);
  expect(holds).toContain('Bundel ini cocok');
  expect(holds).toContain(digest);
  expect(holds).toContain('Cocok dengan yang Anda beri.');
  expect(await complaintsOf(page, 'periksa-bundel', { axe: true })).toEqual([]);
  await page.getByLabel('Sidik bundel', { exact: false }).fill('');
  const alone = await check(body);
  expect(alone).toContain('Angkanya konsisten, tetapi belum dicocokkan');
  expect(alone).not.toMatch(/^sah/m);
  const anchors = { name: 'jangkar.txt', mimeType: 'text/plain', buffer: Buffer.from(await anchorsOf()) };
  await page.getByLabel('Berkas jangkar').setInputFiles(anchors);
  expect(await check(body)).toMatch(/sah jangkar: menyebut bundel ini; \d+ baris jejak sama dengan saat dijangkar/);
  await page.getByLabel('Sidik bundel', { exact: false }).fill(digest);
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
