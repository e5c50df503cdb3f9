// portfolio.json and what-if.json of the index contract: read strictly, so that nothing written in them is lost or guessed.

import type { Levels } from '../domain/instrument/points.ts';
import type { Portfolio, PortfolioInnovation } from '../domain/regional-index/iid.ts';
import type { Scenario } from '../domain/regional-index/scenario.ts';
import { repeatedKey } from '../domain/shared/json-keys.ts';
import { lookAlikes } from '../domain/shared/near-word.ts';
import { type Outcome, ok, refuse } from '../domain/shared/outcome.ts';

type Fields = Readonly<Record<string, unknown>>;

const HIGHEST_LEVEL = 3;

/**
 * A portfolio: `year`, `spd` {code: level}, `innovations` [{`code`, `affair`, `levels` {code: level}}]. Other keys are not read.
 * Refuses `portfolio.not-json`, `portfolio.repeated-key` (key), `portfolio.look-alike` (code, other), `portfolio.value` (field) and `index.level-invalid` (code, innovation,
 * level). Whether codes and year are known is the rule's question.
 */
export function readPortfolio(text: string): Outcome<Portfolio> {
  const file = parse(text);
  if (!file.ok) return file;
  const { year, spd, innovations } = file.value;
  if (!isYear(year)) return refuse('portfolio.value', { field: 'year' });
  const region = readLevels(spd, 'spd', '');
  if (!region.ok) return region;
  const listed = readInnovations(innovations, 'innovations');
  return listed.ok ? ok({ year, spd: region.value, innovations: listed.value }) : listed;
}

/**
 * A scenario: `year`, `spd`, `change` {innovation: {`affair`, `levels`}}, `add` [innovation], `remove` [code], each optional.
 * Refuses as readPortfolio does.
 */
export function readScenario(text: string): Outcome<Scenario> {
  const file = parse(text);
  if (!file.ok) return file;
  const { year = null, spd = {}, change = {}, add = [], remove = [] } = file.value;
  const known = ['year', 'spd', 'change', 'add', 'remove'];
  const unknown = Object.keys(file.value).find((key) => !known.includes(key));
  if (unknown !== undefined) return refuse('portfolio.value', { field: unknown });
  if (year !== null && !isYear(year)) return refuse('portfolio.value', { field: 'year' });
  if (!Array.isArray(remove) || !remove.every((code) => typeof code === 'string')) return refuse('portfolio.value', { field: 'remove' });
  const region = readLevels(spd, 'spd', '');
  if (!region.ok) return region;
  const added = readInnovations(add, 'add');
  if (!added.ok) return added;
  const changed = readChanges(change);
  return changed.ok ? ok({ year, spd: region.value, changed: changed.value, added: added.value, removed: remove }) : changed;
}

function parse(text: string): Outcome<Fields> {
  const bare = text.replace(/^\uFEFF/, '');
  const value = parseJson(bare);
  if (!isFields(value)) return refuse('portfolio.not-json');
  const key = repeatedKey(bare);
  return key === null ? ok(value) : refuse('portfolio.repeated-key', { key });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isYear(value: unknown): value is number {
  return Number.isInteger(value);
}

function readLevels(value: unknown, field: string, innovation: string): Outcome<Levels> {
  if (!isFields(value)) return refuse('portfolio.value', { field });
  for (const [code, level] of Object.entries(value)) {
    if (!isLevel(level)) return refuse('index.level-invalid', { code, innovation, level: JSON.stringify(level) });
  }
  return ok(value as Levels);
}

function isLevel(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= HIGHEST_LEVEL;
}

function readInnovations(value: unknown, field: string): Outcome<readonly PortfolioInnovation[]> {
  if (!Array.isArray(value)) return refuse('portfolio.value', { field });
  const innovations: PortfolioInnovation[] = [];
  const earlier = lookAlikes();
  for (const [at, one] of value.entries()) {
    const { code, affair, levels } = isFields(one) ? one : {};
    const where = `${field}[${at}]`;
    if (typeof code !== 'string' || code.trim() === '') return refuse('portfolio.value', { field: `${where}.code` });
    const other = earlier(code);
    if (other !== null) return refuse('portfolio.look-alike', { code, other });
    if (typeof affair !== 'string') return refuse('portfolio.value', { field: `${where}.affair` });
    const read = readLevels(levels, `${where}.levels`, code);
    if (!read.ok) return read;
    innovations.push({ code, affair, levels: read.value });
  }
  return ok(innovations);
}

function readChanges(value: unknown): Outcome<Scenario['changed']> {
  if (!isFields(value)) return refuse('portfolio.value', { field: 'change' });
  const changed = new Map<string, { readonly affair: string | null; readonly levels: Levels }>();
  for (const [code, one] of Object.entries(value)) {
    const { affair = null, levels = {} } = isFields(one) ? one : { levels: null };
    if (affair !== null && typeof affair !== 'string') return refuse('portfolio.value', { field: `change.${code}.affair` });
    const read = readLevels(levels, `change.${code}.levels`, code);
    if (!read.ok) return read;
    changed.set(code, { affair, levels: read.value });
  }
  return ok(changed);
}
