import { formatRupiah } from '../../texts/id/format.ts';
import { SearchBox } from './browsing.tsx';
import { Button, ButtonLink } from './button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Field } from './field.tsx';
import { FileField, FileList } from './files.tsx';
import { Form } from './form.tsx';
import { KitSection } from './kit-section.tsx';
import { LevelRadios } from './level-radios.tsx';
import { SaveNote } from './page-header.tsx';
import { ScoreScale } from './score-scale.tsx';

export function KitForms() {
  return (
    <>
      <KitButtons />
      <KitFields />
      <KitChoices />
      <KitFiles />
    </>
  );
}

function KitButtons() {
  return (
    <KitSection title="Tombol dan tautan">
      <div class="baris">
        <Button kind="utama">Simpan dan lanjut</Button>
        <Button>Pilih berkas</Button>
        <Button kind="netral" icon="cetak">
          Cetak
        </Button>
        <ButtonLink kind="polos" href="#lewati">
          Lewati
        </ButtonLink>
      </div>
      <div class="baris">
        <Button kind="utama" busy>
          Mengirim…
        </Button>
        <Button kind="bahaya">Tarik kembali</Button>
        <Button kind="bahaya-isi">Hapus usulan</Button>
        <Button kind="juri">Kirim nilai</Button>
        <Button kind="netral" size="kecil">
          Kecil, 44 px
        </Button>
      </div>
      <p class="redup">Tombol tidak pernah dimatikan. Bila belum bisa, pesannya menjelaskan sebabnya.</p>
      <div class="baris">
        <SaveNote state="proses" text="Menyimpan…" />
        <SaveNote text="Tersimpan 09.30" />
        <SaveNote state="tunda" text="Tersimpan di perangkat ini, belum terkirim" />
        <SaveNote state="gagal" text="Gagal menyimpan. Coba lagi" />
      </div>
    </KitSection>
  );
}

function KitFields() {
  return (
    <KitSection title="Medan isian">
      <ErrorSummary
        problems={[
          { field: 'anggaran', text: 'Isi anggaran dengan angka, misalnya 1.250.000' },
          { field: 'bentuk', text: 'Pilih bentuk inovasi' },
          { text: 'Pendaftaran ditutup sebelum isian ini sampai' },
        ]}
      />
      <Form action="#medan">
        <div class="kolom2">
          <Field name="nama" label="Nama inovasi" hint="Nama yang akan tercetak pada piagam." value="Lasungku Talu" />
          <Field name="anggaran" kind="rupiah" label="Anggaran" value="satu juta" error="Isi anggaran dengan angka, misalnya 1.250.000" />
          <Field name="anggaran-lalu" kind="rupiah" label="Anggaran tahun lalu" optional value="1250000" readBack={`Terbaca: ${formatRupiah(1250000)}`} />
          <Field
            name="urusan"
            kind="select"
            label="Urusan"
            placeholder="Pilih urusan"
            choices={[
              { value: 'kesehatan', label: 'Kesehatan' },
              { value: 'pendidikan', label: 'Pendidikan' },
            ]}
          />
          <Field
            name="rancang-bangun"
            kind="textarea"
            label="Rancang bangun"
            value="Warga menempuh tiga meja untuk tiga dokumen. Kini sekali datang."
            readBack="214 dari minimal 300 kata (kurang 86)"
          />
          <div class="tumpuk">
            <Field name="nomor" label="Nomor usulan" value="BL-2026-0047" readOnly />
            <Field name="mulai" label="Mulai diterapkan" value="18-11-2022" readBack="Jumat, 18 November 2022" short />
            <Field name="benar" kind="checkbox" label="Data ini benar dan bukti milik kami." checked />
            <Field name="setuju" kind="checkbox" label="Nama pada sertifikat sudah benar." error="Nyatakan bahwa nama sudah benar" />
          </div>
        </div>
      </Form>
      <SearchBox action="#cari" name="q" label="Cari inovasi, kantor, desa…" buttonLabel="Cari" />
    </KitSection>
  );
}

