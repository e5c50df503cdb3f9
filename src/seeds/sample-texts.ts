// Words of the sample's profiles: contoh, the same bones for every innovation, so that nobody takes them for facts.

const SENTENCES = [
  'Teks contoh ini disusun untuk memperagakan sistem dan bukan uraian resmi inovasi yang bersangkutan.',
  'Sebelum ada layanan ini, warga harus datang beberapa kali, mengisi formulir yang sama, dan menunggu tanpa kepastian waktu selesai.',
  'Petugas mencatat dengan buku, sehingga sulit mengetahui berkas mana yang tertahan dan siapa yang harus menindaklanjutinya.',
  'Keluhan yang paling sering terdengar adalah jarak, biaya perjalanan, dan persyaratan yang berubah di tengah jalan.',
  'Tim kecil di kantor lalu memetakan setiap langkah, membuang langkah yang tidak perlu, dan menetapkan batas waktu bagi langkah yang tersisa.',
  'Pembaruan utamanya ialah layanan yang mendatangi warga, pemeriksaan berkas di tempat, serta jawaban pada hari yang sama.',
  'Pelaksanaannya memakai perangkat yang sudah dimiliki, tanpa pengadaan baru, dan dapat dijalankan ketika jaringan sedang lemah.',
  'Setiap pekan petugas berkumpul selama setengah jam untuk melihat angka layanan, keluhan yang masuk, dan perbaikan yang disepakati.',
  'Kepala perangkat daerah menetapkan pelaksana, membagi peran, dan memastikan anggaran operasional tersedia dalam dokumen pelaksanaan anggaran.',
  'Kerja sama dilakukan dengan pemerintah desa, sekolah, puskesmas, kelompok masyarakat, dan media setempat.',
  'Keunggulannya terletak pada kesederhanaan: warga cukup menyampaikan kebutuhannya sekali, selebihnya dikerjakan oleh petugas.',
  'Tahapannya dimulai dari penjaringan gagasan, pemilihan gagasan, uji coba di dua desa, perbaikan, lalu penerapan di seluruh wilayah.',
  'Ukuran keberhasilan disepakati sejak awal, yaitu waktu layanan, jumlah penerima manfaat, dan kepuasan warga.',
  'Hasil pengukuran dicatat setiap bulan dan dibandingkan dengan keadaan sebelum layanan berjalan.',
  'Risiko yang dikenali antara lain pergantian petugas dan cuaca, sehingga setiap langkah ditulis dalam pedoman yang mudah diikuti.',
  'Pedoman itu disertai gambar, contoh isian, dan daftar pertanyaan yang sering diajukan, lalu dibagikan kepada kantor lain yang berminat.',
  'Beberapa kantor telah datang untuk belajar, dan pengalaman mereka dipakai untuk menyempurnakan cara kerja.',
  'Keberlanjutan dijaga dengan memasukkan kegiatan ke dalam rencana kerja dan dengan melatih petugas pengganti setiap tahun.',
];

/** At least three hundred words about nothing in particular. */
export function sampleDesign(name: string): string {
  const paragraphs = [0, 6, 12].map((from) => SENTENCES.slice(from, from + 6).join(' '));
  return [`${name}.`, ...paragraphs, SENTENCES.slice(4, 9).join(' ')].join('\n\n');
}

/** Parts 1 to 7 of a profile. */
export function sampleProfile(name: string, startedOn: string | null, affair: string): readonly Readonly<Record<string, string>>[] {
  return [
    { name, stage: 'implemented', technology: 'non-digital', form: 'public-service' },
    { initiator: 'agency', theme: 'Pelayanan publik', affair },
    { trialOn: startedOn ?? '2024-01-15', implementedOn: startedOn ?? '2024-03-01', developed: 'yes', developedOn: '2025-02-03' },
    { design: sampleDesign(name) },
    {
      aims: 'Contoh: layanan selesai dalam sekali kunjungan, dengan waktu yang pasti.',
      benefits: 'Contoh: warga menghemat waktu dan biaya perjalanan; petugas tahu apa yang harus dikerjakan hari itu.',
      results: 'Contoh: waktu layanan turun dan jumlah penerima manfaat naik dari tahun ke tahun.',
    },
    { budget: '25000000', budgetSource: 'APBD (contoh)' },
    { team: 'Tim contoh', contactName: 'Narahubung contoh', contactPhone: '0526 000000' },
  ];
}

/** A real one-page PDF that says what it is. */
export function samplePdf(title: string): Buffer {
  const words = `CONTOH bukti dukung: ${title}`.replace(/[()\\]/g, '\\$&').replace(/[^\x20-\x7e]/g, '?');
  const stream = `BT /F1 14 Tf 60 760 Td (${words.slice(0, 90)}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
