// Government affairs (urusan): the names that an innovation chooses one of.

/**
 * Basic services first, then the other mandatory ones, the optional ones, and those that support. The name is what is kept.
 * @basis UU 23/2014 article 12; the supporting ones article 219.
 */
export const AFFAIRS: readonly string[] = [
  'Pendidikan',
  'Kesehatan',
  'Pekerjaan Umum dan Penataan Ruang',
  'Perumahan Rakyat dan Kawasan Permukiman',
  'Ketenteraman, Ketertiban Umum, dan Pelindungan Masyarakat',
  'Sosial',
  'Tenaga Kerja',
  'Pemberdayaan Perempuan dan Pelindungan Anak',
  'Pangan',
  'Pertanahan',
  'Lingkungan Hidup',
  'Administrasi Kependudukan dan Pencatatan Sipil',
  'Pemberdayaan Masyarakat dan Desa',
  'Pengendalian Penduduk dan Keluarga Berencana',
  'Perhubungan',
  'Komunikasi dan Informatika',
  'Koperasi, Usaha Kecil, dan Menengah',
  'Penanaman Modal',
  'Kepemudaan dan Olahraga',
  'Statistik',
  'Persandian',
  'Kebudayaan',
  'Perpustakaan',
  'Kearsipan',
  'Kelautan dan Perikanan',
  'Pariwisata',
  'Pertanian',
  'Kehutanan',
  'Energi dan Sumber Daya Mineral',
  'Perdagangan',
  'Perindustrian',
  'Transmigrasi',
  'Perencanaan',
  'Keuangan',
  'Kepegawaian',
  'Pendidikan dan Pelatihan',
  'Penelitian dan Pengembangan',
  'Pengawasan',
];

const spelling = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();
const LISTED: ReadonlySet<string> = new Set(AFFAIRS.map(spelling));

/** Whether it names an affair of the list, whatever its capitals and spaces: the region's index counts by these names. */
export function isListedAffair(name: string): boolean {
  return LISTED.has(spelling(name));
}
