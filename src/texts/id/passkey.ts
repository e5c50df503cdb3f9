// Words around passkeys; also in the browser.

export const passkeyTexts = {
  title: 'Kunci sandi',
  lead: 'Masuk dengan sidik jari, wajah, atau PIN perangkat Anda, tanpa mengetik kata sandi. Tidak dapat dicuri lewat situs palsu.',
  add: 'Tambah kunci sandi',
  name: 'Nama kunci',
  nameHint: 'Supaya Anda mengenalinya nanti, misalnya Ponsel kantor.',
  enter: 'Masuk dengan kunci sandi',
  enterNote: 'Tanpa mengetik: sidik jari, wajah, atau PIN perangkat ini. Hanya bila Anda pernah menambahkannya di Akun saya.',
  prove: 'Pastikan dengan kunci sandi',
  stopped: 'Kunci sandi tidak jadi dipakai. Coba lagi, atau pakai cara lain di halaman ini.',
  needsScript: 'Kunci sandi memerlukan JavaScript dan sambungan HTTPS.',
} as const;
