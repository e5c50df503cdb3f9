// Brings a catalogue in from a file, whole or not at all.

import { keepCatalogue } from '../../actions/instrument/keep-catalogue.ts';
import { perform } from '../../actions/perform.ts';
import { documentText, readDocument } from '../../domain/instrument/catalogue-document.ts';
import { readDocumentSheets } from '../../domain/instrument/catalogue-sheets.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import type { CellFault } from '../../domain/shared/table.ts';
import { readJsonText, readSheets } from '../../platform/sheets.ts';
import { catalogueTexts } from '../../texts/id/catalogue.ts';
import { TableFaults } from '../admin/table-faults.tsx';
import { errorOf, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { readTableForm } from '../table-upload.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { FileField } from '../ui/files.tsx';
import { Form } from '../ui/form.tsx';
import { Besides, standsBesides } from './catalogue-besides.tsx';
import { listCatalogueViews } from './catalogue-view.ts';
import { yearOf } from './edition-view.ts';

export function showNewCatalogue(c: Ctx): Promise<Response> {
  return draw(c, null, []);
}

export async function keepCatalogueHere(c: Ctx): Promise<Response> {
  const { file, form } = await readTableForm(c);
  if (file === null) return draw(c, atFile(refuse('catalogue.no-file').refusal), []);
  const read = await readCatalogueFile(file.name, file.bytes);
  if (!read.ok) return draw(c, atFile(read.refusal), []);
  if (read.value.faults.length > 0) return draw(c, refuse('catalogue.file-faults').refusal, read.value.faults);
  const outcome = await perform(c.var.platform, who(c), (act) => keepCatalogue(act, read.value.text, standsBesides(form)));
  return outcome.ok ? seeOther(c, paths.catalogue(yearOf(c) ?? 0, outcome.value.code)) : draw(c, atFile(outcome.refusal), []);
}

/** The catalogue file that an upload says: JSON as it stands, a workbook written as one. */
async function readCatalogueFile(name: string, bytes: Uint8Array): Promise<Outcome<{ text: string; faults: readonly CellFault[] }>> {
  if (/\.json$/i.test(name)) {
    const text = readJsonText(bytes);
    if (!text.ok) return text;
    const document = readDocument(text.value);
    return document.ok ? ok({ text: text.value, faults: [] }) : document;
  }
  const sheets = await readSheets(bytes);
  if (!sheets.ok) return sheets;
  const read = readDocumentSheets(sheets.value);
  return read.ok ? ok({ text: documentText(read.value.document), faults: read.value.faults }) : read;
}

function atFile(refusal: Refusal): Refusal {
  return { ...refusal, fields: { file: fault(refusal.code, refusal.facts) } };
}

async function draw(c: Ctx, refusal: Refusal | null, faults: readonly CellFault[]): Promise<Response> {
  const year = yearOf(c) ?? 0;
  const [newest] = await listCatalogueViews(c);
  return page(
    c,
    {
      title: catalogueTexts.add,
      current: paths.edition(year),
      year,
      back: { href: paths.catalogues(year), label: catalogueTexts.title },
      error: refusal !== null,
    },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{catalogueTexts.add}</h1>
      <p class="utama">{catalogueTexts.fileLead}</p>
      {faults.length > 0 && <TableFaults faults={faults} />}
      {newest !== undefined && (
        <p class="baris">
          <a href={paths.catalogueFile(year, newest.code, 'xlsx')}>
            {catalogueTexts.asExcel} ({catalogueTexts.nameOf(newest.code)})
          </a>
          <a href={paths.writeCatalogue(year, newest.code)}>{catalogueTexts.write}</a>
        </p>
      )}
      <Form action={paths.newCatalogue(year)} csrf={signedIn(c).csrf} upload>
        <FileField name="file" label={catalogueTexts.file} hint={catalogueTexts.fileHint} accept=".xlsx,.json" error={errorOf(refusal, 'file')} />
        <Besides refusal={refusal} />
        <p class="baris">
          <Button kind="utama">{catalogueTexts.read}</Button>
          <ButtonLink kind="netral" href={paths.catalogues(year)}>
            Batal
          </ButtonLink>
        </p>
      </Form>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
