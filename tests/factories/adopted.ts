// The sample region judged by a catalogue of its own: adopted, bound before anybody entered, and used up to the announced finalists.

import { bindInstrument } from '../../src/actions/edition/bind-instrument.ts';
import { adoptCatalogue } from '../../src/actions/instrument/adopt-catalogue.ts';
import { keepCatalogue } from '../../src/actions/instrument/keep-catalogue.ts';
import { DAY, later } from '../../src/domain/shared/time.ts';
import { shippedCatalogues } from '../../src/platform/catalogues.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { seedGround } from '../../src/seeds/sample.ts';
import { seedShortlists, seedVerification } from '../../src/seeds/sample-desk.ts';
import { seedEntries } from '../../src/seeds/sample-entries.ts';

/** Code of the catalogue, and the region. */
export async function seedAdopted(platform: Platform): Promise<{ readonly code: string; readonly regionId: string }> {
  const ground = await seedGround(platform);
  const { stage, people, plan } = ground;
  const at = later(ground.now, -119 * DAY);
  const secretary = await people.actor('sekretariat', at);
  const text = (shippedCatalogues().get('iid-2026')?.text ?? '').replace(/"legalSource": *"[^"]*"/, '"legalSource": "Surat daerah sendiri"');
  const { code } = await stage.as(secretary, at, (act) => keepCatalogue(act, text, true));
  const wish = { code, decree: 'SK 7/2026', reason: 'katalog daerah sendiri' };
  await stage.as(secretary, at, (act) => adoptCatalogue(act, wish));
  await stage.as(secretary, at, (act) => bindInstrument(act, { ...wish, editionId: plan.editionId }));
  const entries = await seedEntries(ground);
  await seedVerification(ground, entries);
  await seedShortlists(ground, entries);
  return { code, regionId: stage.regionId };
}
