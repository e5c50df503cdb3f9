import { changeRubric } from '../../actions/edition/change-rubric.ts';
import { perform } from '../../actions/perform.ts';
import { criteriaAsTable, readCriteriaTable } from '../../domain/instrument/criteria-table.ts';
import type { Rubric } from '../../domain/instrument/rubric.ts';
import { type RubricForm, readRubricForm, rubricAsForm } from '../../domain/instrument/rubric-form.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { rubricLockWords } from '../../texts/id/edition.ts';
import { rubricTexts, rubricWarnings } from '../../texts/id/rubric.ts';
import { notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { notSure, Sure } from '../sure.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { atField, REASON_FIELDS, ReasonField, reasonOr } from './edition-fields.tsx';
import { type CategorySettings, type EditionView, findSettings, readEdition } from './edition-view.ts';
import { CriteriaFields, CriteriaList, readRubricFields, ScaleFields, WeightTable, withOneMore } from './rubric-fields.tsx';

export interface FoundRubric {
  readonly view: EditionView;
  readonly category: CategorySettings;
  readonly rubric: Rubric;
}

export interface TypedRubric {
  readonly form: RubricForm;
  /** The criteria as a list, when they are being written as one. */
  readonly list: string | null;
  readonly reason: string;
  readonly basedOn: string;
}

export async function showRubric(c: Ctx): Promise<Response> {
  const found = await findRubricOf(c);
  return found === null ? notFound(c) : drawRubric(c, found, null, standing(found));
}

export function standing({ rubric, category }: FoundRubric): TypedRubric {
  return { form: rubricAsForm(rubric), list: null, reason: '', basedOn: String(category.rubricVersion) };
}

/** Saves; or counts, or adds a criterion, and shows the form again with everything typed. A list that was written stands for the criteria. */
export async function changeRubricHere(c: Ctx): Promise<Response> {
  const found = await findRubricOf(c);
  if (found === null) return notFound(c);
  const sent = await readForm(c);
  const fields = { form: readRubricFields(sent), list: null, reason: sent.text('reason'), basedOn: sent.text('basedOn') };
  const read = withList(fields, sent.text('list'), sent.text('shown'));
  if (!read.ok) return drawRubric(c, found, read.refusal, { ...fields, list: sent.text('list') });
  const typed = read.value;
  const act = sent.text('act');
  if (act !== 'save') return drawRubric(c, found, null, act === 'add' ? { ...typed, form: withOneMore(typed.form) } : typed);
  const body = readRubricForm(typed.form, (found.category.rubricVersion ?? 0) + 1);
  if (!body.ok) return drawRubric(c, found, body.refusal, typed);
  const confirmed = notSure(sent) === null ? sent.text('asked') : '';
  const change = {
    categoryId: found.category.categoryId,
    basedOn: Number(typed.basedOn),
    body: body.value,
    reason: reasonOr(typed.reason, found.view.rulesLock),
    confirmed,
  };
  const outcome = await perform(c.var.platform, who(c), (one) => changeRubric(one, change));
  if (!outcome.ok) return drawRubric(c, found, atField(outcome.refusal, REASON_FIELDS), typed);
  return seeOther(c, paths.category(found.view.edition.year, found.category.code), outcome.value.ladder.length > 0 ? 'rubric-ladder' : 'rubric');
}

/**
 * The criteria of the list, when it was touched since it was shown; whichever button was pressed. Where their fields were touched too, that is told
 * once: the page then shows a list and fields of which only the list is new.
 */
function withList(typed: TypedRubric, list: string, shown: string): Outcome<TypedRubric> {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  if (plain(list) === plain(shown)) return ok(typed);
  if (plain(criteriaAsTable(typed.form.criteria)) !== plain(shown)) return refuse('rubric.invalid', {}, { list: fault('rubric.list-and-fields') });
  const criteria = readCriteriaTable(list, typed.form.criteria);
  return criteria.ok ? ok({ ...typed, form: { ...typed.form, criteria: criteria.value } }) : refuse('rubric.invalid', {}, { list: criteria.refusal });
}

export async function findRubricOf(c: Ctx): Promise<FoundRubric | null> {
  const view = await readEdition(c);
  const category = findSettings(view, c.req.param('category'));
  return view === null || category === null || category.rubric === null ? null : { view, category, rubric: category.rubric };
}

/** The form; `isRead` when its content has just come from a file. */
export function drawRubric(c: Ctx, { view, category, rubric }: FoundRubric, refusal: Refusal | null, typed: TypedRubric, isRead = false): Response {
  const { year } = view.edition;
  const title = `Rubrik ${category.name}`;
  const back = paths.category(year, category.code);
  const isFrozen = category.rubricLock === 'frozen';
  return page(
    c,
    { title, current: paths.edition(year), year, back: { href: back, label: category.name }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{title}</h1>
      <Notice kind={isFrozen ? 'segel' : 'info'}>{rubricLockWords[category.rubricLock]}</Notice>
      {isRead && refusal === null && (
        <Notice kind="sukses" live>
          {rubricTexts.readDone}
        </Notice>
      )}
      {isFrozen ? (
        <WeightTable typed={typed.form} />
      ) : (
        <Form action={paths.rubric(year, category.code)} csrf={signedIn(c).csrf} hidden={{ basedOn: typed.basedOn }}>
          <CriteriaList list={typed.list} typed={typed.form} refusal={refusal} />
          <h2>{rubricTexts.criteria}</h2>
          <CriteriaFields typed={typed.form} refusal={refusal} />
          <WeightTable typed={typed.form} />
          <ScaleFields typed={typed.form} refusal={refusal} rubric={readable(typed.form, rubric)} />
          <ReasonField reason={typed.reason} refusal={refusal} optional={view.rulesLock === 'free'} />
          {refusal?.code === 'rubric.unsure' && <Doubts refusal={refusal} />}
          <p class="baris">
            <Button kind="utama" name="act" value="save">
              {rubricTexts.save}
            </Button>
            <ButtonLink kind="netral" href={back}>
              Batal
            </ButtonLink>
          </p>
        </Form>
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

/** What needs a second look, and the tick that these very things are meant. */
function Doubts({ refusal }: { readonly refusal: Refusal }) {
  return (
    <>
      <Notice kind="awas" title={rubricTexts.lookAgain} level={3}>
        {rubricWarnings(refusal.facts).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </Notice>
      <input type="hidden" name="asked" value={JSON.stringify(refusal.facts)} />
      <Sure label={rubricTexts.sure} refusal={refusal} />
    </>
  );
}

/** The rubric as typed where it can be read, so that what a scale does is shown for it; else as it stands. */
function readable(form: RubricForm, rubric: Rubric): Rubric {
  const read = readRubricForm(form, 1);
  return read.ok ? read.value : rubric;
}
