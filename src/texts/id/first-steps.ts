// Words of the steps to a first open registration.

export const firstStepTexts = {
  title: 'Menyiapkan lomba pertama',
  agencies: 'Daftarkan perangkat daerah',
  people: 'Undang orang dan beri jabatan',
  edition: 'Buat edisi pertama',
  categories: 'Periksa kategori, ketentuan, dan rubrik',
  open: 'Buka pendaftaran',
  none: 'belum ada',
  agencyCount: (count: number) => `${count} terdaftar`,
  peopleCount: (count: number) => `${count} orang memegang jabatan`,
  editionOf: (year: number) => `edisi ${year}`,
  categoryCount: (count: number) => `${count} kategori`,
  next: 'Kerjakan',
  done: 'Sudah',
} as const;
