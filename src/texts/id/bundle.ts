// Words of a bundle that was checked: what holds, or what differs and where.

import type { BundleCheck, BundleFault } from '../../domain/proof/bundle-fault.ts';
import type { BundleVerdict } from '../../domain/proof/bundle-verify.ts';

const CHECKS: Readonly<Record<BundleCheck, string>> = {
  file: 'sidik berkas',
  text: 'teks berkas',
  shape: 'susunan',
  parts: 'sidik bagian',
  desk: 'nilai meja dan daftar finalis',
  inputs: 'masukan hasil',
  result: 'hasil',
  signatures: 'tanda tangan dan penetapan',
  publication: 'pengumuman',
  ledger: 'jejak audit',
};

const REASONS: Readonly<Record<string, string>> = {
  'bundle.no-such-rules': 'versi ketentuan ini tidak ada di dalam bundel',
  'bundle.no-points': 'poin tertinggi instrumen nol',
  'bundle.indicator-twice': 'indikator tertulis dua kali',
  'bundle.level-not-of-the-instrument': 'tingkat verifikasi tidak tepat satu untuk tiap indikator',
  'bundle.pair-unknown': 'pasangan juri dan finalis ini tidak ada',
  'bundle.pair-twice': 'pasangan juri dan finalis ini tertulis dua kali',
  'bundle.pair-open': 'ada pasangan juri dan finalis tanpa lembar, tanpa benturan, dan tanpa catatan absen',
  'bundle.signatures-missing': 'jumlah tanda tangan tidak sama dengan jumlah juri yang lembarnya dihitung dan ketua',
  'bundle.before-its-time': 'waktunya mendahului langkah sebelumnya',
  'bundle.facts-unreadable': 'isi baris jejak tidak terbaca',
  'bundle.kind-not-quoted': 'baris jejak ini tidak termasuk bundel',
  'bundle.about-something-else': 'baris jejak ini tentang hal lain',
  'bundle.rows-out-of-order': 'nomor baris jejak tidak berurutan',
  'bundle.actor-not-closed': 'pelaku pada baris tertutup harus kosong',
  'bundle.seal-not-in-key': 'teks yang disegel tidak ada di dalam kunci',
  'bundle.actor-not-in-key': 'pelaku baris ini tidak ada di dalam kunci, atau bukan anggota panel',
  'bundle.seal-not-in-ledger': 'segel lembar ini tidak ada di jejak audit',
};

/** Whether a rule's no has words of its own. */
export function hasBundleWords(code: string): boolean {
  return code in REASONS;
}

const EXPECTED: Readonly<Record<string, (detail: string) => string>> = {
  end: () => 'akhir berkas',
  depth: (most) => `paling dalam ${most} tingkat`,
  'item-or-end': () => 'koma atau kurung siku tutup',
  'member-or-end': () => 'koma atau kurung kurawal tutup',
  'key-after': (key) => `kunci sesudah ${key} menurut abjad`,
  colon: () => 'titik dua',
  'quoted-text': () => 'teks di dalam tanda kutip',
  'closing-quote': () => 'tanda kutip penutup',
  'escaped-control': () => 'karakter kendali yang disandikan',
  escape: () => 'sandi karakter JSON',
  written: (text) => `teks yang ditulis ${text}`,
  value: () => 'sebuah nilai',
  'shortest-number': () => 'angka dalam bentuk terpendek',
  'utf-8': () => 'UTF-8',
  text: () => 'teks',
  id: () => 'nomor pengenal',
  digest: () => '64 angka heksadesimal',
  instant: () => 'waktu UTC',
  exact: () => 'angka eksak',
  flag: () => 'true atau false',
  whole: (range) => `bilangan bulat ${range}`,
  'one-of': (values) => `salah satu dari ${values}`,
  list: () => 'daftar',
  object: () => 'objek',
  nothing: () => 'tidak ada apa-apa',
  code: () => 'kode',
  'registration-number': () => 'nomor registrasi',
  juror: () => 'kode juri seperti J1',
  number: () => 'angka',
  score: () => 'nilai',
};

function sayExpected(expected: string): string {
  const [word = '', ...detail] = expected.split(' ');
  return EXPECTED[word]?.(detail.join(' ')) ?? expected;
}

/** One fault on one line: what was asked, where, what stands there and what should. */
export function sayBundleFault(fault: BundleFault): string {
  const check = CHECKS[fault.check];
  if (fault.kind === 'byte') return `${check}: bita ke-${fault.offset}, seharusnya ${sayExpected(fault.expected)}`;
  if (fault.kind === 'refused') return `${check}: ${fault.path}, ${REASONS[fault.code] ?? `ditolak oleh aturan (${fault.code})`}`;
  const [found, wanted] = [fault.written ?? 'tidak ada', fault.computed ?? 'tidak ada'];
  if (fault.check === 'file') return `${check}: yang diharapkan ${found}, sidik berkas ini ${wanted}`;
  if (fault.check === 'shape') return `${check}: ${fault.path} tertulis ${found}, seharusnya ${sayExpected(wanted)}`;
  return `${check}: ${fault.path} tertulis ${found}, terhitung ${wanted}`;
}

/** The lines of a bundle that holds: each begins with *sah*. */
export function sayBundleHolds({ about, counts }: Extract<BundleVerdict, { state: 'holds' }>): readonly string[] {
  return [
    ...(about.sample ? ['DATA CONTOH, bukan hasil resmi'] : []),
    `sah  berkas: teks baku, ${counts.parts} bagian sesuai sidiknya`,
    `sah  ${CHECKS.desk}: ${counts.entries} usulan, ${counts.levels} tingkat terverifikasi`,
    `sah  ${CHECKS.inputs}: ${counts.sheets} lembar terkunci`,
    `sah  ${CHECKS.result}: nilai, tangga seri, dan peringkat ${counts.ranked} finalis`,
    `sah  ${CHECKS.signatures}: ${counts.signatures} tanda tangan`,
    `sah  ${CHECKS.publication}: ${about.category.name} ${about.year}, ${about.region.name}`,
    `sah  ${CHECKS.ledger}: ${counts.rows} baris, ${counts.closedRows} di antaranya tertutup (pelakunya anggota panel)`,
  ];
}

export const bundleTexts = {
  digest: 'Sidik berkas',
  compare: 'Cocokkan sidik ini dengan sidik bundel di halaman hasil: hanya itu yang membedakan bundel asli dari yang dibuat ulang seluruhnya.',
  matches: 'Sidik berkas sama dengan yang diberikan.',
  keyHolds: (seals: number, rows: number) => `sah  kunci: ${seals} segel lembar dan ${rows} baris jejak tertutup terhitung ulang`,
  broken: 'TIDAK SAH',
  more: (count: number) => `dan ${count} lagi`,
  notABundle: 'Berkas ini bukan bundel hasil BAILANG.',
  unreadable: 'Berkas ini tidak dapat dibaca.',
} as const;
