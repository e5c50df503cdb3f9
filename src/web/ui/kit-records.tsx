import { DefinitionList } from './definition-list.tsx';
import { Diff } from './diff.tsx';
import { KitSection } from './kit-section.tsx';
import { Trace } from './panels.tsx';
import { RankList } from './rank-list.tsx';
import { Signatures } from './seal.tsx';
import { type Column, Table } from './table.tsx';
import { StateNote } from './tag.tsx';

const RESULT_COLUMNS: readonly Column[] = [
  { key: 'place', label: '#', numeric: true, strong: true },
  { key: 'name', label: 'Inovasi', heading: true },
  { key: 'novelty', label: 'Kebaruan', numeric: true },
  { key: 'benefit', label: 'Manfaat', numeric: true },
  { key: 'desk', label: 'Meja', numeric: true },
  { key: 'total', label: 'Akhir', numeric: true, strong: true, last: true },
];

export function KitRecords() {
  return (
    <>
      <KitTables />
      <KitPairs />
      <KitSigning />
    </>
  );
}

function Office({ name, office }: { readonly name: string; readonly office: string }) {
  return (
    <>
      {name}
      <small>{office}</small>
    </>
  );
}

function KitTables() {
  return (
    <KitSection title="Tabel dan garis potong">
      <Table
        label="Hasil contoh"
        caption="Rata-rata juri per kriteria, skala 1 sampai 5."
        ranked
        columns={RESULT_COLUMNS}
        rows={[
          {
            tone: 'juara',
            cells: {
              place: 1,
              name: <Office name="Lasungku Talu" office="Disdukcapil" />,
              novelty: '4,40',
              benefit: '4,60',
              desk: '92,79',
              total: '90,16',
            },
          },
          {
            cells: {
              place: 2,
              name: <Office name="Pepes Papari" office="Dinas PUPRPKP" />,
              novelty: '4,40',
              benefit: '4,60',
              desk: '90,99',
              total: '88,72',
            },
          },
        ]}
      />
      <Table
        label="Usulan contoh"
        dense
        columns={[
          { key: 'name', label: 'Usulan', heading: true },
          { key: 'claim', label: 'Klaim', numeric: true },
          { key: 'state', label: 'Status' },
        ]}
        rows={[
          {
            tone: 'terpilih',
            cells: { name: 'Bekal Akrobat', claim: '96', state: <StateNote state="lewat">Lewat 3 hari</StateNote> },
          },
          { cells: { name: 'Gertak Sepadu', claim: '105', state: <StateNote state="selesai">Siap</StateNote> } },
        ]}
      />
      <RankList
        cut={{ after: 2, label: 'Garis 5 besar · selisih 0,90' }}
        entries={[
          {
            place: 4,
            name: 'Coaching Klinik SKP',
            href: '#4',
            detail: 'BKPSDM',
            value: '89,19',
            valueNote: '99 dari 111',
          },
          { place: 5, name: 'SIap PD', detail: 'Bapperida', value: '88,29', valueNote: '98 dari 111' },
          { place: 6, name: 'Dewa Cinta', detail: 'Disdukcapil', value: '87,39', valueNote: '97 dari 111' },
        ]}
      />
    </KitSection>
  );
}

function KitPairs() {
  return (
    <KitSection title="Data, perbedaan, asal angka">
      <div class="kolom2">
        <DefinitionList
          rows={[
            { term: 'Nama inovasi', value: 'Pepes Papari', change: { href: '#nama' } },
            { term: 'Sumber dana', change: { href: '#dana' } },
          ]}
        />
        <DefinitionList
          dense
          rows={[
            { term: 'Kesepakatan juri, W', value: '0,81' },
            { term: 'ICC(2,k)', value: '0,88' },
          ]}
        />
      </div>
      <Diff
        title="Tujuan · diubah 27 Juli 2026 pukul 16.40 WITA"
        before="Waktu pengurusan turun menjadi lebih cepat untuk warga."
        after="Waktu pengurusan turun menjadi 5 hari kerja untuk rumah tinggal."
      />
      <Trace
        summary="Dari mana angka ini?"
        open
        note="Aturan 2026 v2"
        lines={[
          { label: 'Replikasi', formula: '3 (bobot) × 2 (level)', result: '6' },
          { label: 'Nilai meja', formula: '100 × 103 ÷ 111', result: '92,79' },
        ]}
      />
    </KitSection>
  );
}

function KitSigning() {
  return (
    <KitSection title="Tanda tangan">
      <Signatures
        signers={[
          { name: 'Ahmad Fauzi', role: 'Ketua juri', done: 'Tanda tangan dengan kunci, 19 Agustus pukul 12.04 WITA', byKey: true },
          { name: 'Mahmudah', role: 'Juri', done: 'Pernyataan dengan kata sandi, 19 Agustus pukul 12.06 WITA' },
          { name: 'Siti Rahmah', role: 'Juri' },
          { name: 'Noor Aini', role: 'Juri' },
        ]}
      />
    </KitSection>
  );
}
