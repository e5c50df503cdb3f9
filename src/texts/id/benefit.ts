// Words of the room benefit: the satisfaction survey, its elements and grades, and what its file lacks.

import type { SkmGrade } from '../../domain/benefit/skm.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import type { Refusals } from './say.ts';

/** The nine elements of PermenPANRB 14/2017, in its order. */
export const elementNames: readonly string[] = [
  'Persyaratan',
  'Sistem, mekanisme, dan prosedur',
  'Waktu penyelesaian',
  'Biaya/tarif',
  'Produk spesifikasi jenis pelayanan',
  'Kompetensi pelaksana',
  'Perilaku pelaksana',
  'Penanganan pengaduan, saran, dan masukan',
  'Sarana dan prasarana',
];

export const gradeWords: Readonly<Record<SkmGrade, string>> = { A: 'Sangat baik', B: 'Baik', C: 'Kurang baik', D: 'Tidak baik' };

export const benefitRefusals: Refusals = {
  'skm.no-elements': () => 'Survei ini belum punya unsur. Susun paling sedikit satu unsur.',
  'skm.printed-weight': ({ elements }) => `Bobot 0,11 hanya untuk sembilan unsur; survei ini punya ${elements}. Pakai bobot 1/n.`,
  'skm.answer-count': ({ row, found, wanted }) => `Baris ${row}: ada ${found} kolom, seharusnya ${wanted}.`,
  'skm.answer-invalid': ({ row, element, typed }) => `Baris ${row}: jawaban U${element} "${typed}" di luar 1 sampai 4. Kosongkan bila tidak dijawab.`,
  'skm.population-invalid': ({ typed }) => `Jumlah populasi "${typed}" harus bilangan bulat mulai 1.`,
};

const COMMAND: Refusals = {
  'skm.usage': () => 'pakai: bailang skm jawaban.csv; pilihan: --weight 1/n (baku) atau 0.11, --population JUMLAH',
  'skm.header': () => 'Baris 1: judul kolom harus U1, U2, dan seterusnya; kolom responden boleh di depannya.',
  'file.unreadable': ({ path }) => `berkas ${path} tidak dapat dibaca.`,
  'file.not-utf8': ({ path }) => `berkas ${path} bukan teks UTF-8; simpan ulang sebagai CSV UTF-8.`,
  'csv.open-quote': ({ row }) => `Baris ${row}: tanda kutip dibuka tetapi tidak ditutup.`,
  'csv.stray-quote': ({ row }) => `Baris ${row}: tanda kutip di tengah isian.`,
};

/** One sentence for standard error; a refusal without words shows its code. */
export function saySkmRefusal(refusal: Refusal): string {
  const sentence = COMMAND[refusal.code] ?? benefitRefusals[refusal.code];
  return sentence === undefined ? refusal.code : sentence(refusal.facts);
}
