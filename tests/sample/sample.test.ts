import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkInvariants } from '../../src/actions/audit/check-invariants.ts';
import type { PublishedResult } from '../../src/domain/publication/published-result.ts';
import type { SampleGround } from '../../src/seeds/sample.ts';
import { seedStory } from '../../src/seeds/sample.ts';
import type { SampleEntries } from '../../src/seeds/sample-entries.ts';
import { findPublishedResult } from '../../src/store/publication.read.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

interface Golden {
  readonly order: readonly string[];
  readonly entries: Readonly<
    Record<
      string,
      {
        desk: string;
        deskExact: string;
        jury: string;
        juryExact: string;
        final: string;
        finalExact: string;
        jurors: number;
        rank: number;
        rankBefore: number;
        criterionMeans: string[];
      }
    >
  >;
  readonly desk: { readonly points: Readonly<Record<string, number>>; readonly belowFloor: readonly string[] };
}

const golden = JSON.parse(readFileSync('tests/golden/sample-edition.json', 'utf8')) as Readonly<Record<string, Golden>>;
let database: TestDatabase;
let sample: SampleGround & { readonly entries: SampleEntries };
beforeAll(async () => {
  database = await testDatabase();
  sample = await seedStory(database.platform, 'published');
}, 120_000);
afterAll(() => database.end());

test.each(['skpd', 'blud-puskesmas'])('publishes the figures of %s that the second calculator found', async (code) => {
  const published = await findPublishedResult(database.db, sample.stage.regionId, 2026, code);
  const body = published?.body as PublishedResult;
  const bySlug = new Map(golden[code]!.order.map((slug) => [sample.entries.bySlug(slug).registrationNumber, slug]));
  expect(body.entries.map((entry) => bySlug.get(entry.id))).toEqual(golden[code]!.order);
  for (const entry of body.entries) {
    const expected = golden[code]!.entries[bySlug.get(entry.id) ?? '']!;
    expect({
      final: entry.final.rounded,
      finalExact: entry.final.exact,
      jury: entry.jury.rounded,
      juryExact: entry.jury.exact,
      desk: entry.desk?.rounded,
      deskExact: entry.desk?.exact,
      jurors: entry.jurors,
      rank: entry.rank,
      rankBefore: entry.rankBeforeTieBreak,
      means: entry.criteria.map((criterion) => criterion.mean.exact),
    }).toEqual({
      final: expected.final,
      finalExact: expected.finalExact,
      jury: expected.jury,
      juryExact: expected.juryExact,
      desk: expected.desk,
      deskExact: expected.deskExact,
      jurors: expected.jurors,
      rank: expected.rank,
      rankBefore: expected.rankBefore,
      means: expected.criterionMeans,
    });
  }
});

test('refuses below the floor, keeps exactly the floor', async () => {
  const rows = await database.db.all<{ number: string; code: string | null; state: string }>(
    'SELECT registration_number AS number, refusal_code AS code, state FROM entry WHERE region_id = $1 AND registration_number IS NOT NULL',
    [sample.stage.regionId],
  );
  const stateOf = (slug: string) => rows.find((row) => row.number === sample.entries.bySlug(slug).registrationNumber);
  expect(stateOf('kompor-panggul')).toMatchObject({ state: 'refused', code: 'desk.below-floor' });
  expect(stateOf('klinik-inoba')).toMatchObject({ state: 'eligible', code: null });
});

test('keeps every promise', async () => {
  expect(await checkInvariants(database.platform, sample.stage.regionId)).toEqual([]);
});
