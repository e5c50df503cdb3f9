// One table for an import, from a spreadsheet or pasted: whichever the form brought.

import { type Outcome, ok, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { parsePasted, type TableSheet, writePasted } from '../../domain/shared/table.ts';
import { readSheets } from '../../platform/sheets.ts';
import { clean, type Form, readForm } from '../form.ts';
import type { Ctx } from '../request.ts';
import { readTableForm } from '../table-upload.ts';

export interface TableInput {
  readonly form: Form;
  /** What stands in the box for the next step. */
  readonly text: string;
  readonly isFile: boolean;
  readonly sheet: Outcome<TableSheet>;
}

/** `isTable` finds the sheet among several; a file refused as a whole says so at its field. */
export async function readTableInput(c: Ctx, isTable: (sheet: TableSheet) => boolean): Promise<TableInput> {
  const isUpload = (c.req.header('content-type') ?? '').startsWith('multipart/form-data');
  const { form, file } = isUpload ? await readTableForm(c) : { form: await readForm(c), file: null };
  if (file === null) return pasted(form);
  const sheets = await readSheets(file.bytes);
  const chosen = sheets.ok ? chosenOf(sheets.value, isTable) : sheets;
  const typed = { form, isFile: true, text: form.untrimmed('table') };
  if (!chosen.ok) return { ...typed, sheet: { ok: false, refusal: atFile(chosen.refusal) } };
  const { name } = chosen.value;
  const rows = chosen.value.rows.map((row) => row.map((cell) => ({ ...cell, text: clean(cell.text) })));
  return { ...typed, text: writePasted(rows.map((row) => row.map(({ text }) => text))), sheet: ok({ name, rows }) };
}

function pasted(form: Form): TableInput {
  const text = form.untrimmed('table');
  const rows = parsePasted(text).map((row) => row.map((one) => ({ text: one })));
  return { form, isFile: false, text, sheet: rows.length === 0 ? refuse('import.empty') : ok({ name: '', rows }) };
}

function atFile(refusal: Refusal): Refusal {
  return { ...refusal, fields: { file: refusal } };
}

function chosenOf(sheets: readonly TableSheet[], isTable: (sheet: TableSheet) => boolean): Outcome<TableSheet> {
  const [one, other] = sheets.filter(isTable);
  if (one !== undefined && other !== undefined) return refuse('import.two-tables', { one: one.name, other: other.name });
  const found = one ?? sheets.find((sheet) => sheet.rows.length > 0);
  return found === undefined ? refuse('import.empty') : ok(found);
}
