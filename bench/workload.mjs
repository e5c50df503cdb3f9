// The workload W1: deterministic, so that the same options always give the same words, scores and bytes.
// 1,000 entries with 300 words and 1-3 authors, 40 jurors, 6 criteria (1-5, weights 30/20/15/15/10/10), 4 complete sheets an entry.

const COMMON =
  'sensor air masyarakat energi rendah biaya purwarupa lapangan uji hasil terukur sekolah rumah sakit desa kota baterai daur ulang bahan proses metode tim perintis warga wawancara data model terbuka jaringan perangkat layanan mitra pasar dampak sampah kurangi perbaiki rancang setempat petani siswa pasien sopir jalan jembatan surya angin panas pompa simpan saring tanah panen gizi sehat pantau peringatan dini isyarat kamera cetak kaca kayu baja kain kertas tinta ragi hutan sungai pantai pelabuhan kapal kereta sepeda roda kursi jendela pintu atap dinding lantai cahaya suara peta rute antre tiket bayar arsip bahasa guru orang tua anak lansia perawat dokter klinik apotek laboratorium yang dan di ke dari untuk dengan pada oleh ini itu kami adalah dapat antara sebelum sesudah'.split(
    ' ',
  );
const FIRST = 'Ahmad Aisyah Budi Citra Dewi Eko Fatimah Gusti Hasan Indah Joko Kartika Lina Muhammad Noor Putri Rahmat Siti Taufik Wahyu Zoé'.split(' ');
const LAST = 'Anshari Basuki Effendi Fauzi Hidayat Ilmi Kusuma Lestari Maulana Noor Pratama Rahman Salim Saputra Wijaya Yulianti Łucja'.split(' ');
const CRITERIA = [
  ['C1', 'Nilai keseluruhan', 30],
  ['C2', 'Kebaruan', 20],
  ['C3', 'Kelayakan', 15],
  ['C4', 'Dampak', 15],
  ['C5', 'Bukti', 10],
  ['C6', 'Paparan', 10],
];

/** Numbers in 0..1 from a seed (mulberry32). */
export function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = (next, list) => list[Math.floor(next() * list.length)];

function sentence(next, count) {
  const words = Array.from({ length: count }, () => pick(next, COMMON));
  words[0] = words[0][0].toUpperCase() + words[0].slice(1);
  return `${words.join(' ')}.`;
}

/** Running text of exactly `words` words, in paragraphs of six sentences. */
export function text(next, words) {
  const paragraphs = [[]];
  for (let left = words; left > 0; ) {
    const count = Math.min(left, 9 + Math.floor(next() * 14));
    if (paragraphs.at(-1).length === 6) paragraphs.push([]);
    paragraphs.at(-1).push(sentence(next, count));
    left -= count;
  }
  return paragraphs.map((one) => one.join(' ')).join('\n\n');
}

const person = (next) => `${pick(next, FIRST)} ${pick(next, LAST)}`;

/** Entries, jurors, sheets and criteria. */
export function build({ entries = 1000, jurors = 40, sheetsEach = 4, seed = 20240601 } = {}) {
  const next = numbersFrom(seed);
  const criteria = CRITERIA.map(([code, name, weight]) => ({ code, name, weight, min: 1, max: 5 }));
  const panel = Array.from({ length: jurors }, (_, index) => ({ n: index + 1, name: person(next) }));
  const list = Array.from({ length: entries }, (_, index) => ({
    n: index + 1,
    title: `${sentence(next, 6 + Math.floor(next() * 6)).slice(0, -1)} ${index + 1}`,
    text: text(next, 300),
    authors: Array.from({ length: 1 + ((index + 1) % 3) }, () => person(next)),
    quality: 1.3 + next() * 3.4,
  }));
  const step = Math.max(1, Math.floor(jurors / sheetsEach));
  const score = (quality) => Math.max(1, Math.min(5, Math.round(quality + (next() - 0.5) * 2.4)));
  const sheets = list.flatMap((entry, index) =>
    Array.from({ length: sheetsEach }, (_, turn) => ({
      entry: entry.n,
      juror: ((index * 7 + turn * step) % jurors) + 1,
      scores: Object.fromEntries(criteria.map(({ code }) => [code, String(score(entry.quality))])),
      comment: text(next, 80),
    })),
  );
  return { criteria, jurors: panel, entries: list, sheets };
}

/** A small valid one-page PDF, padded with an unused stream as a photo would be. */
export function pdf(title, bytes, seed) {
  const next = numbersFrom(seed);
  const page = Buffer.from(`BT /F1 18 Tf 72 720 Td (${title.replace(/[^\x20-\x7e]/g, '?').replace(/([\\()])/g, '\\$1')}) Tj ET\n`);
  const padding = Buffer.alloc(Math.max(0, bytes - 1000 - page.length));
  for (let at = 0; at + 4 <= padding.length; at += 4) padding.writeUInt32LE(Math.floor(next() * 4294967296), at);
  const stream = (content) => [Buffer.from(`<< /Length ${content.length} >>\nstream\n`), content, Buffer.from('\nendstream')];
  const objects = [
    [Buffer.from('<< /Type /Catalog /Pages 2 0 R >>')],
    [Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>')],
    [Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>')],
    stream(page),
    [Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')],
    stream(padding),
  ];
  const parts = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets = [];
  let length = parts[0].length;
  for (const [index, body] of objects.entries()) {
    offsets.push(length);
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), ...body, Buffer.from('\nendobj\n')]);
    parts.push(whole);
    length += whole.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 7\n0000000000 65535 f \n${table}trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
}
