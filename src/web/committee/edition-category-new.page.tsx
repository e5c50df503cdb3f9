import { addCategory } from '../../actions/edition/change-categories.ts';
import { perform } from '../../actions/perform.ts';
import { ENTRANT_KINDS } from '../../domain/edition/rules-check.ts';
import { type CategoryStart, startCategory } from '../../domain/instrument/category-start.ts';
import { CATEGORY_TEMPLATES } from '../../domain/instrument/template.ts';
import { isId } from '../../domain/shared/ids.ts';
import { fault, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { agencyKindWords, entryWords, rulesLockWords } from '../../texts/id/edition.ts';
import { categoryTexts } from '../../texts/id/edition-editor.ts';
import { capitalised } from '../../texts/id/format.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { atField, DecreeField, REASON_FIELDS, ReasonField } from './edition-fields.tsx';
import { type EditionView, readEdition } from './edition-view.ts';

interface Typed {
  readonly id: string;
  readonly name: string;
  readonly whoEnters: readonly string[];
  readonly moves: boolean;
  readonly from: string;
  readonly list: string;
  readonly reason: string;
  readonly decree: string;
}

interface Source extends CategoryStart {
  readonly value: string;
  readonly label: string;
}

const NOTHING = { name: '', whoEnters: [], moves: false, list: '', reason: '', decree: '' };

/** What a new category can start from: the edition's own categories first, then what the product offers beside them. */
function sourcesOf(view: EditionView): readonly Source[] {
  const own = view.categories.flatMap(({ code, name, rules, rubric }) =>
    rules === null || rubric === null ? [] : [{ value: `sendiri ${code}`, label: categoryTexts.likeOwn(name), rules, rubric }],
  );
  const offered = CATEGORY_TEMPLATES.filter(({ code }) => !view.categories.some((own) => own.code === code)).map(({ code, name, rules, rubric }) => ({
    value: `bawaan ${code}`,
    label: categoryTexts.likeOffered(name),
    rules,
    rubric,
  }));
  return [...own, ...offered];
}

export async function showNewCategory(c: Ctx): Promise<Response> {
  const view = await readEdition(c);
  if (view === null) return notFound(c);
  return draw(c, view, null, { ...NOTHING, id: c.var.platform.newId(), from: sourcesOf(view)[0]?.value ?? '' });
}

export async function addCategoryHere(c: Ctx): Promise<Response> {
  const view = await readEdition(c);
  if (view === null) return notFound(c);
  const form = await readForm(c);
  const text = (name: keyof Typed) => form.text(name);
  const typed = {
    id: text('id'),
    name: text('name'),
    whoEnters: form.lists.whoEnters ?? [],
    moves: text('moves') === 'ya',
    from: text('from'),
    list: form.untrimmed('list'),
    reason: text('reason'),
    decree: text('decree'),
  };
  const source = sourcesOf(view).find(({ value }) => value === typed.from);
  if (source === undefined) return draw(c, view, refuse('category.invalid', {}, { from: fault('category.source-missing') }).refusal, typed);
  const whoEnters = ENTRANT_KINDS.filter((kind) => typed.whoEnters.includes(kind));
  const start = startCategory(source, whoEnters, typed.list);
  if (!start.ok) return draw(c, view, start.refusal, typed);
  const plan = {
    ...start.value,
    categoryId: isId(typed.id) ? typed.id : c.var.platform.newId(),
    editionId: view.edition.editionId,
    name: typed.name,
    moves: typed.moves,
    reason: typed.reason.trim() === '' && view.rulesLock === 'free' ? categoryTexts.newReason : typed.reason,
    decree: typed.decree,
  };
  const outcome = await perform(c.var.platform, who(c), (act) => addCategory(act, plan));
  if (!outcome.ok) return draw(c, view, atField(outcome.refusal, REASON_FIELDS), typed);
  return seeOther(c, paths.category(view.edition.year, outcome.value.code), [typed.list.trim() === '' ? 'category' : 'category-own', typed.name]);
}

function draw(c: Ctx, view: EditionView, refusal: Refusal | null, typed: Typed): Response {
  const { year } = view.edition;
  return page(
    c,
    { title: categoryTexts.add, current: paths.edition(year), year, back: { href: paths.edition(year), label: `Edisi ${year}` }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{categoryTexts.add}</h1>
      <p class="utama">{categoryTexts.addLead}</p>
      {view.rulesLock !== 'free' && <Notice kind={view.rulesLock === 'frozen' ? 'segel' : 'awas'}>{rulesLockWords[view.rulesLock]}</Notice>}
      {view.rulesLock !== 'frozen' && (
        <Form action={paths.newCategory(year)} csrf={signedIn(c).csrf} hidden={{ id: typed.id }}>
          <Field name="name" label={categoryTexts.name} value={typed.name} maxLength={100} error={errorOf(refusal, 'name')} />
          <Field
            name="whoEnters"
            kind="checks"
            label={categoryTexts.whoEnters}
            values={typed.whoEnters}
            choices={ENTRANT_KINDS.map((kind) => ({ value: kind, label: capitalised(agencyKindWords[kind]), ...alsoIn(view, kind) }))}
            error={errorOf(refusal, 'whoEnters')}
          />
          <Field
            name="moves"
            kind="checkbox"
            label={categoryTexts.moves}
            hint={view.rulesLock === 'free' ? undefined : categoryTexts.movesHint}
            value="ya"
            checked={typed.moves}
            error={errorOf(refusal, 'moves')}
          />
          <Field
            name="from"
            kind="radios"
            label={categoryTexts.startFrom}
            hint={categoryTexts.startHint}
            value={typed.from}
            choices={sourcesOf(view).map(({ value, label, rubric }) => ({
              value,
              label,
              detail: categoryTexts.scoredBy(rubric.criteria.slice(0, 1).map(entryWords)),
            }))}
            error={errorOf(refusal, 'from')}
          />
          <Field
            name="list"
            kind="textarea"
            rows={6}
            label={categoryTexts.list}
            optional
            hint={categoryTexts.listHint}
            value={typed.list}
            maxLength={20_000}
            error={errorOf(refusal, 'list')}
          />
          {view.rulesLock !== 'free' && <ReasonField reason={typed.reason} refusal={refusal} />}
          <DecreeField lock={view.rulesLock} decree={typed.decree} refusal={refusal} />
          <p class="baris">
            <Button kind="utama">{categoryTexts.add}</Button>
            <ButtonLink kind="netral" href={paths.edition(year)}>
              Batal
            </ButtonLink>
          </p>
        </Form>
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

/** Who already enters elsewhere may then choose between two categories: said beside the choice. */
function alsoIn(view: EditionView, kind: (typeof ENTRANT_KINDS)[number]): { readonly detail?: string } {
  const names = view.categories.filter(({ rules }) => rules?.whoEnters.includes(kind)).map(({ name }) => name);
  return names.length === 0 ? {} : { detail: categoryTexts.alsoIn(names.join(', ')) };
}
