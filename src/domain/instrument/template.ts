// What the product offers for a first edition: stages laid from the day registration opens, and rules to be changed by whoever decides them.

import type { CategoryRules } from '../edition/category.ts';
import type { StageKind } from '../edition/stage.ts';
import { DAY, HOUR, type Instant, later } from '../shared/time.ts';
import type { Criterion, Rubric } from './rubric.ts';

export interface CategoryTemplate {
  readonly code: string;
  readonly name: string;
  readonly rules: CategoryRules;
  readonly rubric: Rubric;
}

const COMMON: Omit<CategoryRules, 'whoEnters' | 'finalLadder'> = {
  approver: 'head',
  floor: '50',
  shortlist: { kind: 'top', n: 5 },
  cut: 'unresolved',
  deskLadder: ['SID-33', 'SID-31', 'decision', 'lot'],
  deskShare: '40',
  juryShare: '60',
  winners: 3,
  lot: null,
};

const BY_NUMBER: readonly (readonly [code: string, name: string, weight: string, hint: string])[] = [
  ['KEB', 'Kebaruan', '30', 'Seberapa baru gagasan dan cara kerjanya dibanding yang sudah ada.'],
  ['MAN', 'Kemanfaatan', '25', 'Seberapa besar dan terukur manfaat yang dirasakan.'],
  ['REP', 'Replikasi dan aplikatif', '20', 'Seberapa mudah ditiru dan diterapkan pihak lain.'],
  ['KOL', 'Kewenangan dan kolaborasi', '15', 'Kesesuaian kewenangan dan peran banyak pihak.'],
  ['PEN', 'Penguasaan materi', '10', 'Kejelasan paparan dan jawaban.'],
];
const BY_LEVELS: readonly (readonly [code: string, name: string, weight: string])[] = [
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

/**
 * Two categories with rules and rubrics, weights 30/25/20/15/10 by numbers 0..100 and 5/5/4/3/2/2 by levels 1..3. Examples: a region decides its own.
 * @basis RULES 9 (sample rules), juknis-examples.
 */
export const CATEGORY_TEMPLATES: readonly CategoryTemplate[] = [
  {
    code: 'skpd',
    name: 'SKPD',
    rules: { ...COMMON, whoEnters: ['skpd', 'kecamatan'], finalLadder: ['jury', 'criterion:KEB', 'desk', 'median', 'decision'] },
    rubric: rubric(
      'raw',
      BY_NUMBER.map(([code, name, weight, hint]) => ({ code, name, weight, hint, min: '0', max: '100', step: '1', entry: 'number' })),
    ),
  },
  {
    code: 'blud-puskesmas',
    name: 'BLUD dan UPT Puskesmas',
    rules: { ...COMMON, whoEnters: ['blud', 'puskesmas'], finalLadder: ['jury', 'criterion:ORI', 'desk', 'median', 'decision'] },
    rubric: rubric(
      'max',
      BY_LEVELS.map(([code, name, weight]) => ({ code, name, weight, min: '1', max: '3', step: '1', entry: 'levels', levels: LEVELS })),
    ),
  },
];

/** Days from the opening of registration: kind, name, group on the public line, opens, closes. Every window closes at the end of a working day. */
const STAGES: readonly (readonly [StageKind, string, string, number, number])[] = [
  ['outreach', 'Sosialisasi dan klinik', 'Sosialisasi', -21, 0],
  ['registration', 'Pendaftaran dan data dukung', 'Pendaftaran', 0, 45],
  ['approval', 'Persetujuan kepala', 'Pendaftaran', 0, 47],
  ['verification', 'Verifikasi', 'Verifikasi', 47, 65],
  ['desk', 'Nilai meja', 'Nilai meja', 65, 72],
  ['presentation', 'Presentasi dan penilaian juri', 'Presentasi', 77, 91],
  ['plenary', 'Pleno', 'Hasil', 91, 99],
  ['objection', 'Sanggah', 'Hasil', 99, 113],
];
const CLOSING_HOUR = 16;

export interface TemplateStage {
  readonly kind: StageKind;
  readonly name: string;
  readonly publicGroup: string;
  readonly position: number;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly graceMinutes: number;
  readonly exitCheck: boolean;
}

/** The stages of a first edition. `firstDay` is the midnight, on the region's clock, of the day registration opens; windows end at 16.00 of their last day. */
export function templateStages(firstDay: Instant): readonly TemplateStage[] {
  const end = (day: number) => later(firstDay, (day - 1) * DAY + CLOSING_HOUR * HOUR);
  return STAGES.map(([kind, name, publicGroup, from, until], index) => ({
    kind,
    name,
    publicGroup,
    position: index + 1,
    opensAt: later(firstDay, from * DAY),
    closesAt: end(until),
    graceMinutes: 0,
    exitCheck: true,
  }));
}
