// The region's own levels of a year: twenty rows, each with where the level comes from, and every change that was saved.

import { regionRule } from '../../actions/instrument/known-catalogues.ts';
import { perform } from '../../actions/perform.ts';
import { saveSpd } from '../../actions/regional-index/save-spd.ts';
import type { Indicator } from '../../domain/instrument/indicator.ts';
import { may } from '../../domain/people/permissions.ts';
import type { IndexRule } from '../../domain/regional-index/rule.ts';
import { LONGEST_SOURCE, type TypedSpd } from '../../domain/regional-index/spd.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { findSpdLevels, listSpdChanges, type SpdChange, type StandingSpd } from '../../store/regional-index.read.ts';
import { formatDecimal, formatMoment, type Zone, zoneOf } from '../../texts/id/format.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { type Form as Posted, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Details } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';
import { yearNow } from './iid.page.tsx';

export async function showSpd(c: Ctx): Promise<Response> {
  const asked = c.req.query('tahun') ?? '';
  return draw(c, /^\d{4}$/.test(asked) ? Number(asked) : yearNow(c), null, null);
}

export async function saveSpdHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const year = Number(/^\d{4}$/.test(form.text('tahun')) ? form.text('tahun') : '0');
  const rule = await regionRule(c.var.platform.db, c.var.region.regionId, year);
  if (!rule.ok) return notFound(c);
  const revision = Number(/^\d{1,6}$/.test(form.text('revisi')) ? form.text('revisi') : '0');
  const rows = Object.fromEntries(rule.value.spd.filter(({ code }) => form.has(code)).map(({ code }) => [code, typedRow(form, code)]));
  const outcome = await perform(c.var.platform, who(c), (act) => saveSpd(act, { year, revision, rows }));
  return outcome.ok ? seeOther(c, paths.spd(year), 'saved') : draw(c, year, form, outcome.refusal);
}

function typedRow(form: Posted, code: string): TypedSpd {
  return { level: form.text(code), source: form.text(sourceField(code)) };
}

function sourceField(code: string): string {
  return `${code}-sumber`;
}

const SHOWN_CHANGES = 100;

async function draw(c: Ctx, year: number, typed: Posted | null, refusal: Refusal | null): Promise<Response> {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const rule = await regionRule(c.var.platform.db, c.var.region.regionId, year);
  if (!rule.ok) return notFound(c);
  const stood = await findSpdLevels(db, regionId, year);
  const changes = await listSpdChanges(db, regionId, year, SHOWN_CHANGES);
  const { actor, csrf } = signedIn(c);
  const zone = zoneOf(c.var.region.zone);
  const title = `Level SPD ${year}`;
  return page(
    c,
    {
      title,
      current: paths.index,
      back: { href: `${paths.index}?tahun=${year}`, label: `Indeks ${year}` },
      error: refusal !== null,
      ...(stood.savedAt === null ? {} : { saved: `Disimpan ${formatMoment(stood.savedAt, zone)}` }),
    },
    <div class="baca tumpuk ruang-5">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{title}</h1>
      <p>
        Level yang dinyatakan daerah tentang dirinya sendiri. Tulis sumbernya supaya dapat diperiksa. Baris yang belum terisi dihitung 0 dan tetap tertulis
        belum terisi.
      </p>
      {may(actor, 'index.spd').ok ? (
        <Form action={paths.saveSpd} csrf={csrf} hidden={{ tahun: String(year), revisi: String(stood.revision) }}>
          {rule.value.spd.map((row) => (
            <SpdFields key={row.code} row={row} value={typed?.has(row.code) ? typedRow(typed, row.code) : standing(stood, row.code)} refusal={refusal} />
          ))}
          <Button kind="utama">Simpan level SPD</Button>
        </Form>
      ) : (
        <SpdTable rule={rule.value} stood={stood} />
      )}
      <Changes rule={rule.value} changes={changes} zone={zone} />
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function standing(stood: StandingSpd, code: string): TypedSpd {
  const { level = null, source = '' } = stood.rows[code] ?? {};
  return { level: level === null ? '' : String(level), source };
}

function SpdFields({ row, value, refusal }: { readonly row: Indicator; readonly value: TypedSpd; readonly refusal: Refusal | null }) {
  return (
    <div>
      <div class="tumpuk ruang-2">
        <Field
          name={row.code}
          kind="select"
          label={`${row.code} ${row.name}`}
          hint={[`Bobot ${formatDecimal(row.weight).replace(/,0$/, '')}`, row.mandatory ? 'wajib' : '', `bukti: ${row.evidence}`]
            .filter((part) => part !== '')
            .join(' · ')}
          value={value.level}
          placeholder="Belum diisi"
          choices={[{ value: '0', label: '0: belum ada' }, ...row.levels.map(({ level, label }) => ({ value: String(level), label: `${level}: ${label}` }))]}
          error={errorOf(refusal, row.code)}
        />
        <Field name={sourceField(row.code)} label={`Sumber ${row.code}`} optional value={value.source} maxLength={LONGEST_SOURCE} />
      </div>
    </div>
  );
}

/** For those who may only read. */
function SpdTable({ rule, stood }: { readonly rule: IndexRule; readonly stood: StandingSpd }) {
  return (
    <Table
      label="Level SPD"
      dense
      ranked
      columns={[
        { key: 'name', label: 'Indikator', heading: true },
        { key: 'source', label: 'Sumber' },
        { key: 'weight', label: 'Bobot', numeric: true },
        { key: 'level', label: 'Level', numeric: true, strong: true, last: true },
      ]}
      rows={rule.spd.map((row) => {
        const { level, source } = standing(stood, row.code);
        const words = row.levels.find((one) => String(one.level) === level)?.label;
        return {
          cells: {
            name: (
              <>
                {row.name}
                <small>{[row.code, words].filter(Boolean).join(' · ')}</small>
              </>
            ),
            source: source || '–',
            weight: formatDecimal(row.weight).replace(/,0$/, ''),
            level: level === '' ? 'belum' : level,
          },
        };
      })}
    />
  );
}

function Changes({ rule, changes, zone }: { readonly rule: IndexRule; readonly changes: readonly SpdChange[]; readonly zone: Zone }) {
  if (changes.length === 0) return null;
  const names = new Map(rule.spd.map(({ code, name }) => [code, name]));
  const level = (value: number | null) => (value === null ? 'belum diisi' : String(value));
  return (
    <Details summary="Riwayat perubahan">
      <Table
        label="Riwayat perubahan level SPD"
        dense
        columns={[
          { key: 'name', label: 'Indikator', heading: true },
          { key: 'change', label: 'Level' },
          { key: 'source', label: 'Sumber' },
          { key: 'who', label: 'Oleh' },
          { key: 'when', label: 'Disimpan' },
        ]}
        rows={changes.map((one) => ({
          cells: {
            name: `${one.indicator} ${names.get(one.indicator) ?? ''}`,
            change: `${level(one.before)} menjadi ${level(one.level)}`,
            source: one.source || '–',
            who: one.savedByName,
            when: formatMoment(one.savedAt, zone),
          },
        }))}
      />
    </Details>
  );
}
