// Words of the buttons that copy or print; alone in their file, since a page carries them in its script.

export const handOutTexts = { copy: 'Salin', copied: 'Tersalin', print: 'Cetak' } as const;
