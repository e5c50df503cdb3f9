// `bailang index --rule iid-2026 portfolio.json`: a region's innovation index from one file, without a database.

import { parseArgs } from 'node:util';
import { strangeAffairs } from '../domain/regional-index/affair-check.ts';
import { compareRules } from '../domain/regional-index/compare.ts';
import { nextGains } from '../domain/regional-index/gains.ts';
import { computeIndex, type PortfolioInnovation } from '../domain/regional-index/iid.ts';
import { type IndexRule, readIndexRule } from '../domain/regional-index/rule.ts';
import { type Scenario, simulate } from '../domain/regional-index/scenario.ts';
import { type Outcome, ok, refuse } from '../domain/shared/outcome.ts';
import { shippedCatalogues } from '../platform/catalogues.ts';
import { sayIndexRefusal, sayStrangeAffair } from '../texts/id/regional-index.ts';
import { readPortfolio, readScenario } from './index-portfolio.ts';
import { indexReport } from './index-report.ts';
import { orderedJson } from './ordered-json.ts';
import type { CliIo } from './rank.ts';
import { readText } from './text-file.ts';

/**
 * Runs the command with the arguments after `index`. Exit status 0 with the report on standard output, and a line on standard error for each
 * affair no list knows; 2 with one line on standard error that names what is wrong, and nothing on standard output.
 */
export async function runIndex(argv: readonly string[], io: CliIo): Promise<number> {
  const notes: string[] = [];
  const report = await indexOf(argv, notes);
  if (report.ok) for (const note of notes) io.stderr(`bailang index: ${note}\n`);
  if (report.ok) io.stdout(`${report.value}\n`);
  else io.stderr(`bailang index: ${sayIndexRefusal(report.refusal).replace(/\s+/g, ' ')}\n`);
  return report.ok ? 0 : 2;
}

async function indexOf(argv: readonly string[], notes: string[]): Promise<Outcome<string>> {
  const asked = readArguments(argv);
  if (!asked.ok) return asked;
  const { gains, scenario: scenarioPath, against } = asked.value;
  const rule = await readRule(asked.value.rule);
  if (!rule.ok) return rule;
  const portfolio = await readFrom(asked.value.portfolio, readPortfolio);
  if (!portfolio.ok) return portfolio;
  const strange = checkAffairs(rule.value, portfolio.value.innovations, notes);
  if (strange !== null) return strange;
  const index = computeIndex(rule.value, portfolio.value);
  if (!index.ok) return index;
  const next = gains === null ? ok(null) : nextGains(rule.value, portfolio.value, gains);
  if (!next.ok) return next;
  const scenario = scenarioPath === null ? ok(null) : await readFrom(scenarioPath, readScenario);
  if (!scenario.ok) return scenario;
  const strangeThere = scenario.value === null ? null : checkAffairs(rule.value, affairsOf(scenario.value), notes);
  if (strangeThere !== null) return strangeThere;
  const simulation = scenario.value === null ? ok(null) : simulate(rule.value, portfolio.value, scenario.value);
  if (!simulation.ok) return simulation;
  const other = against === null ? ok(null) : await readRule(against);
  if (!other.ok) return other;
  const comparison = other.value === null ? ok(null) : compareRules(rule.value, other.value, portfolio.value);
  if (!comparison.ok) return comparison;
  return ok(orderedJson(indexReport(index.value, { gains: next.value, simulation: simulation.value, comparison: comparison.value })));
}

/** A slip of the pen is refused; an affair of the office's own is counted as no basic service, and said. */
function checkAffairs(rule: IndexRule, innovations: readonly PortfolioInnovation[], notes: string[]): Outcome<never> | null {
  const strange = strangeAffairs(rule, innovations);
  const misspelt = strange.find(({ near }) => near !== '');
  if (misspelt !== undefined) return refuse('index.affair-unknown', { ...misspelt });
  notes.push(...strange.map(sayStrangeAffair));
  return null;
}

function affairsOf({ changed, added }: Scenario): readonly PortfolioInnovation[] {
  return [...[...changed].map(([code, { affair, levels }]) => ({ code, affair: affair ?? '', levels })), ...added];
}

interface Asked {
  readonly rule: string;
  readonly portfolio: string;
  readonly gains: number | null;
  readonly scenario: string | null;
  readonly against: string | null;
}

function readArguments(argv: readonly string[]): Outcome<Asked> {
  const text = { type: 'string', multiple: true } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { rule: text, gains: text, 'what-if': text, against: text },
      allowPositionals: true,
    });
    const { rule = [], gains = [], 'what-if': scenario = [], against = [] } = values;
    const once = [rule, gains, scenario, against].every((given) => given.length <= 1);
    const [chosen, portfolio, number = null] = [rule[0], positionals[0], gains[0]];
    if (!once || chosen === undefined || portfolio === undefined || positionals.length > 1) return refuse('index.usage');
    if (number !== null && !/^[1-9]\d{0,4}$/.test(number)) return refuse('index.gains-invalid', { typed: number });
    return ok({ rule: chosen, portfolio, gains: number === null ? null : Number(number), scenario: scenario[0] ?? null, against: against[0] ?? null });
  } catch {
    return refuse('index.usage');
  }
}

const SHIPPED = /^[a-z]+-\d{4}$/;

async function readRule(name: string): Promise<Outcome<IndexRule>> {
  if (!SHIPPED.test(name)) return readFrom(name, readIndexRule);
  const shipped = shippedCatalogues();
  return shipped.get(name)?.rule ?? refuse('index.rule-unknown', { rule: name, known: [...shipped.keys()] });
}

async function readFrom<T>(path: string, read: (text: string) => Outcome<T>): Promise<Outcome<T>> {
  const text = await readText(path);
  if (!text.ok) return text;
  const value = read(text.value);
  return value.ok ? value : { ok: false, refusal: { ...value.refusal, facts: { path, ...value.refusal.facts } } };
}
