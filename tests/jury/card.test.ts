import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCard, remakeCards } from '../../src/actions/result/make-card.ts';
import { summariseCard } from '../../src/domain/robustness/summary.ts';
import { type SampleGround, seedStory } from '../../src/seeds/sample.ts';
import { findNewestResult } from '../../src/store/result.read.ts';
import { findCard } from '../../src/store/result-card.read.ts';
import { createApp } from '../../src/web/app.ts';
import { browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let ground: SampleGround;
let results: readonly { readonly resultId: string; readonly categoryId: string }[];
beforeAll(async () => {
  database = await testDatabase();
  ground = await seedStory(database.platform, 'published');
  database.at('2026-09-02T00:00:00.000Z');
  const all = await Promise.all(ground.plan.categories.map(({ categoryId }) => findNewestResult(database.db, ground.stage.regionId, categoryId)));
  results = all.flatMap((one) => (one === null ? [] : [one]));
}, 120_000);
afterAll(() => database.end());

async function pageFor(account: string | null, path: string): Promise<string> {
  const browser = browse(createApp(database.platform, new Map()));
  if (account !== null) {
    await browser.get('/masuk');
    await browser.signIn(`${account}@contoh.example`, 'contoh-balangan');
  }
  return (await browser.get(path)).text();
}

test('the act leaves the card for later, and until then the page says so', async () => {
  const queued = await database.owner.all<{ data: unknown }>("SELECT data FROM pgboss.job WHERE name = 'make-card'");
  expect(queued.map(({ data }) => data)).toEqual(expect.arrayContaining(results.map(({ resultId }) => ({ regionId: ground.stage.regionId, resultId }))));
  expect(await pageFor('juri1.skpd', '/pleno/skpd')).toContain('sedang dihitung');
});

test('made twice it is the same card, and nobody can change it', async () => {
  const { regionId } = ground.stage;
  for (const { resultId } of results) for (const _ of [1, 2]) await makeCard(database.platform, regionId, resultId);
  await makeCard(database.platform, regionId, regionId);
  const newest = await findNewestResult(database.db, regionId, results[0]?.categoryId ?? '');
  const kept = await findCard(database.db, regionId, results[0]?.resultId ?? '');
  expect(kept).toEqual(JSON.parse(JSON.stringify(newest && summariseCard(newest.inputs, newest.body))));
  await expect(database.db.run('UPDATE result_card SET body = body')).rejects.toThrow();
});

test('a card of an older form is never shown: it is made anew beside the old one', async () => {
  const { regionId } = ground.stage;
  const resultId = results[0]?.resultId ?? '';
  await database.owner.run('ALTER TABLE result_card DISABLE TRIGGER append_only');
  await database.owner.run("UPDATE result_card SET form = 'card/1', body = jsonb_set(body, '{form}', '\"card/1\"') WHERE result_id = $1", [resultId]);
  await database.owner.run('ALTER TABLE result_card ENABLE TRIGGER append_only');
  expect(await findCard(database.db, regionId, resultId)).toBeNull();
  expect(await pageFor('juri1.skpd', '/pleno/skpd')).toContain('sedang dihitung');
  await remakeCards(database.platform);
  expect(await findCard(database.db, regionId, resultId)).toMatchObject({ form: 'card/2' });
  const kept = await database.owner.all('SELECT form FROM result_card WHERE result_id = $1 ORDER BY form', [resultId]);
  expect(kept).toEqual([{ form: 'card/1' }, { form: 'card/2' }]);
  await remakeCards(database.platform);
});

test('the chair reads names, the secretariat codes; figures have their words', async () => {
  const [chair, secretariat] = [await pageFor('juri1.skpd', '/pleno/skpd'), await pageFor('sekretariat', '/pleno/skpd')];
  for (const html of [chair, secretariat]) {
    for (const words of [
      'Seberapa kokoh urutan ini',
      'Peringkat pertama',
      'Kesepakatan juri',
      'Rentang bobot yang tidak mengubah juara',
      'Selisih di tempat yang menentukan',
      'Yang perlu dilakukan',
      'Kartu juri',
    ])
      expect(html).toContain(words);
    expect(html).not.toMatch(/NaN|Infinity|undefined|null/);
  }
  const card = (html: string) => /id="kokoh"[\s\S]*?id="lembar/.exec(html)?.[0] ?? html.slice(html.indexOf('id="kokoh"'));
  expect(card(chair)).toContain('J2 Juri 2 SKPD');
  expect(card(secretariat).split('Pernyataan juri')[0]).not.toContain('Juri 2 SKPD');
});

test('of the published result the parties see it, others and the public do not', async () => {
  for (const account of ['inovator.disdukcapil', 'juri3.skpd', 'sekretariat', 'bupati'])
    expect([account, (await pageFor(account, '/hasil/2026/skpd')).includes('id="kokoh"')]).toEqual([account, true]);
  for (const account of [null, 'inovator.rsud-balangan', 'admin', 'juri1.blud'])
    expect([account, (await pageFor(account, '/hasil/2026/skpd')).includes('id="kokoh"')]).toEqual([account, false]);
  expect(await pageFor('inovator.disdukcapil', '/hasil/2026/skpd')).not.toContain('Juri 2 SKPD');
});
