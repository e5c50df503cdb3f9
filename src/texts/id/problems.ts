// Words of the page that says a request did not end well: what happened, what is safe, what to do.

export const problemTexts: Readonly<Record<number, { title: string; what: string; next: string }>> = {
  400: {
    title: 'Isian tidak terbaca',
    what: 'Isian yang dikirim tidak dalam bentuk yang kami kenal.',
    next: 'Kembali ke halaman sebelumnya, lalu kirim lagi.',
  },
  403: {
    title: 'Isian tidak diterima',
    what: 'Halaman ini dibuka dari sesi lain, atau kirimannya datang dari situs lain. Tidak ada yang berubah.',
    next: 'Kembali ke halaman sebelumnya, muat ulang, lalu kirim lagi.',
  },
  404: {
    title: 'Halaman tidak ditemukan',
    what: 'Alamat ini tidak ada, atau bukan untuk akun Anda.',
    next: 'Periksa alamatnya, atau mulai dari beranda. Bila tautan ini diberikan kepada Anda, tanyakan kepada pengirimnya.',
  },
  405: {
    title: 'Cara membuka tidak sesuai',
    what: 'Alamat ini tidak dapat dibuka dengan cara itu. Tidak ada yang berubah.',
    next: 'Mulai dari beranda, lalu buka halamannya lewat tautan.',
  },
  413: { title: 'Isian terlalu besar', what: 'Isian yang dikirim melebihi batas. Tidak ada yang disimpan.', next: 'Kurangi isinya, lalu kirim lagi.' },
  429: { title: 'Terlalu banyak percobaan', what: 'Permintaan dari tempat Anda terlalu sering.', next: 'Tunggu lima menit, lalu coba lagi.' },
  500: {
    title: 'Ada gangguan di pihak kami',
    what: 'Permintaan Anda tidak selesai. Yang sudah berstatus tersimpan tetap aman.',
    next: 'Coba lagi sebentar lagi. Bila tetap gagal, sampaikan kode di bawah kepada sekretariat.',
  },
  503: {
    title: 'Basis data sedang tidak menjawab',
    what: 'Permintaan Anda tidak selesai dan tidak menyimpan apa pun. Yang sudah berstatus tersimpan tetap aman.',
    next: 'Tunggu sebentar, lalu coba lagi. Biasanya pulih sendiri dalam satu menit.',
  },
  507: {
    title: 'Penyimpanan server penuh',
    what: 'Yang baru Anda kirim tidak tersimpan. Yang sudah berstatus tersimpan tetap aman.',
    next: 'Sampaikan kode di bawah kepada sekretariat, lalu coba lagi setelah ruangnya ditambah.',
  },
};
