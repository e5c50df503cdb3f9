// Words of the room innovation: what is refused, what is missing, states.

import type { EntryState } from '../../domain/innovation/entry.ts';
import { evidenceRefusals, formatsWords } from './evidence.ts';
import { formatMoment, formatPlainDate, formatWhole } from './format.ts';
import { fieldLabels } from './profile.ts';
import type { Refusals } from './say.ts';

export const entryStateWords: Readonly<Record<EntryState, string>> = {
  draft: 'Draf',
  submitted: 'Menunggu kepala kantor',
  'returned-by-head': 'Dikembalikan kepala kantor',
  approved: 'Menunggu verifikasi',
  'in-verification': 'Sedang diverifikasi',
  'returned-for-repair': 'Perlu perbaikan',
  verified: 'Terverifikasi',
  eligible: 'Lolos nilai meja',
  refused: 'Tidak lolos nilai meja',
  withdrawn: 'Ditarik kembali',
};

/** What a head reads before the signature. */
export const approvalTexts = {
  claims: 'Klaim dan bukti tiap indikator',
  claimsTable: 'Tabel klaim dan bukti',
  claimsHint: 'Buka buktinya sebelum memutuskan. Anda menyetujui klaim dan bukti pada tabel ini.',
  indicator: 'Indikator',
  claimed: 'Klaim',
  proof: 'Bukti',
  points: 'Poin',
  notClaimed: 'Tidak diklaim',
  noProof: 'Tanpa bukti, belum dihitung',
  open: (count: number) => `${count} indikator tidak diklaim`,
  pages: (pages: string) => `halaman ${pages}`,
  profile: 'Baca semua isian profil',
  print: 'Cetak usulan ini',
  decide: 'Beri keputusan',
  yours: 'Keputusan Anda',
  approve: 'Setujui dan kirim',
  approveTitle: 'Setujui',
  returnTitle: 'Kembalikan untuk diperbaiki',
  returnIt: 'Kembalikan',
  reasons: 'Alasannya',
  note: 'Catatan untuk inovator',
  changedClaims: (count: number) => `Klaim atau bukti berubah pada ${count} indikator:`,
} as const;

/** What waits for a person, on the own tasks. */
export const dueTexts = {
  title: 'Menunggu Anda',
  returned: (count: number) => `${count} usulan dikembalikan: perbaiki`,
  byHead: 'Dikembalikan kepala kantor: baca alasannya, perbaiki, lalu kirim lagi',
  forRepair: (until: string) => `Verifikator minta perbaikan, paling lambat ${until}`,
  draft: 'Draf, belum dikirim',
  mend: 'Perbaiki',
  goOn: 'Lanjutkan',
  decide: 'Putuskan',
  waiting: (count: number) => `${count} usulan menunggu keputusan Anda`,
} as const;

/** The category's gate, told while the proposal can still be mended. */
export const floorTexts = {
  mark: (floor: string) => `ambang ${floor}`,
  below: (short: string) => `Poin berbukti masih kurang ${short} dari ambang`,
  rule: (floor: string) =>
    `Usulan dengan poin terverifikasi di bawah ${floor} tidak lolos nilai meja. Verifikator dapat menurunkan poin, tidak pernah menaikkannya.`,
} as const;

const stateOf = (state: unknown) => entryStateWords[state as EntryState] ?? String(state);
const label = (field: unknown) => fieldLabels[String(field)] ?? String(field);
const number = (value: unknown) => formatWhole(Number(value));

const entries: Refusals = {
  'entry.not-found': () => 'Usulan itu tidak ada di kantor Anda.',
  'entry.wrong-state': ({ state }) =>
    `Usulan ini berstatus "${stateOf(state)}", jadi tindakan itu tidak dapat dilakukan. Muat ulang halaman untuk melihat keadaannya.`,
  'entry.not-editable': ({ state }) => `Usulan ini berstatus "${stateOf(state)}" dan tidak dapat diubah. Tidak ada yang disimpan.`,
  'entry.not-ready': ({ count }) => `Masih ada ${count} hal yang harus dilengkapi sebelum dikirim.`,
  'entry.promise-missing': () => 'Centang pernyataan bahwa data ini benar dan bukti milik kantor Anda.',
  'entry.list-announced': ({ category }) =>
    `Finalis ${category} sudah diumumkan, jadi usulan baru tidak dapat lagi ikut dinilai pada edisi ini. Simpan inovasinya untuk edisi berikutnya.`,
  'entry.already-started': () => 'Inovasi ini sudah diusulkan pada edisi ini. Buka usulan itu dari daftar.',
  'entry.category-missing': () => 'Pilih kategori.',
  'entry.category-not-yours': ({ category }) => `Kategori ${category} bukan untuk jenis kantor Anda. Pilih kategori lain.`,
  'agency.not-found': () => 'Anda tidak memegang jabatan inovator di kantor itu.',
  'repair.closed': ({ closedAt }) =>
    closedAt === '' ? 'Masa perbaikan sudah berakhir.' : `Masa perbaikan berakhir ${formatMoment(String(closedAt))}. Tidak ada yang disimpan.`,
  'repair.not-asked': () => 'Bagian ini tidak diminta diperbaiki, jadi tetap seperti saat pendaftaran ditutup. Tidak ada yang disimpan.',
  'approval.stale': () => 'Usulan ini sudah dikirim ulang sesudah Anda membukanya. Baca versi terbarunya, lalu putuskan.',
  'approval.invalid': () => 'Tulis alasan sebelum mengembalikan.',
  'approval.reason-missing': () => 'Tulis alasan pengembalian, paling sedikit 3 huruf.',
};

