// Words of the room edition: stages, freezing, settings.

import { formatMoment } from './format.ts';
import type { Refusals } from './say.ts';

export const editionRefusals: Refusals = {
  'category.not-found': () => 'Kategori ini tidak ada pada edisi yang dibuka.',
  'edition.not-found': () => 'Edisi ini tidak ada.',
  'edition.year-taken': ({ year }) => `Tahun ${year} sudah punya edisi. Pilih tahun lain.`,
  'stage.absent': () => 'Edisi ini tidak memakai tahap itu.',
  'stage.not-found': () => 'Tahap ini tidak ada.',
  'stage.not-open': ({ stage, opensAt }) => `Tahap ${stage} belum dibuka. Dibuka ${formatMoment(String(opensAt))}.`,
  'stage.closed': ({ stage, closedAt }) => `Tahap ${stage} ditutup ${formatMoment(String(closedAt))}. Tidak ada yang disimpan.`,
  'rules.frozen': () => 'Ketentuan kategori terkunci sejak tahap verifikasi dibuka dan tidak dapat diubah lagi.',
  'rules.needs-reason': () => 'Tulis alasan perubahan, paling sedikit tiga huruf.',
  'rules.needs-decree': () => 'Pendaftaran sudah dibuka. Isi nomor keputusan yang mendasari perubahan.',
  'rules.stale': ({ version }) => `Ketentuan ini sudah diubah orang lain menjadi versi ${version}. Muat ulang, lalu periksa lagi.`,
  'rubric.frozen': () => 'Rubrik terkunci: sudah ada lembar yang berisi nilai.',
  'window.needs-reason': () => 'Tulis alasan perubahan jadwal; alasan tampil di halaman publik.',
  'window.backwards': () => 'Waktu tutup harus sesudah waktu buka.',
  'window.already-open': ({ opensAt }) => `Tahap ini sudah dibuka ${formatMoment(String(opensAt))}; waktu bukanya tidak dapat digeser.`,
  'window.in-the-past': () => 'Waktu tutup tidak boleh di masa lalu.',
  'window.unreadable': () => 'Isi tanggal dan jam buka dan tutup.',
};
