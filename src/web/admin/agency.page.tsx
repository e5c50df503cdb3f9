// One agency: its names through time, what it took in, and the two acts that change it.

import { mergeAgency } from '../../actions/people/merge-agency.ts';
import { renameAgency } from '../../actions/people/rename-agency.ts';
import { perform } from '../../actions/perform.ts';
import { AGENCY_KINDS, type Agency } from '../../domain/people/agency.ts';
import { isId } from '../../domain/shared/ids.ts';
import { fault, type Outcome, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { listAgencies } from '../../store/people.read.ts';
import { type AgencyCard, type AgencyEvent, findAgencyCard, listAgencyEvents } from '../../store/people-agencies.read.ts';
import { agencyKindWords } from '../../texts/id/edition.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { agencyTexts } from '../../texts/id/people-admin.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { type Form as Posted, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Timeline } from '../ui/progress.tsx';

export function showAgency(c: Ctx): Promise<Response> {
  return draw(c, null, null);
}

export async function renameHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const agencyId = c.req.param('id') ?? '';
  if (!isId(agencyId)) return notFound(c);
  const kind = AGENCY_KINDS.find((one) => one === form.text('kind'));
  const outcome: Outcome<unknown> =
    kind === undefined
      ? refuse('agency.invalid', {}, { kind: fault('field.required') })
      : await perform(c.var.platform, who(c), (act) =>
          renameAgency(act, { agencyId, name: form.text('name'), shortName: form.text('shortName'), kind, reason: form.text('reason') }),
        );
  return outcome.ok ? seeOther(c, paths.agency(agencyId)) : draw(c, form, outcome.refusal);
}

export async function mergeHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const agencyId = c.req.param('id') ?? '';
  if (!isId(agencyId)) return notFound(c);
  const intoId = form.text('intoId');
  if (!isId(intoId)) return draw(c, form, refuse('agency.merge-invalid', {}, { intoId: fault('agency.not-found') }).refusal);
  const by = await provenWho(c, form);
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => mergeAgency(act, { agencyId, intoId, reason: form.text('reason') })) : by;
  return outcome.ok ? seeOther(c, paths.agency(agencyId)) : draw(c, form, outcome.refusal);
}

interface View {
  readonly c: Ctx;
  readonly agency: AgencyCard;
  readonly others: readonly Agency[];
  readonly form: Posted | null;
  readonly refusal: Refusal | null;
}

async function draw(c: Ctx, form: Posted | null, refusal: Refusal | null): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const agency = isId(id) ? await findAgencyCard(db, regionId, id) : null;
  if (agency === null) return notFound(c);
  const [events, agencies] = await Promise.all([listAgencyEvents(db, regionId, id), listAgencies(db, regionId)]);
  const view: View = { c, agency, others: agencies.filter((one) => one.agencyId !== id), form, refusal };
  return page(
    c,
    { title: agency.name, current: paths.agencies, back: { href: paths.agencies, label: 'Perangkat daerah' }, error: refusal !== null },
    <div class="baca tumpuk tumpuk--lega">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{agency.name}</h1>
      {agency.mergedInto !== null && <Notice kind="awas" title={`Sudah digabung ke ${agency.mergedInto}`} />}
      <DefinitionList
        rows={[
          { term: 'Nama pendek', value: agency.shortName },
          { term: 'Jenis', value: agencyKindWords[agency.kind] },
          { term: 'Jabatan', value: <a href={`${paths.seats}?cari=${encodeURIComponent(agency.name)}`}>Lihat jabatan dan pemegangnya</a> },
        ]}
      />
      <History events={events} c={c} />
      {agency.mergedInto === null && (
        <>
          <RenameForm {...view} />
          <MergeForm {...view} />
        </>
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function History({ events, c }: { readonly events: readonly AgencyEvent[]; readonly c: Ctx }) {
  if (events.length === 0) return null;
  const titles: Readonly<Record<AgencyEvent['kind'], (event: AgencyEvent) => string>> = {
    renamed: ({ from, to }) => (from === to ? 'Nama pendek atau jenis diubah' : `${from} menjadi ${to}`),
    merged: ({ to }) => `Digabung ke ${to}`,
    'took-in': ({ from }) => `Menerima gabungan ${from}`,
  };
  return (
    <section class="tumpuk" aria-labelledby="riwayat">
      <h2 id="riwayat">Riwayat</h2>
      <Timeline
        events={events.map((event) => ({
          title: titles[event.kind](event),
          when: `${formatDateTime(event.at, zoneOf(c.var.region.zone))}, ${event.by}`,
          detail: event.reason,
        }))}
      />
    </section>
  );
}

function RenameForm({ c, agency, form, refusal }: View) {
  const mine = form?.has('name') ? refusal : null;
  const value = (name: 'name' | 'shortName' | 'kind') => (form?.has('name') ? form.text(name) : agency[name]);
  return (
    <section class="tumpuk" aria-labelledby="ganti">
      <h2 id="ganti">{agencyTexts.rename}</h2>
      <p>{agencyTexts.renameLead}</p>
      <Form action={`${paths.agency(agency.agencyId)}/nama`} csrf={signedIn(c).csrf}>
        <Field name="name" label="Nama lengkap" value={value('name')} error={errorOf(mine, 'name')} />
        <Field name="shortName" label="Nama pendek" value={value('shortName')} error={errorOf(mine, 'shortName')} />
        <Field
          name="kind"
          kind="select"
          label="Jenis"
          value={value('kind')}
          choices={AGENCY_KINDS.map((kind) => ({ value: kind, label: agencyKindWords[kind] }))}
          error={errorOf(mine, 'kind')}
        />
        <Reason id="dasar-nama" value={form?.has('name') ? form.text('reason') : ''} refusal={mine} />
        <Button kind="utama">Simpan perubahan</Button>
      </Form>
    </section>
  );
}

function MergeForm({ c, agency, others, form, refusal }: View) {
  const mine = form?.has('intoId') ? refusal : null;
  return (
    <section class="tumpuk" aria-labelledby="gabung">
      <h2 id="gabung">{agencyTexts.merge}</h2>
      <p>{agencyTexts.mergeLead}</p>
      <Form action={`${paths.agency(agency.agencyId)}/gabung`} csrf={signedIn(c).csrf}>
        <Field
          name="intoId"
          kind="select"
          label="Digabung ke"
          value={form?.text('intoId') ?? ''}
          choices={others.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
          placeholder="Pilih"
          error={errorOf(mine, 'intoId')}
        />
        <Reason id="dasar-gabung" value={form?.has('intoId') ? form.text('reason') : ''} refusal={mine} />
        <ProofField c={c} refusal={refusal} />
        <Button kind="bahaya">Gabungkan perangkat daerah</Button>
      </Form>
    </section>
  );
}

function Reason({ id, value, refusal }: { readonly id: string; readonly value: string; readonly refusal: Refusal | null }) {
  return <Field name="reason" id={id} label={agencyTexts.reason} hint={agencyTexts.reasonHint} value={value} error={errorOf(refusal, 'reason')} />;
}
