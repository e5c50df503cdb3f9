// Words for a form that came without a session, or with the token of another one: nothing was saved, nothing is lost.

export const keptTexts = {
  over: 'Sesi Anda sudah berakhir',
  overLead: 'Isian ini belum tersimpan, tetapi masih ada di halaman ini. Jangan tutup halaman ini.',
  signIn: 'Masuk di tab baru',
  comeBack: 'Sesudah masuk, kembali ke halaman ini dan tekan Kirim lagi.',
  again: 'Kirim lagi',
  other: 'Isian belum tersimpan',
  otherLead: 'Halaman isian tadi dibuka sebelum Anda masuk. Isiannya masih ada; bila benar isian Anda, kirim sekarang.',
  send: 'Kirim isian ini',
  typed: 'Lihat atau salin isiannya',
  typedLabel: 'Isian yang belum tersimpan',
  files:
    'Sesi Anda sudah berakhir dan berkasnya belum tersimpan. Masuk di tab baru, kembali dengan tombol Kembali peramban, muat ulang, lalu pilih berkasnya lagi.',
} as const;
