import { phaseOf, type Stage } from '../../domain/edition/stage.ts';
import { movedEnds } from '../../domain/edition/timeline.ts';
import { currentEdition, findStages, listAnnouncedChanges } from '../../store/edition.read.ts';
import { moveSentence } from '../../texts/id/edition.ts';
import { formatMoment } from '../../texts/id/format.ts';
import { notFound, page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { Timeline } from '../ui/progress.tsx';

const PHASES = { ahead: 'Akan datang', open: 'Sedang berjalan', closed: 'Selesai' } as const;

export async function showSchedule(c: Ctx): Promise<Response> {
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const edition = await currentEdition(db, regionId, c.var.platform.now());
  if (edition === null)
    return page(c, { title: 'Jadwal', current: paths.schedule }, <EmptyState title="Belum ada jadwal">Sekretariat belum membuat edisi.</EmptyState>);
  const [stages, changes] = await Promise.all([findStages(db, regionId, edition.editionId), listAnnouncedChanges(db, regionId, edition.editionId)]);
  const at = now();
  return page(
    c,
    { title: 'Jadwal', current: paths.schedule },
    <div class="baca tumpuk">
      <h1>Jadwal {edition.name}</h1>
      <p class="utama">Semua waktu memakai {c.var.region.zoneWord}, menurut jam server.</p>
      <Timeline
        events={stages.map((stage) => ({
          title: stage.name,
          when: `${formatMoment(stage.opensAt)} sampai sebelum ${formatMoment(stage.closesAt)}`,
          detail: PHASES[phaseOf(stage, at)],
          current: phaseOf(stage, at) === 'open',
        }))}
      />
      {changes.length > 0 && (
        <section class="tumpuk">
          <h2>Perubahan jadwal</h2>
          <ul>
            {changes.map((change) => (
              <li key={`${change.stageId} ${change.changedAt}`}>
                {formatMoment(change.changedAt)}: {moveSentence(change.stageName, movedEnds(change), change.reason)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <ButtonLink href="/jadwal.ics" icon="kalender">
          Simpan ke kalender
        </ButtonLink>
      </p>
    </div>,
  );
}

/** The schedule as a calendar file: times in UTC, so that every telephone shows them right. */
export async function downloadCalendar(c: Ctx): Promise<Response> {
  const { db, now } = c.var.platform;
  const edition = await currentEdition(db, c.var.region.regionId, c.var.platform.now());
  if (edition === null) return notFound(c);
  const stages = await findStages(db, c.var.region.regionId, edition.editionId);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//BAILANG//Jadwal//ID',
    `X-WR-CALNAME:${escaped(edition.name)}`,
    `X-WR-TIMEZONE:${c.var.region.zone}`,
    ...stages.flatMap((stage) => eventOf(stage, now())),
    'END:VCALENDAR',
  ];
  return c.body(`${lines.map(folded).join('\r\n')}\r\n`, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="jadwal-bailang.ics"',
  });
}

function eventOf(stage: Stage, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${stage.stageId}@bailang`,
    `DTSTAMP:${compact(stamp)}`,
    `DTSTART:${compact(stage.opensAt)}`,
    `DTEND:${compact(stage.closesAt)}`,
    `SUMMARY:${escaped(stage.name)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER;RELATED=END:-P1D',
    `DESCRIPTION:${escaped(`Besok ditutup: ${stage.name}`)}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

function compact(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
}

/** Lines of a calendar file hold at most 75 bytes. */
function folded(line: string): string {
  const parts: string[] = [];
  let rest = line;
  while (new TextEncoder().encode(rest).length > 74) {
    let cut = 74;
    while (new TextEncoder().encode(rest.slice(0, cut)).length > 74) cut -= 1;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...parts, rest].join('\r\n ');
}
