// A region with the sample's people and its edition, and the past years; nothing entered yet.

import { readFileSync } from 'node:fs';
import { createEdition, type EditionPlan } from '../../src/actions/edition/create-edition.ts';
import { recordHistory } from '../../src/actions/edition/record-history.ts';
import { createRegion } from '../../src/actions/people/create-region.ts';
import type { EditionHistory } from '../../src/domain/edition/edition.ts';
import type { Actor } from '../../src/domain/people/role.ts';
import { DAY, later } from '../../src/domain/shared/time.ts';
import { sampleEdition } from '../../src/seeds/sample-edition.ts';
import { seedPeople } from '../../src/seeds/sample-people.ts';
import { seedStage } from '../../src/seeds/stage.ts';
import type { TestDatabase } from '../support/database.ts';

export interface EditionGround {
  readonly regionId: string;
  readonly plan: EditionPlan;
  readonly secretary: Actor;
}

export async function editionGround(test: TestDatabase): Promise<EditionGround> {
  const now = test.platform.now();
  const before = later(now, -120 * DAY);
  const stage = seedStage(test.platform, test.platform.newId());
  const region = {
    code: '63.11',
    name: 'Kabupaten Balangan',
    kind: 'regency',
    zone: 'Asia/Makassar',
    zoneWord: 'WITA',
    prefix: 'BL',
    contact: '',
    isSample: true,
  } as const;
  await stage.system(before, (act) => createRegion(act, region));
  const people = await seedPeople(stage, before);
  const secretary = await people.actor('sekretariat', before);
  const plan = sampleEdition(stage.newId, now);
  await stage.as(secretary, before, (act) => createEdition(act, plan));
  const past = JSON.parse(readFileSync('data/history/bailang.json', 'utf8')) as {
    editions: { year: number; name: string; history: EditionHistory }[];
  };
  for (const edition of past.editions) await stage.as(secretary, before, (act) => recordHistory(act, { ...edition, editionId: stage.newId() }));
  return { regionId: stage.regionId, plan, secretary };
}
