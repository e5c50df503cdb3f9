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
  keys: 'daftar kunci',
  'region-key': 'kunci daerah',
  anchor: 'jangkar',
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
  'bundle.holder-signs-twice': 'satu orang menandatangani dua kali',
  'bundle.no-key-list': 'bundel bentuk pertama tidak memuat daftar kunci',
  'bundle.region-key-does-not-hold': 'tanda tangan kunci daerah tidak cocok dengan isi berkas',
  'bundle.anchors-of-another-region': 'jangkar yang diberikan milik daerah lain',
  'bundle.not-anchored': 'jangkar sesudah pengumuman ini ada, tetapi tidak satu pun menyebut bundel ini',
  'bundle.seal-not-in-ledger': 'segel lembar ini tidak ada di jejak audit',
};

/** What is wrong with a signature, for whoever checks one. */
const SIGNATURES: Readonly<Record<string, string>> = {
  'signature.malformed': 'isi tanda tangan tidak terbaca',
  'signature.key-unknown': 'kuncinya tidak ada di daftar kunci',
  'signature.key-not-valid-then': 'kuncinya belum atau tidak lagi berlaku saat itu',
  'signature.wrong-capacity': 'kuncinya terdaftar untuk kedudukan lain',
  'signature.wrong-kind': 'ini bukan jawaban kunci tanda tangan',
  'signature.signs-something-else': 'yang ditandatangani hasil lain',
  'signature.wrong-site': 'dibuat di alamat lain daripada tempat kunci didaftarkan',
  'signature.nobody-there': 'kunci tidak memastikan pemiliknya hadir',
  'signature.does-not-hold': 'tanda tangan tidak cocok dengan kuncinya',
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
  base64url: () => 'teks base64url',
  blind: () => '32 angka heksadesimal',
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
  if (fault.kind === 'refused') return `${check}: ${fault.path}, ${REASONS[fault.code] ?? SIGNATURES[fault.code] ?? `ditolak oleh aturan (${fault.code})`}`;
  const [found, wanted] = [fault.written ?? 'tidak ada', fault.computed ?? 'tidak ada'];
  if (fault.check === 'file') return `${check}: yang diharapkan ${found}, sidik berkas ini ${wanted}`;
  if (fault.check === 'keys') return `${check}: sidik daftar di bundel ${found}, yang diharapkan ${wanted}`;
  if (fault.check === 'anchor') return `${check}: ${fault.path} tertulis ${found}, saat dijangkar ${wanted}`;
  if (fault.check === 'shape') return `${check}: ${fault.path} tertulis ${found}, seharusnya ${sayExpected(wanted)}`;
  return `${check}: ${fault.path} tertulis ${found}, terhitung ${wanted}`;
}

type Holding = Extract<BundleVerdict, { state: 'holds' }>;

/**
 * The lines of a bundle that agrees with itself. *sah* only where something from outside vouches for it; *konsisten* for figures that follow from each
 * other; *belum dicocokkan* for what nobody vouches for yet.
 */
export function sayFound({ about, counts, found }: Holding): readonly string[] {
  const isBound = found.boundBy.length > 0;
  const word = isBound ? 'sah' : 'konsisten';
  return [
    ...(about.sample ? ['DATA CONTOH, bukan hasil resmi'] : []),
    `${word}  berkas: teks baku, ${counts.parts} bagian sesuai sidiknya`,
    `${word}  ${CHECKS.desk}: ${counts.entries} usulan, ${counts.levels} tingkat terverifikasi`,
    `${word}  ${CHECKS.inputs}: ${counts.sheets} lembar terkunci`,
    `${word}  ${CHECKS.result}: nilai, tangga seri, dan peringkat ${counts.ranked} finalis`,
    `${word}  ${CHECKS.publication}: ${about.category.name} ${about.year}, ${about.region.name}`,
    `${word}  ${CHECKS.ledger}: ${counts.rows} baris, ${counts.closedRows} di antaranya tertutup (pelakunya anggota panel)`,
    isBound
      ? `sah  isi: nama, waktu, daerah, nama indikator, dan tanda contoh seperti yang tercatat (${found.boundBy.map((by) => BOUND[by]).join(', ')})`
      : `${UNCOMPARED}  isi: nama, waktu, daerah, nama indikator, dan tanda contoh; siapa pun yang menyusun ulang seluruh berkas dapat mengubahnya`,
    ...saySignatures(found),
    ...sayAnchors(found),
    found.isRegionSigned
      ? 'ditandatangani kunci daerah: menunjukkan instalasi yang menulis berkas, bukan kebenaran isinya'
      : 'tidak ditandatangani kunci daerah',
  ];
}

