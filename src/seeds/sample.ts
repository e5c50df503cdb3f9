// The sample region: real names of agencies and innovations, everything else contoh; made through the acts around `now`.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEdition, type EditionPlan } from '../actions/edition/create-edition.ts';
import { recordHistory } from '../actions/edition/record-history.ts';
import { createRegion } from '../actions/people/create-region.ts';
import type { EditionHistory } from '../domain/edition/edition.ts';
import { DAY, type Instant, later } from '../domain/shared/time.ts';
import { dataFolder } from '../platform/catalogues.ts';
import type { Platform } from '../platform/platform.ts';
import { seedShortlists, seedVerification } from './sample-desk.ts';
import { sampleEdition } from './sample-edition.ts';
import { type SampleEntries, seedEntries } from './sample-entries.ts';
import { seedPanels, seedResults, seedSheets } from './sample-jury.ts';
import { type SamplePeople, seedPeople } from './sample-people.ts';
import { seedSpdLevels } from './sample-spd.ts';
import { type SeedStage, seedStage } from './stage.ts';

export interface SampleGround {
  readonly stage: SeedStage;
  readonly people: SamplePeople;
  readonly plan: EditionPlan;
  readonly now: Instant;
}

/** The last 08.00 WITA (midnight UTC), so that the sample's stages open and close when an office does. */
function morningOf(at: Instant): Instant {
  return later(`${at.slice(0, 10)}T00:00:00.000Z`, 0);
}

/** Region, people, editions: the ground every story begins on. */
export async function seedGround(platform: Platform): Promise<SampleGround> {
  const now = morningOf(platform.now());
  const before = later(now, -120 * DAY);
  const stage = seedStage(platform, platform.newId());
  await stage.system(before, (act) =>
    createRegion(act, {
      code: '63.11',
      name: 'Kabupaten Balangan',
      kind: 'regency',
      zone: 'Asia/Makassar',
      zoneWord: 'WITA',
      prefix: 'BL',
      contact: 'Sekretariat BAILANG, Bapperida Kabupaten Balangan',
      isSample: true,
    }),
  );
  const people = await seedPeople(stage, before);
  const secretary = await people.actor('sekretariat', before);
  const plan = sampleEdition(stage.newId, now);
  await stage.as(secretary, before, (act) => createEdition(act, plan));
  const past = JSON.parse(readFileSync(join(dataFolder(), 'history', 'bailang.json'), 'utf8')) as {
    editions: { year: number; name: string; history: EditionHistory }[];
  };
  for (const edition of past.editions) await stage.as(secretary, before, (act) => recordHistory(act, { ...edition, editionId: stage.newId() }));
  return { stage, people, plan, now };
}

type Chapter = 'submitted' | 'announced' | 'jury-week' | 'published';

/** The story up to a chapter: entries approved, finalists announced, the jury's week under way, both results published. */
export async function seedStory(platform: Platform, until: Chapter): Promise<SampleGround & { readonly entries: SampleEntries }> {
  const ground = await seedGround(platform);
  const entries = await seedEntries(ground);
  await seedSpdLevels(ground);
  if (until === 'submitted') return { ...ground, entries };
  await seedVerification(ground, entries);
  await seedShortlists(ground, entries);
  if (until === 'announced') return { ...ground, entries };
  await seedPanels(ground);
  await seedSheets(ground, entries, until === 'published');
  if (until === 'published') await seedResults(ground);
  return { ...ground, entries };
}

/** Stories to begin with: registration open and nothing in yet, the jury's week, everything published. Days move the whole edition. */
const STORIES = { fresh: 50, midway: 0, finished: -20 } as const;

export const STORY_NAMES = ['fresh', 'midway', 'finished'] as const;

export async function seedNamedStory(platform: Platform, name: (typeof STORY_NAMES)[number]): Promise<SampleGround> {
  const moved: Platform = { ...platform, now: () => later(platform.now(), STORIES[name] * DAY) };
  return name === 'fresh' ? seedGround(moved) : seedStory(moved, name === 'midway' ? 'jury-week' : 'published');
}

/** The sample as `npm start` shows it: the jury's week. */
export async function seedSample(platform: Platform): Promise<SampleGround> {
  return seedStory(platform, 'jury-week');
}
