// A rubric out to a file and in again. A file is only ever read into the form: nothing is saved before somebody presses save.

import { readRubricJson, readRubricSheets, rubricSheets } from '../../domain/instrument/rubric-file.ts';
import { rubricAsForm } from '../../domain/instrument/rubric-form.ts';
import { fault, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import type { CellFault } from '../../domain/shared/table.ts';
import { readJsonText, readSheets, writeSheets } from '../../platform/sheets.ts';
import { rubricLockWords } from '../../texts/id/edition.ts';
import { rubricTexts } from '../../texts/id/rubric.ts';
import { TableFaults } from '../admin/table-faults.tsx';
import { errorOf, notFound, page, problemsOf, statusOf } from '../answer.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { readTableForm } from '../table-upload.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { FileField } from '../ui/files.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { drawRubric, type FoundRubric, findRubricOf, standing } from './edition-rubric.page.tsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function sendRubric(c: Ctx): Promise<Response> {
  const found = await findRubricOf(c);
  if (found === null) return notFound(c);
  const { year } = found.view.edition;
  const isJson = c.req.path.endsWith('.json');
  const name = `rubrik-${found.category.code}-${year}.${isJson ? 'json' : 'xlsx'}`;
  const title = `Rubrik ${found.category.name} ${year}`;
  const bytes = isJson
    ? new TextEncoder().encode(`${JSON.stringify(found.rubric, null, 2)}\n`)
    : await writeSheets(title, rubricSheets(found.rubric), found.view.edition.createdAt);
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': isJson ? 'application/json; charset=utf-8' : XLSX,
    'content-disposition': `attachment; filename="${name}"`,
  });
}

export async function showRubricFile(c: Ctx): Promise<Response> {
  const found = await findRubricOf(c);
  return found === null ? notFound(c) : draw(c, found, null, []);
}

export async function readRubricFile(c: Ctx): Promise<Response> {
  const found = await findRubricOf(c);
  if (found === null) return notFound(c);
  const { file } = await readTableForm(c);
  if (file === null) return draw(c, found, atFile(refuse('rubric.no-file').refusal), []);
  const now = standing(found);
  if (/\.json$/i.test(file.name)) {
    const text = readJsonText(file.bytes);
    const form = text.ok ? readRubricJson(text.value, rubricAsForm(found.rubric)) : text;
    return form.ok ? drawRubric(c, found, null, { ...now, form: form.value }, true) : draw(c, found, atFile(form.refusal), []);
  }
  const sheets = await readSheets(file.bytes);
  const read = sheets.ok ? readRubricSheets(sheets.value, rubricAsForm(found.rubric)) : sheets;
  if (!read.ok) return draw(c, found, atFile(read.refusal), []);
  const { form, faults } = read.value;
  return faults.length === 0 ? drawRubric(c, found, null, { ...now, form }, true) : draw(c, found, refuse('rubric.file-faults').refusal, faults);
}

function atFile(refusal: Refusal): Refusal {
  return { ...refusal, fields: { file: fault(refusal.code, refusal.facts) } };
}

function draw(c: Ctx, { view, category }: FoundRubric, refusal: Refusal | null, faults: readonly CellFault[]): Response {
  const { year } = view.edition;
  const back = paths.category(year, category.code);
  const isFrozen = category.rubricLock === 'frozen';
  return page(
    c,
    { title: rubricTexts.fromFile, current: paths.edition(year), year, back: { href: back, label: category.name }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{rubricTexts.fileTitle(category.name)}</h1>
      {isFrozen && <Notice kind="segel">{rubricLockWords[category.rubricLock]}</Notice>}
      {faults.length > 0 && <TableFaults faults={faults} />}
      {!isFrozen && (
        <Form action={paths.rubricImport(year, category.code)} csrf={signedIn(c).csrf} upload>
          <FileField name="file" label={rubricTexts.file} hint={rubricTexts.fileHint} accept=".xlsx,.csv,.json" error={errorOf(refusal, 'file')} />
          <p class="baris">
            <Button kind="utama">{rubricTexts.read}</Button>
            <ButtonLink kind="netral" href={back}>
              Batal
            </ButtonLink>
          </p>
        </Form>
      )}
      <p>
        <a href={paths.rubricFile(year, category.code, 'xlsx')}>{rubricTexts.asExcel}</a>
      </p>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
