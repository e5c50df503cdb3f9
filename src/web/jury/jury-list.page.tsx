// The juror's own list: what to confirm, what to score, what is sealed.

import { listOwnSheets, type OwnSheet } from '../../store/assessment-sheet.read.ts';
import { type Appointment, listAppointments } from '../../store/jury.read.ts';
import { formatMoment, zoneOf } from '../../texts/id/format.ts';
import { juryTexts } from '../../texts/id/jury.ts';
import { page } from '../answer.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { Tag } from '../ui/tag.tsx';

export async function showJury(c: Ctx): Promise<Response> {
  const { actor } = signedIn(c);
  const { db } = c.var.platform;
  const { regionId, zone } = c.var.region;
  const appointments = await listAppointments(db, regionId, actor.personId);
  const sheets = await listOwnSheets(
    db,
    regionId,
    actor.personId,
    appointments.map((one) => one.categoryId),
  );
  return page(
    c,
    { title: juryTexts.title, current: paths.jury },
    <div class="tumpuk ruang-6">
      <h1>{juryTexts.title}</h1>
      {appointments.length === 0 && <EmptyState title="Belum ada penugasan">{juryTexts.none}</EmptyState>}
      {appointments.map((one) => (
        <Assignment key={one.categoryId} appointment={one} sheets={sheets.filter((sheet) => sheet.categoryId === one.categoryId)} zone={zone} />
      ))}
    </div>,
  );
}

function Assignment({ appointment, sheets, zone }: { readonly appointment: Appointment; readonly sheets: readonly OwnSheet[]; readonly zone: string }) {
  const { year, categoryCode, categoryName, editionName, code, isChair, confirmedAt } = appointment;
  return (
    <section class="tumpuk" aria-labelledby={`k-${year}-${categoryCode}`}>
      <h2 id={`k-${year}-${categoryCode}`}>{categoryName}</h2>
      <p class="redup">
        {editionName} · {isChair ? 'ketua juri' : 'anggota'} · kode {code}
      </p>
      {confirmedAt === null ? (
        <Notice kind="langkah" title={juryTexts.pact} level={3}>
          <p>{juryTexts.pactLead}</p>
          <p>
            <ButtonLink kind="utama" href={paths.pactOf(year, categoryCode)}>
              Nyatakan sekarang
            </ButtonLink>
          </p>
        </Notice>
      ) : (
        <>
          <p>
            {juryTexts.confirmed} {formatMoment(confirmedAt, zoneOf(zone))}. <a href={paths.pactOf(year, categoryCode)}>Lihat pernyataan</a>
          </p>
          <ul class="tugas">
            {sheets.map((sheet) => (
              <SheetRow key={sheet.sheetId} sheet={sheet} />
            ))}
          </ul>
          <p class="redup">{juryTexts.othersClosed}</p>
        </>
      )}
      <p>
        <a href={paths.plenary(year, categoryCode)}>Pleno {categoryName}</a>
      </p>
    </section>
  );
}

function SheetRow({ sheet }: { readonly sheet: OwnSheet }) {
  const scored = Object.keys(sheet.scores).length;
  return (
    <li>
      <a href={paths.sheet(sheet.sheetId)}>
        <span class="tugas__nama">
          {sheet.position}. {sheet.name}
        </span>
        <span class="tugas__ket">{sheet.agencyName}</span>
        {sheet.state === 'draft' ? (
          <Tag state={scored === sheet.criteria ? 'menunggu' : scored === 0 ? 'belum' : 'proses'}>
            {scored === 0 ? 'Belum dinilai' : scored === sheet.criteria ? 'Belum dikunci' : `${scored} dari ${sheet.criteria} kriteria`}
          </Tag>
        ) : (
          <Tag state={sheet.state === 'sealed' ? 'terkunci' : 'netral'}>{juryTexts.states[sheet.state]}</Tag>
        )}
      </a>
    </li>
  );
}
