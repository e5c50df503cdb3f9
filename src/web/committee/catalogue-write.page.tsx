// A catalogue written in the browser, starting from another one: only what differs need be touched.

import { keepCatalogue } from '../../actions/instrument/keep-catalogue.ts';
import { perform } from '../../actions/perform.ts';
import { type CatalogueDocument, type CatalogueRow, documentText } from '../../domain/instrument/catalogue-document.ts';
import { fault, type Refusal } from '../../domain/shared/outcome.ts';
import { catalogueTexts, writeTexts } from '../../texts/id/catalogue.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm, type Form as Sent } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Besides, standsBesides } from './catalogue-besides.tsx';
import { findCatalogueView } from './catalogue-view.ts';
import { yearOf } from './edition-view.ts';

export async function showWriteCatalogue(c: Ctx): Promise<Response> {
  const from = await findCatalogueView(c, c.req.query('dari') ?? '');
  if (from === null) return notFound(c);
  const { document } = from;
  return draw(c, from.code, null, { ...document, year: String(Number(document.year) + 1), legalSource: '' });
}

export async function writeCatalogueHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const from = await findCatalogueView(c, form.text('dari'));
  if (from === null) return notFound(c);
  const typed = typedDocument(from.document, form);
  const outcome = await perform(c.var.platform, who(c), (act) => keepCatalogue(act, documentText(typed), standsBesides(form)));
  if (outcome.ok) return seeOther(c, paths.catalogue(yearOf(c) ?? 0, outcome.value.code));
  return draw(c, from.code, atField(outcome.refusal), typed);
}

function typedDocument(base: CatalogueDocument, form: Sent): CatalogueDocument {
  const pairs = (name: string) =>
    form
      .text(name)
      .split('\n')
      .map((line) => line.split('=').map((part) => part.trim()))
      .filter(([first = '']) => first !== '');
  return {
    ...base,
    year: form.text('tahun'),
    legalSource: form.text('dasar'),
    maxSid: comma(form.text('maks-sid')),
    maxSpd: comma(form.text('maks-spd')),
    maxTotal: comma(form.text('maks-total')),
    years: pairs('tahunan').map(([year = '', rest = '']) => {
      const [divisor = '', needed = ''] = rest.split(',').map((part) => part.trim());
      return { year, divisor, needed };
    }),
    predicates: pairs('predikat').map(([from = '', label = '']) => ({ from: comma(from), label })),
    rows: base.rows.map((row) => ({
      ...row,
      name: form.text(`nama-${row.code}`),
      weight: comma(form.text(`bobot-${row.code}`)),
      levels: row.levels.map((_level, at) => form.text(`t${at + 1}-${row.code}`)),
    })),
  };
}

function comma(text: string): string {
  return text.replace(',', '.');
}

/** The refusal at the row it names, or at the sums or the year. */
function atField(refusal: Refusal): Refusal {
  const { code, facts } = refusal;
  const rows = Array.isArray(facts.codes) ? facts.codes.map(String) : [String(facts.code ?? '')];
  const fields: Readonly<Record<string, readonly string[]>> = {
    'catalogue.row-invalid': rows.map((row) => `bobot-${row}`),
    'catalogue.weights-unknown': rows.map((row) => `bobot-${row}`),
    'catalogue.sums-differ': ['maks-sid'],
    'index-rule.sums-differ': ['maks-total'],
    'catalogue.unreadable': ['tahun'],
    'catalogue.year-invalid': ['tahun'],
    'catalogue.year-has-one': ['tahun'],
  };
  const at = fields[code];
  return at === undefined ? refusal : { ...refusal, fields: Object.fromEntries(at.map((field) => [field, fault(code, facts)])) };
}

function draw(c: Ctx, from: string, refusal: Refusal | null, typed: CatalogueDocument): Response {
  const year = yearOf(c) ?? 0;
  const error = (name: string) => errorOf(refusal, name);
  const most = (name: string, label: string, value: string) => (
    <Field name={name} label={label} inputMode="decimal" value={value.replace('.', ',')} error={error(name)} />
  );
  return page(
    c,
    {
      title: writeTexts.title,
      current: paths.edition(year),
      year,
      back: { href: paths.newCatalogue(year), label: catalogueTexts.add },
      error: refusal !== null,
    },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{writeTexts.title}</h1>
      <p class="utama">{writeTexts.lead(catalogueTexts.nameOf(from))}</p>
      <Form action={`/s/${year}/aturan/tulis`} csrf={signedIn(c).csrf} hidden={{ dari: from }}>
        <Field name="tahun" label={writeTexts.year} inputMode="numeric" short maxLength={4} value={typed.year} error={error('tahun')} />
        <Besides refusal={refusal} />
        <Field name="dasar" label={writeTexts.legalSource} value={typed.legalSource} maxLength={500} />
        <h2>{writeTexts.maxima}</h2>
        <p class="redup">{writeTexts.maximaHint}</p>
        <div class="tiga-medan">
          {most('maks-sid', writeTexts.maxSid, typed.maxSid)}
          {most('maks-spd', writeTexts.maxSpd, typed.maxSpd)}
          {most('maks-total', writeTexts.maxTotal, typed.maxTotal)}
        </div>
        <Field
          name="tahunan"
          kind="textarea"
          rows={4}
          label={writeTexts.years}
          hint={writeTexts.yearsHint}
          value={typed.years.map((one) => `${one.year} = ${one.divisor}, ${one.needed}`).join('\n')}
        />
        <Field
          name="predikat"
          kind="textarea"
          rows={4}
          label={writeTexts.predicates}
          hint={writeTexts.predicatesHint}
          value={typed.predicates.map((one) => `${one.from.replace('.', ',')} = ${one.label}`).join('\n')}
        />
        <h2>{catalogueTexts.spd}</h2>
        <Rows rows={typed.rows.filter((row) => row.aspect === 'SPD')} refusal={refusal} />
        <h2>{catalogueTexts.sid}</h2>
        <Rows rows={typed.rows.filter((row) => row.aspect !== 'SPD')} refusal={refusal} />
        <p class="baris">
          <Button kind="utama">{writeTexts.save}</Button>
          <ButtonLink kind="netral" href={paths.catalogues(year)}>
            Batal
          </ButtonLink>
        </p>
      </Form>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function Rows({ rows, refusal }: { readonly rows: readonly CatalogueRow[]; readonly refusal: Refusal | null }) {
  return (
    <>
      {rows.map((row) => {
        const error = errorOf(refusal, `bobot-${row.code}`);
        return (
          <details key={row.code} class="rinci" open={error !== undefined}>
            <summary>
              {row.code} {row.name}, bobot {row.weight.replace('.', ',')}
            </summary>
            <div class="tumpuk tumpuk--lega">
              <div class="dua-medan">
                <Field name={`nama-${row.code}`} label={writeTexts.name} value={row.name} maxLength={300} />
                <Field name={`bobot-${row.code}`} label={writeTexts.weight} inputMode="decimal" value={row.weight.replace('.', ',')} error={error} />
              </div>
              {row.levels.map((level, at) => (
                <Field key={at} name={`t${at + 1}-${row.code}`} label={writeTexts.level(at + 1)} value={level} maxLength={600} />
              ))}
            </div>
          </details>
        );
      })}
    </>
  );
}
