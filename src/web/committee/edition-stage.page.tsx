import { changeStageFace, dropStage } from '../../actions/edition/change-stages.ts';
import { moveStage } from '../../actions/edition/move-stage.ts';
import { type Act, perform } from '../../actions/perform.ts';
import { type EditionFacts, mayOpenByHand } from '../../domain/edition/readiness.ts';
import { phaseOf, type Stage } from '../../domain/edition/stage.ts';
import { unfinishedBefore, windowFaults } from '../../domain/edition/window.ts';
import { fault, type Outcome, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { readEditionFacts } from '../../store/edition-facts.read.ts';
import { phaseWords } from '../../texts/id/edition.ts';
import { openedName, stageTexts } from '../../texts/id/edition-editor.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { errorOf, notFound, page, seeOther, statusOf } from '../answer.tsx';
import { readForm, type Form as Sent } from '../form.ts';
import { moveTyped, toTypedMoment } from '../local-time.ts';
import { MomentField } from '../moment-field.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import type { Said } from '../said.ts';
import { notSure } from '../sure.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { ChecksBefore, LeftToDo } from './edition-checks.tsx';
import { atField } from './edition-fields.tsx';
import { type EditionView, readEdition } from './edition-view.ts';
import { Doubts, OPEN_REASON, OPEN_SURE, OpenNow, plannedReason, WindowReason, windowProblems } from './stage-acts.tsx';
import { faceAsTyped, faceOf, readFace, StageFields, type TypedFace } from './stage-fields.tsx';

interface Found {
  readonly view: EditionView;
  readonly stage: Stage;
  readonly facts: EditionFacts;
}

interface Typed {
  readonly opens: string;
  readonly closes: string;
  readonly face: TypedFace;
  readonly reason: string;
  readonly openReason: string;
  /** Which of the forms was sent. */
  readonly part: 'window' | 'face' | 'open';
}

export async function showStage(c: Ctx): Promise<Response> {
  const found = await findStage(c);
  return found === null ? notFound(c) : draw(c, found, null, typedOf(c, found.stage));
}

/** Opens now, moves ahead, extends, changes the face, or takes the stage away. */
export async function moveStageHere(c: Ctx): Promise<Response> {
  const found = await findStage(c);
  if (found === null) return notFound(c);
  const form = await readForm(c);
  const act = form.text('act');
  if (act === 'face' || act === 'drop') {
    const typed: Typed = { ...typedOf(c, found.stage), face: readFace(form), reason: form.text(FACE_REASON), part: 'face' };
    return finish(c, found, typed, (one) => changeFace(one, found.stage, form, typed));
  }
  const shown = typedOf(c, found.stage);
  if (act === 'now') return openNow(c, found, form, { ...shown, openReason: form.text(OPEN_REASON), part: 'open' });
  const opens = form.has('opens') ? form.text('opens') : shown.opens;
  const typed = { ...shown, opens, closes: form.text('closes'), reason: form.text('reason'), part: 'window' as const };
  const opensAt = momentOf(c, typed.opens, shown.opens, found.stage.opensAt);
  const closesAt = momentOf(c, typed.closes, shown.closes, found.stage.closesAt);
  if (opensAt === null || closesAt === null) {
    const unreadable = fault('window.unreadable');
    return draw(c, found, refuse('window.unreadable', {}, { [opensAt === null ? 'opens' : 'closes']: unreadable }).refusal, typed);
  }
  const faults = windowFaults(found.stage, { opensAt, closesAt }, c.var.platform.now());
  if (Object.keys(faults).length > 0) return draw(c, found, refuse('window.invalid', {}, faults).refusal, typed);
  const reason = plannedReason(c, found.view, typed.reason);
  const input = { changeId: c.var.platform.newId(), stageId: found.stage.stageId, opensAt, closesAt, reason, isSure: notSure(form) === null };
  return finish(c, found, typed, (one) => moveStage(one, input), ['window', found.stage.name]);
}

/** Opens the stage at this moment, once the tick is there: what is missing is told first. */
async function openNow(c: Ctx, found: Found, form: Sent, typed: Typed): Promise<Response> {
  const { stage, view } = found;
  const now = c.var.platform.now();
  if (phaseOf(stage, now) !== 'ahead') return seeOther(c, paths.edition(view.edition.year), null);
  const ready = mayOpenByHand({ ...stage, opensAt: now }, view.stages, found.facts);
  const refusal = ready.ok ? notSure(form, OPEN_SURE) : ready.refusal;
  if (refusal !== null) return draw(c, found, refusal, typed);
  const reason = typed.openReason.trim() === '' ? stageTexts.openedByHand : typed.openReason;
  const input = { changeId: c.var.platform.newId(), stageId: stage.stageId, opensAt: now, closesAt: stage.closesAt, reason, isSure: true };
  const left = unfinishedBefore(stage, view.stages, now).map(({ name }) => name);
  return finish(c, found, typed, (one) => moveStage(one, input), ['opened', openedName(stage.name, left)]);
}

async function changeFace(act: Act, stage: Stage, form: Sent, typed: Typed): Promise<Outcome<unknown>> {
  if (form.text('act') === 'face')
    return changeStageFace(act, { ...faceOf({ ...typed.face, kind: stage.kind }), stageId: stage.stageId, reason: typed.reason });
  return dropStage(act, { stageId: stage.stageId, reason: typed.reason });
}

async function finish(c: Ctx, found: Found, typed: Typed, act: (act: Act) => Promise<Outcome<unknown>>, said?: Said): Promise<Response> {
  const outcome = await perform(c.var.platform, who(c), act);
  return outcome.ok ? seeOther(c, paths.edition(found.view.edition.year), said) : draw(c, found, atField(outcome.refusal, FIELDS_OF[typed.part]), typed);
}

/** A field left as it was keeps its instant to the millisecond. */
function momentOf(c: Ctx, typed: string, shown: string, kept: string): string | null {
  return typed === shown ? kept : moveTyped(typed, kept, zoneOf(c.var.region.zone));
}

function typedOf(c: Ctx, stage: Stage): Typed {
  const zone = zoneOf(c.var.region.zone);
  const [opens, closes] = [toTypedMoment(stage.opensAt, zone), toTypedMoment(stage.closesAt, zone)];
  return { opens, closes, face: faceAsTyped(stage), reason: '', openReason: '', part: 'window' };
}

async function findStage(c: Ctx): Promise<Found | null> {
  const view = await readEdition(c);
  const stage = view?.stages.find((one) => one.stageId === c.req.param('stage'));
  if (view === null || stage === undefined) return null;
  const { db, now } = c.var.platform;
  return { view, stage, facts: await readEditionFacts(db, c.var.region.regionId, view.edition.editionId, now()) };
}

/** Each form asks for a reason of its own; each summary leads to it. */
const FACE_REASON = 'alasan-setelan';
const FIELDS_OF: Readonly<Record<Typed['part'], Readonly<Record<string, string>>>> = {
  window: { 'window.needs-reason': 'reason', 'window.backwards': 'closes', 'window.in-the-past': 'closes', 'window.already-open': 'opens' },
  face: { 'window.needs-reason': FACE_REASON },
  open: { 'window.needs-reason': OPEN_REASON },
};

function draw(c: Ctx, found: Found, refusal: Refusal | null, typed: Typed): Response {
  const { view, stage, facts } = found;
  const { year } = view.edition;
  const zone = zoneOf(c.var.region.zone);
  const phase = phaseOf(stage, c.var.platform.now());
  const of = (part: Typed['part']) => (typed.part === part ? refusal : null);
  return page(
    c,
    {
      title: `Tahap ${stage.name}`,
      current: paths.edition(year),
      year,
      back: { href: paths.edition(year), label: `Edisi ${year}` },
      error: refusal !== null,
      islands: ['read-back'],
    },
    <div class="baca tumpuk ruang-6">
      {refusal && <ErrorSummary problems={windowProblems(refusal)} />}
      <div class="tumpuk">
        <h1>{stage.name}</h1>
        <p class="utama">
          {phaseWords[phase]}. {formatDateTime(stage.opensAt, zone)} sampai {formatDateTime(stage.closesAt, zone)}.
        </p>
      </div>
      {phase === 'ahead' && <ChecksBefore c={c} year={year} stage={stage} stages={view.stages} facts={facts} />}
      {phase !== 'ahead' && <LeftToDo c={c} year={year} stage={stage} facts={facts} />}
      {phase === 'ahead' && <OpenNow c={c} view={view} stage={stage} refusal={of('open')} reason={typed.openReason} />}
      <WindowForm c={c} found={found} refusal={of('window')} typed={typed} isAhead={phase === 'ahead'} />
      <FaceForm c={c} found={found} refusal={of('face')} typed={typed} isAhead={phase === 'ahead'} />
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

interface PartProps {
  readonly c: Ctx;
  readonly found: Found;
  readonly refusal: Refusal | null;
  readonly typed: Typed;
  readonly isAhead: boolean;
}

function WindowForm({ c, found, refusal, typed, isAhead }: PartProps) {
  const zone = zoneOf(c.var.region.zone);
  return (
    <section class="tumpuk" aria-labelledby="waktu">
      <h2 id="waktu">{stageTexts.window}</h2>
      <Form action={paths.stage(found.view.edition.year, found.stage.stageId)} csrf={signedIn(c).csrf}>
        {isAhead && <MomentField name="opens" label={`${stageTexts.opens} (${zone.word})`} value={typed.opens} error={errorOf(refusal, 'opens')} zone={zone} />}
        <MomentField
          name="closes"
          label={`${stageTexts.closes} (${zone.word})`}
          hint={stageTexts.closesHint}
          value={typed.closes}
          error={errorOf(refusal, 'closes')}
          zone={zone}
        />
        <WindowReason c={c} view={found.view} reason={typed.reason} refusal={refusal} />
        {refusal?.code === 'window.unsure' && <Doubts refusal={refusal} />}
        <p class="baris">
          <Button kind="utama" name="act" value="move">
            {stageTexts.saveWindow}
          </Button>
          <a href={paths.stageTimes(found.view.edition.year)}>{stageTexts.all}</a>
        </p>
      </Form>
    </section>
  );
}

function FaceForm({ c, found, refusal, typed, isAhead }: PartProps) {
  const { view, stage } = found;
  return (
    <details class="rinci" open={refusal !== null}>
      <summary>{stageTexts.face}</summary>
      <Form action={paths.stage(view.edition.year, stage.stageId)} csrf={signedIn(c).csrf} id="setelan-tahap">
        <StageFields typed={typed.face} refusal={refusal} groups={[...new Set(view.stages.map(({ publicGroup }) => publicGroup))]} />
        <Field
          name={FACE_REASON}
          kind="textarea"
          rows={2}
          label={stageTexts.faceReason}
          value={typed.part === 'face' ? typed.reason : ''}
          maxLength={1000}
          error={errorOf(refusal, FACE_REASON)}
        />
        <p class="baris">
          <Button name="act" value="face">
            {stageTexts.saveFace}
          </Button>
          {isAhead && (
            <Button kind="bahaya" name="act" value="drop">
              {stageTexts.drop}
            </Button>
          )}
        </p>
      </Form>
    </details>
  );
}
