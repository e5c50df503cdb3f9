// The answers of a satisfaction survey: one row per questionnaire, one column per element, an empty field where nothing was answered.

import { isAnswer, type Responses } from '../domain/benefit/skm.ts';
import { type Outcome, ok, refuse } from '../domain/shared/outcome.ts';
import { readCsv } from './csv.ts';

export interface SkmAnswers {
  /** Codes of the header: U1, U2, … */
  readonly elements: readonly string[];
  readonly responses: Responses;
}

/**
 * Reads a header `U1,…,Un` (a first column `responden` may stand before it) and its rows.
 * Refuses, always with the row (its line in the file): `csv.*`, `skm.header`, `skm.answer-count` (found, wanted), `skm.answer-invalid`
 * (element, typed).
 */
export function readSkmAnswers(text: string): Outcome<SkmAnswers> {
  const records = readCsv(text);
  if (!records.ok) return records;
  const [header, ...rows] = records.value;
  const titles = (header?.fields ?? []).map((field) => field.trim().toUpperCase());
  const skipped = titles[0] === 'RESPONDEN' ? 1 : 0;
  const elements = titles.slice(skipped);
  if (elements.length === 0 || elements.some((code, at) => code !== `U${at + 1}`)) return refuse('skm.header', { row: 1 });
  const responses: (number | null)[][] = [];
  for (const { line, fields } of rows) {
    if (fields.length !== titles.length) return refuse('skm.answer-count', { row: line, found: fields.length, wanted: titles.length });
    const answers = fields.slice(skipped).map((field) => field.trim());
    const bad = answers.findIndex((answer) => answer !== '' && !(/^\d$/.test(answer) && isAnswer(Number(answer))));
    if (bad >= 0) return refuse('skm.answer-invalid', { row: line, element: bad + 1, typed: answers[bad] ?? '' });
    responses.push(answers.map((answer) => (answer === '' ? null : Number(answer))));
  }
  return ok({ elements, responses });
}
