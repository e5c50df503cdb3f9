import { DOOR_KINDS } from '../../domain/people/message.ts';
import { ownSeats, type Role } from '../../domain/people/role.ts';
import { listBox, listTemplates } from '../../store/message.read.ts';
import { listHandoversTo } from '../../store/people-seats.read.ts';
import { accessTexts } from '../../texts/id/access.ts';
import { formatWhole } from '../../texts/id/format.ts';
import { handoverTexts } from '../../texts/id/handover.ts';
import { boxTexts } from '../../texts/id/message-pages.ts';
import { seatWords } from '../../texts/id/people-admin.ts';
import { roleTexts } from '../../texts/id/ui.ts';
import { page, ROLE_NAMES } from '../answer.tsx';
import { yearHere } from '../committee/committee-view.ts';
import { mayStartNow } from '../innovator/entries.page.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Notice } from '../ui/notice.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { TaskGroup, TaskList } from '../ui/task-list.tsx';
import { dueTasks } from './due.tsx';
import { factorNotice } from './factor-notice.tsx';
import { firstSteps } from './first-steps.tsx';
import { NoticeList } from './notice-list.tsx';
import { watchTasks } from './watch-tasks.tsx';

/** How many unread messages stand above the duties. */
const NEWEST = 3;

interface Duty {
  readonly name: string;
  readonly detail: string;
  readonly href: (year: number) => string;
}

/** A closed door has no way in. */
const START = 'Mulai usulan baru';

const DUTIES: Readonly<Record<Role, readonly Duty[]>> = {
  innovator: [
    { name: 'Usulan kantor Anda', detail: 'Isi profil, unggah bukti, kirim ke kepala', href: () => paths.entries },
    { name: START, detail: 'Cukup nama inovasi untuk memulai', href: () => paths.startEntry },
  ],
  head: [{ name: 'Persetujuan', detail: 'Usulan yang menunggu keputusan Anda', href: () => paths.approvals }],
  secretariat: [
    { name: 'Papan', detail: 'Semua usulan menurut keadaan', href: paths.board },
    { name: 'Nilai meja', detail: 'Poin terverifikasi dan batas lima besar', href: paths.desk },
    { name: 'Pleno', detail: 'Hitung, periksa pernyataan juri, umumkan', href: () => paths.plenaries },
    { name: 'Edisi dan tahapan', detail: 'Buka, perpanjang, dan lihat yang terkunci', href: paths.edition },
    { name: 'Pesan', detail: 'Siapa diberi tahu apa, dan sampai di mana tiap pesan', href: () => paths.messages },
    { name: 'Target inovasi', detail: 'Berapa usulan tiap kantor, dan siapa yang sudah mencapainya', href: paths.targets },
    { name: 'Jejak', detail: 'Siapa berbuat apa, kapan', href: paths.ledger },
  ],
  verifier: [{ name: 'Verifikasi', detail: 'Klaim di samping buktinya', href: paths.verifications }],
  juror: [{ name: 'Lembar penilaian', detail: 'Finalis yang Anda nilai', href: () => paths.jury }],
  chair: [
    { name: 'Lembar penilaian', detail: 'Finalis yang Anda nilai', href: () => paths.jury },
    { name: 'Pleno', detail: 'Hitung hasil, selesaikan seri, nyatakan benar', href: () => paths.plenaries },
  ],
  leader: [{ name: 'Penetapan', detail: 'Hasil yang menunggu keputusan Anda', href: () => paths.leader }],
  province: [{ name: 'Hasil', detail: 'Hasil yang sudah diumumkan', href: () => paths.results }],
  admin: [
    { name: 'Orang', detail: 'Undang, beri peran, buat tautan masuk', href: () => paths.people },
    { name: 'Jabatan', detail: 'Siapa memegang jabatan apa', href: () => paths.seats },
    { name: 'Perangkat daerah', detail: 'Kantor yang ikut, kepalanya, penggabungan, dan target', href: () => paths.agencies },
    { name: 'Pesan', detail: 'Sampai di mana tiap pemberitahuan, server surel, templat', href: () => paths.messages },
    { name: 'Cadangan', detail: 'Umur cadangan terakhir, dan satu lagi sekarang', href: () => paths.backups },
    { name: 'Server', detail: 'Ruang, jam, pemeriksaan, pekerjaan latar', href: () => paths.server },
  ],
};

export async function showMine(c: Ctx): Promise<Response> {
  const { actor, role, roles } = signedIn(c);
  const inOrder = [...roles].sort((a, b) => Number(b === role) - Number(a === role));
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const [year, offered, messages, templates] = await Promise.all([
    yearHere(c),
    listHandoversTo(db, regionId, actor.personId),
    listBox(db, { regionId, personId: actor.personId, without: DOOR_KINDS, limit: NEWEST, offset: 0 }),
    listTemplates(db, regionId),
  ]);
  const starts = roles.includes('innovator') && (await mayStartNow(c));
  const mySeats = ownSeats(actor).filter(({ delegation }) => !delegation);
  const unread = messages.filter(({ readAt }) => readAt === null);
  return page(
    c,
    { title: 'Tugas saya', current: paths.mine, year },
    <div class="baca tumpuk">
      <h1>Tugas saya</h1>
      <p class="utama">{actor.name}</p>
      {offered.map((handover) => (
        <Notice key={handover.handoverId} kind="langkah" title={`Jabatan menunggu Anda terima: ${seatWords(handover)}`}>
          <a href={paths.handover(handover.handoverId)}>Periksa dan terima jabatan</a>
        </Notice>
      ))}
      {actor.waiting !== undefined && (
        <Notice kind="awas" title={accessTexts.mine}>
          <a href={paths.waiting}>{accessTexts.seeMine}</a>
        </Notice>
      )}
      {await factorNotice(c)}
      {await watchTasks(c)}
      {await firstSteps(c, year)}
      {await dueTasks(c)}
      {messages[0] !== undefined && (
        <TaskGroup title={boxTexts.title} progress={unread.length > 0 ? `${formatWhole(messages[0].unread)} belum dibaca` : undefined}>
          <NoticeList c={c} messages={unread} templates={templates} />
          <p>
            <a href={paths.notices}>Semua pemberitahuan</a>
          </p>
        </TaskGroup>
      )}
      {inOrder.length === 0 && offered.length === 0 && actor.waiting === undefined && (
        <EmptyState title="Belum ada peran">Akun Anda sudah aktif, tetapi belum diberi jabatan atau peran. Sampaikan kepada admin.</EmptyState>
      )}
      {inOrder.map((one) => (
        <TaskGroup key={one} title={inOrder.length === 1 ? 'Yang dapat Anda kerjakan' : `Sebagai ${roleTexts[ROLE_NAMES[one]].toLowerCase()}`}>
          <TaskList
            tasks={DUTIES[one]
              .filter(({ name }) => starts || name !== START)
              .map(({ name, detail, href }) => ({ name, detail, href: href(year), word: 'Buka' }))}
          />
        </TaskGroup>
      ))}
      {mySeats.length > 0 && (
        <TaskGroup title={handoverTexts.seats}>
          <TaskList tasks={mySeats.map((seat) => ({ name: seatWords(seat), detail: handoverTexts.seatDetail, href: paths.seat(seat.seatId), word: 'Buka' }))} />
        </TaskGroup>
      )}
    </div>,
  );
}