function KitChoices() {
  const levels = [
    { value: '0', label: 'Belum pernah', points: '0', pointsNote: 'poin' },
    { value: '1', label: 'Level 1', detail: '1 kali di daerah lain', points: '3', pointsNote: 'poin' },
    { value: '2', label: 'Level 2', detail: '2 kali di daerah berbeda', points: '6', pointsNote: 'naik 3' },
  ];
  const anchors = [
    { value: '1', anchor: 'tidak jelas' },
    { value: '2' },
    { value: '3' },
    { value: '4', anchor: 'terukur pada sebagian besar sasaran' },
    { value: '5', anchor: 'mengubah cara layanan dan terukur' },
  ];
  return (
    <KitSection title="Pilihan dengan poin, dan skala juri">
      <div class="kolom2">
        <div class="tumpuk ruang-5">
          <LevelRadios name="replikasi" legend="Replikasi" levels={levels} chosen="1" />
          <LevelRadios
            name="putusan"
            legend="Putusan Anda"
            shownLegend
            error="Pilih putusan untuk indikator 16"
            levels={[
              { value: 'sesuai', label: 'Sesuai klaim', points: '6', shortcut: '1' },
              { value: 'tidak-sah', label: 'Bukti tidak sah', points: '0', shortcut: '4' },
            ]}
          />
          <Field
            name="bentuk"
            kind="radios"
            label="Bentuk inovasi"
            error="Pilih bentuk inovasi"
            choices={[
              { value: 'layanan', label: 'Pelayanan publik' },
              { value: 'tata-kelola', label: 'Tata kelola', detail: 'Cara kerja di dalam kantor' },
            ]}
          />
          <Field
            name="sumber"
            kind="checks"
            label="Sumber dana"
            values={['apbd']}
            choices={[
              { value: 'apbd', label: 'APBD' },
              { value: 'swadaya', label: 'Swadaya' },
            ]}
          />
        </div>
        <div>
          <ScoreScale name="manfaat" label="Manfaat" weight="30" levels={anchors} value="4" />
          <ScoreScale name="kebaruan" label="Kebaruan" weight="25" levels={anchors} />
          <ScoreScale name="paparan" label="Paparan" weight="15" levels={anchors} error="Paparan belum dinilai. Pilih angka 1 sampai 5" />
          <ScoreScale name="dampak" label="Dampak" weight="30" minimum="0" maximum="100" value="87" wholeNumbers />
          <ScoreScale name="kerja-sama" label="Kerja sama" weight="10" minimum="0" maximum="100" value="870" error="Isi angka dari 0 sampai 100" />
        </div>
      </div>
    </KitSection>
  );
}

function KitFiles() {
  return (
    <KitSection title="Berkas">
      <FileField
        name="bukti"
        label="Tambah bukti"
        hint="PDF atau foto, paling besar 20 MB tiap berkas."
        accept=".pdf,image/*"
        multiple
        reuse={{ href: '#pakai', label: 'Pakai berkas yang sudah ada (7)' }}
      />
      <FileList
        files={[
          { name: 'surat-pernyataan.pdf', detail: '62% · 18 detik lagi', state: 'proses', progress: 62 },
          { name: 'foto-1.jpg, foto-2.jpg', detail: 'Menunggu sinyal (2 berkas, 640 KB)', state: 'antre' },
          {
            name: 'laporan-lengkap.pdf',
            detail: 'Berkas lebih dari 20 MB. Perkecil atau kirim sebagai foto.',
            state: 'gagal',
          },
          {
            name: 'SK-tim-2025.pdf',
            href: '#berkas',
            detail: '4 halaman · dipakai juga di indikator 1, 2, 8',
            actions: (
              <>
                <a href="#lihat">Lihat</a>
                <button type="submit">Lepas</button>
              </>
            ),
          },
        ]}
      />
    </KitSection>
  );
}
