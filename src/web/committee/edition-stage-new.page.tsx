import { addStage } from '../../actions/edition/change-stages.ts';
import { perform } from '../../actions/perform.ts';
import { STAGE_KINDS } from '../../domain/edition/stage-plan.ts';
import { isId } from '../../domain/shared/ids.ts';
import { fault, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { stageTexts } from '../../texts/id/edition-editor.ts';
import { zoneOf } from '../../texts/id/format.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { fromTypedMoment } from '../local-time.ts';
import { MomentField } from '../moment-field.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Form } from '../ui/form.tsx';
import { atField, REASON_FIELDS, ReasonField } from './edition-fields.tsx';
import { type EditionView, readEdition } from './edition-view.ts';
import { faceOf, readFace, StageFields, type TypedFace } from './stage-fields.tsx';

interface Typed {
  readonly id: string;
  readonly face: TypedFace;
  readonly opens: string;
  readonly closes: string;
  readonly reason: string;
}

export async function showNewStage(c: Ctx): Promise<Response> {
  const view = await readEdition(c);
  if (view === null) return notFound(c);
  const face = { kind: '', name: '', publicGroup: '', graceMinutes: '0', exitCheck: true };
  return draw(c, view, null, { id: c.var.platform.newId(), face, opens: '', closes: '', reason: '' });
}

const FIELD_OF = { ...REASON_FIELDS, 'window.backwards': 'closes', 'window.in-the-past': 'closes' };

export async function addStageHere(c: Ctx): Promise<Response> {
  const view = await readEdition(c);
  if (view === null) return notFound(c);
  const form = await readForm(c);
  const typed = { id: form.text('id'), face: readFace(form), opens: form.text('opens'), closes: form.text('closes'), reason: form.text('reason') };
  const zone = zoneOf(c.var.region.zone);
  const [opensAt, closesAt] = [fromTypedMoment(typed.opens, zone), fromTypedMoment(typed.closes, zone)];
  if (opensAt === null || closesAt === null) {
    const field = opensAt === null ? 'opens' : 'closes';
    return draw(c, view, refuse('window.unreadable', {}, { [field]: fault('window.unreadable') }).refusal, typed);
  }
  const stageId = isId(typed.id) ? typed.id : c.var.platform.newId();
  const stage = { ...faceOf(typed.face), stageId, editionId: view.edition.editionId, opensAt, closesAt, reason: typed.reason };
  const outcome = await perform(c.var.platform, who(c), (act) => addStage(act, stage));
  return outcome.ok ? seeOther(c, paths.edition(view.edition.year)) : draw(c, view, atField(outcome.refusal, FIELD_OF), typed);
}

function draw(c: Ctx, view: EditionView, refusal: Refusal | null, typed: Typed): Response {
  const { year } = view.edition;
  const zone = zoneOf(c.var.region.zone);
  const taken = new Set(view.stages.map(({ kind }) => kind));
  return page(
    c,
    {
      title: stageTexts.add,
      current: paths.edition(year),
      year,
      back: { href: paths.edition(year), label: `Edisi ${year}` },
      error: refusal !== null,
      islands: ['read-back'],
    },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{stageTexts.add}</h1>
      <Form action={paths.newStage(year)} csrf={signedIn(c).csrf} hidden={{ id: typed.id }}>
        <StageFields
          typed={typed.face}
          refusal={refusal}
          groups={[...new Set(view.stages.map(({ publicGroup }) => publicGroup))]}
          kinds={STAGE_KINDS.filter((kind) => !taken.has(kind))}
        />
        <MomentField name="opens" label={`${stageTexts.opens} (${zone.word})`} value={typed.opens} error={errorOf(refusal, 'opens')} zone={zone} />
        <MomentField name="closes" label={`${stageTexts.closes} (${zone.word})`} value={typed.closes} error={errorOf(refusal, 'closes')} zone={zone} />
        <ReasonField reason={typed.reason} refusal={refusal} />
        <p class="baris">
          <Button kind="utama">{stageTexts.add}</Button>
          <ButtonLink kind="netral" href={paths.edition(year)}>
            Batal
          </ButtonLink>
        </p>
      </Form>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
