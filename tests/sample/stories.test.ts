import { afterEach, expect, test } from 'vitest';
import { requireOpen } from '../../src/domain/edition/stage.ts';
import { seedNamedStory } from '../../src/seeds/sample.ts';
import { findStages } from '../../src/store/edition.read.ts';
import { listPublishedResults } from '../../src/store/publication.read.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
afterEach(() => database.end());

test.each([
  ['fresh', 'registration', 0],
  ['midway', 'presentation', 0],
  ['finished', 'objection', 2],
] as const)(
  'the story %s is in its %s, with %i results',
  async (name, stage, results) => {
    database = await testDatabase();
    const { stage: played, plan } = await seedNamedStory(database.platform, name);
    const now = database.platform.now();
    const stages = await findStages(database.db, played.regionId, plan.editionId);
    expect(requireOpen(stages, stage, now).ok).toBe(true);
    const published = await listPublishedResults(database.db, played.regionId);
    expect(published).toHaveLength(results);
    expect(published.every(({ publishedAt }) => publishedAt < now)).toBe(true);
    const late = await database.owner.all<{ n: number }>('SELECT count(*)::int AS n FROM audit_entry WHERE acted_at > $1', [now]);
    expect(late[0]?.n).toBe(0);
  },
  60_000,
);
