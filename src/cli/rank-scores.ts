// scores.csv of the rank contract: submission,juror,criterion,score. An empty score is missing, never zero.

import { type Rubric, readPoints } from '../domain/instrument/rubric.ts';
import type { CountedSheet } from '../domain/result/result.ts';
import { lookAlikes, nearestWord } from '../domain/shared/near-word.ts';
import { type Outcome, ok, refuse } from '../domain/shared/outcome.ts';
import { type CsvRecord, readCsv } from './csv.ts';

export interface RankScores {
  readonly submissions: readonly string[];
  readonly sheets: readonly CountedSheet[];
}

const HEADER = ['submission', 'juror', 'criterion', 'score'];
/** Far beyond any category: 200 entries by 9 jurors and 20 criteria are 36,000 rows. */
const MOST_ROWS = 200_000;
const FORMULA = /^[=+\-@\t]/;

/**
 * The sheets of a scores file. Refuses, always with the row (its line in the file): `csv.*`, `row.header`, `row.fields`, `row.empty-name`,
 * `row.formula`, `row.unknown-criterion` (near), `row.look-alike` (name, other), `row.duplicate`, `score.*`. `desk` are the entries that have a desk
 * value: they are the same names.
 */
export function readRankScores(text: string, rubric: Rubric, desk: readonly string[] = []): Outcome<RankScores> {
  const records = readCsv(text, MOST_ROWS + 1);
  if (!records.ok) return records;
  const [header, ...rows] = records.value;
  if (header === undefined || header.fields.map((field) => field.trim().toLowerCase()).join() !== HEADER.join()) return refuse('row.header', { row: 1 });
  const criteria = new Map(rubric.criteria.map((criterion) => [criterion.code, criterion] as const));
  const sheets = new Map<string, Map<string, Record<string, string>>>();
  const [earlierEntry, earlierJuror] = [lookAlikes(), lookAlikes()];
  desk.forEach(earlierEntry);
  for (const record of rows) {
    const read = readRow(record);
    if (!read.ok) return read;
    const [submission, juror, code, score] = read.value;
    const criterion = criteria.get(code);
    if (criterion === undefined) return refuse('row.unknown-criterion', { row: record.line, criterion: code, near: nearestWord(code, [...criteria.keys()]) });
    const [otherEntry, otherJuror] = [earlierEntry(submission), earlierJuror(juror)];
    if (otherEntry !== null) return refuse('row.look-alike', { row: record.line, name: submission, other: otherEntry });
    if (otherJuror !== null) return refuse('row.look-alike', { row: record.line, name: juror, other: otherJuror });
    const scores = sheetOf(sheets, submission, juror);
    if (Object.hasOwn(scores, code)) return refuse('row.duplicate', { row: record.line, submission, juror, criterion: code });
    const points = score === '' ? null : readPoints(criterion, score);
    if (points !== null && !points.ok) return refuse(points.refusal.code, { ...points.refusal.facts, row: record.line });
    scores[code] = score;
  }
  const listed = [...sheets].flatMap(([entry, jurors]) => [...jurors].map(([juror, scores]) => ({ entry, juror, scores })));
  return ok({ submissions: [...sheets.keys()], sheets: listed });
}

type Row = readonly [submission: string, juror: string, criterion: string, score: string];

function readRow({ line, fields }: CsvRecord): Outcome<Row> {
  const [submission = '', juror = '', criterion = '', score = ''] = fields.map((field) => field.trim());
  if (fields.length !== HEADER.length) return refuse('row.fields', { row: line, found: fields.length });
  const names = [submission, juror, criterion];
  if (names.includes('')) return refuse('row.empty-name', { row: line });
  if (names.some((name) => FORMULA.test(name))) return refuse('row.formula', { row: line });
  return ok([submission, juror, criterion, score]);
}

function sheetOf(sheets: Map<string, Map<string, Record<string, string>>>, submission: string, juror: string): Record<string, string> {
  const jurors = sheets.get(submission) ?? new Map<string, Record<string, string>>();
  sheets.set(submission, jurors);
  const scores = jurors.get(juror) ?? {};
  jurors.set(juror, scores);
  return scores;
}
