import { dropCategory, renameCategory } from '../../actions/edition/change-categories.ts';
import { perform } from '../../actions/perform.ts';
import { rubricAsForm } from '../../domain/instrument/rubric-form.ts';
import { type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { entryWords, rubricLockWords, rulesLockWords } from '../../texts/id/edition.ts';
import { categoryTexts } from '../../texts/id/edition-editor.ts';
import { rubricFaces, rulesFaces } from '../../texts/id/edition-faces.ts';
import { capitalised } from '../../texts/id/format.ts';
import { rubricTexts } from '../../texts/id/rubric.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { atField, LockWords, REASON_FIELDS, ReasonField, reasonOr } from './edition-fields.tsx';
import { type CategorySettings, canChangeRules, type EditionView, findSettings, instrumentNames, readEdition } from './edition-view.ts';
import { WeightTable } from './rubric-fields.tsx';

interface Typed {
  readonly name: string;
  readonly reason: string;
}

export async function showCategory(c: Ctx): Promise<Response> {
  return withCategory(c, (view, category) => draw(c, view, category, null, { name: category.name, reason: '' }));
}

/** Another name, or no category at all. */
export async function changeCategoryHere(c: Ctx): Promise<Response> {
  return withCategory(c, async (view, category) => {
    const form = await readForm(c);
    const typed = { name: form.text('name'), reason: form.text('reason') };
    const { year } = view.edition;
    const isDrop = form.text('act') === 'drop';
    if (isDrop && form.text('sure') !== 'ya') return draw(c, view, category, refuse('category.unsure').refusal, typed);
    const wish = { categoryId: category.categoryId, name: typed.name, reason: reasonOr(typed.reason, view.rulesLock) };
    const outcome = await perform(c.var.platform, who(c), (act) => (isDrop ? dropCategory(act, wish) : renameCategory(act, wish)));
    if (!outcome.ok) return draw(c, view, category, atField(outcome.refusal, REASON_FIELDS), typed);
    return seeOther(c, isDrop ? paths.edition(year) : paths.category(year, category.code));
  });
}

async function withCategory(c: Ctx, use: (view: EditionView, category: CategorySettings) => Response | Promise<Response>): Promise<Response> {
  const view = await readEdition(c);
  const category = findSettings(view, c.req.param('category'));
  return view === null || category === null ? notFound(c) : use(view, category);
}

function draw(c: Ctx, view: EditionView, category: CategorySettings, refusal: Refusal | null, typed: Typed): Response {
  const { year } = view.edition;
  return page(
    c,
    {
      title: `${category.name} ${year}`,
      current: paths.edition(year),
      year,
      back: { href: paths.edition(year), label: `Edisi ${year}` },
      error: refusal !== null,
    },
    <div class="baca tumpuk ruang-6">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <div class="tumpuk">
        <h1>{category.name}</h1>
        <p>
          <a href={paths.previewEdition(year, category.code)}>{categoryTexts.preview}</a>
        </p>
      </div>
      <RulesPart view={view} category={category} mayChange={canChangeRules(c, view)} />
      <RubricPart view={view} category={category} mayChange={canChangeRules(c, view)} />
      {canChangeRules(c, view) && <NamePart c={c} view={view} category={category} refusal={refusal} typed={typed} />}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

interface PartProps {
  readonly view: EditionView;
  readonly category: CategorySettings;
  readonly mayChange: boolean;
}

function RulesPart({ view, category, mayChange }: PartProps) {
  if (category.rules === null) return null;
  const names = instrumentNames(view, category);
  return (
    <section class="tumpuk" aria-labelledby="ketentuan">
      <h2 id="ketentuan">{categoryTexts.rules(category.rulesVersion ?? 1)}</h2>
      <p>
        <LockWords lock={view.rulesLock}>{rulesLockWords[view.rulesLock]}</LockWords>
      </p>
      <DefinitionList rows={rulesFaces(category.rules, names).map(({ label, text }) => ({ term: label, value: text }))} />
      {mayChange && view.rulesLock !== 'frozen' && (
        <p>
          <ButtonLink href={paths.rules(view.edition.year, category.code)}>{categoryTexts.changeRules}</ButtonLink>
        </p>
      )}
    </section>
  );
}

function RubricPart({ view, category, mayChange }: PartProps) {
  const { rubric } = category;
  const { year } = view.edition;
  if (rubric === null) return null;
  const general = rubricFaces(rubric).filter(({ key }) => !key.startsWith('criterion '));
  return (
    <section class="tumpuk" aria-labelledby="rubrik">
      <h2 id="rubrik">{categoryTexts.rubric(category.rubricVersion ?? 1)}</h2>
      <p>
        <LockWords lock={category.rubricLock}>{rubricLockWords[category.rubricLock]}</LockWords>
      </p>
      <WeightTable typed={rubricAsForm(rubric)} />
      <DefinitionList
        rows={rubric.criteria.map((one) => ({
          term: one.name,
          value: `${capitalised(entryWords(one))}.${one.hint === undefined ? '' : ` ${rubricTexts.hintOf(one.hint)}`}`,
        }))}
      />
      <DefinitionList rows={general.map(({ label, text }) => ({ term: label, value: text }))} dense />
      <p class="baris">
        {mayChange && category.rubricLock !== 'frozen' && <ButtonLink href={paths.rubric(year, category.code)}>{categoryTexts.changeRubric}</ButtonLink>}
        {mayChange && category.rubricLock !== 'frozen' && (
          <ButtonLink kind="netral" href={paths.rubricImport(year, category.code)}>
            {rubricTexts.fromFile}
          </ButtonLink>
        )}
        <a href={paths.rubricFile(year, category.code, 'xlsx')}>{rubricTexts.asExcel}</a>
        <a href={paths.rubricFile(year, category.code, 'json')}>{rubricTexts.asJson}</a>
      </p>
    </section>
  );
}

interface NameProps {
  readonly c: Ctx;
  readonly view: EditionView;
  readonly category: CategorySettings;
  readonly refusal: Refusal | null;
  readonly typed: Typed;
}

function NamePart({ c, view, category, refusal, typed }: NameProps) {
  return (
    <details class="rinci" open={refusal !== null}>
      <summary>{categoryTexts.nameOrDrop}</summary>
      <Form action={paths.category(view.edition.year, category.code)} csrf={signedIn(c).csrf}>
        <Field name="name" label={categoryTexts.name} value={typed.name} maxLength={100} error={errorOf(refusal, 'name')} />
        <ReasonField reason={typed.reason} refusal={refusal} optional={view.rulesLock === 'free'} />
        <p>
          <Button name="act" value="rename">
            {categoryTexts.rename}
          </Button>
        </p>
        {view.rulesLock === 'free' && (
          <>
            <Field name="sure" kind="checkbox" label={categoryTexts.sure(category.name)} value="ya" />
            <p>
              <Button kind="bahaya" name="act" value="drop">
                {categoryTexts.drop}
              </Button>
            </p>
          </>
        )}
      </Form>
    </details>
  );
}
