// Survei Kepuasan Masyarakat: the index of answers 1 to 4 to the regulation's elements, exact until printed once.

import { type Figure, figure } from '../result/figure.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { compare, div, fromInt, mean, mul, type Rational, rational, sum } from '../shared/rational.ts';

/** Codes of the nine elements of PermenPANRB 14/2017, in its order; their names are words. */
export const SKM_ELEMENTS: readonly string[] = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9'];

/** One questionnaire: an answer 1..4 per element, null where none was given. */
export type Responses = readonly (readonly (number | null)[])[];

/** `equal`: 1/n, exact. `printed`: 0.11 as the regulation writes 1/9, so that nine elements reach 99 at most; always labelled. */
export type SkmWeight = 'equal' | 'printed';

export type SkmGrade = 'A' | 'B' | 'C' | 'D';

export interface SkmElement {
  /** Questionnaires that answered it. */
  readonly answers: number;
  /** NRR, the mean of the answers, 1..4; null = not estimable. */
  readonly average: Rational | null;
  /** NRR x weight. */
  readonly weighted: Rational | null;
}

export interface Skm {
  /** Questionnaires with at least one answer. */
  readonly respondents: number;
  readonly weight: Rational;
  readonly elements: readonly SkmElement[];
  /** Sum of the weighted means, 1..4; null while an element has no answer: its weight is never given to the others. */
  readonly index: Rational | null;
  /** 25 x index, 25..100, printed with two decimals. */
  readonly value: Figure | null;
  /** Of the printed value. */
  readonly grade: SkmGrade | null;
}

const LOWEST_ANSWER = 1;
const HIGHEST_ANSWER = 4;
const SCALE = fromInt(25);
const PLACES = 2;

/**
 * The survey's index over `elements` elements.
 * Refuses `skm.no-elements`, `skm.printed-weight` (the printed weight belongs to nine elements), `skm.answer-count` (row, found, wanted) and
 * `skm.answer-invalid` (row, element, typed); rows count from 1.
 * @basis PermenPANRB 14/2017: SKM = sum(NRR x weight) x 25; SCORING 14.
 */
export function computeSkm(responses: Responses, elements: number, weight: SkmWeight = 'equal'): Outcome<Skm> {
  if (!Number.isInteger(elements) || elements < 1) return refuse('skm.no-elements');
  if (weight === 'printed' && elements !== SKM_ELEMENTS.length) return refuse('skm.printed-weight', { elements });
  const fault = faultOf(responses, elements);
  if (fault !== null) return fault;
  const each = weight === 'printed' ? rational('0.11') : div(fromInt(1), fromInt(elements));
  const rows = Array.from({ length: elements }, (_, at) => elementOf(responses, at, each));
  const weighted = rows.flatMap((row) => row.weighted ?? []);
  const index = weighted.length < elements ? null : sum(weighted);
  const value = index === null ? null : figure(mul(SCALE, index), PLACES);
  return ok({
    respondents: responses.filter((answers) => answers.some((answer) => answer !== null)).length,
    weight: each,
    elements: rows,
    index,
    value,
    grade: value === null ? null : gradeOf(value.rounded),
  });
}

/** Whether a number is an answer of the survey: 1, 2, 3 or 4. */
export function isAnswer(value: number): boolean {
  return Number.isInteger(value) && value >= LOWEST_ANSWER && value <= HIGHEST_ANSWER;
}

const BANDS: readonly (readonly [SkmGrade, string])[] = [
  ['A', '88.31'],
  ['B', '76.61'],
  ['C', '65.00'],
];

/**
 * The grade (mutu pelayanan) of a value already rounded half up to two decimals. The bands have gaps between their third decimals (88.305),
 * so only rounded values have a grade. Below 65.00 it is D, also under 25.00, where only the printed weight can lead.
 * @basis PermenPANRB 14/2017; SCORING 14.
 */
export function gradeOf(printed: string): SkmGrade {
  return BANDS.find(([, from]) => compare(rational(printed), rational(from)) >= 0)?.[0] ?? 'D';
}

/** X2 = 3.841, P = Q = 0.5, d = 0.05. */
const CHI_SQUARE_PQ = rational('0.96025');
const ERROR_SQUARE = rational('0.0025');

/**
 * Respondents a survey of `population` served people needs: X2 N P Q / (d2 (N - 1) + X2 P Q), rounded half up to whole people, never more
 * than the population.
 * Refuses `skm.population-invalid` for anything but a whole number from 1.
 * @basis Krejcie & Morgan (1970), the table of PermenPANRB 14/2017.
 */
export function neededRespondents(population: number): Outcome<number> {
  if (!Number.isSafeInteger(population) || population < 1) return refuse('skm.population-invalid', { typed: String(population) });
  const above = mul(CHI_SQUARE_PQ, fromInt(population));
  const below = sum([mul(ERROR_SQUARE, fromInt(population - 1)), CHI_SQUARE_PQ]);
  return ok(Number(figure(div(above, below), 0).rounded));
}

function faultOf(responses: Responses, elements: number) {
  for (const [at, answers] of responses.entries()) {
    if (answers.length !== elements) return refuse('skm.answer-count', { row: at + 1, found: answers.length, wanted: elements });
    const bad = answers.findIndex((answer) => answer !== null && !isAnswer(answer));
    if (bad >= 0) return refuse('skm.answer-invalid', { row: at + 1, element: bad + 1, typed: String(answers[bad]) });
  }
  return null;
}

function elementOf(responses: Responses, at: number, weight: Rational): SkmElement {
  const given = responses.flatMap((answers) => answers[at] ?? []);
  if (given.length === 0) return { answers: 0, average: null, weighted: null };
  const average = mean(given.map(fromInt));
  return { answers: given.length, average, weighted: mul(average, weight) };
}
