// The windows of all stages in one table, saved together with one reason; a day for registration moves the rest of the plan with it.

import { endField, moveStages } from '../../actions/edition/move-stages.ts';
import { perform } from '../../actions/perform.ts';
import { leadingStage, startOn } from '../../domain/edition/clone.ts';
import { phaseOf, type Stage } from '../../domain/edition/stage.ts';
import { carryAlong } from '../../domain/edition/window.ts';
import { fault, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import type { Window } from '../../domain/shared/time.ts';
import { overviewTexts, stageTexts } from '../../texts/id/edition-editor.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { errorOf, notFound, page, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { fromTypedDay, moveTyped, toTypedDay, toTypedMoment } from '../local-time.ts';
import { DayField, MomentField } from '../moment-field.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { notSure } from '../sure.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import { atField, REASON_FIELDS } from './edition-fields.tsx';
import { type EditionView, readEdition } from './edition-view.ts';
import { Doubts, plannedReason, WindowReason, windowProblems } from './stage-acts.tsx';

interface Typed {
  /** By the field of each end. */
  readonly times: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly firstDay: string;
}

const DAY_FIELD = 'mulai';

/** As the windows stand, or as they would with another first day: nothing is saved by looking. */
export async function showTimes(c: Ctx): Promise<Response> {
  const view = await readEdition(c);
  if (view === null) return notFound(c);
  const zone = zoneOf(c.var.region.zone);
  const ahead = aheadOf(c, view);
  const typedDay = c.req.query(DAY_FIELD);
  const day = typedDay === undefined ? null : fromTypedDay(typedDay, zone);
  const firstDay = typedDay ?? toTypedDay(leadingStage(ahead)?.opensAt ?? c.var.platform.now(), zone);
  const shifted = day === null ? [] : startOn(ahead, day);
  const times = timesOf(c, [...view.stages, ...shifted]);
  const unread = refuse('edition.invalid', {}, { [DAY_FIELD]: fault('edition.first-day-unreadable') }).refusal;
  return draw(c, view, typedDay !== undefined && day === null ? unread : null, { times, reason: '', firstDay }, shifted.length > 0);
}

export async function moveTimesHere(c: Ctx): Promise<Response> {
  const view = await readEdition(c);
  if (view === null) return notFound(c);
  const form = await readForm(c);
  const shown = timesOf(c, view.stages);
  const times = Object.fromEntries(Object.entries(shown).map(([field, text]) => [field, form.has(field) ? form.text(field) : text]));
  const firstDay = toTypedDay(leadingStage(aheadOf(c, view))?.opensAt ?? c.var.platform.now(), zoneOf(c.var.region.zone));
  const typed: Typed = { times, reason: form.text('reason'), firstDay };
  const faults: Record<string, Refusal> = {};
  /** A field left as it was keeps its instant to the millisecond. */
  const momentOf = (field: string, kept: string): string => {
    const at = times[field] === shown[field] ? kept : moveTyped(times[field] ?? '', kept, zoneOf(c.var.region.zone));
    if (at === null) faults[field] = fault('window.unreadable');
    return at ?? kept;
  };
  const windows = view.stages.map(({ stageId, opensAt, closesAt }) => ({
    stageId,
    opensAt: momentOf(endField('opens', stageId), opensAt),
    closesAt: momentOf(endField('closes', stageId), closesAt),
  }));
  if (Object.keys(faults).length > 0) return draw(c, view, refuse('window.invalid', {}, faults).refusal, typed);
  const { editionId, year } = view.edition;
  if (form.text('act') === 'carry') {
    const carried = carryAlong(view.stages, windows, c.var.platform.now());
    return draw(c, view, null, { ...typed, times: timesOf(c, carried) }, true);
  }
  const moves = { editionId, windows, reason: plannedReason(c, view, typed.reason), isSure: notSure(form) === null };
  const outcome = await perform(c.var.platform, who(c), (act) => moveStages(act, moves));
  if (!outcome.ok) return draw(c, view, atField(outcome.refusal, REASON_FIELDS), typed);
  const { moved } = outcome.value;
  return seeOther(c, paths.edition(year), moved === 0 ? null : ['windows', String(moved)]);
}

function aheadOf(c: Ctx, { stages }: EditionView): readonly Stage[] {
  return stages.filter((stage) => phaseOf(stage, c.var.platform.now()) === 'ahead');
}

function timesOf(c: Ctx, stages: readonly (Pick<Stage, 'stageId'> & Window)[]): Typed['times'] {
  const zone = zoneOf(c.var.region.zone);
  const ends = stages.flatMap(({ stageId, opensAt, closesAt }) => [
    [endField('opens', stageId), toTypedMoment(opensAt, zone)] as const,
    [endField('closes', stageId), toTypedMoment(closesAt, zone)] as const,
  ]);
  return Object.fromEntries(ends);
}

function draw(c: Ctx, view: EditionView, refusal: Refusal | null, typed: Typed, isShifted = false): Response {
  const { year } = view.edition;
  return page(
    c,
    {
      title: stageTexts.all,
      current: paths.edition(year),
      year,
      back: { href: paths.edition(year), label: `Edisi ${year}` },
      error: refusal !== null,
      islands: ['read-back'],
    },
    <div class="tumpuk ruang-6">
      {refusal && (
        <ErrorSummary problems={windowProblems(refusal).map((problem) => ({ ...problem, text: `${whichEnd(view, problem.field)}${problem.text}` }))} />
      )}
      <div class="baca tumpuk">
        <h1>{stageTexts.all}</h1>
        <p class="utama">{stageTexts.allLead}</p>
      </div>
      <Shift c={c} view={view} refusal={refusal} day={typed.firstDay} />
      {isShifted && (
        <Notice kind="awas" live>
          {stageTexts.shifted}
        </Notice>
      )}
      <Form action={paths.stageTimes(year)} csrf={signedIn(c).csrf}>
        <Times c={c} view={view} refusal={refusal} times={typed.times} />
        <div class="baca tumpuk">
          <WindowReason c={c} view={view} reason={typed.reason} refusal={refusal} />
          {refusal?.code === 'window.unsure' && <Doubts refusal={refusal} canCarry={hasOverlap(refusal)} />}
          <p class="baris">
            <Button kind="utama" name="act" value="save">
              {stageTexts.saveAll}
            </Button>
            <ButtonLink kind="netral" href={paths.edition(year)}>
              Batal
            </ButtonLink>
          </p>
        </div>
      </Form>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function hasOverlap({ facts }: Refusal): boolean {
  return Array.isArray(facts.overlaps) && facts.overlaps.length > 0;
}

/** `Verifikasi, Ditutup: ` before what is wrong at that field. */
function whichEnd({ stages }: EditionView, field: string | undefined): string {
  const ends = stages.flatMap(({ stageId, name }) => [
    [endField('opens', stageId), stageTexts.endOf(name, stageTexts.opens)] as const,
    [endField('closes', stageId), stageTexts.endOf(name, stageTexts.closes)] as const,
  ]);
  const end = ends.find(([one]) => one === field);
  return end === undefined ? '' : `${end[1]}: `;
}

interface ShiftProps {
  readonly c: Ctx;
  readonly view: EditionView;
  readonly refusal: Refusal | null;
  readonly day: string;
}

/** Asked by address, so that looking saves nothing; only stages that are still ahead move. */
function Shift({ c, view, refusal, day }: ShiftProps) {
  const leading = leadingStage(aheadOf(c, view));
  if (leading === undefined) return null;
  return (
    <section class="baca tumpuk" aria-labelledby="geser">
      <h2 id="geser">{stageTexts.shiftTitle}</h2>
      <p>{stageTexts.shiftLead}</p>
      <form class="tumpuk" action={paths.stageTimes(view.edition.year)} method="get" noValidate>
        <DayField name={DAY_FIELD} label={stageTexts.shiftDay(leading.name)} value={day} error={errorOf(refusal, DAY_FIELD)} zone={zoneOf(c.var.region.zone)} />
        <p>
          <Button>{stageTexts.shift}</Button>
        </p>
      </form>
    </section>
  );
}

interface TimesProps {
  readonly c: Ctx;
  readonly view: EditionView;
  readonly refusal: Refusal | null;
  readonly times: Typed['times'];
}

function Times({ c, view, refusal, times }: TimesProps) {
  const zone = zoneOf(c.var.region.zone);
  const now = c.var.platform.now();
  const box = (end: 'opens' | 'closes', { stageId, name }: Stage) => {
    const field = endField(end, stageId);
    return (
      <MomentField
        name={field}
        label={stageTexts.endOf(name, stageTexts[end])}
        hiddenLabel
        hint=""
        value={times[field] ?? ''}
        error={errorOf(refusal, field)}
        zone={zone}
      />
    );
  };
  return (
    <section class="tumpuk" aria-labelledby="tabel-waktu">
      <h2 id="tabel-waktu">{overviewTexts.calendar}</h2>
      <p>{stageTexts.momentsHint}</p>
      <Table
        label={stageTexts.all}
        columns={[
          { key: 'name', label: overviewTexts.stage, heading: true },
          { key: 'opens', label: `${stageTexts.opens} (${zone.word})` },
          { key: 'closes', label: `${stageTexts.closes} (${zone.word})` },
        ]}
        rows={view.stages.map((stage) => ({
          id: stage.kind,
          cells: {
            name: stage.name,
            opens: stage.opensAt > now ? box('opens', stage) : stageTexts.opened(formatDateTime(stage.opensAt, zone)),
            closes: box('closes', stage),
          },
        }))}
      />
    </section>
  );
}
