// config.json of the rank contract: the rubric, the shares and the ladder of one category. Numbers may be text or JSON numbers.

import type { CutPolicy } from '../domain/edition/category.ts';
import { type Criterion, checkRubric, type Rubric, type Scale } from '../domain/instrument/rubric.ts';
import { checkDecisions, checkLadder } from '../domain/result/ladder.ts';
import type { Lot } from '../domain/result/lot.ts';
import type { ResultInput } from '../domain/result/result.ts';
import type { Decision } from '../domain/result/tie-break.ts';
import { parseDecimalJson } from '../domain/shared/decimal-json.ts';
import { repeatedKey } from '../domain/shared/json-keys.ts';
import { lookAlikes, nearestWord } from '../domain/shared/near-word.ts';
import { type Outcome, ok, refuse } from '../domain/shared/outcome.ts';
import { compare, div, HUNDRED, mul, parseDecimal, parseExact, type Rational, toText, ZERO } from '../domain/shared/rational.ts';

export interface RankConfig extends Omit<ResultInput, 'entries' | 'sheets'> {
  /** Submission -> exact desk value on 0..100. */
  readonly desk: ReadonlyMap<string, string>;
}

type Fields = Readonly<Record<string, unknown>>;

/** The finest step a score of at most 4 decimals can be on: what holds when the config names no step. */
const FINEST = '0.0001';

const KEYS: readonly string[] = [
  ...['criteria', 'scale', 'incomplete_sheet', 'jury_aggregate', 'trim', 'min_jurors', 'desk', 'desk_weight', 'jury_weight', 'desk_scale_max'],
  ...['decimals', 'rank_on', 'tiebreak', 'top_n', 'cutoff', 'decisions', 'lot'],
];
const CRITERION_KEYS: readonly string[] = ['weight', 'min', 'max', 'step', 'name'];
const DECISION_KEYS: readonly string[] = ['tied', 'order', 'act'];
const LOT_KEYS: readonly string[] = ['seed', 'source'];

/**
 * The checked configuration of a rank run. Refuses `config.not-json`, `config.repeated-key` (key), `config.unknown-key` (key, where, near),
 * `config.look-alike` (name, other), `config.value` (field), `config.desk` (submission), and what checkRubric, checkLadder and
 * checkDecisions refuse.
 */
export function readRankConfig(text: string): Outcome<RankConfig> {
  const bare = text.replace(/^\uFEFF/, '');
  const file = parse(bare);
  if (file === null) return refuse('config.not-json');
  const repeated = repeatedKey(bare);
  if (repeated !== null) return refuse('config.repeated-key', { key: repeated });
  const strange = unknownKeyOf(file) ?? lookAlikeOf(file);
  if (strange !== null) return strange;
  const fault = faultOf(file);
  if (fault !== null) return refuse('config.value', { field: fault });
  const rubric = checkRubric(readRubric(file));
  if (!rubric.ok) return rubric;
  const ladder = checkLadder(texts(file.tiebreak), rubric.value);
  if (!ladder.ok) return ladder;
  const decisions = checkDecisions(readDecisions(file.decisions));
  if (!decisions.ok) return decisions;
  const desk = readDesk(file);
  if (!desk.ok) return desk;
  return ok({
    ...readShares(file),
    rubric: rubric.value,
    ladder: ladder.value,
    decisions: decisions.value,
    lot: readLot(file.lot),
    desk: desk.value,
  });
}

