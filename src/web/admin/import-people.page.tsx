import { type ImportPreview, importPeople, previewPeople } from '../../actions/people/import-people.ts';
import { managedAfresh } from '../../actions/people/managed.ts';
import { perform } from '../../actions/perform.ts';
import type { PlannedLine } from '../../domain/people/people-plan.ts';
import { isPeopleSheet } from '../../domain/people/people-table.ts';
import type { SeatRole } from '../../domain/people/role.ts';
import { type Outcome, ok, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { type CellFault, parsePasted, writePasted } from '../../domain/shared/table.ts';
import { readSheets, type SheetOfCells } from '../../platform/sheets.ts';
import { formatWhole } from '../../texts/id/format.ts';
import { importTexts, seatRoleWords } from '../../texts/id/people-admin.ts';
import { say } from '../../texts/id/say.ts';
import { errorOf, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { clean, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { readTableForm, type TableForm } from '../table-upload.ts';
import { Button } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { FileField } from '../ui/files.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';

interface Typed {
  readonly table: string;
  /** Name of the sheet the table came from. */
  readonly sheet: string;
  readonly role: string;
}

const NOTHING: Typed = { table: '', sheet: importTexts.sheet, role: 'innovator' };

export function showImport(c: Ctx): Response {
  return draw(c, NOTHING, null, null);
}

/** Checks a file or a pasted table, or takes it in when it was checked. What was pasted, or read without fault, stands in the box for the next step. */
export async function importHere(c: Ctx): Promise<Response> {
  const { form, file } = await readEither(c);
  const typed: Typed = { table: form.untrimmed('table'), sheet: form.text('sheet').slice(0, 60) || importTexts.sheet, role: form.text('role') };
  const roleless = roleOf(typed.role);
  if (file !== null) return checkFile(c, file.bytes, typed, roleless);
  const input = { sheet: { name: typed.sheet, rows: parsePasted(typed.table).map((row) => row.map((text) => ({ text }))) }, roleless };
  if (input.sheet.rows.length === 0) return draw(c, typed, null, refuse('import.empty').refusal);
  const preview = () => previewPeople(c.var.platform.db, c.var.region.regionId, input);
  if (form.text('act') === 'import') {
    const by = await provenWho(c, form);
    const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => managedAfresh(act, () => importPeople(act, input))) : by;
    if (outcome.ok) return seeOther(c, `${paths.slips}?masuk=${outcome.value.people.length}`);
    if (!by.ok) return draw(c, typed, await preview(), outcome.refusal);
    if (outcome.refusal.code !== 'import.has-faults') return draw(c, typed, null, outcome.refusal);
  }
  return checked(c, typed, await preview());
}

async function readEither(c: Ctx): Promise<TableForm> {
  const isUpload = (c.req.header('content-type') ?? '').startsWith('multipart/form-data');
  return isUpload ? readTableForm(c) : { form: await readForm(c), file: null };
}

/** A file with faults is mended where it lies; one without comes to stand in the box. */
async function checkFile(c: Ctx, bytes: Uint8Array, typed: Typed, roleless: SeatRole | null): Promise<Response> {
  const sheets = await readSheets(bytes);
  const chosen = sheets.ok ? peopleSheetOf(sheets.value) : sheets;
  if (!chosen.ok) return draw(c, typed, null, { ...chosen.refusal, fields: { file: chosen.refusal } });
  const rows = chosen.value.rows.map((row) => row.map((cell) => ({ ...cell, text: clean(cell.text) })));
  const preview = await previewPeople(c.var.platform.db, c.var.region.regionId, { sheet: { name: chosen.value.name, rows }, roleless });
  if (preview.faults.length > 0) return checked(c, typed, preview);
  return checked(c, { ...typed, sheet: chosen.value.name, table: writePasted(rows.map((row) => row.map(({ text }) => text))) }, preview);
}

function peopleSheetOf(sheets: readonly SheetOfCells[]): Outcome<SheetOfCells> {
  const [one, other] = sheets.filter(isPeopleSheet);
  if (one !== undefined && other !== undefined) return refuse('import.two-tables', { one: one.name, other: other.name });
  const found = one ?? sheets.find((sheet) => sheet.rows.length > 0);
  return found === undefined ? refuse('import.empty') : ok(found);
}

function checked(c: Ctx, typed: Typed, preview: ImportPreview): Response {
  return draw(c, typed, preview, preview.faults.length === 0 ? null : refuse('import.has-faults', { count: preview.faults.length }).refusal);
}

function roleOf(role: string): SeatRole | null {
  return role === 'innovator' ? 'innovator' : null;
}

function draw(c: Ctx, typed: Typed, preview: ImportPreview | null, refusal: Refusal | null): Response {
  const isReady = preview !== null && preview.faults.length === 0;
  return page(
    c,
    { title: importTexts.title, current: paths.people, back: { href: paths.people, label: 'Orang' }, error: refusal !== null },
    <div class="tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} title={importTexts.notYet} />}
      <h1>{importTexts.title}</h1>
      <p class="utama baca">{importTexts.lead}</p>
      {preview !== null && preview.faults.length > 0 && (
        <>
          {typed.table === '' && <p>{importTexts.inFile}</p>}
          <Faults faults={preview.faults} />
        </>
      )}
      {isReady && <Effect preview={preview} />}
      <Form action={paths.importPeople} csrf={signedIn(c).csrf} hidden={{ sheet: typed.sheet }} upload>
        {isReady && (
          <>
            <ProofField c={c} refusal={refusal} />
            <Button kind="utama" name="act" value="import">
              {importTexts.ready(preview.newPeople)}
            </Button>
          </>
        )}
        {!isReady && <FileField name="file" label={importTexts.file} hint={importTexts.fileHint} accept=".xlsx,.csv,.txt" error={errorOf(refusal, 'file')} />}
        <Field name="table" kind="textarea" rows={isReady ? 6 : 12} label={importTexts.table} hint={importTexts.columns} value={typed.table} />
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
        <Button kind={isReady ? 'netral' : 'utama'} name="act" value="check">
          {importTexts.check}
        </Button>
      </Form>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

const MOST_SHOWN = 100;

function Faults({ faults }: { readonly faults: readonly CellFault[] }) {
  return (
    <Table
      label="Sel yang perlu diperbaiki"
      caption={faults.length > MOST_SHOWN ? `${MOST_SHOWN} yang pertama dari ${formatWhole(faults.length)}` : undefined}
      columns={[
        { key: 'sheet', label: 'Lembar' },
        { key: 'cell', label: 'Sel', heading: true },
        { key: 'what', label: 'Yang perlu diperbaiki' },
      ]}
      rows={faults.slice(0, MOST_SHOWN).map(({ sheet, cell, fault }) => ({ cells: { sheet, cell, what: say(fault) } }))}
    />
  );
}

function Effect({ preview }: { readonly preview: ImportPreview }) {
  const { lines, newPeople, newSeats, unchanged } = preview;
  return (
    <>
      <Notice kind="sukses" title="Tabel dapat dimasukkan" live>
        Belum ada yang tersimpan. Periksa ringkasannya, lalu tekan tombol di bawah.
      </Notice>
      <DefinitionList
        rows={[
          { term: 'Orang baru', value: formatWhole(newPeople) },
          { term: 'Jabatan yang diisi', value: formatWhole(newSeats) },
          { term: 'Baris yang sudah sesuai', value: formatWhole(unchanged) },
        ]}
      />
      <Table
        label="Yang akan terjadi"
        caption={lines.length > MOST_SHOWN ? `${MOST_SHOWN} baris pertama dari ${formatWhole(lines.length)}` : undefined}
        columns={[
          { key: 'name', label: 'Nama', heading: true },
          { key: 'account', label: 'NIP atau surel' },
          { key: 'seat', label: 'Jabatan' },
          { key: 'role', label: 'Peran' },
          { key: 'effect', label: 'Yang terjadi' },
        ]}
        rows={lines.slice(0, MOST_SHOWN).map((planned) => ({
          cells: {
            name: planned.line.name,
            account: planned.line.nip ?? planned.line.email,
            seat: planned.line.title === '' ? '' : `${planned.line.title}, ${planned.line.agency}`,
            role: planned.line.role === null || planned.line.title === '' ? '' : seatRoleWords[planned.line.role],
            effect: effectOf(planned),
          },
        }))}
      />
    </>
  );
}

function effectOf({ personId, agencyId, isHeldAlready }: PlannedLine): string {
  const seats = agencyId !== null && !isHeldAlready;
  if (personId === null) return seats ? 'orang dan jabatan baru' : 'orang baru';
  return seats ? 'jabatan ditambahkan' : 'tidak berubah';
}
