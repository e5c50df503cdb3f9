import { importAgencies } from '../../actions/people/import-agencies.ts';
import { perform } from '../../actions/perform.ts';
import { type AgencyTable, isAgencySheet, readAgencyTable } from '../../domain/people/agency-table.ts';
import { type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { currentEdition } from '../../store/edition.read.ts';
import { listAgencies } from '../../store/people.read.ts';
import { agencyKindWords } from '../../texts/id/edition.ts';
import { formatWhole } from '../../texts/id/format.ts';
import { agencyTexts, importTexts } from '../../texts/id/people-admin.ts';
import { agenciesInWords } from '../../texts/id/people-import.ts';
import { page, seeOther, statusOf } from '../answer.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { EffectTable, ImportFrame } from './import-frame.tsx';
import { readTableInput } from './table-input.ts';

export function showAgencyImport(c: Ctx): Response {
  return draw(c, '', null, null);
}

export async function importAgenciesHere(c: Ctx): Promise<Response> {
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const input = await readTableInput(c, isAgencySheet);
  const kept = input.form.untrimmed('table');
  if (!input.sheet.ok) return draw(c, kept, null, input.sheet.refusal);
  const sheet = input.sheet.value;
  const table = readAgencyTable(sheet, await listAgencies(db, regionId));
  if (table.faults.length > 0) return draw(c, kept, table, refuse('import.has-faults', { count: table.faults.length }).refusal);
  if (input.isFile || input.form.text('act') !== 'import') return draw(c, input.text, table, null);
  const editionId = (await currentEdition(db, regionId, now()))?.editionId ?? null;
  const outcome = await perform(c.var.platform, who(c), (act) => importAgencies(act, { sheet, editionId }));
  if (!outcome.ok) return draw(c, input.text, table, outcome.refusal);
  return seeOther(c, paths.agencies, ['taken-in', agenciesInWords(outcome.value.agencies, outcome.value.targets)]);
}

function draw(c: Ctx, typed: string, table: AgencyTable | null, refusal: Refusal | null): Response {
  return page(
    c,
    { title: agencyTexts.importTitle, current: paths.agencies, back: { href: paths.agencies, label: 'Perangkat daerah' }, error: refusal !== null },
    <ImportFrame
      title={agencyTexts.importTitle}
      lead={agencyTexts.importLead}
      action={paths.importAgencies}
      csrf={signedIn(c).csrf}
      table={typed}
      files={{ template: paths.agencyTemplate, example: paths.agencyExample }}
      headings={table?.headings ?? []}
      columns={agencyTexts.columns}
      fileHint={importTexts.agencyFileHint}
      faults={table?.faults ?? null}
      refusal={refusal}
      effect={table && <Effect table={table} />}
      confirm={
        <Button kind="utama" name="act" value="import">
          {`Simpan ${formatWhole(table?.lines.length ?? 0)} baris`}
        </Button>
      }
    />,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function Effect({ table }: { readonly table: AgencyTable }) {
  return (
    <EffectTable
      columns={[
        { key: 'name', label: 'Nama', heading: true },
        { key: 'short', label: 'Nama pendek' },
        { key: 'kind', label: 'Jenis' },
        { key: 'target', label: 'Target', numeric: true },
        { key: 'effect', label: 'Yang terjadi' },
      ]}
      lines={table.lines}
      cellsOf={({ name, shortName, kind, target, agencyId }) => ({
        name,
        short: shortName,
        kind: agencyKindWords[kind],
        target: target ?? '',
        effect: agencyId === null ? 'ditambahkan' : target === null ? 'tidak berubah' : 'targetnya diisi',
      })}
    />
  );
}
