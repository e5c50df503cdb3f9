// `bailang skm answers.csv`: the satisfaction index of a survey from one file, without a database.

import { parseArgs } from 'node:util';
import { computeSkm, neededRespondents, SKM_ELEMENTS, type Skm, type SkmWeight } from '../domain/benefit/skm.ts';
import { type Outcome, ok, refuse } from '../domain/shared/outcome.ts';
import { type Rational, roundHalfUp, toText } from '../domain/shared/rational.ts';
import { elementNames, gradeWords, saySkmRefusal } from '../texts/id/benefit.ts';
import { type Ordered, orderedJson } from './ordered-json.ts';
import type { CliIo } from './rank.ts';
import { readSkmAnswers } from './skm-answers.ts';
import { readText } from './text-file.ts';

/**
 * Runs the command with the arguments after `skm`. Exit status 0 with the report on standard output; 2 with one line on standard error that
 * names the row and the reason, and nothing on standard output.
 */
export async function runSkm(argv: readonly string[], io: CliIo): Promise<number> {
  const report = await skmOf(argv);
  if (report.ok) io.stdout(`${report.value}\n`);
  else io.stderr(`bailang skm: ${saySkmRefusal(report.refusal).replace(/\s+/g, ' ')}\n`);
  return report.ok ? 0 : 2;
}

interface Asked {
  readonly file: string;
  readonly weight: SkmWeight;
  readonly population: number | null;
}

async function skmOf(argv: readonly string[]): Promise<Outcome<string>> {
  const asked = readArguments(argv);
  if (!asked.ok) return asked;
  const text = await readText(asked.value.file);
  if (!text.ok) return text;
  const answers = readSkmAnswers(text.value);
  if (!answers.ok) return answers;
  const { elements, responses } = answers.value;
  const survey = computeSkm(responses, elements.length, asked.value.weight);
  if (!survey.ok) return survey;
  const { population } = asked.value;
  const needed = population === null ? ok(null) : neededRespondents(population);
  return needed.ok ? ok(orderedJson(reportOf(survey.value, elements, asked.value, needed.value))) : needed;
}

function readArguments(argv: readonly string[]): Outcome<Asked> {
  const text = { type: 'string', multiple: true } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: { weight: text, population: text }, allowPositionals: true });
    const { weight = [], population = [] } = values;
    const [file, chosen = '1/n', people] = [positionals[0], weight[0], population[0]];
    const known = chosen === '1/n' || chosen === '0.11';
    if (file === undefined || positionals.length > 1 || weight.length > 1 || population.length > 1 || !known) return refuse('skm.usage');
    if (people !== undefined && !/^\d{1,15}$/.test(people)) return refuse('skm.population-invalid', { typed: people });
    return ok({ file, weight: chosen === '0.11' ? 'printed' : 'equal', population: people === undefined ? null : Number(people) });
  } catch {
    return refuse('skm.usage');
  }
}

function reportOf(survey: Skm, codes: readonly string[], { weight, population }: Asked, needed: number | null): Ordered {
  const missing = codes.filter((_, at) => survey.elements[at]?.average === null);
  const sample = new Map<string, Ordered>([
    ['population', population],
    ['needed', needed],
    ['enough', needed !== null && survey.respondents >= needed],
  ]);
  return new Map<string, Ordered>([
    ['regulation', 'PermenPANRB 14/2017'],
    ['respondents', survey.respondents],
    ['weight', weight === 'printed' ? '0.11 as printed for 1/9: at most 99.00' : toText(survey.weight)],
    ['elements', new Map(codes.map((code, at) => [code, elementOf(survey, codes, at)]))],
    ['index', printed(survey.index)],
    ['index_exact', exact(survey.index)],
    ['skm', survey.value?.rounded ?? null],
    ['skm_exact', survey.value?.exact ?? null],
    ['grade', survey.grade],
    ['label', survey.grade === null ? null : gradeWords[survey.grade]],
    ...(missing.length === 0 ? [] : [['not_estimable', missing] as const]),
    ...(needed === null ? [] : [['sample', sample] as const]),
  ]);
}

function elementOf(survey: Skm, codes: readonly string[], at: number): Ordered {
  const { answers = 0, average = null, weighted = null } = survey.elements[at] ?? {};
  const name = codes.length === SKM_ELEMENTS.length ? elementNames[at] : undefined;
  return new Map<string, Ordered>([
    ...(name === undefined ? [] : [['name', name] as const]),
    ['answers', answers],
    ['nrr', printed(average)],
    ['nrr_exact', exact(average)],
    ['weighted', printed(weighted)],
    ['weighted_exact', exact(weighted)],
  ]);
}

function printed(value: Rational | null): string | null {
  return value === null ? null : roundHalfUp(value, 2);
}

function exact(value: Rational | null): string | null {
  return value === null ? null : toText(value);
}
