// The first edition of an installation, or one from nothing: a year, a day, and the rules to start from.

import { createEdition } from '../../actions/edition/create-edition.ts';
import { usableCatalogues } from '../../actions/instrument/known-catalogues.ts';
import { perform } from '../../actions/perform.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import { CATEGORY_TEMPLATES, templateStages } from '../../domain/instrument/template.ts';
import { isId } from '../../domain/shared/ids.ts';
import { fault, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { DAY, later } from '../../domain/shared/time.ts';
import { listEditions } from '../../store/edition.read.ts';
import { startTexts } from '../../texts/id/edition-editor.ts';
import { zoneOf } from '../../texts/id/format.ts';
import { errorOf, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { fromTypedDay, toTypedDay } from '../local-time.ts';
import { DayField } from '../moment-field.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { atField } from './edition-fields.tsx';
import { yearOf } from './edition-view.ts';

interface Typed {
  readonly id: string;
  readonly year: string;
  readonly name: string;
  readonly venue: string;
  readonly firstDay: string;
  readonly instrument: string;
  readonly categories: readonly string[];
}

/** Days from today to the day registration opens, as the form first offers it. */
const LEAD_DAYS = 30;

export async function showStart(c: Ctx): Promise<Response> {
  const year = yearOf(c) ?? Number(c.var.platform.now().slice(0, 4));
  const [newest = ''] = (await wholeCatalogues(c)).toReversed();
  const firstDay = toTypedDay(later(c.var.platform.now(), LEAD_DAYS * DAY), zoneOf(c.var.region.zone));
  const typed = { id: c.var.platform.newId(), year: String(year), name: startTexts.nameOf(c.var.region.name, year), venue: '', firstDay, instrument: newest };
  return draw(c, null, { ...typed, categories: CATEGORY_TEMPLATES.map(({ code }) => code) });
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'edition.year-invalid': 'year',
  'edition.year-taken': 'year',
  'catalogue.not-found': 'instrument',
};

export async function startHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const text = (name: keyof Typed) => form.text(name);
  const typed: Typed = {
    id: text('id'),
    year: text('year'),
    name: text('name'),
    venue: text('venue'),
    firstDay: text('firstDay'),
    instrument: text('instrument'),
    categories: form.lists.categories ?? [],
  };
  const firstDay = fromTypedDay(typed.firstDay, zoneOf(c.var.region.zone));
  if (firstDay === null) return draw(c, refuse('edition.invalid', {}, { firstDay: fault('edition.first-day-unreadable') }).refusal, typed);
  const { newId } = c.var.platform;
  const plan = {
    editionId: isId(typed.id) ? typed.id : newId(),
    year: /^\d{4}$/.test(typed.year) ? Number(typed.year) : 0,
    name: typed.name,
    venue: typed.venue,
    instrument: typed.instrument,
    reason: startTexts.reason,
    stages: templateStages(firstDay).map((stage) => ({ ...stage, stageId: newId() })),
    categories: CATEGORY_TEMPLATES.filter(({ code }) => typed.categories.includes(code)).map((template) => ({ ...template, categoryId: newId() })),
  };
  const outcome = await perform(c.var.platform, who(c), (act) => createEdition(act, plan));
  return outcome.ok ? seeOther(c, paths.edition(plan.year), ['edition', plan.name]) : draw(c, atField(outcome.refusal, FIELD_OF), typed);
}

async function wholeCatalogues(c: Ctx): Promise<readonly string[]> {
  const usable = await usableCatalogues(c.var.platform.db, c.var.region.regionId);
  return usable.filter(({ instrument }) => instrument.ok).map(({ code }) => code);
}

async function draw(c: Ctx, refusal: Refusal | null, typed: Typed): Promise<Response> {
  const live = (await listEditions(c.var.platform.db, c.var.region.regionId)).filter(({ kind }) => kind === 'live');
  return page(
    c,
    { title: startTexts.title(live.length === 0), current: paths.edition(Number(typed.year) || 0), error: refusal !== null, islands: ['read-back'] },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{startTexts.title(live.length === 0)}</h1>
      <p class="utama">{startTexts.lead}</p>
      {live.length > 0 && <Others editions={live} />}
      <Form action={paths.newEdition(yearOf(c) ?? 0)} csrf={signedIn(c).csrf} hidden={{ id: typed.id }}>
        <Field name="year" label={startTexts.year} inputMode="numeric" maxLength={4} short value={typed.year} error={errorOf(refusal, 'year')} />
        <Field name="name" label={startTexts.name} value={typed.name} maxLength={200} error={errorOf(refusal, 'name')} />
        <DayField
          name="firstDay"
          label={startTexts.firstDay}
          hint={startTexts.firstDayHint}
          value={typed.firstDay}
          error={errorOf(refusal, 'firstDay')}
          zone={zoneOf(c.var.region.zone)}
        />
        <Field
          name="categories"
          kind="checks"
          label={startTexts.categories}
          hint={startTexts.categoriesHint}
          values={typed.categories}
          choices={CATEGORY_TEMPLATES.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Field
          name="instrument"
          kind="select"
          label={startTexts.instrument}
          hint={startTexts.instrumentHint}
          value={typed.instrument}
          choices={(await wholeCatalogues(c)).map((code) => ({ value: code, label: startTexts.instrumentOf(code) }))}
          error={errorOf(refusal, 'instrument')}
        />
        <Field name="venue" label={startTexts.venue} optional value={typed.venue} maxLength={200} error={errorOf(refusal, 'venue')} />
        <p>
          <Button kind="utama">{startTexts.make}</Button>
        </p>
      </Form>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

/** Where there are editions, a copy is usually what is meant. */
function Others({ editions }: { readonly editions: readonly Edition[] }) {
  const [newest] = editions;
  return (
    <Notice title={startTexts.others}>
      <p>
        {editions.map(({ year, name }, at) => (
          <>
            {at > 0 && ', '}
            <a href={paths.edition(year)}>{name}</a>
          </>
        ))}
      </p>
      {newest !== undefined && (
        <p>
          <ButtonLink kind="netral" href={paths.cloneEdition(newest.year)}>
            {startTexts.copy(newest.year)}
          </ButtonLink>
        </p>
      )}
    </Notice>
  );
}
