// Sentences of `bailang rank` for bad input: one line, the row first.

import type { Refusal } from '../../domain/shared/outcome.ts';

type Say = (fact: (name: string) => string) => string;

const REASONS: Readonly<Record<string, Say>> = {
  'rank.usage': () => 'pakai: bailang rank --scores scores.csv --config config.json',
  'file.unreadable': (fact) => `berkas ${fact('path')} tidak dapat dibaca`,
  'file.not-utf8': (fact) => `berkas ${fact('path')} bukan teks UTF-8; simpan ulang sebagai CSV UTF-8`,
  'file.too-large': (fact) => `berkas ${fact('path')} lebih dari ${fact('megabytes')} MB; kirim satu kategori saja`,
  'csv.too-many-rows': (fact) => `lebih dari ${fact('most')} baris; kirim satu kategori saja`,
  'csv.open-quote': () => 'tanda kutip dibuka tetapi tidak ditutup',
  'csv.stray-quote': () => 'tanda kutip di tengah isian; gandakan tanda kutip di dalam isian berkutip',
  'row.header': () => 'judul kolom harus submission,juror,criterion,score',
  'row.fields': (fact) => `ada ${fact('found')} kolom, seharusnya 4`,
  'row.empty-name': () => 'submission, juror, dan criterion wajib diisi',
  'row.formula': () => 'nama diawali tanda rumus (= + - @)',
  'row.unknown-criterion': (fact) => `kriteria "${fact('criterion')}" tidak ada di config${perhaps(fact('near'))}`,
  'row.look-alike': (fact) => `nama "${fact('name')}" hanya beda cara tulis dari "${fact('other')}"; tulis sama di semua baris dan di config`,
  'row.duplicate': (fact) => `nilai ${fact('submission')}, ${fact('juror')}, ${fact('criterion')} sudah ada di baris sebelumnya`,
  'score.not-a-number': (fact) => `nilai "${fact('typed')}" bukan angka (desimal paling banyak 4 angka)`,
  'score.outside-scale': (fact) => `nilai ${fact('typed')} di luar skala ${fact('min')} sampai ${fact('max')}`,
  'score.off-step': (fact) => `nilai ${fact('typed')} tidak sesuai kelipatan ${fact('step')}`,
  'config.not-json': () => 'config bukan JSON yang berisi objek',
  'config.repeated-key': (fact) => `config: kunci "${fact('key')}" ditulis dua kali; sisakan satu`,
  'config.unknown-key': (fact) => `config: kunci "${fact('key')}"${fact('where') === '' ? '' : ` di ${fact('where')}`} tidak dikenal${perhaps(fact('near'))}`,
  'config.look-alike': (fact) => `config: nama "${fact('name')}" hanya beda cara tulis dari "${fact('other')}"; tulis satu saja`,
  'config.decision-unknown': (fact) => `config: keputusan ${fact('act')} menyebut "${fact('name')}", yang tidak ada di nilai${perhaps(fact('near'))}`,
  'config.value': (fact) => `config: isi "${fact('field')}" tidak sah`,
  'config.desk': (fact) => `config: nilai meja ${fact('submission')} "${fact('typed')}" bukan angka 0 sampai ${fact('max')}`,
  'rubric.no-criteria': () => 'config: tidak ada kriteria',
  'rubric.duplicate-criterion': (fact) => `config: kriteria "${fact('criterion')}" kosong atau ganda`,
  'rubric.number-unreadable': (fact) => `config: bobot, min, atau max kriteria ${fact('criterion')} bukan angka desimal`,
  'rubric.weight-not-positive': (fact) => `config: bobot kriteria ${fact('criterion')} harus lebih dari 0`,
  'rubric.range-empty': (fact) => `config: min kriteria ${fact('criterion')} harus di bawah max`,
  'rubric.range-outside-scale': (fact) => `config: rentang kriteria ${fact('criterion')} di luar yang dapat dihitung dengan scale ini`,
  'rubric.step-invalid': (fact) => `config: step kriteria ${fact('criterion')} tidak membagi habis rentangnya`,
  'rubric.min-jurors-invalid': () => 'config: isi "min_jurors" tidak sah',
  'rubric.decimals-invalid': () => 'config: isi "decimals" tidak sah',
  'rubric.trim-invalid': () => 'config: isi "trim" tidak sah',
  'ladder.unknown-step': (fact) => `config: langkah tiebreak "${fact('step')}" tidak dikenal`,
  'ladder.duplicate-step': (fact) => `config: langkah tiebreak "${fact('step')}" disebut dua kali`,
  'decision.invalid': (fact) => `config: keputusan ${fact('act')} tidak mengurutkan tepat usulan yang disebutnya`,
};

/** The known name that was probably meant, where one is near. */
function perhaps(near: string): string {
  return near === '' ? '' : `; mungkin maksudnya "${near}"`;
}

/** One line for standard error; a refusal without words shows its code. */
export function sayRankRefusal(refusal: Refusal): string {
  const fact = (name: string) => String(refusal.facts[name] ?? '');
  const reason = REASONS[refusal.code]?.(fact) ?? refusal.code;
  return refusal.facts.row === undefined ? `bailang rank: ${reason}` : `bailang rank: baris ${fact('row')}: ${reason}`;
}
