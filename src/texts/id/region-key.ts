// Words around the key of the region.

import type { Refusals } from './say.ts';

export const regionKeyTexts = {
  title: 'Kunci daerah',
  lead: 'Kunci ini menunjukkan instalasi mana yang menulis jangkar dan bundel hasil. Ia tidak membuktikan bahwa isinya benar: siapa yang memegang server memegang kunci ini.',
  none: 'Kunci dibuat sendiri saat pertama diperlukan.',
  keys: 'Kunci yang pernah berlaku',
  key: 'Kunci umum',
  begun: 'Mulai',
  ended: 'Berakhir',
  stands: 'masih berlaku',
  renew: 'Perbarui kunci',
  renewLead:
    'Perlu bila server diganti, data dipulihkan dari cadangan, atau kunci mungkin tersalin orang lain. Kunci lama tetap tercantum. Permintaan ini dikonfirmasi admin atau anggota sekretariat lain.',
  reason: 'Alasan',
  ask: 'Minta kunci baru',
  asked: (name: string) => `${name} meminta kunci daerah diperbarui`,
  waits: 'Menunggu konfirmasi admin atau anggota sekretariat lain.',
  confirm: 'Konfirmasi kunci baru',
  keep: 'Batalkan permintaan',
  anchors: 'Buka jangkar jejak audit',
} as const;

export const regionKeyRefusals: Refusals = {
  'region-key.reason-missing': () => 'Tulis alasannya, 3 sampai 500 huruf.',
  'region-key.already-asked': () => 'Sudah ada permintaan yang menunggu konfirmasi.',
  'region-key.nothing-asked': () => 'Permintaan ini sudah diselesaikan. Muat ulang halamannya.',
  'region-key.own-request': () => 'Permintaan Anda sendiri dikonfirmasi orang lain.',
};
