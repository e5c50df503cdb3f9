// Targets of innovations per agency, and who reached them: a page, and the same as a spreadsheet.

import { setTargets } from '../../actions/people/set-targets.ts';
import { perform } from '../../actions/perform.ts';
import { standingOf, type TargetStanding } from '../../domain/people/agency.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { writeSheets } from '../../platform/sheets.ts';
import { listTargets, type TargetRow } from '../../store/people-agencies.read.ts';
import { agencyKindWords } from '../../texts/id/edition.ts';
import { formatDateTime, formatWhole, zoneOf } from '../../texts/id/format.ts';
import { agencyTexts, standingWords } from '../../texts/id/people-admin.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { type Form as Posted, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Chips } from '../ui/browsing.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';
import { editionHere } from './committee-view.ts';

export function showTargets(c: Ctx): Promise<Response> {
  return draw(c, null, null);
}

const FIELD = 'target-';

export async function setTargetsHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const edition = await editionHere(c);
  if (edition === null) return notFound(c);
  const typed = new Map(Object.entries(form.values).flatMap(([name, value]) => (name.startsWith(FIELD) ? [[name.slice(FIELD.length), value] as const] : [])));
  const outcome = await perform(c.var.platform, who(c), (act) => setTargets(act, { editionId: edition.editionId, typed }));
  return outcome.ok ? seeOther(c, `${paths.targets(edition.year)}?simpan=ya`) : draw(c, form, outcome.refusal);
}

const FILTERS: readonly (readonly [string, string, TargetStanding | null])[] = [
  ['', 'Semua', null],
  ['tercapai', 'Tercapai', 'reached'],
  ['belum', 'Belum tercapai', 'short'],
  ['tanpa', 'Tanpa target', 'no-target'],
];

async function draw(c: Ctx, form: Posted | null, refusal: Refusal | null): Promise<Response> {
  const edition = await editionHere(c);
  if (edition === null) return notFound(c);
  const all = await listTargets(c.var.platform.db, c.var.region.regionId, edition.editionId);
  const asked = FILTERS.find(([code]) => code === (c.req.query('keadaan') ?? '')) ?? FILTERS[0]!;
  const rows = all.filter((row) => asked[2] === null || standingOf(row.target, row.sent) === asked[2]);
  const count = (standing: TargetStanding) => all.filter((row) => standingOf(row.target, row.sent) === standing).length;
  const here = paths.targets(edition.year);
  const canSet = signedIn(c).roles.some((role) => role === 'secretariat' || role === 'admin');
  return page(
    c,
    { title: agencyTexts.targetTitle(edition.year), current: here, year: edition.year, error: refusal !== null },
    <div class="tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      {c.req.query('simpan') === 'ya' && (
        <Notice kind="sukses" live>
          Target sudah disimpan.
        </Notice>
      )}
      <h1>{agencyTexts.targetTitle(edition.year)}</h1>
      <p class="utama baca">{`${formatWhole(count('reached'))} dari ${formatWhole(count('reached') + count('short'))} perangkat daerah mencapai targetnya.`}</p>
      <p class="baca redup">{agencyTexts.targetLead}</p>
      <p>
        <ButtonLink href={paths.targetsFile(edition.year)} icon="unduh" download>
          Unduh tabel Excel
        </ButtonLink>
      </p>
      <Chips
        label="Saring menurut keadaan"
        places={FILTERS.map(([code, label]) => ({ href: code === '' ? here : `${here}?keadaan=${code}`, label, current: code === asked[0] }))}
      />
      {rows.length === 0 && <EmptyState title="Tidak ada perangkat daerah di sini">Pilih saringan lain.</EmptyState>}
      {rows.length > 0 && (canSet ? <TargetForm c={c} action={here} rows={rows} form={form} refusal={refusal} /> : <Report rows={rows} field={null} />)}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

interface FormProps {
  readonly c: Ctx;
  readonly action: string;
  readonly rows: readonly TargetRow[];
  readonly form: Posted | null;
  readonly refusal: Refusal | null;
}

function TargetForm({ c, action, rows, form, refusal }: FormProps) {
  return (
    <Form action={action} csrf={signedIn(c).csrf}>
      <Report
        rows={rows}
        field={({ agencyId, name, target }) => (
          <Field
            name={`${FIELD}${agencyId}`}
            label={`Target ${name}`}
            hiddenLabel
            short
            inputMode="numeric"
            value={form?.text(`${FIELD}${agencyId}`) ?? (target === null ? '' : String(target))}
            error={errorOf(refusal, `${FIELD}${agencyId}`)}
          />
        )}
      />
      <Button kind="utama">Simpan target</Button>
    </Form>
  );
}

interface ReportProps {
  readonly rows: readonly TargetRow[];
  readonly field: ((row: TargetRow) => preact.JSX.Element) | null;
}

function Report({ rows, field }: ReportProps) {
  return (
    <Table
      label="Target dan capaian"
      columns={[
        { key: 'name', label: 'Perangkat daerah', heading: true },
        { key: 'kind', label: 'Jenis' },
        { key: 'target', label: 'Target', numeric: true },
        { key: 'sent', label: 'Dikirim', numeric: true },
        { key: 'approved', label: 'Disetujui', numeric: true },
        { key: 'drafts', label: 'Draf', numeric: true },
        { key: 'standing', label: 'Status' },
      ]}
      rows={rows.map((row) => ({
        id: row.agencyId,
        cells: {
          name: row.name,
          kind: agencyKindWords[row.kind],
          target: field === null ? (row.target ?? '') : field(row),
          sent: formatWhole(row.sent),
          approved: formatWhole(row.approved),
          drafts: formatWhole(row.drafts),
          standing: standingWords[standingOf(row.target, row.sent)],
        },
      }))}
    />
  );
}

export async function sendTargets(c: Ctx): Promise<Response> {
  const edition = await editionHere(c);
  if (edition === null) return notFound(c);
  const { db, now } = c.var.platform;
  const rows = await listTargets(db, c.var.region.regionId, edition.editionId);
  const number = (value: number | null) => (value === null ? '' : { number: String(value) });
  const title = agencyTexts.targetTitle(edition.year);
  const report = {
    name: title,
    columns: [
      { heading: 'Perangkat daerah', width: 44 },
      { heading: 'Jenis', width: 16 },
      { heading: 'Target', width: 9 },
      { heading: 'Dikirim', width: 9 },
      { heading: 'Disetujui', width: 10 },
      { heading: 'Draf', width: 9 },
      { heading: 'Status', width: 18 },
    ],
    rows: rows.map((row) => [
      row.name,
      agencyKindWords[row.kind],
      number(row.target),
      number(row.sent),
      number(row.approved),
      number(row.drafts),
      standingWords[standingOf(row.target, row.sent)],
    ]),
  };
  const about = {
    name: 'Keterangan',
    columns: [
      { heading: 'Hal', width: 20 },
      { heading: 'Isi', width: 80 },
    ],
    rows: [
      ['Edisi', edition.name],
      ['Diunduh', `${formatDateTime(now(), zoneOf(c.var.region.zone))}, ${signedIn(c).actor.name}`],
      ['Yang dihitung', agencyTexts.targetLead],
    ],
  };
  return c.body(new Uint8Array(await writeSheets(title, [report, about], now())), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="target-inovasi-${edition.year}.xlsx"`,
  });
}
