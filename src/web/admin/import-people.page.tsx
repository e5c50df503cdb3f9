import { type ImportPreview, importPeople, previewPeople } from '../../actions/people/import-people.ts';
import { managedAfresh } from '../../actions/people/managed.ts';
import { perform } from '../../actions/perform.ts';
import { listAsShown, type NewAgency } from '../../domain/people/new-agencies.ts';
import type { PlannedLine } from '../../domain/people/people-plan.ts';
import { isPeopleSheet } from '../../domain/people/people-table.ts';
import type { SeatRole } from '../../domain/people/role.ts';
import { type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { agencyKindWords } from '../../texts/id/edition.ts';
import { formatWhole } from '../../texts/id/format.ts';
import { importTexts, seatRoleWords } from '../../texts/id/people-admin.ts';
import { peopleInWords } from '../../texts/id/people-import.ts';
import { page, seeOther, statusOf } from '../answer.tsx';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { notSure, Sure } from '../sure.tsx';
import { Button } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import { EffectTable, ImportFrame } from './import-frame.tsx';
import { TableFaults } from './table-faults.tsx';
import { readTableInput } from './table-input.ts';

interface Typed {
  readonly table: string;
  readonly role: string;
}

const NOTHING: Typed = { table: '', role: 'innovator' };

export function showImport(c: Ctx): Response {
  return draw(c, NOTHING, null, null);
}

/** Checks a file or a pasted table, or takes it in when it was checked. What was pasted, or read without fault, stands in the box for the next step. */
export async function importHere(c: Ctx): Promise<Response> {
  const { form, isFile, text, sheet } = await readTableInput(c, isPeopleSheet);
  const kept: Typed = { table: form.untrimmed('table'), role: form.text('role') };
  if (!sheet.ok) return draw(c, kept, null, sheet.refusal);
  const input = { sheet: sheet.value, roleless: roleOf(kept.role) };
  const preview = () => previewPeople(c.var.platform.db, c.var.region.regionId, input);
  if (!isFile && form.text('act') === 'import') {
    const by = await provenWho(c, form);
    const confirmed = notSure(form) === null ? form.text('asked') : '';
    const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => managedAfresh(act, () => importPeople(act, input, confirmed))) : by;
    if (outcome.ok) {
      const { people, seats, agencies } = outcome.value;
      return seeOther(c, paths.slips, ['taken-in', peopleInWords(people.length, seats, agencies)]);
    }
    if (!by.ok || outcome.refusal.code === 'import.agencies-unsure') return draw(c, kept, await preview(), outcome.refusal);
    if (outcome.refusal.code !== 'import.has-faults') return draw(c, kept, null, outcome.refusal);
  }
  const found = await preview();
  // A file with faults is mended where it lies; one without comes to stand in the box.
  return checked(c, found.faults.length > 0 ? kept : { ...kept, table: text }, found);
}

function checked(c: Ctx, typed: Typed, preview: ImportPreview): Response {
  return draw(c, typed, preview, preview.faults.length === 0 ? null : refuse('import.has-faults', { count: preview.faults.length }).refusal);
}

function roleOf(role: string): SeatRole | null {
  return role === 'innovator' ? 'innovator' : null;
}

