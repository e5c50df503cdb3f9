// Habits that a machine can hold us to: sizes, SQL in its place, one clock, one environment, no floats in official figures.

import { type Complaint, code, isTest, type Source } from './source.ts';

const MAX_LINES = 300;
const MAX_TEST_LINES = 400;

export function sizeComplaints(sources: readonly Source[]): readonly Complaint[] {
  return sources.flatMap(({ path, text }) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    const limit = isTest(path) ? MAX_TEST_LINES : MAX_LINES;
    return lines > limit ? [{ path, what: `${lines} lines, at most ${limit}` }] : [];
  });
}

const QUOTED_SQL = /['"`]\s*(select\s[\s\S]{1,400}?\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\()/i;
const SQL = /\b(SELECT\b[\s\S]{1,400}?\bFROM\b|INSERT\s+INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b)/;
const SQL_FLOORS = ['src/store/', 'src/platform/'];

export function queryComplaints(sources: readonly Source[]): readonly Complaint[] {
  return sources
    .filter(({ path }) => path.startsWith('src/') && !isTest(path) && !SQL_FLOORS.some((floor) => path.startsWith(floor)))
    .filter(({ text }) => [SQL, QUOTED_SQL].some((query) => query.test(code(text))))
    .map(({ path }) => ({ path, what: 'holds a query; SQL lives in src/store' }));
}

interface Habit {
  readonly pattern: RegExp;
  readonly what: string;
  readonly allowed: RegExp;
}

const HABITS: readonly Habit[] = [
  { pattern: /process\.env\b/, what: 'reads the environment', allowed: /^src\/platform\/config\.ts$/ },
  { pattern: /new Date\(\)|Date\.now\(/, what: 'asks the time', allowed: /^src\/platform\/clock\.ts$/ },
  { pattern: /Math\.random\(/, what: 'draws by chance', allowed: /^$/ },
  { pattern: /: any\b|as any\b|@ts-ignore|@ts-expect-error/, what: 'gives up a type', allowed: /^$/ },
  { pattern: /export default/, what: 'has a default export', allowed: /^$/ },
  { pattern: /style=\{|style="/, what: 'has a style attribute; the policy forbids it', allowed: /^$/ },
];

export function habitComplaints(sources: readonly Source[]): readonly Complaint[] {
  return sources
    .filter(({ path }) => path.startsWith('src/') && !isTest(path))
    .flatMap(({ path, text }) => HABITS.filter(({ pattern, allowed }) => !allowed.test(path) && pattern.test(code(text))).map(({ what }) => ({ path, what })));
}

const FLOATS = /parseFloat\(|\.toFixed\(|Math\.(round|floor|ceil|trunc|pow|sqrt)\(|\bNumber\.parseFloat/;
const OFFICIAL = /^src\/domain\/(instrument|assessment|result|regional-index|benefit)\//;
const DIAGNOSTICS = /^src\/domain\/(robustness\/|result\/lot\.ts)/;

/** Official figures are exact: no floating point below instrument, assessment, result, index and benefit, but in the diagnostics. */
export function floatComplaints(sources: readonly Source[]): readonly Complaint[] {
  return sources
    .filter(({ path }) => OFFICIAL.test(path) && !DIAGNOSTICS.test(path) && !isTest(path))
    .filter(({ text }) => FLOATS.test(code(text)))
    .map(({ path }) => ({ path, what: 'uses floating point in an official figure' }));
}
