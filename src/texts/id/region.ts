// Words about naming a new region, and what the terminal asks and says then.

import type { NamedRegion } from '../../domain/people/name-region.ts';
import type { Refusals } from './say.ts';

const HOW =
  'Sebut dengan --daerah KODE --nama "NAMA", misalnya --daerah 63.09 --nama "Kabupaten Tabalong", atau isi BAILANG_REGION="63.09 Kabupaten Tabalong".';

export const regionRefusals: Refusals = {
  'region.code-invalid': ({ code }) => `"${code}" bukan kode provinsi, kabupaten, atau kota. Pakai kode wilayah resmi, misalnya 63.09 atau 63.`,
  'region.name-missing': ({ code }) => `Kode ${code} tidak ada di daftar program ini. Sebut juga namanya dengan --nama "…".`,
  'region.name-differs': ({ code, name, typed }) => `Kode ${code} adalah ${name}, bukan ${typed}. Periksa kode atau namanya.`,
  'region.prefix-invalid': ({ prefix }) => `Awalan nomor registrasi "${prefix}" tidak dapat dipakai. Isi dua sampai empat huruf, misalnya --awalan TB.`,
};

export const regionTexts = {
  unnamed: `Daerah yang baru belum disebut. ${HOW}`,
  askCode: 'Kode daerah (misalnya 63.09): ',
  askName: 'Nama daerah (misalnya Kabupaten Tabalong): ',
  askPrefix: (prefix: string) => `Awalan nomor registrasi [${prefix}]: `,
  /** Printed once, when it was made. */
  made: ({ code, name, zoneWord, prefix, isListed }: NamedRegion) => [
    `Daerah: ${name} (${code}), ${zoneWord}, nomor registrasi ${prefix}-TAHUN-0001.`,
    ...(isListed ? [] : [`Kode ${code} tidak ada di daftar program ini. Periksa ejaannya sekarang: nama dan kode tercetak di semua dokumen.`]),
  ],
  another: (here: string, asked: string) =>
    `Data di sini milik ${here}, bukan ${asked}. Hapus --daerah atau BAILANG_REGION, atau pakai BAILANG_DATA yang lain.`,
} as const;
