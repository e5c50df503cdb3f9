// Words of the region's index: what a rule or a portfolio lacks, and what to do about it. `bailang index` and the pages share them.

import type { StrangeAffair } from '../../domain/regional-index/affair-check.ts';
import type { Basis } from '../../domain/regional-index/standing.ts';
import type { Facts, Refusal } from '../../domain/shared/outcome.ts';
import { instrumentRefusals, sumWords } from './instrument.ts';
import type { Refusals } from './say.ts';

const PARTS: Readonly<Record<string, string>> = {
  spd: 'baris SPD',
  sid: 'baris SID',
  count: 'baris jumlah inovasi',
  divisor: 'pembagi menurut tahun',
  'basic-services-needed': 'ambang layanan dasar menurut tahun',
  'basic-services': 'daftar urusan layanan dasar',
  total: 'skor maksimum',
  predicates: 'predikat sampai 0',
};

/** Where in a rule file a missing part is filled in. */
const PLACES: Readonly<Record<string, string>> = {
  divisor: 'scoring.minDivisorByYear',
  'basic-services-needed': 'scoring.minBasicServiceAffairsByYear',
  'basic-services': 'scoring.basicServiceAffairs',
  total: 'scoring.maxTotal',
};

export const regionalIndexRefusals: Refusals = {
  'index-rule.incomplete': (facts) =>
    `Aturan tahun ${facts.year} belum lengkap. Yang tidak diketahui: ${missing(facts, false)}. Isi dari naskah resmi; bobot dan ambang tidak pernah ditebak.`,
  'index-rule.sums-differ': ({ total }) =>
    `${sumWords('Skor maksimum keseluruhan', total)} (SPD, satu inovasi, dan jumlah inovasi). Samakan angka itu, atau betulkan bobotnya.`,
  'index.year-unknown': ({ rule, year, years }) => `Tahun ${year} tidak ada dalam aturan ${rule}. Yang ada: ${list(years)}.`,
  'index.duplicate-innovation': ({ code }) => `Kode inovasi ${code} ada dua kali.`,
  'index.unknown-code': ({ code, innovation, rule }) => `Kode ${code} pada ${place(innovation)} tidak ada dalam aturan ${rule}.`,
  'index.level-invalid': ({ code, innovation, level }) => `Level ${code} pada ${place(innovation)} adalah ${level}; yang sah 0, 1, 2, atau 3.`,
  'index.scenario-unknown-innovation': ({ code }) => `Inovasi ${code} dalam skenario tidak ada dalam portofolio.`,
  'index.what-if-invalid': () => 'Simulasi belum dihitung. Perbaiki isian yang ditandai.',
  'index.outside-range': ({ most }) => `Isi angka dari 0 sampai ${most}, boleh dengan koma.`,
  'index.outside-count': ({ most }) => `Isi bilangan bulat dari 0 sampai ${most}.`,
  'index.set-twice': () => 'Kosongkan angka ini, atau lepas centang langkahnya di bawah: yang satu menutupi yang lain.',
  'spd.invalid': () => 'Level SPD belum disimpan. Perbaiki baris yang ditandai.',
  'spd.level-invalid': () => 'Pilih level 0, 1, 2, atau 3, atau kosongkan.',
  'spd.source-too-long': ({ most }) => `Sumber paling banyak ${most} huruf.`,
  'spd.source-without-level': () => 'Pilih levelnya, atau kosongkan sumbernya.',
  'spd.stale': () => 'Orang lain baru saja menyimpan level SPD. Isian Anda masih ada di bawah; bandingkan dengan riwayat, lalu simpan lagi.',
  'hierarchy.duplicate-id': ({ id }) => `Kode ${id} ada dua kali dalam susunan indeks.`,
  'hierarchy.weight-negative': ({ id }) => `Bobot ${id} negatif.`,
  'hierarchy.weights-zero': ({ id }) => `Jumlah bobot di bawah ${id} nol.`,
};

const COMMAND: Refusals = {
  'index.usage': () =>
    'pakai: bailang index --rule iid-2026 portfolio.json; pilihan: --gains JUMLAH, --what-if BERKAS, --against ATURAN; --rule juga menerima berkas',
  'index-rule.incomplete': (facts) =>
    `Aturan tahun ${facts.year} belum lengkap. Yang tidak diketahui: ${missing(facts, true)}. Isi dari naskah resmi; bobot dan ambang tidak pernah ditebak.`,
  'index.gains-invalid': ({ typed }) => `--gains ${typed}: isi bilangan bulat mulai 1.`,
  'index.rule-unknown': ({ rule, known }) => `Aturan ${rule} tidak ada. Yang ada: ${list(known)}; atau beri nama berkas.`,
  'file.unreadable': ({ path }) => `berkas ${path} tidak dapat dibaca.`,
  'file.not-utf8': ({ path }) => `berkas ${path} bukan teks UTF-8.`,
  'index.affair-unknown': ({ innovation, affair, near }) =>
    `urusan "${affair}" pada ${place(innovation)} tidak dikenal; mungkin maksudnya "${near}". Tulis nama urusan itu, atau kosongkan.`,
  'portfolio.look-alike': ({ code, other }) => `kode inovasi "${code}" hanya beda cara tulis dari "${other}"; bedakan kodenya, atau hapus yang ganda.`,
  'portfolio.not-json': ({ path }) => `berkas ${path} bukan JSON yang berisi objek.`,
  'portfolio.repeated-key': ({ path, key }) => `berkas ${path}: kunci "${key}" ditulis dua kali dalam satu objek.`,
  'portfolio.value': ({ path, field }) => `berkas ${path}: isi "${field}" tidak ada atau tidak sah.`,
};

