// The sample edition's stages and rules (contoh), laid around the moment of seeding: the jury's stage is open from -2 to +12 days.

import type { EditionPlan } from '../actions/edition/create-edition.ts';
import type { CategoryRules } from '../domain/edition/category.ts';
import type { StageKind } from '../domain/edition/stage.ts';
import type { Criterion, Rubric } from '../domain/instrument/rubric.ts';
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

const COMMON: Omit<CategoryRules, 'whoEnters'> = {
  approver: 'head',
  floor: '50',
  shortlist: { kind: 'top', n: 5 },
  cut: 'unresolved',
  deskLadder: ['SID-33', 'SID-31', 'decision', 'lot'],
  deskShare: '40',
  juryShare: '60',
  finalLadder: [],
  winners: 3,
  lot: null,
};

const SKPD: readonly (readonly [string, string, string, string])[] = [
  ['KEB', 'Kebaruan', '30', 'Seberapa baru gagasan dan cara kerjanya dibanding yang sudah ada.'],
  ['MAN', 'Kemanfaatan', '25', 'Seberapa besar dan terukur manfaat yang dirasakan.'],
  ['REP', 'Replikasi dan aplikatif', '20', 'Seberapa mudah ditiru dan diterapkan pihak lain.'],
  ['KOL', 'Kewenangan dan kolaborasi', '15', 'Kesesuaian kewenangan dan peran banyak pihak.'],
  ['PEN', 'Penguasaan materi', '10', 'Kejelasan paparan dan jawaban.'],
];
const BLUD: readonly (readonly [string, string, string])[] = [
  ['ORI', 'Kebaruan dan orisinalitas', '5'],
  ['REL', 'Relevansi dan dampak pelayanan publik', '5'],
  ['LAY', 'Kelayakan dan kemudahan implementasi', '4'],
  ['LAN', 'Keberlanjutan', '3'],
  ['KOL', 'Kolaborasi pemangku kepentingan', '2'],
  ['DOK', 'Dokumentasi dan kemampuan presentasi', '2'],
];
const LEVELS = [
  { points: '1', label: 'Kurang' },
  { points: '2', label: 'Cukup' },
  { points: '3', label: 'Baik' },
];

function rubric(scale: Rubric['scale'], criteria: readonly Criterion[]): Rubric {
  return { version: 1, criteria, scale, minJurors: 3, decimals: 2, rankOn: 'rounded', percent: scale === 'raw', aggregate: 'mean', trim: 0 };
}

/** The plan of the year's edition; `year` from the seed's own clock. */
export function sampleEdition(newId: () => string, now: Instant): EditionPlan {
  const year = Number(now.slice(0, 4));
  const numbers = SKPD.map(([code, name, weight, hint]): Criterion => ({ code, name, weight, hint, min: '0', max: '100', step: '1', entry: 'number' }));
  const levels = BLUD.map(([code, name, weight]): Criterion => ({ code, name, weight, min: '1', max: '3', step: '1', entry: 'levels', levels: LEVELS }));
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
    })),
    categories: [
      {
        categoryId: newId(),
        code: 'skpd',
        name: 'SKPD',
        rules: { ...COMMON, whoEnters: ['skpd', 'kecamatan'], finalLadder: ['jury', 'criterion:KEB', 'desk', 'median', 'decision'] },
        rubric: rubric('raw', numbers),
      },
      {
        categoryId: newId(),
        code: 'blud-puskesmas',
        name: 'BLUD dan UPT Puskesmas',
        rules: { ...COMMON, whoEnters: ['blud', 'puskesmas'], finalLadder: ['jury', 'criterion:ORI', 'desk', 'median', 'decision'] },
        rubric: rubric('max', levels),
      },
    ],
  };
}
