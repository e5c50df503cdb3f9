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
import { sampleEdition } from './sample-edition.ts';
import { SAMPLE_PASSWORD, type SamplePeople, seedPeople } from './sample-people.ts';
import { type SeedStage, seedStage } from './stage.ts';

export interface Sample {
  readonly stage: SeedStage;
  readonly people: SamplePeople;
  readonly plan: EditionPlan;
  readonly now: Instant;
  /** What to tell whoever started it. */
  readonly told: readonly string[];
}


/** Region, people, editions: the ground every story begins on. */
export async function seedGround(platform: Platform): Promise<Sample> {
  const now = platform.now();
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
  const past = JSON.parse(readFileSync(join(dataFolder(), 'history', 'bailang.json'), 'utf8')) as { editions: { year: number; name: string; history: EditionHistory }[] };
  for (const edition of past.editions) await stage.as(secretary, before, (act) => recordHistory(act, { ...edition, editionId: stage.newId() }));
  return { stage, people, plan, now, told: tell() };
}

/** The sample as `npm start` shows it. */
export async function seedSample(platform: Platform): Promise<Sample> {
  return seedGround(platform);
}

function tell(): readonly string[] {
  return [
    `Akun contoh (kata sandi: ${SAMPLE_PASSWORD}):`,
    '  inovator   inovator.disdukcapil@contoh.example     kepala   kepala.disdukcapil@contoh.example',
    '  sekretariat sekretariat@contoh.example             verifikator  verifikator2@contoh.example',
    '  juri       juri2.skpd@contoh.example               ketua juri   juri1.skpd@contoh.example',
    '  bupati     bupati@contoh.example                   admin        admin@contoh.example',
  ];
}