/** One sentence for standard error; a refusal without words shows its code. */
export function sayIndexRefusal(refusal: Refusal): string {
  const sentence = COMMAND[refusal.code] ?? regionalIndexRefusals[refusal.code] ?? instrumentRefusals[refusal.code];
  return sentence === undefined ? refusal.code : sentence(refusal.facts);
}

function missing({ parts, codes }: Facts, withPlaces: boolean): string {
  const place = (part: string) => (withPlaces && PLACES[part] !== undefined ? ` (${PLACES[part]})` : '');
  const weights = Array.isArray(codes) && codes.length > 0 ? [withPlaces ? `bobot ${codes.join(', ')}` : `bobot ${codes.length} baris`] : [];
  return [...weights, ...(Array.isArray(parts) ? parts : []).map((part) => `${PARTS[part] ?? part}${place(part)}`)].join('; ');
}

function place(innovation: Facts[string] | undefined): string {
  return innovation === '' ? 'spd' : `inovasi ${innovation}`;
}

function list(values: Facts[string] | undefined): string {
  return Array.isArray(values) ? values.join(', ') : String(values);
}

/** What a figure is made of, as a sentence's subject and as a tag. */
export const basisWords: Readonly<Record<Basis, { readonly name: string; readonly tag: string; readonly what: string }>> = {
  verified: {
    name: 'Terverifikasi',
    tag: 'Inovasi terverifikasi',
    what: 'Hanya inovasi yang selesai diverifikasi, dengan level dari putusan verifikator. SPD adalah isian daerah sendiri.',
  },
  evidenced: {
    name: 'Berbukti',
    tag: 'Belum terverifikasi',
    what: 'Semua inovasi yang disetujui kepala; level yang diklaim dan ada buktinya. Belum terverifikasi.',
  },
  claimed: { name: 'Klaim', tag: 'Belum terverifikasi', what: 'Semua inovasi yang disetujui kepala; level sebagaimana diklaim. Belum terverifikasi.' },
};

/** The index, the bar's key and the simulation in short words. */
export const indexTexts = {
  parts: { spd: 'SPD, satuan pemerintahan daerah', sid: 'SID, rata-rata kematangan', count: 'Jumlah inovasi' },
  above: (margin: string, from: string) => `${margin} di atas ambang ${from}`,
  below: (margin: string, label: string, from: string) => `${margin} lagi sampai ${label} (${from})`,
  closed: 'Tertutup sampai finalis diumumkan: kantor Anda sendiri.',
  pending: 'belum',
  spdOpen: (open: number, all: number) => `${open} dari ${all} baris SPD belum terisi dan dihitung 0, jadi indeks ini lebih rendah daripada keadaan daerah.`,
  fillSpd: 'Isi level SPD',
  gainsTitle: 'Yang paling menaikkan indeks',
  gainsLead:
    'Sepuluh langkah, urut menurut kenaikan tiap langkah (satu level, atau satu inovasi baru), masing-masing dihitung tersendiri dari keadaan sekarang. Pada nilai yang sama, yang levelnya masih rendah didahulukan.',
  topGain: 'Langkah yang paling menaikkan',
  perInnovation: (points: string) => `${points} tiap inovasi`,
  tried: 'Yang dicoba',
  roundedOnce: 'Setiap angka dibulatkan sendiri dari pecahan eksaknya.',
  noCount: (covered: number, needed: number) => `Skor jumlah inovasi dalam simulasi ini 0: baru ${covered} urusan layanan dasar terisi, ambangnya ${needed}.`,
  newOnes: 'Untuk mencoba inovasi baru, isi jumlah inovasi dan urusan layanan dasar di atas.',
} as const;

/** A note beside a computed index: an affair that is in no list, and what that does to the figure. */
export function sayStrangeAffair({ innovation, affair }: StrangeAffair): string {
  return `catatan: urusan "${affair}" pada ${place(innovation)} tidak ada dalam daftar; dihitung bukan layanan dasar.`;
}