const profile: Refusals = {
  'profile.invalid': () => 'Sebagian isian belum benar. Tidak ada yang disimpan.',
  'profile.stale': () => 'Rekan Anda mengubah bagian ini lebih dulu. Bandingkan kedua teks, lalu simpan yang Anda pilih.',
  'profile.too-long': ({ most, length }) => `Paling banyak ${number(most)} huruf; isian ini ${number(length)}.`,
  'profile.name-missing': () => 'Isi nama inovasi.',
  'profile.name-short': ({ least }) => `Nama inovasi paling sedikit ${least} huruf.`,
  'profile.choice-unknown': () => 'Pilih salah satu yang tersedia.',
  'profile.date-invalid': () => 'Isi tanggal yang benar, misalnya 1 Maret 2024 atau 1-3-2024.',
  'profile.money-invalid': () => 'Isi jumlah rupiah dengan angka, misalnya 185.000.000 atau 185 juta.',
  'profile.email-invalid': () => 'Isi alamat surel lengkap, misalnya nama@kantor.go.id.',
  'profile.phone-invalid': () => 'Isi nomor telepon dengan angka, misalnya 0812 3456 7890.',
  'profile.implemented-before-trial': ({ trialOn }) => `Waktu penerapan tidak boleh lebih awal dari uji coba (${formatPlainDate(String(trialOn))}).`,
  'profile.developed-before-implemented': ({ implementedOn }) =>
    `Waktu pengembangan tidak boleh lebih awal dari penerapan (${formatPlainDate(String(implementedOn))}).`,
};

const claims: Refusals = {
  'claim.invalid': () => 'Klaim belum lengkap. Tidak ada yang disimpan.',
  'claim.stale': () => 'Rekan Anda mengubah klaim ini lebih dulu. Periksa yang tersimpan, lalu pilih lagi.',
  'claim.level-missing': () => 'Pilih level yang benar-benar terjadi.',
  'claim.basis-missing': () => 'Pilih satu basis kemanfaatan.',
  'indicator.not-found': () => 'Indikator itu tidak ada pada katalog edisi ini.',
};

const readiness: Refusals = {
  'readiness.field-empty': ({ field }) => `Isi ${label(field).toLowerCase()}`,
  'readiness.design-short': ({ words, least, short }) => `Rancang bangun ${words} dari minimal ${least} kata (kurang ${short})`,
  'readiness.mandatory-unclaimed': ({ indicator }) => `Pilih level indikator wajib: ${indicator}`,
  'readiness.mandatory-bare': ({ indicator }) => `Unggah bukti indikator wajib: ${indicator}`,
  'readiness.claim-bare': ({ indicator }) => `Klaim tanpa bukti belum dihitung: ${indicator}`,
  'readiness.affair-unlisted': ({ affair }) =>
    `Urusan "${affair}" tidak ada dalam daftar, jadi tidak terhitung pada urusan indeks daerah. Pilih nama urusan dari daftar bila ada.`,
  'readiness.evidence-unsuited': ({ indicator, formats }) =>
    `Bukti ${indicator} diminta berupa ${formatsWords(formats)}; yang terlampir bukan itu dan dapat dinyatakan tidak sah.`,
  'readiness.too-young': ({ implementedTo }) => `Penerapan sesudah ${formatPlainDate(String(implementedTo))}: di luar tahun ukur katalog.`,
  'readiness.too-old': ({ implementedFrom }) => `Penerapan sebelum ${formatPlainDate(String(implementedFrom))} dan belum ada pengembangan pada tahun ukur.`,
  'readiness.same-name': () => 'Usulan lain pada edisi ini memakai nama yang sama. Pastikan ini bukan usulan ganda.',
  'readiness.copied': ({ field, other }) => `Isi ${label(field).toLowerCase()} sama persis dengan ${label(other).toLowerCase()}.`,
};

export const innovationRefusals: Refusals = { ...entries, ...profile, ...claims, ...evidenceRefusals, ...readiness };
