// Words of the room jury: panel, conflicts, sheets.

import { SEAL_FAULTS } from './check.ts';
import { formatList } from './format.ts';
import type { Refusals } from './say.ts';

const list = (value: unknown) => formatList(Array.isArray(value) ? value.map(String) : []);

export const juryRefusals: Refusals = {
  'panel.invalid': () => 'Penunjukan juri belum lengkap.',
  'panel.person-missing': () => 'Pilih orang yang ditunjuk sebagai juri.',
  'panel.judging-begun': () => 'Penilaian kategori ini sudah berjalan: ada lembar yang terkunci. Juri baru tidak dapat ditambahkan lagi.',
  'panel.objections': () => 'Centang pernyataan ini dulu, atau pilih orang lain.',
  'panel.tied': ({ entries }) =>
    `Kantor atau timnya mengusulkan ${list(entries)}. Nilainya untuk usulan itu tidak pernah dibuat, dan ia tidak dihitung sebagai juri usulan itu.`,
  'panel.tied-to-all': () => 'Orang ini terkait dengan kantor atau tim semua finalis kategori ini, jadi tidak ada yang dapat ia nilai. Pilih orang lain.',
  'panel.certifies': () => 'Ia pimpinan yang menetapkan hasil. Sesudah menandatangani sebagai juri, ia tidak dapat menetapkan hasil kategori ini.',
  'panel.juror-begun': () => 'Juri ini sudah mengirim pernyataannya, jadi tidak dapat dilepas lagi. Ketua juri dapat mencatat lembarnya tidak dinilai.',
  'panel.late-reason': () => 'Presentasi sudah dibuka. Tulis alasan juri baru, 10 sampai 1.000 huruf; alasannya ikut tercatat.',
  'panel.late-second': () =>
    'Presentasi sudah dibuka, jadi juri baru perlu dikonfirmasi orang kedua: admin, anggota sekretariat lain, atau ketua juri. Belum ada yang dapat melakukannya.',
  'panel.has-chair': () => 'Kategori ini sudah mempunyai ketua juri.',
  'panel.not-a-member': () => 'Anda bukan anggota dewan juri kategori ini.',
  'conflict.no-finalists': () => 'Finalis kategori ini belum diumumkan. Pernyataan dibuka sesudah pengumuman.',
  'conflict.unknown-entry': () => 'Usulan itu bukan finalis kategori ini. Muat ulang halaman, lalu coba lagi.',
  'conflict.reason-missing': () => 'Tulis alasan benturan kepentingan, paling sedikit 3 huruf.',
  'rubric.not-found': () => 'Rubrik kategori ini belum ditetapkan. Hubungi sekretariat.',
  'sheet.none-chosen': () => 'Pilih lembar: juri dan usulannya.',
  'sheet.not-found': () => 'Lembar ini tidak ada, atau bukan lembar Anda.',
  'sheet.sealed': () => 'Lembar ini sudah dikunci. Nilai tidak diubah; percobaan ini tercatat. Bila perlu, minta ketua juri membukanya kembali.',
  'sheet.absent': () => 'Lembar ini dicatat tidak dinilai. Bila keliru, minta ketua juri membukanya kembali.',
  'sheet.stale': () => 'Lembar ini sudah diubah dari perangkat lain. Tidak ada yang ditimpa. Bandingkan kedua isian di bawah, lalu simpan yang benar.',
  'sheet.invalid': () => 'Ada isian yang belum dapat disimpan. Perbaiki, lalu simpan lagi.',
  'sheet.partly-saved': () => 'Isian yang ditandai belum tersimpan. Perbaiki, lalu simpan lagi.',
  'sheet.incomplete': ({ missing }) => `Nilai belum lengkap: ${list(missing)}. Isi semuanya, lalu kunci.`,
  'sheet.unknown-criterion': () => 'Kriteria itu tidak ada pada rubrik. Muat ulang halaman, lalu coba lagi.',
  'sheet.comment-too-long': ({ max }) => `Catatan paling banyak ${max} huruf.`,
  'sheet.not-sealed': () => 'Lembar ini sudah terbuka.',
  'sheet.reason-missing': () => 'Tulis alasan, paling sedikit 3 huruf. Alasan dicatat dan dapat dibaca kembali.',
  'sheet.recused': () => 'Juri ini menyatakan benturan kepentingan dengan finalis itu. Lembarnya tidak dibuka.',
  'sheet.tied': ({ conflict }) =>
    `${CONFLICT_WORDS[String(conflict)] ?? 'Anda terkait dengan pengusulnya.'} Karena itu lembar ini tidak dapat Anda isi atau kunci. Nyatakan benturan kepentingan di bawah.`,
  'seal.broken': ({ sheets, what }) =>
    `Ada lembar yang tidak lagi sama dengan yang dikunci jurinya: ${list(brokenSeals(sheets, what))}. Jangan lanjutkan; simpan keadaan ini dan hubungi pengelola sistem serta inspektorat.`,
  'score.not-a-number': ({ typed, min, step }) => (typed === '' ? 'Isi nilai ini.' : `"${typed}" bukan angka. ${stepWords(min, step)}`),
  'score.outside-scale': ({ min, max }) => `Nilai harus antara ${comma(min)} dan ${comma(max)}.`,
  'score.off-step': ({ min, step, levels }) => (levels === undefined ? stepWords(min, step) : `Pilih salah satu level: ${list(levels)}.`),
};

