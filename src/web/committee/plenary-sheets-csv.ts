// The sheets that a result version counted, one row each, under the jurors' codes: for whoever leads the plenary.

import { hasOpened } from '../../domain/edition/stage.ts';
import { findCategoryByCode, findStages } from '../../store/edition.read.ts';
import { findPanel } from '../../store/jury.read.ts';
import { findShownResult, type ResultVersion } from '../../store/result.read.ts';
import { listDeskNames } from '../../store/result-desk.read.ts';
import { sheetListTexts } from '../../texts/id/result.ts';
import { uiTexts } from '../../texts/id/ui.ts';
import { notFound } from '../answer.tsx';
import { type CsvCell, csvText } from '../csv-text.ts';
import { editionAsked } from '../edition-asked.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { partIn } from './plenary-data.ts';

export async function downloadSheets(c: Ctx): Promise<Response> {
  const { db, now } = c.var.platform;
  const { regionId, isSample } = c.var.region;
  const { edition } = await editionAsked(c);
  const category = edition === null ? null : await findCategoryByCode(db, regionId, edition.year, c.req.param('category') ?? '');
  if (edition === null || category === null) return notFound(c);
  const { leads } = partIn(signedIn(c).actor, category, await findPanel(db, regionId, category.categoryId));
  const opened = hasOpened(await findStages(db, regionId, edition.editionId), 'plenary', now());
  const result = leads && opened ? await findShownResult(db, regionId, category.categoryId) : null;
  if (result === null) return notFound(c);
  const names = new Map((await listDeskNames(db, regionId, category.categoryId)).map((one) => [one.registrationNumber, one.innovationName]));
  return c.body(csvText(rowsOf(result, names, isSample ? [uiTexts.sampleBand] : [])), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${isSample ? 'contoh-' : ''}lembar-${edition.year}-${category.code}-v${result.version}.csv"`,
  });
}

/** A counted sheet has its total; one that did not count, because a score is missing, has none. */
function rowsOf({ inputs, body }: ResultVersion, names: ReadonlyMap<string, string>, band: readonly string[]): readonly (readonly CsvCell[])[] {
  const totals = new Map([...body.entries, ...body.blocked].map((entry) => [entry.id, entry.totals]));
  const totalOf = (entry: string, code: string) => totals.get(entry)?.find(({ juror }) => juror === code)?.total.rounded;
  const codes = inputs.rubric.criteria.map(({ code }) => code);
  const words = sheetListTexts;
  const number = (value: string | undefined): CsvCell => (value === undefined || value === '' ? '' : { number: value });
  return [
    [words.number, words.entry, words.juror, ...inputs.rubric.criteria.map(({ name }) => name), words.total, ...band.map(() => words.band)],
    ...inputs.sheets.map(({ entry, juror, scores }) => [
      entry,
      names.get(entry) ?? '',
      juror,
      ...codes.map((code) => number(scores[code])),
      number(totalOf(entry, juror)),
      ...band,
    ]),
  ];
}
