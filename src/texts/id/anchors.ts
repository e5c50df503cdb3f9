// Words around anchors: the page, the letter, and what a comparison says.

/** The letter to a reader of anchors: lines to keep. */
export function anchorLetter(region: string, lines: readonly string[]): { readonly subject: string; readonly text: string } {
  return {
    subject: `Jangkar jejak audit ${region}`,
    text: [
      'Simpan surel ini, jangan dihapus. Baris di bawah adalah sidik jejak audit lomba saat ini; dengan salinan Anda siapa pun dapat mengetahui bila jejak itu kelak ditulis ulang.',
      'Cara memakainya: salin surel ini ke berkas teks, lalu pilih di halaman Periksa bundel hasil, atau jalankan: bailang verify bundel.json --jangkar berkas.txt',
      '',
      ...lines,
      '',
    ].join('\n'),
  };
}

export const anchorPageTexts = {
  head: (region: string) => [
    `# Jangkar jejak audit ${region}`,
    '# Satu baris per tindakan yang memutuskan: bentuk, daerah, nomor baris, sidik, waktu (UTC), jenis, dan tanda tangan kunci daerah.',
    '# Simpan salinan di luar server ini. Membandingkan: bailang verify bundel.json --jangkar berkas.txt',
    '# Yang lebih lama: /jangkar.txt?sesudah=NOMOR',
  ],
  stamp: (seq: number) => `# Cap waktu pihak luar untuk baris ${seq}: /jangkar/${seq}.tst`,
  none: '# Belum ada jangkar.',
} as const;

/** What a comparison of the ledger with anchors found, one line each. */
export const ledgerTexts = {
  changed: (seq: number, at: string) => `baris ${seq} berbeda dari saat dijangkar (${at})`,
  gone: (seq: number, at: string) => `baris ${seq} yang dijangkar (${at}) tidak ada lagi: jejak ini lebih tua, atau ekornya dipotong`,
  between: (from: number, to: number) => `baris pertama yang berbeda ada di antara ${from} dan ${to}`,
  otherRegion: 'tidak ada jangkar milik daerah ini di dalam berkas',
  agrees: (count: number) => `Jejak audit sama dengan ${count} jangkar.`,
} as const;
