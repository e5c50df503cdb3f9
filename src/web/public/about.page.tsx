import { readHealth } from '../../store/health.read.ts';
import { findMailSetting } from '../../store/mail.read.ts';
import { formatAgo, formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { statusTexts } from '../../texts/id/health.ts';
import { helpTexts, scheduleTexts } from '../../texts/id/public-pages.ts';
import { page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Contact } from '../ui/contact.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';

export function showHelp(c: Ctx): Response {
  return page(
    c,
    { title: 'Bantuan', current: '/bantuan' },
    <div class="baca tumpuk">
      <h1>Bantuan</h1>
      <p class="utama">{helpTexts.ask}</p>
      <Contact text={c.var.region.contact} />
      <h2>Yang sering ditanyakan</h2>
      <dl class="tumpuk">
        <dt>
          <b>Saya lupa kata sandi.</b>
        </dt>
        <dd>
          Minta tautan sekali pakai kepada admin. <a href={paths.forgotten}>Caranya</a>
        </dd>
        <dt>
          <b>Apakah isian saya hilang bila jaringan putus?</b>
        </dt>
        <dd>
          Yang sudah bertuliskan "Tersimpan" ada di server. Bila jaringan putus saat mengirim, tunggu jaringan kembali lalu muat ulang halaman galat itu dan
          setujui kirim ulang: isian Anda terkirim, dan tidak pernah menjadi dua kali.
        </dd>
        <dt>
          <b>Bagaimana nilai dihitung?</b>
        </dt>
        <dd>
          Semua rumus, bobot, urutan penentu seri, dan contoh hitungan ada di <a href={paths.guide}>Pedoman</a>.
        </dd>
        <dt>
          <b>{helpTexts.objection}</b>
        </dt>
        <dd>
          {helpTexts.objectionHow} <a href={paths.schedule}>{scheduleTexts.title}</a>
        </dd>
      </dl>
    </div>,
  );
}

export async function showStatus(c: Ctx): Promise<Response> {
  const { platform, region } = c.var;
  const begun = performance.now();
  const [health, mail] = await Promise.all([readHealth(platform.db, region.regionId), findMailSetting(platform.db, region.regionId)]);
  const took = Math.max(1, Math.round(performance.now() - begun));
  const now = platform.now();
  const isMailDown = mail?.isOn === true && mail.fault !== null;
  return page(
    c,
    { title: statusTexts.title },
    <div class="baca tumpuk">
      <h1>{statusTexts.title}</h1>
      <p class="utama">{isMailDown ? statusTexts.slow : statusTexts.well}</p>
      <DefinitionList
        rows={[
          { term: statusTexts.pages, value: `berjalan; basis data menjawab dalam ${took} milidetik` },
          { term: statusTexts.mail, value: mail?.isOn !== true ? statusTexts.mailOff : isMailDown ? statusTexts.mailDown : 'berjalan' },
          { term: statusTexts.backup, value: health.backupAt === null ? 'belum ada' : formatAgo(now, health.backupAt, zoneOf(region.zone)) },
        ]}
      />
      <p>Diperiksa {formatDateTime(now, zoneOf(region.zone))}.</p>
    </div>,
  );
}

export function showPrivacy(c: Ctx): Response {
  return page(
    c,
    { title: 'Privasi' },
    <div class="baca tumpuk">
      <h1>Privasi</h1>
      <p class="utama">Kami menyimpan nama, jabatan, NIP atau surel untuk mengenali siapa yang berbuat apa, dan isi usulan beserta buktinya untuk dinilai.</p>
      <ul>
        <li>Bukti hanya dibuka oleh kantor pengusul, sekretariat, verifikator, dan juri kategori itu.</li>
        <li>Halaman publik memuat nama inovasi, kantor, dan angka yang diumumkan; nama inovator dan juri tidak ditampilkan.</li>
        <li>Satu kuki menyimpan sesi masuk; tidak ada pelacak.</li>
        <li>Jejak audit menyimpan nomor orang, bukan namanya.</li>
      </ul>
      <p>
        Data Anda dapat Anda lihat dan perbaiki di halaman akun, atau minta kepada sekretariat. Akun dapat ditutup sehingga tidak dipakai lagi. Menghapus nama
        dari data yang sudah ada belum dapat dilakukan dalam sistem ini; permintaan itu dicatat dan dijawab sekretariat.
      </p>
      <Contact text={c.var.region.contact} />
    </div>,
  );
}

export function showAccessibility(c: Ctx): Response {
  return page(
    c,
    { title: 'Aksesibilitas' },
    <div class="baca tumpuk">
      <h1>Aksesibilitas</h1>
      <p class="utama">
        Kami mengikuti WCAG 2.2 tingkat AA: semua halaman dapat dipakai dengan papan ketik, tanpa JavaScript, pada layar 320 piksel, dan dalam tampilan gelap.
      </p>
      <p>Menemukan hambatan? Sampaikan kepada sekretariat; sebutkan halaman dan alat bantu yang Anda pakai.</p>
      <Contact text={c.var.region.contact} />
    </div>,
  );
}
