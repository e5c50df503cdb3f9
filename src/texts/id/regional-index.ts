// Words of the region's index: what a rule or a portfolio lacks, and what to do about it. `bailang index` and the pages share them.

import type { Facts, Refusal } from '../../domain/shared/outcome.ts';
import { instrumentRefusals } from './instrument.ts';
import type { Refusals } from './say.ts';

const PARTS: Readonly<Record<string, string>> = {
  spd: 'baris SPD',
  sid: 'baris SID',
  count: 'baris jumlah inovasi',
  divisor: 'pembagi menurut tahun (scoring.minDivisorByYear)',
  'basic-services-needed': 'ambang layanan dasar menurut tahun (scoring.minBasicServiceAffairsByYear)',
  'basic-services': 'daftar urusan layanan dasar (scoring.basicServiceAffairs)',
  total: 'skor maksimum (scoring.maxTotal)',
  predicates: 'predikat sampai 0',
};

export const regionalIndexRefusals: Refusals = {
  'index-rule.incomplete': (facts) =>
    `Aturan tahun ${facts.year} belum lengkap. Yang tidak diketahui: ${missing(facts).join('; ')}. Isi dari naskah resmi; bobot dan ambang tidak pernah ditebak.`,
  'index-rule.sums-differ': () => 'Jumlah skor tertinggi aturan ini tidak sama dengan skor maksimum yang dinyatakannya.',
  'index.year-unknown': ({ rule, year, years }) => `Tahun ${year} tidak ada dalam aturan ${rule}. Yang ada: ${list(years)}.`,
  'index.duplicate-innovation': ({ code }) => `Kode inovasi ${code} ada dua kali.`,
  'index.unknown-code': ({ code, innovation, rule }) => `Kode ${code} pada ${place(innovation)} tidak ada dalam aturan ${rule}.`,
  'index.level-invalid': ({ code, innovation, level }) => `Tingkat ${code} pada ${place(innovation)} adalah ${level}; yang sah 0, 1, 2, atau 3.`,
  'index.scenario-unknown-innovation': ({ code }) => `Inovasi ${code} dalam skenario tidak ada dalam portofolio.`,
  'hierarchy.duplicate-id': ({ id }) => `Kode ${id} ada dua kali dalam susunan indeks.`,
  'hierarchy.weight-negative': ({ id }) => `Bobot ${id} negatif.`,
  'hierarchy.weights-zero': ({ id }) => `Jumlah bobot di bawah ${id} nol.`,
};

const COMMAND: Refusals = {
  'index.usage': () =>
    'pakai: bailang index --rule iid-2026 portfolio.json; pilihan: --gains JUMLAH, --what-if BERKAS, --against ATURAN; --rule juga menerima berkas',
  'index.gains-invalid': ({ typed }) => `--gains ${typed}: isi bilangan bulat mulai 1.`,
  'index.rule-unknown': ({ rule, known }) => `Aturan ${rule} tidak ada. Yang ada: ${list(known)}; atau beri nama berkas.`,
  'file.unreadable': ({ path }) => `berkas ${path} tidak dapat dibaca.`,
  'file.not-utf8': ({ path }) => `berkas ${path} bukan teks UTF-8.`,
  'portfolio.not-json': ({ path }) => `berkas ${path} bukan JSON yang berisi objek.`,
  'portfolio.repeated-key': ({ path, key }) => `berkas ${path}: kunci "${key}" ditulis dua kali dalam satu objek.`,
  'portfolio.value': ({ path, field }) => `berkas ${path}: isi "${field}" tidak ada atau tidak sah.`,
};

/** One sentence for standard error; a refusal without words shows its code. */
export function sayIndexRefusal(refusal: Refusal): string {
  const sentence = COMMAND[refusal.code] ?? regionalIndexRefusals[refusal.code] ?? instrumentRefusals[refusal.code];
  return sentence === undefined ? refusal.code : sentence(refusal.facts);
}

function missing({ parts, codes }: Facts): readonly string[] {
  const weights = Array.isArray(codes) && codes.length > 0 ? [`bobot ${codes.join(', ')}`] : [];
  return [...weights, ...(Array.isArray(parts) ? parts : []).map((part) => PARTS[part] ?? part)];
}

function place(innovation: Facts[string] | undefined): string {
  return innovation === '' ? 'spd' : `inovasi ${innovation}`;
}

function list(values: Facts[string] | undefined): string {
  return Array.isArray(values) ? values.join(', ') : String(values);
}