function parse(text: string): Fields | null {
  try {
    const value = parseDecimalJson(text);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key that is not read would be a rule that is silently not applied. */
function unknownKeyOf(file: Fields): Outcome<never> | null {
  const criteria = isFields(file.criteria) ? Object.entries(file.criteria) : [];
  const decisions = Array.isArray(file.decisions) ? file.decisions : [];
  const places: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['', file, KEYS],
    ...criteria.map(([code, fields]) => [`criteria.${code}`, fields, CRITERION_KEYS] as const),
    ...decisions.map((decision, at) => [`decisions[${at}]`, decision, DECISION_KEYS] as const),
    ['lot', file.lot, LOT_KEYS],
  ];
  for (const [where, fields, known] of places) {
    const key = isFields(fields) ? Object.keys(fields).find((one) => !known.includes(one)) : undefined;
    if (key !== undefined) return refuse('config.unknown-key', { key, where, near: nearestWord(key, known) });
  }
  return null;
}

/** Criteria, or entries of the desk, that a reader cannot tell apart. */
function lookAlikeOf(file: Fields): Outcome<never> | null {
  for (const named of [file.criteria, file.desk]) {
    const earlier = lookAlikes();
    for (const name of isFields(named) ? Object.keys(named) : []) {
      const other = earlier(name);
      if (other !== null) return refuse('config.look-alike', { name, other });
    }
  }
  return null;
}

function faultOf(file: Fields): string | null {
  const oneOf = (field: string, values: readonly string[]) => file[field] === undefined || values.includes(textOf(file[field]));
  const whole = (field: string) => file[field] === undefined || /^\d{1,6}$/.test(textOf(file[field]));
  const share = (field: string) => file[field] === undefined || (readNumber(file[field])?.n ?? -1n) >= 0n;
  const checks: readonly (readonly [string, boolean])[] = [
    ['criteria', isFields(file.criteria) && Object.values(file.criteria).every(isFields)],
    ['scale', oneOf('scale', ['minmax', 'max', 'raw'])],
    ['incomplete_sheet', oneOf('incomplete_sheet', ['exclude', 'renormalise'])],
    ['jury_aggregate', oneOf('jury_aggregate', ['mean', 'trimmed', 'median'])],
    ['rank_on', oneOf('rank_on', ['rounded', 'exact'])],
    ['cutoff', oneOf('cutoff', ['include', 'exclude', 'unresolved'])],
    ...['trim', 'min_jurors', 'decimals', 'top_n'].map((field) => [field, whole(field)] as const),
    ...['desk_weight', 'jury_weight'].map((field) => [field, share(field)] as const),
    ['jury_weight', sharesHold(file)],
    ['desk_scale_max', file.desk_scale_max === undefined || (readNumber(file.desk_scale_max)?.n ?? 0n) > 0n],
    ['desk', file.desk === undefined || isFields(file.desk)],
    ['tiebreak', file.tiebreak === undefined || isTexts(file.tiebreak)],
    ['decisions', file.decisions === undefined || (Array.isArray(file.decisions) && file.decisions.every(isDecision))],
    [
      'lot',
      file.lot === undefined ||
        file.lot === null ||
        (isFields(file.lot) && typeof file.lot.seed === 'string' && file.lot.seed !== '' && isScalar(file.lot.source)),
    ],
  ];
  return checks.find(([, holds]) => !holds)?.[0] ?? null;
}

function sharesHold(file: Fields): boolean {
  const desk = readNumber(file.desk_weight ?? '0') ?? ZERO;
  const jury = readNumber(file.jury_weight ?? (desk.n === 0n ? '1' : '')) ?? null;
  return jury !== null && desk.n + jury.n > 0n;
}

function readNumber(value: unknown): Rational | null {
  return typeof value === 'string' ? (parseDecimal(value) ?? parseExact(value)) : null;
}

/** The text of a text, truth value or null. A list or an object has none: JavaScript would call what the file itself wrote as its `toString`. */
function textOf(value: unknown): string {
  return isScalar(value) ? String(value) : '…';
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function texts(value: unknown): readonly string[] {
  return isTexts(value) ? value : [];
}

function isDecision(value: unknown): boolean {
  return isFields(value) && isTexts(value.tied) && Array.isArray(value.order) && value.order.every(isTexts) && isScalar(value.act);
}

function readRubric(file: Fields): Rubric {
  const criteria = Object.entries(file.criteria as Readonly<Record<string, Fields>>).map(([code, fields]): Criterion => {
    const decimal = (field: string, otherwise = '') => textOf(fields[field] ?? otherwise);
    return {
      code,
      name: code,
      weight: decimal('weight'),
      min: decimal('min'),
      max: decimal('max'),
      step: decimal('step', FINEST),
      entry: 'number',
    };
  });
  return {
    version: 1,
    criteria,
    scale: (file.scale ?? 'minmax') as Scale,
    minJurors: Number(file.min_jurors ?? 1),
    decimals: Number(file.decimals ?? 2),
    rankOn: (file.rank_on ?? 'rounded') as Rubric['rankOn'],
    percent: false,
    aggregate: (file.jury_aggregate ?? 'mean') as Rubric['aggregate'],
    trim: Number(file.trim ?? 1),
  };
}

function readShares(file: Fields) {
  const share = (value: unknown) => toText(readNumber(value) ?? ZERO);
  const deskShare = share(file.desk_weight ?? '0');
  return {
    deskShare,
    juryShare: share(file.jury_weight ?? '1'),
    winners: Number(file.top_n ?? 0),
    cut: (file.cutoff ?? 'include') as CutPolicy,
    incompleteSheet: (file.incomplete_sheet ?? 'exclude') as ResultInput['incompleteSheet'],
  };
}

function readDesk(file: Fields): Outcome<ReadonlyMap<string, string>> {
  const top = readNumber(file.desk_scale_max) ?? HUNDRED;
  const desk = new Map<string, string>();
  for (const [submission, typed] of Object.entries(isFields(file.desk) ? file.desk : {})) {
    if (typed === null || typed === '') continue;
    const value = readNumber(typed);
    if (value === null || value.n < 0n || compare(value, top) > 0) return refuse('config.desk', { submission, typed: textOf(typed), max: toText(top) });
    desk.set(submission, toText(div(mul(HUNDRED, value), top)));
  }
  return ok(desk);
}

function readDecisions(value: unknown): readonly Decision[] {
  const listed = Array.isArray(value) ? value.filter(isFields) : [];
  return listed.map((one) => ({ tied: texts(one.tied), order: (one.order as readonly unknown[]).map(texts), act: textOf(one.act ?? '') }));
}

function readLot(value: unknown): Lot | null {
  return isFields(value) ? { seed: textOf(value.seed), source: textOf(value.source ?? '') } : null;
}
