import { createAgency } from '../../actions/people/create-agency.ts';
import { managed } from '../../actions/people/managed.ts';
import { perform } from '../../actions/perform.ts';
import { AGENCY_KINDS } from '../../domain/people/agency.ts';
import { isId } from '../../domain/shared/ids.ts';
import { fault, type Outcome, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { listAgencyRows } from '../../store/people-lists.read.ts';
import { agencyKindWords } from '../../texts/id/edition.ts';
import { errorOf, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { yearHere } from '../committee/committee-view.ts';
import { type Form as Posted, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Pagination, SearchBox } from '../ui/browsing.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';
import { askedOf, pagesOf } from './asked.ts';

export function showAgencies(c: Ctx): Promise<Response> {
  return draw(c, null, null);
}

export async function addAgencyHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const outcome = await perform(c.var.platform, who(c), (act) =>
    managed(act, async (): Promise<Outcome<unknown>> => {
      const kind = AGENCY_KINDS.find((one) => one === form.text('kind'));
      if (!isId(form.text('id'))) return refuse('agency.not-found');
      if (kind === undefined) return refuse('agency.invalid', {}, { kind: fault('field.required') });
      return createAgency(act, { agencyId: form.text('id'), name: form.text('name'), shortName: form.text('shortName'), kind });
    }),
  );
  return outcome.ok ? seeOther(c, paths.agencies) : draw(c, form, outcome.refusal);
}

async function draw(c: Ctx, typed: Posted | null, refusal: Refusal | null): Promise<Response> {
  const { db, newId } = c.var.platform;
  const asked = askedOf(c);
  const rows = await listAgencyRows(db, asked);
  return page(
    c,
    { title: 'Perangkat daerah', current: paths.agencies, error: refusal !== null },
    <div class="tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Perangkat daerah</h1>
      <p class="baris">
        <ButtonLink href={paths.importAgencies}>Masukkan tabel</ButtonLink>
        <ButtonLink href={paths.targets(await yearHere(c))}>Target inovasi</ButtonLink>
      </p>
      <SearchBox action={paths.agencies} name="cari" label="Cari nama perangkat daerah" value={asked.words} buttonLabel="Cari" />
      {rows.length === 0 ? (
        <EmptyState title="Tidak ada yang cocok">Hapus kata pencarian, atau tambah perangkat daerah di bawah.</EmptyState>
      ) : (
        <Table
          label="Perangkat daerah"
          columns={[
            { key: 'name', label: 'Nama', heading: true },
            { key: 'kind', label: 'Jenis' },
            { key: 'heads', label: 'Kepala' },
            { key: 'seats', label: 'Jabatan terisi', numeric: true },
          ]}
          rows={rows.map((row) => ({
            id: row.agencyId,
            cells: {
              name: <a href={paths.agency(row.agencyId)}>{row.name}</a>,
              kind: row.mergedInto === null ? agencyKindWords[row.kind] : `digabung ke ${row.mergedInto}`,
              heads: row.heads ?? 'belum ada',
              seats: <a href={seatsOf(row.name)}>{row.seats}</a>,
            },
          }))}
        />
      )}
      <Pagination
        label="Halaman perangkat daerah"
        current={asked.number}
        total={pagesOf(rows[0]?.total)}
        addressOf={(next) => `${paths.agencies}?cari=${encodeURIComponent(asked.words)}&hal=${next}`}
      />
      <section class="baca tumpuk">
        <h2>Tambah perangkat daerah</h2>
        <Form action={paths.agencies} csrf={signedIn(c).csrf} hidden={{ id: typed?.text('id') || newId() }}>
          <Field name="name" label="Nama lengkap" value={typed?.text('name') ?? ''} error={errorOf(refusal, 'name')} />
          <Field name="shortName" label="Nama pendek" value={typed?.text('shortName') ?? ''} error={errorOf(refusal, 'shortName')} />
          <Field
            name="kind"
            kind="select"
            label="Jenis"
            value={typed?.text('kind') ?? ''}
            choices={AGENCY_KINDS.map((kind) => ({ value: kind, label: agencyKindWords[kind] }))}
            placeholder="Pilih"
            error={errorOf(refusal, 'kind')}
          />
          <Button kind="utama">Tambah perangkat daerah</Button>
        </Form>
      </section>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function seatsOf(name: string): string {
  return `${paths.seats}?cari=${encodeURIComponent(name)}`;
}
