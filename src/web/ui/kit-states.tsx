import { Chips, Pagination, Tabs, WorkCard } from './browsing.tsx';
import { Button, ButtonLink } from './button.tsx';
import { Funnel } from './funnel.tsx';
import { KitSection } from './kit-section.tsx';
import { Notice } from './notice.tsx';
import { Card, Confirm, EmptyState, Receipt, StickyBar } from './panels.tsx';
import { Countdown, StageLine, Steps, Timeline } from './progress.tsx';
import { RankSpread } from './rank-spread.tsx';
import { ScoreBar } from './score-bar.tsx';
import { Seal, SealCard } from './seal.tsx';
import { StateNote, Tag } from './tag.tsx';
import { TaskGroup, TaskList } from './task-list.tsx';

export function KitStates() {
  return (
    <>
      <KitNotices />
      <KitTags />
      <KitTasks />
      <KitProgress />
      <KitBrowsing />
      <KitPanels />
    </>
  );
}

function KitNotices() {
  return (
    <KitSection title="Pemberitahuan">
      <div class="kolom2">
        <div class="tumpuk">
          <Notice title="Keterangan" level={3}>
            Batas diperpanjang dari 24 Juli menjadi 31 Juli 2026. Alasan: jaringan padam di dua kecamatan.
          </Notice>
          <Notice kind="awas">3 poin ini baru klaim. Unggah bukti agar dihitung.</Notice>
          <Notice kind="galat">Unggahan terputus di 62%.</Notice>
        </div>
        <div class="tumpuk">
          <Notice kind="sukses" title="Terkirim, BL-2026-0047" level={3}>
            Selasa, 28 Juli 2026 pukul 09.30 WITA
          </Notice>
          <Notice kind="segel">Nilai tertutup sampai pleno ditandatangani.</Notice>
          <Notice kind="langkah" title="Langkah terbaik berikutnya" level={3}>
            <p>
              Replikasi level 1 ke 2 menambah <strong>3 poin</strong>.
            </p>
          </Notice>
          <Notice kind="sunyi">Seri di urutan 2 tidak melewati garis.</Notice>
        </div>
      </div>
    </KitSection>
  );
}

function KitTags() {
  return (
    <KitSection title="Tanda dan segel">
      <div class="baris">
        <Tag state="belum">Belum mulai</Tag>
        <Tag state="proses">Belum lengkap</Tag>
        <Tag state="bukti">Perlu bukti</Tag>
        <Tag state="perbaikan">Perlu perbaikan</Tag>
        <Tag state="menunggu">Menunggu kepala kantor</Tag>
        <Tag state="terverifikasi">Terverifikasi</Tag>
        <Tag state="terkunci">Terkunci</Tag>
        <Tag state="digantikan">Digantikan</Tag>
        <Tag state="juara">Juara 1</Tag>
      </div>
      <div class="baris">
        <StateNote state="selesai">Terkirim 09.44</StateNote>
        <StateNote state="menunggu" icon="luring">
          Di tablet
        </StateNote>
        <StateNote state="terkunci">Terkunci</StateNote>
        <StateNote state="lewat">Lewat 3 hari</StateNote>
        <StateNote state="belum">Belum dinilai</StateNote>
      </div>
      <Seal title="Terverifikasi" note="98 dari 111 · aturan 2025 · contoh" />
      <div class="kolom2">
        <SealCard
          title="Berita acara sah"
          code="BL-2026-0047-7K"
          digest="9f2c 41aa 07be 5d10 88c3 6e5f 1b7a 2d94"
          rows={[
            { term: 'Dikunci', value: '19 Agustus pukul 12.10 WITA' },
            { term: 'Penanda tangan', value: '5 dari 5' },
          ]}
        />
        <SealCard title="Hasil masih tersegel" locked>
          <p>Dibuka Kamis, 20 Agustus 2026 pukul 10.00 WITA.</p>
        </SealCard>
      </div>
    </KitSection>
  );
}

function KitTasks() {
  return (
    <KitSection title="Baris daftar tugas">
      <TaskGroup number={1} title="Profil" progress="1 dari 3 selesai" id="kit-profil">
        <TaskList
          tasks={[
            { name: 'Nama dan tahapan', href: '#1', word: 'Selesai', state: 'selesai' },
            {
              name: 'Rancang bangun',
              href: '#2',
              detail: '214 dari minimal 300 kata',
              state: 'proses',
              word: 'Belum lengkap',
            },
            {
              name: '17 Kecepatan penciptaan inovasi daerah',
              href: '#3',
              detail: 'Sekretariat: tanggal mulai tidak terbaca',
              state: 'perbaikan',
              word: 'Perlu perbaikan',
            },
            { name: 'Kirim ke kepala kantor', detail: 'Sisa 3 hal wajib', word: 'Belum bisa dimulai' },
          ]}
        />
      </TaskGroup>
    </KitSection>
  );
}

