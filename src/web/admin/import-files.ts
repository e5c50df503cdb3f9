// Workbooks to fill in, empty or with an example, for the tables of people and agencies: what comes back is read as it is.

import type { AgencyKind } from '../../domain/people/agency.ts';
import { type WrittenSheet, writeSheets } from '../../platform/sheets.ts';
import { listAgencies } from '../../store/people.read.ts';
import { fileTexts } from '../../texts/id/people-import.ts';
import type { Ctx } from '../request.ts';

interface TableWords {
  readonly sheet: string;
  /** Heading, width, what to write there, and what may be chosen. */
  readonly columns: readonly (readonly [string, number, string] | readonly [string, number, string, readonly string[]])[];
}

export async function peopleTemplate(c: Ctx): Promise<Response> {
  return workbook(c, fileTexts.people, [], [await agencyNames(c)]);
}

/** Kinds of office with a head, those whose head is called so first. */
const HEADED: readonly AgencyKind[] = ['skpd', 'puskesmas', 'blud', 'school', 'village', 'kecamatan'];

/** With offices of this region, so that the example can be checked as it is. */
export async function peopleExample(c: Ctx): Promise<Response> {
  const agencies = await listAgencies(c.var.platform.db, c.var.region.regionId);
  const [one, other] = HEADED.flatMap((kind) => agencies.filter((agency) => agency.kind === kind)).map(({ name }) => name);
  const place = one ?? fileTexts.anAgency;
  return workbook(c, fileTexts.people, fileTexts.peopleRows(place, other ?? place), []);
}

export function agencyTemplate(c: Ctx): Promise<Response> {
  return workbook(c, fileTexts.agencies, [], []);
}

export function agencyExample(c: Ctx): Promise<Response> {
  return workbook(c, fileTexts.agencies, fileTexts.agencyRows, []);
}

async function agencyNames(c: Ctx): Promise<WrittenSheet> {
  const names = await listAgencies(c.var.platform.db, c.var.region.regionId);
  return { name: fileTexts.namesSheet, columns: [{ heading: fileTexts.namesHeading, width: 60 }], rows: names.map(({ name }) => [name]) };
}

async function workbook(c: Ctx, words: TableWords, rows: readonly (readonly string[])[], more: readonly WrittenSheet[]): Promise<Response> {
  const table = {
    name: words.sheet,
    columns: words.columns.map(([heading, width, , choices]) => ({ heading, width, asText: true, ...(choices ? { choices } : {}) })),
    rows,
  };
  const notes = {
    name: fileTexts.notesSheet,
    columns: fileTexts.notesColumns.map((heading) => ({ heading, width: 50 })),
    rows: words.columns.map(([heading, , note]) => [fileTexts.columnOf(heading), note]),
  };
  const name = fileTexts.fileName(words.sheet, rows.length > 0);
  return c.body(new Uint8Array(await writeSheets(name, [table, notes, ...more], c.var.platform.now())), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="${name}"`,
  });
}