/** Each sheet with what is wrong with it. */
function brokenSeals(sheets: unknown, what: unknown): readonly string[] {
  const faults = Array.isArray(what) ? what : [];
  return Array.isArray(sheets) ? sheets.map((name, at) => `${name} (${SEAL_FAULTS[String(faults[at])] ?? 'tidak cocok'})`) : [];
}

/** Which figures a criterion takes, with no example that it would refuse. */
function stepWords(min: unknown, step: unknown): string {
  return step === '1' ? 'Tulis bilangan bulat, tanpa koma.' : `Tulis angka yang bertambah setiap ${comma(step)} mulai dari ${comma(min)}.`;
}

function comma(value: unknown): string {
  return String(value).replace('.', ',');
}

export const CONFLICT_WORDS: Readonly<Record<string, string>> = {
  seat: 'Anda memegang jabatan di perangkat daerah ini.',
  'past-seat': 'Anda memegang jabatan di perangkat daerah ini dalam tiga tahun terakhir.',
  team: 'Anda anggota tim inovasi ini.',
};

/** The reason of a recusal: what the system found has a sentence, what was declared is quoted. */
export function recusalWords(reason: string): string {
  return CONFLICT_WORDS[reason] ?? reason;
}

export const panelTexts = {
  lateReason: 'Alasan juri baru',
  lateHint: 'Presentasi sudah dibuka: alasannya tercatat, dan orang kedua mengonfirmasi.',
  none: 'Belum ada juri',
  noneYet: 'Tunjuk juri dari daftar orang; satu di antaranya ketua.',
  appoint: 'Tunjuk juri',
  search: 'Cari nama, NIP, atau surel',
  person: 'Orang',
  shown: (most: number) => `Nama, jabatan, dan perannya; paling banyak ${most}. Persempit dengan pencarian.`,
  choice: (name: string, place: string, tied: readonly string[]) =>
    [name, place, tied.length === 0 ? '' : `terkait usulan ${formatList(tied)}`].filter((one) => one !== '').join(' · '),
  asChair: 'Sebagai ketua juri',
  before: 'Sebelum menunjuk orang ini',
  knowing: 'Saya mengerti, dan tetap menunjuk orang ini.',
  leaves: 'Tidak menilai',
  pact: 'Pernyataan',
  confirmed: 'Sudah dikirim',
  unconfirmed: 'Belum dikirim',
  release: 'Lepas',
  tooFew: (least: number, needed: number) =>
    `Ada usulan yang hanya boleh dinilai ${least} juri, sedang paling sedikit ${needed}. Juri yang terkait dengan pengusulnya tidak dihitung.`,
} as const;

export const juryTexts = {
  title: 'Lembar penilaian saya',
  list: 'Lembar saya',
  restSaved: 'Isian lain sudah tersimpan.',
  none: 'Anda belum diangkat sebagai juri pada edisi ini. Bila seharusnya sudah, hubungi sekretariat.',
  pact: 'Pakta integritas dan benturan kepentingan',
  pactLead: 'Berkas dan lembar finalis terbuka sesudah pernyataan ini Anda kirim. Nilai untuk pasangan yang berbenturan tidak pernah dibuat dan tidak diganti.',
  pactPromise: 'Saya menilai menurut rubrik, tidak menerima apa pun dari peserta, dan merahasiakan nilai sampai diumumkan.',
  pactMissing: 'Centang pernyataan ini untuk melanjutkan.',
  declare: 'Saya mempunyai benturan kepentingan dengan finalis ini',
  reason: 'Alasan',
  reasonHint: 'Misalnya keluarga, bekas tim, atau kerja sama yang dibayar.',
  confirm: 'Kirim pernyataan',
  confirmed: 'Pernyataan benturan kepentingan sudah dikirim',
  stepsBack: 'Anda tidak menilai finalis ini',
  othersClosed: 'Hanya nilai Anda sendiri. Nilai juri lain tertutup sampai hasil diumumkan.',
  comment: 'Catatan untuk peserta',
  commentHint: 'Dibaca peserta setelah hasil diumumkan.',
  save: 'Simpan',
  saveAndSeal: 'Simpan dan kunci',
  sealTitle: 'Kunci lembar ini?',
  sealEffect: 'Sesudah dikunci nilai tidak dapat diubah, kecuali ketua juri membukanya kembali dengan alasan.',
  seal: 'Kunci lembar',
  sealed: 'Lembar terkunci',
  keepWriting: 'Kembali mengubah',
  lateConflict: 'Nyatakan benturan kepentingan',
  lateConflictEffect: 'Lembar ini ditutup dan nilainya tidak dihitung. Tindakan ini tidak dapat Anda batalkan sendiri.',
  yours: 'Isian Anda',
  stored: 'Yang tersimpan',
  empty: 'kosong',
  states: { draft: 'Belum dikunci', sealed: 'Terkunci', absent: 'Tidak dinilai' },
} as const;
