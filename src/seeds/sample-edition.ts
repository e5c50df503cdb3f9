// The sample edition (contoh): the rules the product offers, and stages laid around the moment of seeding: the jury's stage is open from -2 to +12 days.

import type { EditionPlan } from '../actions/edition/create-edition.ts';
import type { StageKind } from '../domain/edition/stage.ts';
import { CATEGORY_TEMPLATES } from '../domain/instrument/template.ts';
import { DAY, type Instant, later } from '../domain/shared/time.ts';

/** kind, name, public group, opens and closes in days from the seed's now. */
const STAGES: readonly (readonly [StageKind, string, string, number, number])[] = [
  ['outreach', 'Sosialisasi dan klinik', 'Sosialisasi', -100, -75],
  ['registration', 'Pendaftaran dan data dukung', 'Pendaftaran', -75, -30],
  ['approval', 'Persetujuan kepala', 'Pendaftaran', -70, -28],
  ['verification', 'Verifikasi', 'Verifikasi', -28, -10],
  ['desk', 'Nilai meja', 'Nilai meja', -10, -4],
  ['presentation', 'Presentasi dan penilaian juri', 'Presentasi', -2, 12],
  ['plenary', 'Pleno', 'Hasil', 12, 20],
  ['objection', 'Sanggah', 'Hasil', 20, 34],
];

/** The plan of the year's edition; `year` from the seed's own clock. */
export function sampleEdition(newId: () => string, now: Instant): EditionPlan {
  const year = Number(now.slice(0, 4));
  return {
    editionId: newId(),
    year,
    name: `Lomba Inovasi Balangan ${year}`,
    instrument: 'iid-2026',
    venue: 'Aula Benteng Tundakan (contoh)',
    reason: 'Ketentuan contoh',
    stages: STAGES.map(([kind, name, publicGroup, from, until], index) => ({
      stageId: newId(),
      kind,
      name,
      publicGroup,
      position: index + 1,
      opensAt: later(now, from * DAY),
      closesAt: later(now, until * DAY),
      graceMinutes: 0,
      exitCheck: true,
    })),
    categories: CATEGORY_TEMPLATES.map((template) => ({ ...template, categoryId: newId() })),
  };
}
