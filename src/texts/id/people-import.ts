// Words of the workbooks that are filled in for an import, and of what came in by it.

import { formatWhole } from './format.ts';

const KINDS = ['SKPD', 'Kecamatan', 'Puskesmas', 'BLUD', 'Sekolah', 'Desa', 'Pihak luar'];

export const fileTexts = {
  template: 'Unduh templat Excel',
  example: 'Unduh contoh terisi',
  notesSheet: 'Keterangan',
  notesColumns: ['Kolom', 'Cara mengisi'],
  /** Not the bare heading: this sheet is no table of its own. */
  columnOf: (heading: string) => `Kolom ${heading}`,
  namesSheet: 'Perangkat daerah',
  namesHeading: 'Nama resmi, untuk disalin',
  anAgency: 'Dinas Kesehatan',
  fileName: (sheet: string, isExample: boolean) => `${isExample ? 'contoh' : 'templat'}-${sheet.toLowerCase().replaceAll(' ', '-')}.xlsx`,
  people: {
    sheet: 'Orang',
    columns: [
      ['Nama', 32, 'Wajib. Nama lengkap.'],
      ['NIP', 24, '18 angka. NIP atau surel wajib salah satu: dipakai untuk masuk.'],
      ['Surel', 32, 'Seperti nama@kantor.go.id.'],
      ['Perangkat daerah', 44, 'Nama atau nama pendek seperti di daftar. Boleh kosong bersama Jabatan.'],
      ['Jabatan', 28, 'Misalnya Kepala, Camat, Inovator.'],
      ['Peran', 16, 'Inovator (mengisi usulan), Kepala (menyetujui), atau kosong.', ['Inovator', 'Kepala']],
      ['Jenis', 16, 'Hanya untuk perangkat daerah yang belum terdaftar: SKPD, Kecamatan, Puskesmas, BLUD, Sekolah, Desa, atau Pihak luar.', KINDS],
    ],
  },
  peopleRows: (one: string, other: string) => [
    ['Siti Rahmah (contoh)', '198001012005011001', '', one, 'Kepala', 'Kepala', ''],
    ['Ahmad Fauzi (contoh)', '', 'ahmad.fauzi@contoh.example', one, 'Inovator', 'Inovator', ''],
    ['Noor Aini (contoh)', '199002022015022002', 'noor.aini@contoh.example', other, 'Inovator', 'Inovator', ''],
  ],
  agencies: {
    sheet: 'Perangkat daerah',
    columns: [
      ['Nama', 56, 'Wajib. Nama resmi.'],
      ['Nama pendek', 24, 'Tampil di papan dan daftar; kosong berarti sama dengan namanya.'],
      ['Jenis', 16, 'Wajib: SKPD, Kecamatan, Puskesmas, BLUD, Sekolah, Desa, atau Pihak luar.', KINDS],
      ['Target', 10, 'Berapa usulan tahun ini. Boleh kosong.'],
    ],
  },
  agencyRows: [
    ['Dinas Contoh Satu', 'Discosatu', 'SKPD', '3'],
    ['Kecamatan Contoh', 'Kec. Contoh', 'Kecamatan', '2'],
    ['UPT Puskesmas Contoh', 'Puskesmas Contoh', 'Puskesmas', ''],
  ],
} as const;

/** `12 orang baru dan 14 jabatan dimasukkan, 2 perangkat daerah didaftarkan`; what did not change is not counted. */
export function peopleInWords(people: number, seats: number, agencies: number): string {
  const taken = [...(people > 0 || seats === 0 ? [`${formatWhole(people)} orang baru`] : []), ...(seats > 0 ? [`${formatWhole(seats)} jabatan`] : [])];
  return `${taken.join(' dan ')} dimasukkan${agencies > 0 ? `, ${formatWhole(agencies)} perangkat daerah didaftarkan` : ''}`;
}

/** `2 perangkat daerah ditambahkan, 3 target diisi`. */
export function agenciesInWords(agencies: number, targets: number): string {
  const parts = [
    ...(agencies > 0 || targets === 0 ? [`${formatWhole(agencies)} perangkat daerah ditambahkan`] : []),
    ...(targets > 0 ? [`${formatWhole(targets)} target diisi`] : []),
  ];
  return parts.join(', ');
}
