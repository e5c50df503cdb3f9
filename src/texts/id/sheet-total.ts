// The total of a sheet in words: the same on the page, at the seal and while the juror is still typing.

import { runningTotal, type Scores, sheetTotal } from '../../domain/assessment/sheet.ts';
import type { Rubric } from '../../domain/instrument/rubric.ts';
import { roundHalfUp } from '../../domain/shared/rational.ts';
import { formatDecimal, formatScore } from './format.ts';

/** A complete total in words: `80,95`, for level rubrics with their points, `51 dari 63, nilai 80,95`. */
export function totalWords(rubric: Rubric, scores: Scores): string {
  const { total, weighted } = sheetTotal(rubric, scores);
  if (total === null) return '–';
  const value = formatScore(roundHalfUp(total, rubric.decimals), rubric.decimals);
  if (weighted === undefined) return value;
  return `${points(roundHalfUp(weighted.points, 4))} dari ${points(roundHalfUp(weighted.max, 4))}, nilai ${value}`;
}

/** `3 dari 5 kriteria dinilai, sementara 41,20.`, or the total once every criterion is scored. */
export function sheetProgress(rubric: Rubric, scores: Scores): string {
  const { scored, of, sum } = runningTotal(rubric, scores);
  if (scored === of) return `Total ${totalWords(rubric, scores)}.`;
  return `${scored} dari ${of} kriteria dinilai, sementara ${formatScore(roundHalfUp(sum, 2))}.`;
}

function points(text: string): string {
  return formatDecimal(text.replace(/\.?0+$/, ''));
}
