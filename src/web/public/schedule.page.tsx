import { phaseOf, type Stage } from '../../domain/edition/stage.ts';
import { momentOf, movedEnds, type TimelineGroup } from '../../domain/edition/timeline.ts';
import { findStages, listAnnouncedChanges, listShownEditions, listStages, type StageChange } from '../../store/edition.read.ts';
import { hoursOf, moveSentence } from '../../texts/id/edition.ts';
import { formatMoment, formatWindow, type Zone, zoneOf } from '../../texts/id/format.ts';
import { helpTexts, scheduleTexts } from '../../texts/id/public-pages.ts';
import { notFound, page } from '../answer.tsx';
import { EditionTabs, editionAsked } from '../edition-asked.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { Timeline } from '../ui/progress.tsx';

/** The points of the home page's line in the same order, and under each its stages with their own days. */
export async function showSchedule(c: Ctx): Promise<Response> {
  const { db, now } = c.var.platform;
  const { regionId, zoneWord } = c.var.region;
  const asked = await editionAsked(c);
  const { edition } = asked;
  const frame = { title: scheduleTexts.title, current: paths.schedule };
  if (asked.shown.length === 0) return page(c, frame, <EmptyState title={scheduleTexts.none}>{scheduleTexts.noneLead}</EmptyState>);
  if (edition === null) return notFound(c);
  const [stages, changes] = await Promise.all([findStages(db, regionId, edition.editionId), listAnnouncedChanges(db, regionId, [edition.editionId])]);
  const at = now();
  const zone = zoneOf(c.var.region.zone);
  return page(
    c,
    frame,
    <div class="dua">
      <div class="tumpuk">
        <h1>Jadwal {edition.name}</h1>
        <EditionTabs asked={asked} pathOf={paths.scheduleOf} />
        <p class="utama baca">{scheduleTexts.clock(zoneWord)}</p>
        <Timeline
          events={momentOf(stages, at).groups.map((group, index) => ({
            title: (
              <b>
                {index + 1}. {group.name}
              </b>
            ),
            current: group.state === 'now',
            detail: <StageDays group={group} now={at} zone={zone} />,
          }))}
        />
      </div>
      <aside class="tumpuk lekat" aria-label={scheduleTexts.keep}>
        <p>
          <ButtonLink href="/jadwal.ics" icon="kalender">
            {scheduleTexts.keep}
          </ButtonLink>
        </p>
        <p class="redup">{scheduleTexts.keepNote}</p>
        <Changes changes={changes} />
      </aside>
    </div>,
  );
}

interface StageDaysProps {
  readonly group: TimelineGroup;
  readonly now: string;
  readonly zone: Zone;
}

function StageDays({ group, now, zone }: StageDaysProps) {
  return (
    <div class="tahap-hari">
      {group.stages.map((stage) => {
        const phase = phaseOf(stage, now);
        return (
          <p key={stage.stageId}>
            <span>{stage.name}</span>
            <span>{formatWindow(stage.opensAt, stage.closesAt, zone)}</span>
            <small>{[scheduleTexts.phases[phase], hoursOf(stage, phase, zone)].filter(Boolean).join(' · ')}</small>
            {stage.kind === 'objection' && phase === 'open' && <small>{helpTexts.objectionHow}</small>}
          </p>
        );
      })}
    </div>
  );
}

function Changes({ changes }: { readonly changes: readonly StageChange[] }) {
  if (changes.length === 0) return null;
  return (
    <section class="tumpuk">
      <h2>{scheduleTexts.changes}</h2>
      <ul>
        {changes.map((change) => (
          <li key={`${change.stageId} ${change.changedAt}`}>
            {formatMoment(change.changedAt)}: {moveSentence(change.stageName, movedEnds(change), change.reason)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The schedule as a calendar file, of every edition that runs: times in UTC, so that every telephone shows them right. */
export async function downloadCalendar(c: Ctx): Promise<Response> {
  const { db, now } = c.var.platform;
  const { regionId, zone } = c.var.region;
  const running = (await listShownEditions(db, regionId, now())).filter(({ isRunning }, at) => at === 0 || isRunning);
  if (running.length === 0) return notFound(c);
  const years = new Map(running.map(({ editionId, year }) => [editionId, year]));
  const stages = await listStages(db, regionId, [...years.keys()]);
  const nameOf = (stage: Stage) => (running.length === 1 ? stage.name : scheduleTexts.stageOf(stage.name, years.get(stage.editionId) ?? 0));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//BAILANG//Jadwal//ID',
    `X-WR-CALNAME:${escaped(running.map(({ name }) => name).join(' · '))}`,
    `X-WR-TIMEZONE:${zone}`,
    ...stages.flatMap((stage) => eventOf(stage, nameOf(stage), now())),
    'END:VCALENDAR',
  ];
  return c.body(`${lines.map(folded).join('\r\n')}\r\n`, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="jadwal-bailang.ics"',
  });
}

function eventOf(stage: Stage, name: string, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${stage.stageId}@bailang`,
    `DTSTAMP:${compact(stamp)}`,
    `DTSTART:${compact(stage.opensAt)}`,
    `DTEND:${compact(stage.closesAt)}`,
    `SUMMARY:${escaped(name)}`,
    // A stage of weeks must not show its reader as busy all that time.
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER;RELATED=END:-P1D',
    `DESCRIPTION:${escaped(`Besok ditutup: ${name}`)}`,
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
