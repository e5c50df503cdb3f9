import { afterAll, beforeAll, expect, test } from 'vitest';
import { appointJuror } from '../../src/actions/jury/appoint-juror.ts';
import { perform } from '../../src/actions/perform.ts';
import { seedStory } from '../../src/seeds/sample.ts';
import { createApp } from '../../src/web/app.ts';
import { type Browser, browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let story: Awaited<ReturnType<typeof seedStory>>;
beforeAll(async () => {
  database = await testDatabase();
  story = await seedStory(database.platform, 'published');
  database.at('2026-09-02T00:00:00.000Z');
}, 120_000);
afterAll(() => database.end());

async function signedIn(account: string): Promise<Browser> {
  const browser = browse(createApp(database.platform, new Map()));
  await browser.get('/masuk');
  await browser.signIn(`${account}@contoh.example`, 'contoh-balangan');
  return browser;
}

const text = async (browser: Browser, path: string) => (await (await browser.get(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const entryOf = (slug: string) => story.entries.bySlug(slug);

test('after the announcement the agency reads its place, its verified points and the notes of the jury, without names', async () => {
  const innovator = await signedIn('inovator.disdukcapil');
  const list = await text(innovator, '/usulan');
  expect(list).toContain('Juara 1');
  expect(list).not.toContain('Mulai usulan baru');
  const entries = await database.db.all<{ id: string; name: string }>(
    `SELECT e.entry_id AS id, i.name FROM entry e JOIN innovation i USING (region_id, innovation_id) WHERE i.name LIKE 'Lasungku%' OR i.name LIKE 'Dewa Cinta%' ORDER BY i.name DESC`,
  );
  const winner = await text(innovator, `/usulan/${entries[0]?.id}`);
  for (const words of ['Selamat, usulan ini juara 1.', 'poin terverifikasi', 'Catatan juri untuk Anda', 'Catatan contoh.']) expect(winner).toContain(words);
  expect(winner).not.toMatch(/Juri \d SKPD/);
  const other = await text(innovator, `/usulan/${entries[1]?.id}`);
  for (const words of ['tidak masuk daftar finalis', '92 poin terverifikasi, dari 93 berbukti', 'Turunkan level:']) expect(other).toContain(words);
  expect(other).not.toContain('Catatan juri');
  expect(entryOf('lasungku-talu')).toBeDefined();
});

test('nobody joins a panel whose judging has begun', async () => {
  const { regionId } = story.stage;
  const at = '2026-08-25T00:00:00.000Z';
  database.at(at);
  const secretary = await story.people.actor('sekretariat', at);
  const personId = story.people.ids.get('inovator.bkpsdm') ?? story.people.ids.get('bupati') ?? '';
  const outcome = await perform(database.platform, { regionId, actor: secretary }, (act) =>
    appointJuror(act, { categoryId: story.plan.categories[0]?.categoryId ?? '', personId }),
  );
  expect(outcome.ok || outcome.refusal.code).toBe('panel.judging-begun');
});