function draw(c: Ctx, typed: Typed, preview: ImportPreview | null, refusal: Refusal | null): Response {
  return page(
    c,
    { title: importTexts.title, current: paths.people, back: { href: paths.people, label: 'Orang' }, error: refusal !== null },
    <ImportFrame
      title={importTexts.title}
      lead={importTexts.lead}
      action={paths.importPeople}
      csrf={signedIn(c).csrf}
      files={{ template: paths.peopleTemplate, example: paths.peopleExample }}
      headings={preview?.headings ?? []}
      table={typed.table}
      columns={importTexts.columns}
      fileHint={importTexts.fileHint}
      faults={preview?.faults ?? null}
      refusal={refusal}
      effect={preview && <Effect preview={preview} />}
      doubts={preview && preview.newAgencies.length > 0 && <NewAgencies agencies={preview.newAgencies} />}
      confirm={
        <>
          {preview && preview.newAgencies.length > 0 && (
            <>
              <input type="hidden" name="asked" value={listAsShown(preview.newAgencies)} />
              <Sure label={importTexts.addAgencies(preview.newAgencies.length)} refusal={refusal} />
            </>
          )}
          <ProofField c={c} refusal={refusal} />
          <Button kind="utama" name="act" value="import">
            {importTexts.ready(preview?.newPeople ?? 0)}
          </Button>
        </>
      }
    >
      <Field
        name="role"
        kind="select"
        short
        label={importTexts.roleless}
        value={typed.role}
        choices={[
          { value: 'innovator', label: 'Inovator' },
          { value: 'none', label: 'Tanpa peran' },
        ]}
      />
    </ImportFrame>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

/** All of them: what is ticked is what was read. */
function NewAgencies({ agencies }: { readonly agencies: readonly NewAgency[] }) {
  return (
    <>
      <h2>{importTexts.newAgencies}</h2>
      <p class="baca">{importTexts.newAgenciesLead}</p>
      <Table
        label={importTexts.newAgencies}
        columns={[
          { key: 'name', label: 'Nama', heading: true },
          { key: 'kind', label: 'Jenis' },
          { key: 'cell', label: 'Sel' },
          { key: 'near', label: 'Yang perlu diperiksa', phoneLabel: 'Periksa' },
        ]}
        rows={agencies.map(({ name, kind, cell, nearest }) => ({
          cells: { name, kind: agencyKindWords[kind], cell, near: nearest === '' ? '' : importTexts.nearName(nearest) },
        }))}
      />
    </>
  );
}

function Effect({ preview }: { readonly preview: ImportPreview }) {
  const { lines, warnings, newAgencies, headings, newPeople, newSeats, unchanged } = preview;
  return (
    <>
      {warnings.length > 0 && (
        <>
          <Notice kind="awas" title={importTexts.lookAt} />
          <TableFaults faults={warnings} headings={headings} areDoubts settle={toHandOver} />
        </>
      )}
      <DefinitionList
        rows={[
          { term: 'Orang baru', value: formatWhole(newPeople) },
          ...(newAgencies.length === 0 ? [] : [{ term: 'Perangkat daerah baru', value: formatWhole(newAgencies.length) }]),
          { term: 'Jabatan yang diisi', value: formatWhole(newSeats) },
          { term: 'Baris yang sudah sesuai', value: formatWhole(unchanged) },
        ]}
      />
      <EffectTable
        columns={[
          { key: 'name', label: 'Nama', heading: true },
          { key: 'account', label: 'NIP atau surel' },
          { key: 'seat', label: 'Jabatan' },
          { key: 'role', label: 'Peran' },
          { key: 'effect', label: 'Yang terjadi' },
        ]}
        lines={lines}
        cellsOf={(planned) => ({
          name: planned.line.name,
          account: planned.line.nip ?? planned.line.email,
          seat: planned.line.title === '' ? '' : `${planned.line.title}, ${planned.line.agency}`,
          role: planned.role === null ? '' : seatRoleWords[planned.role],
          effect: effectOf(planned),
        })}
      />
    </>
  );
}

/** The handover of the seat that a second head may be meant for; in a tab of its own, for the table here is not kept. */
function toHandOver({ facts }: Refusal) {
  return facts.seat ? (
    <>
      <a href={`${paths.adminSeat(String(facts.seat))}#serah`} target="_blank" rel="noopener noreferrer">
        {importTexts.toHandOver}
      </a>{' '}
      <span class="redup">{importTexts.newTab}</span>
    </>
  ) : null;
}

function effectOf({ personId, agencyId, isHeldAlready }: PlannedLine): string {
  const seats = agencyId !== null && !isHeldAlready;
  if (personId === null) return seats ? 'orang dan jabatan baru' : 'orang baru';
  return seats ? 'jabatan ditambahkan' : 'tidak berubah';
}
