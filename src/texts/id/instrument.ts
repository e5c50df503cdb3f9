// Words of the room instrument: catalogues of indicators.

import type { Refusals } from './say.ts';

export const instrumentRefusals: Refusals = {
  'catalogue.unreadable': () => 'Berkas katalog tidak terbaca sebagai JSON.',
  'catalogue.duplicate-code': ({ code }) => `Kode ${code} ada dua kali dalam katalog.`,
  'catalogue.row-invalid': ({ code }) => `Baris ${code} dalam katalog tidak lengkap.`,
  'catalogue.sums-differ': () => 'Jumlah bobot katalog tidak sama dengan jumlah yang dinyatakannya.',
  'catalogue.weights-unknown': () => 'Bobot katalog ini tidak diketahui. Isi bobotnya dari naskah resmi sebelum dipakai.',
};
