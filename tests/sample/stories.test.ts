import { afterEach, expect, test } from 'vitest';
import { requireOpen } from '../../src/domain/edition/stage.ts';
import { seedNamedStory } from '../../src/seeds/sample.ts';
import { sampleAccounts } from '../../src/seeds/sample-accounts.ts';
import { findStages } from '../../src/store/edition.read.ts';
import { listPublishedResults } from '../../src/store/publication.read.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
afterEach(() => database.end());

test.each([
  ['fresh', 'registration', 0, /Tahap Lomba Inovasi Balangan 2026: Pendaftaran.* inovator +inovator.disdukcapil@contoh.example +mulai usulan/],
  ['midway', 'presentation', 0, / juri +juri5.skpd@contoh.example +5 lembar belum dikunci: 2 sudah diisi, 3 masih kosong/],
  ['finished', 'objection', 2, /: Sanggah\. .* inovator +inovator.disdukcapil@contoh.example +nilai dan peringkat usulannya/],
] as const)(
  'the story %s is in its %s, with %i results',
  async (name, stage, results, told) => {
    database = await testDatabase();
    const { stage: played, plan } = await seedNamedStory(database.platform, name);
    const now = database.platform.now();
    const stages = await findStages(database.db, played.regionId, plan.editionId);
    expect(requireOpen(stages, stage, now).ok).toBe(true);
    const published = await listPublishedResults(database.db, played.regionId);
    expect(published).toHaveLength(results);
    expect(published.every(({ publishedAt }) => publishedAt < now)).toBe(true);
    expect((await sampleAccounts(database.platform)).join(' ')).toMatch(told);
    const late = await database.owner.all<{ n: number }>('SELECT count(*)::int AS n FROM audit_entry WHERE acted_at > $1', [now]);
    expect(late[0]?.n).toBe(0);
  },
  60_000,
);
