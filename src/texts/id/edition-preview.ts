// Words of the preview: what each role will see of an edition.

export const previewTexts = {
  title: 'Apa yang dilihat tiap peran',
  categories: 'Kategori',
  roles: 'Peran',
  role: { inovator: 'Inovator', kepala: 'Kepala', verifikator: 'Verifikator', juri: 'Juri', publik: 'Publik' },
  note: 'Ini pratinjau. Tidak ada isian yang tersimpan.',
  noStage: 'Edisi ini tidak memakai tahap untuk peran ini.',
  window: (stage: string, opens: string, closes: string) => `${stage}: dibuka ${opens}, ditutup ${closes}.`,
  heading: {
    inovator: (category: string) => `Inovator ${category}`,
    kepala: (category: string) => `Kepala kantor peserta ${category}`,
    verifikator: (category: string) => `Verifikator ${category}`,
    juri: (category: string) => `Lembar juri ${category}`,
    publik: (category: string) => `Pedoman ${category} di halaman publik`,
  },
  fills: 'Mengisi profil inovasi (7 bagian), lalu level dan bukti untuk dua puluh indikator:',
  mandatory: 'wajib',
  sentToHead: 'Sesudah dikirim, usulan menunggu persetujuan kepala.',
  sentStraight: 'Sesudah dikirim, usulan langsung ke sekretariat tanpa persetujuan.',
  headNothing: 'Kategori ini tidak memerlukan persetujuan kepala.',
  headDecides: 'Membaca ringkasan usulan kantornya, lalu menyetujui atau mengembalikan dengan alasan.',
  verifierDecides: 'Menilai setiap klaim di samping buktinya, tanpa pilihan bawaan:',
  verdicts: ['Sesuai', 'Turunkan ke level yang lebih rendah, dengan alasan', 'Perlu perbaikan, dengan alasan', 'Bukti tidak sah, dengan alasan'],
  sheet: 'Contoh lembar penilaian',
  prizes: 'Hadiah',
  noPrizes: 'Hadiah belum diisi.',
} as const;
