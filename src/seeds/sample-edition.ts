// The sample edition (contoh): the rules the product offers, and stages laid around the moment of seeding: the jury's stage is open from -2 to +12 days.

import type { EditionPlan } from '../actions/edition/create-edition.ts';
import type { StageKind } from '../domain/edition/stage.ts';
import { CATEGORY_TEMPLATES } from '../domain/instrument/template.ts';
import { DAY, HOUR, type Instant, later } from '../domain/shared/time.ts';

/** kind, name, public group, first and last day, counted from the day of the seed's now. */
const STAGES: readonly (readonly [StageKind, string, string, number, number])[] = [
  ['outreach', 'Sosialisasi dan klinik', 'Sosialisasi', -100, -76],
  ['registration', 'Pendaftaran dan data dukung', 'Pendaftaran', -75, -31],
  ['approval', 'Persetujuan kepala', 'Pendaftaran', -70, -29],
  ['verification', 'Verifikasi', 'Verifikasi', -28, -11],
  ['desk', 'Nilai meja', 'Nilai meja', -10, -5],
  ['presentation', 'Presentasi dan penilaian juri', 'Presentasi', -2, 12],
  ['plenary', 'Pleno', 'Hasil', 13, 19],
  ['objection', 'Sanggah', 'Hasil', 20, 34],
];

/** Invented: the number rings nowhere. */
const SAMPLE_CONTACT =
  'Sekretariat BAILANG, Bapperida Kabupaten Balangan (contoh). Telepon 0526 000000, surel sekretariat@contoh.example, Senin sampai Jumat pukul 08.00 sampai 16.00 WITA.';

/** From eight in the morning, when the sample's days begin, to four in the afternoon. */
const OFFICE_HOURS = 8;

/** The plan of the year's edition; `year` from the seed's own clock. */
export function sampleEdition(newId: () => string, now: Instant): EditionPlan {
  const year = Number(now.slice(0, 4));
  return {
    editionId: newId(),
    year,
    name: `Lomba Inovasi Balangan ${year}`,
    instrument: 'iid-2026',
    venue: 'Aula Benteng Tundakan (contoh)',
    texts: { contact: SAMPLE_CONTACT },
    reason: 'Ketentuan contoh',
    stages: STAGES.map(([kind, name, publicGroup, first, last], index) => ({
      stageId: newId(),
      kind,
      name,
      publicGroup,
      position: index + 1,
      opensAt: later(now, first * DAY),
      closesAt: later(now, last * DAY + OFFICE_HOURS * HOUR),
      graceMinutes: 0,
      exitCheck: true,
    })),
    categories: CATEGORY_TEMPLATES.map((template) => ({ ...template, categoryId: newId() })),
  };
}
