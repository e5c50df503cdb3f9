import { bindInstrument } from '../../actions/edition/bind-instrument.ts';
import { adoptCatalogue } from '../../actions/instrument/adopt-catalogue.ts';
import { regionRule, usableInstrument } from '../../actions/instrument/known-catalogues.ts';
import { perform } from '../../actions/perform.ts';
import { documentSheets } from '../../domain/instrument/catalogue-sheets.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { Outcome, Refusal } from '../../domain/shared/outcome.ts';
import { writeSheets } from '../../platform/sheets.ts';
import { catalogueTexts } from '../../texts/id/catalogue.ts';
import { rulesLockWords } from '../../texts/id/edition.ts';
import { formatDecimal } from '../../texts/id/format.ts';
import { notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { RowsCompared, whatIf } from './catalogue-compare.tsx';
import { type CatalogueView, findCatalogueView, listCatalogueViews } from './catalogue-view.ts';
import { atField, DecreeField, REASON_FIELDS, ReasonField } from './edition-fields.tsx';
import { canChangeRules, type EditionView, readEdition, yearOf } from './edition-view.ts';

interface Typed {
  readonly reason: string;
  readonly decree: string;
}

export async function showCatalogue(c: Ctx): Promise<Response> {
  return draw(c, null, { reason: '', decree: '' });
}

export async function adoptHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const input = { code: c.req.param('code') ?? '', reason: form.text('reason'), decree: form.text('decree') };
  const outcome = await perform(c.var.platform, who(c), (act) => adoptCatalogue(act, input));
  if (!outcome.ok) return draw(c, atField(outcome.refusal, REASON_FIELDS), input);
  return seeOther(c, paths.catalogue(yearOf(c) ?? 0, outcome.value.code));
}

export async function bindHere(c: Ctx): Promise<Response> {
  const view = await readEdition(c);
  if (view === null) return notFound(c);
  const form = await readForm(c);
  const { editionId, year } = view.edition;
  const input = { editionId, code: c.req.param('code') ?? '', reason: form.text('reason'), decree: form.text('decree') };
  const outcome = await perform(c.var.platform, who(c), (act) => bindInstrument(act, input));
  return outcome.ok ? seeOther(c, paths.catalogue(year, input.code)) : draw(c, atField(outcome.refusal, REASON_FIELDS), input);
}

