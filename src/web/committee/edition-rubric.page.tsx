import { changeRubric } from '../../actions/edition/change-rules.ts';
import { perform } from '../../actions/perform.ts';
import type { Rubric } from '../../domain/instrument/rubric.ts';
import { fault, type Refusal } from '../../domain/shared/outcome.ts';
import { entryWords, rubricLockWords } from '../../texts/id/edition.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm, type Form as Sent } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { type CategorySettings, type EditionView, readEdition } from './edition-view.ts';

interface Found {
  readonly view: EditionView;
  readonly category: CategorySettings;
  readonly rubric: Rubric;
}

type Typed = Readonly<Record<string, string>>;

export async function showRubric(c: Ctx): Promise<Response> {
  const found = await findRubricOf(c);
  return found === null ? notFound(c) : draw(c, found, null, typedOf(found));
}

export async function changeRubricHere(c: Ctx): Promise<Response> {
  const found = await findRubricOf(c);
  if (found === null) return notFound(c);
  const form = await readForm(c);
  const change = {
    categoryId: found.category.categoryId,
    basedOn: Number(form.text('basedOn')),
    body: rubricOf(found.rubric, form, (found.category.rubricVersion ?? 0) + 1),
    reason: form.text('reason'),
  };
  const outcome = await perform(c.var.platform, who(c), (act) => changeRubric(act, change));
  return outcome.ok ? seeOther(c, paths.edition(found.view.edition.year)) : draw(c, found, atField(outcome.refusal), form.values);
}

/** The rubric with the weights and the least number of jurors that were sent; the criteria themselves stay. */
function rubricOf(rubric: Rubric, form: Sent, version: number): Rubric {
  const minJurors = /^\d{1,2}$/.test(form.text('minJurors')) ? Number(form.text('minJurors')) : 0;
  const criteria = rubric.criteria.map((one) => ({ ...one, weight: form.text(`bobot-${one.code}`).replace(',', '.') }));
  return { ...rubric, version, minJurors, criteria };
}

function typedOf({ rubric, category }: Found): Typed {
  const weights = Object.fromEntries(rubric.criteria.map((one) => [`bobot-${one.code}`, one.weight.replace('.', ',')]));
  return { ...weights, minJurors: String(rubric.minJurors), reason: '', basedOn: String(category.rubricVersion) };
}

async function findRubricOf(c: Ctx): Promise<Found | null> {
  const view = await readEdition(c);
  const category = view?.categories.find((one) => one.code === c.req.param('category'));
  return view === null || category === undefined || category.rubric === null ? null : { view, category, rubric: category.rubric };
}

/** The refusal with the field it speaks of. */
function atField(refusal: Refusal): Refusal {
  const field =
    typeof refusal.facts.criterion === 'string'
      ? `bobot-${refusal.facts.criterion}`
      : refusal.code === 'rules.needs-reason'
        ? 'reason'
        : refusal.code === 'rubric.min-jurors-invalid'
          ? 'minJurors'
          : null;
  return field === null ? refusal : { ...refusal, fields: { [field]: fault(refusal.code, refusal.facts) } };
}

function draw(c: Ctx, { view, category, rubric }: Found, refusal: Refusal | null, typed: Typed): Response {
  const { year } = view.edition;
  const title = `Rubrik ${category.name}`;
  return page(
    c,
    { title, current: paths.edition(year), year, back: { href: paths.edition(year), label: `Edisi ${year}` }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{title}</h1>
      <Notice kind={category.rubricLock === 'frozen' ? 'segel' : 'info'}>{rubricLockWords[category.rubricLock]}</Notice>
      {category.rubricLock !== 'frozen' && (
        <Form action={paths.rubric(year, category.code)} csrf={signedIn(c).csrf} hidden={{ basedOn: typed.basedOn ?? '' }}>
          {rubric.criteria.map((one) => (
            <Field
              key={one.code}
              name={`bobot-${one.code}`}
              label={`Bobot ${one.name}`}
              hint={entryWords(one)}
              inputMode="decimal"
              short
              value={typed[`bobot-${one.code}`]}
              error={errorOf(refusal, `bobot-${one.code}`)}
            />
          ))}
          <Field
            name="minJurors"
            label="Paling sedikit juri yang menilai"
            inputMode="numeric"
            short
            value={typed.minJurors}
            error={errorOf(refusal, 'minJurors')}
          />
          <Field name="reason" kind="textarea" rows={3} label="Alasan perubahan" value={typed.reason} maxLength={1000} error={errorOf(refusal, 'reason')} />
          <Button kind="utama">Simpan versi baru</Button>
        </Form>
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