const UNCOMPARED = 'belum dicocokkan';
const BOUND = { digest: 'sidik yang Anda beri', anchor: 'jangkar' } as const;

function saySignatures({ signatures, signaturesStand }: Holding['found']): readonly string[] {
  const { proven, of, lateKeys, listKnown } = signatures;
  const statements = of - proven > 0 ? [`pernyataan  ${of - proven} dari ${of} disetujui lewat akun tanpa kunci tanda tangan; ini bukan tanda tangan`] : [];
  if (proven === 0) return statements;
  const late = lateKeys > 0 ? `; ${lateKeys} dengan kunci yang didaftarkan sesudah presentasi dibuka, dikonfirmasi orang kedua` : '';
  const list =
    listKnown === null
      ? `${UNCOMPARED}  ${CHECKS.keys}: kunci hanya tertulis di berkas ini sendiri; beri --daftar-kunci atau --jangkar`
      : `sah  ${CHECKS.keys}: sidiknya sama dengan ${listKnown === 'reader' ? 'yang Anda beri' : 'yang tercatat di jangkar'}`;
  const stand = signaturesStand
    ? `sah  ${CHECKS.signatures}: ${proven} dari ${of} dengan kunci terdaftar, sebelum jangkar${late}`
    : `${UNCOMPARED}  ${CHECKS.signatures}: ${proven} dari ${of} cocok dengan kunci di berkas ini${late}; perlu daftar kunci dan jangkar`;
  return [stand, list, ...statements];
}

function sayAnchors({ anchors }: Holding['found']): readonly string[] {
  if (anchors === null) return [`${UNCOMPARED}  ${CHECKS.anchor}: tidak diberikan`];
  const rows = `${anchors.rows} baris jejak sama dengan saat dijangkar`;
  return [
    anchors.namesBundle
      ? `sah  ${CHECKS.anchor}: menyebut bundel ini; ${rows}`
      : `${UNCOMPARED}  ${CHECKS.anchor}: semua jangkar yang diberikan lebih tua daripada pengumuman ini; ${rows}`,
  ];
}

/** Why a file of anchors cannot be used. */
export function sayAnchorFault(line: number, what: 'unreadable' | 'contradiction'): string {
  return what === 'unreadable'
    ? `baris ke-${line} bukan jangkar yang utuh`
    : `baris ke-${line} menyebut sidik lain untuk baris jejak yang sama: jejak audit pernah ditulis ulang`;
}

export const bundleTexts = {
  digest: 'Sidik bundel',
  uncompared:
    'belum dicocokkan: angka di dalam berkas konsisten, tetapi itu saja belum membuktikan bahwa bundel ini asli. Beri --digest, atau --jangkar dari salinan yang Anda terima.',
  matches: 'Cocok dengan yang Anda beri.',
  keyHolds: (seals: number, rows: number) => `konsisten  kunci: ${seals} segel lembar dan ${rows} baris jejak tertutup terhitung ulang`,
  broken: 'TIDAK SAH',
  more: (count: number) => `dan ${count} lagi`,
  notABundle: 'Berkas ini bukan bundel hasil BAILANG.',
  unreadable: 'Berkas ini tidak dapat dibaca.',
  noAnchors: 'tidak ada baris jangkar di dalamnya',
} as const;