function KitProgress() {
  return (
    <KitSection title="Skor, tahapan, waktu">
      <div class="kolom2">
        <ScoreBar
          figure="107"
          figureNote="dari 111, contoh"
          change="+3"
          parts={[
            { kind: 'terverifikasi', share: 0.775, text: '86' },
            { kind: 'berbukti', share: 0.135, text: '15' },
            { kind: 'klaim', share: 0.054, text: '6' },
          ]}
          rest="4"
        />
        <ScoreBar
          parts={[
            { kind: 'berbukti', share: 0.6, text: '60,00', word: 'kini' },
            { kind: 'simulasi', share: 0.08, text: '68,00' },
          ]}
          thresholds={[{ share: 0.65, text: 'ambang 65,01' }]}
        />
      </div>
      <StageLine
        stages={[
          { name: 'Pendaftaran', state: 'sudah', when: ['Selesai'] },
          { name: 'Verifikasi', state: 'sudah', when: ['Selesai'] },
          { name: 'Presentasi', state: 'kini', when: ['Sedang berlangsung'] },
          { name: 'Hasil', state: 'nanti', when: ['Kamis, 20 Agustus 2026'] },
        ]}
      />
      <Countdown
        parts={[
          { count: '3', unit: 'hari' },
          { count: '6', unit: 'jam' },
        ]}
      />
      <Countdown parts={[{ count: '42', unit: 'menit' }]} small urgent />
      <Steps current={3} total={5} />
      <Timeline
        events={[
          { title: 'Dikirim', when: '28 Juli pukul 09.30 WITA' },
          { title: 'Menunggu kepala kantor', when: 'sejak 28 Juli', current: true },
        ]}
      />
      <Funnel
        steps={[
          { count: '98', share: 1, label: 'terjaring' },
          { count: '47', share: 0.48, label: 'diunggah: 33 SKPD, 14 BLUD dan puskesmas' },
          { count: '11', share: 0.112, label: 'finalis', last: true },
        ]}
      />
    </KitSection>
  );
}

function KitBrowsing() {
  return (
    <KitSection title="Navigasi dan galeri">
      <Tabs
        label="Contoh tab"
        places={[
          { href: '#rekap', label: 'Rekap', current: true },
          { href: '#per-juri', label: 'Per juri' },
        ]}
      />
      <Chips
        label="Contoh saringan"
        places={[
          { href: '#semua', label: 'Semua 20', current: true },
          { href: '#wajib', label: 'Wajib 5' },
          { href: '#bukti', label: 'Perlu bukti 3' },
        ]}
      />
      <Pagination label="Halaman" current={4} total={12} addressOf={(page) => `#hal-${page}`} />
      <div class="petak">
        <WorkCard name="PUBERTAS New Generation" href="#1" detail="UPTD Puskesmas Uren · Kesehatan · 2025">
          <p>
            <Tag state="juara">Juara 1</Tag>
          </p>
        </WorkCard>
        <WorkCard name="Dewa Cinta" href="#2" detail="Disdukcapil · 2024" />
      </div>
    </KitSection>
  );
}

function KitPanels() {
  return (
    <KitSection title="Kartu, pastikan, bukti terima, kosong">
      <div class="kolom2">
        <Card title="Seberapa kokoh urutan ini?" id="kit-kokoh" kind="garis">
          <p>Juara 1 sama, juri mana pun yang dikeluarkan.</p>
          <RankSpread
            places={5}
            rows={[
              { name: 'Lasungku Talu', place: 1, best: 1, worst: 1, words: 'tetap urutan 1' },
              { name: 'Pepes Papari', place: 2, best: 2, worst: 3, words: 'urutan 2 sampai 3' },
            ]}
          />
        </Card>
        <Card title="Butuh bantuan?" id="kit-bantuan" kind="kain">
          <p>Klinik Inovasi buka Rabu, 29 Juli 2026 pukul 09.00 WITA di Bapperida.</p>
        </Card>
      </div>
      <Confirm
        title="Umumkan 5 finalis SKPD?"
        action="#umumkan"
        csrf="contoh"
        confirmLabel="Umumkan pukul 10.00"
        cancel={{ href: '#kembali', label: 'Kembali' }}
      >
        <p>15 kantor akan menerima pesan. Halaman publik berubah Kamis, 13 Agustus 2026 pukul 10.00 WITA.</p>
      </Confirm>
      <Receipt
        title="Usulan terkirim"
        number="BL-2026-0047"
        at="Selasa, 28 Juli 2026 pukul 09.30 WITA"
        rows={[
          { term: 'Inovasi', value: 'Lasungku Talu' },
          { term: 'Skor klaim', value: '107 dari 111' },
        ]}
        next={{
          title: 'Yang terjadi selanjutnya',
          events: [
            { title: 'Kepala kantor menyetujui', when: 'sampai 31 Juli pukul 16.00 WITA', current: true },
            { title: 'Sekretariat memeriksa bukti', when: '3 sampai 11 Agustus' },
          ],
        }}
        actions={
          <ButtonLink kind="netral" icon="unduh" href="#pdf">
            Unduh tanda terima
          </ButtonLink>
        }
      />
      <EmptyState title="Belum ada bukti" level={3} action={<Button>Ambil foto</Button>}>
        Foto dari ponsel pun boleh.
      </EmptyState>
      <StickyBar label="Tindakan">
        <Button kind="utama">Simpan dan lanjut</Button>
        <Button kind="netral">Simpan</Button>
        <ButtonLink kind="polos" href="#lewati">
          Lewati
        </ButtonLink>
      </StickyBar>
    </KitSection>
  );
}