export async function sendCatalogue(c: Ctx): Promise<Response> {
  const view = await findCatalogueView(c, c.req.param('code') ?? '');
  if (view === null) return notFound(c);
  const isJson = c.req.path.endsWith('.json');
  const at = view.kept?.importedAt ?? `${view.document.year}-01-01T00:00:00.000Z`;
  const bytes = isJson ? new TextEncoder().encode(view.text) : await writeSheets(catalogueTexts.nameOf(view.code), documentSheets(view.document), at);
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': isJson ? 'application/json; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="${view.code}.${isJson ? 'json' : 'xlsx'}"`,
  });
}

async function draw(c: Ctx, refusal: Refusal | null, typed: Typed): Promise<Response> {
  const view = await findCatalogueView(c, c.req.param('code') ?? '');
  if (view === null) return notFound(c);
  const year = yearOf(c) ?? 0;
  const edition = await readEdition(c);
  const name = catalogueTexts.nameOf(view.code);
  const tried = await triedYear(c, view, year);
  const instrument = await usableInstrument(c.var.platform.db, c.var.region.regionId, view.code);
  const mayKeep = signedIn(c).roles.some((role) => role === 'secretariat' || role === 'admin');
  return page(
    c,
    { title: name, current: paths.edition(year), year, back: { href: paths.catalogues(year), label: catalogueTexts.title }, error: refusal !== null },
    <div class="baca tumpuk ruang-6">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <Head view={view} name={name} year={year} />
      {await compared(c, view)}
      <section class="tumpuk" aria-labelledby="coba">
        <h2 id="coba">{catalogueTexts.whatIf(tried)}</h2>
        {await whatIf(c, view, tried)}
      </section>
      {mayKeep && view.kept !== null && view.kept.adoptedAt === null && <Adopt c={c} year={year} view={view} refusal={refusal} typed={typed} />}
      {edition !== null && <Bind c={c} edition={edition} code={view.code} instrument={instrument} refusal={refusal} typed={typed} />}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

/** The year before the catalogue's own, where a rule knows it: last year's portfolio is what a new rule is tried on. */
async function triedYear(c: Ctx, { document }: CatalogueView, year: number): Promise<number> {
  const last = Math.min(year, Number(document.year) - 1);
  return (await regionRule(c.var.platform.db, c.var.region.regionId, last)).ok ? last : year;
}

function Head({ view, name, year }: { readonly view: CatalogueView; readonly name: string; readonly year: number }) {
  const { document, code } = view;
  const count = (aspect: string) => document.rows.filter((row) => row.aspect === aspect && row.cap === '').length;
  return (
    <div class="tumpuk">
      <h1>{name}</h1>
      <DefinitionList
        rows={[
          { term: catalogueTexts.code, value: code },
          { term: catalogueTexts.legalSource, value: document.legalSource },
          { term: catalogueTexts.sid, value: catalogueTexts.rows(count('SID'), plain(document.maxSid)) },
          { term: catalogueTexts.spd, value: catalogueTexts.rows(count('SPD'), plain(document.maxSpd)) },
          { term: catalogueTexts.state, value: stateOf(view) },
        ]}
      />
      <p class="baris">
        <a href={paths.catalogueFile(year, code, 'xlsx')}>{catalogueTexts.asExcel}</a>
        <a href={paths.catalogueFile(year, code, 'json')}>{catalogueTexts.asJson}</a>
      </p>
    </div>
  );
}

function stateOf({ kept }: CatalogueView): string {
  if (kept === null) return catalogueTexts.shipped;
  return kept.adoptedAt === null ? catalogueTexts.draft : `${catalogueTexts.adopted}, ${kept.decree}`;
}

function plain(points: string): string {
  return points === '' ? '–' : formatDecimal(points);
}

/** Beside the one that is asked for, else beside the next older one that rules: drafts are none. */
async function compared(c: Ctx, view: CatalogueView) {
  const others = (await listCatalogueViews(c)).filter(({ code }) => code !== view.code);
  const asked = others.find(({ code }) => code === c.req.query('dengan'));
  const other = asked ?? others.find(({ document, kept }) => document.year < view.document.year && kept?.adoptedAt !== null) ?? others[0];
  if (other === undefined) return null;
  return (
    <section class="tumpuk" aria-labelledby="banding">
      <h2 id="banding">{catalogueTexts.compare}</h2>
      <form method="get" class="baris">
        <Field
          name="dengan"
          kind="select"
          label={catalogueTexts.compareWith}
          value={other.code}
          choices={others.map(({ code }) => ({ value: code, label: catalogueTexts.nameOf(code) }))}
        />
        <Button kind="netral">{catalogueTexts.compare}</Button>
      </form>
      <RowsCompared mine={view.document} other={other.document} otherName={catalogueTexts.nameOf(other.code)} />
    </section>
  );
}

interface FormProps {
  readonly c: Ctx;
  readonly refusal: Refusal | null;
  readonly typed: Typed;
}

function Adopt({ c, year, view, refusal, typed }: FormProps & { readonly year: number; readonly view: CatalogueView }) {
  return (
    <section class="tumpuk" aria-labelledby="tetapkan">
      <h2 id="tetapkan">{catalogueTexts.adoptTitle}</h2>
      <p>{catalogueTexts.adoptLead(Number(view.document.year))}</p>
      <Form action={paths.catalogueAct(year, view.code, 'tetapkan')} csrf={signedIn(c).csrf}>
        <ReasonField reason={typed.reason} refusal={refusal} />
        <DecreeField lock="by-act" decree={typed.decree} refusal={refusal} />
        <p>
          <Button kind="utama">{catalogueTexts.adopt}</Button>
        </p>
      </Form>
    </section>
  );
}

interface BindProps extends FormProps {
  readonly edition: EditionView;
  readonly code: string;
  readonly instrument: Outcome<Instrument>;
}

/** For the edition of the address; nothing where it cannot be bound at all. */
function Bind({ c, edition: view, code, instrument, refusal, typed }: BindProps) {
  const { edition, rulesLock } = view;
  if (edition.instrument === code) return <Notice kind="sukses">{catalogueTexts.bound(edition.name)}</Notice>;
  if (!instrument.ok || instrument.value.year > edition.year || !canChangeRules(c, view)) return null;
  return (
    <section class="tumpuk" aria-labelledby="pakai">
      <h2 id="pakai">{catalogueTexts.bindTitle(edition.name)}</h2>
      <Notice kind={rulesLock === 'frozen' ? 'segel' : 'info'}>{rulesLockWords[rulesLock]}</Notice>
      {rulesLock !== 'frozen' && (
        <Form action={paths.catalogueAct(edition.year, code, 'pakai')} csrf={signedIn(c).csrf}>
          <p>{catalogueTexts.bindLead}</p>
          <ReasonField reason={typed.reason} refusal={refusal} />
          <DecreeField lock={rulesLock} decree={typed.decree} refusal={refusal} />
          <p>
            <Button>{catalogueTexts.bind(edition.year)}</Button>
          </p>
        </Form>
      )}
    </section>
  );
}
