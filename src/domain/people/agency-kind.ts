// What kind an agency is of: as a table writes it, or as its name begins.

import { sameWords } from '../shared/table.ts';
import type { AgencyKind } from './agency.ts';

const KINDS: ReadonlyMap<string, AgencyKind> = new Map([
  ['skpd', 'skpd'],
  ['opd', 'skpd'],
  ['perangkat daerah', 'skpd'],
  ['dinas', 'skpd'],
  ['badan', 'skpd'],
  ['kecamatan', 'kecamatan'],
  ['puskesmas', 'puskesmas'],
  ['upt puskesmas', 'puskesmas'],
  ['uptd puskesmas', 'puskesmas'],
  ['blud', 'blud'],
  ['rumah sakit', 'blud'],
  ['sekolah', 'school'],
  ['desa', 'village'],
  ['kelurahan', 'village'],
  ['pihak luar', 'outside'],
  ['luar', 'outside'],
]);

/** The kind a cell names, whatever its case and spaces; null when it names none. */
export function readAgencyKind(written: string): AgencyKind | null {
  return KINDS.get(sameWords(written)) ?? null;
}

/** Words that may stand before the one that tells the kind: `BLUD RSUD …`, `UPTD Puskesmas …`, `Kantor Kecamatan …`. */
const BEFORE: readonly string[] = ['upt', 'uptd', 'blud', 'kantor', 'pemerintah'];

const FIRST_WORDS: ReadonlyMap<string, AgencyKind> = new Map([
  ['dinas', 'skpd'],
  ['badan', 'skpd'],
  ['sekretariat', 'skpd'],
  ['inspektorat', 'skpd'],
  ['satuan', 'skpd'],
  ['bagian', 'skpd'],
  ['kecamatan', 'kecamatan'],
  ['kec', 'kecamatan'],
  ['camat', 'kecamatan'],
  ['puskesmas', 'puskesmas'],
  ['rsud', 'blud'],
  ['sd', 'school'],
  ['sdn', 'school'],
  ['smp', 'school'],
  ['smpn', 'school'],
  ['tk', 'school'],
  ['sekolah', 'school'],
  ['desa', 'village'],
  ['kelurahan', 'village'],
]);

/** The opening that is a whole name. */
const WHOLE_NAME = 'inspektorat';

/**
 * The kind that the first words of an agency's name tell: `Kec. Awayan`, `UPTD Puskesmas Uren`, `Dinas Kesehatan`. Null when they tell none,
 * as `Disdik`, or when nothing stands behind them, as `Kecamatan`. A guess: shown before it is used.
 */
export function guessAgencyKind(name: string): AgencyKind | null {
  const words = sameWords(name)
    .split(/[\s.,]+/)
    .filter((word) => word !== '');
  const start = words.findIndex((word) => !BEFORE.includes(word));
  const [first, second] = start < 0 ? [] : words.slice(start);
  if (first === undefined || (second === undefined && FIRST_WORDS.has(first) && first !== WHOLE_NAME)) return null;
  if (first === 'rumah' && second === 'sakit') return 'blud';
  return FIRST_WORDS.get(first) ?? (words.slice(0, start).includes('kantor') ? 'skpd' : null);
}
