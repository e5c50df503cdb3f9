// The board's one search box: words and `key:value` terms, read once and asked of every entry.

import type { EntryState } from '../innovation/entry.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { compare, parseDecimal, type Rational, rational } from '../shared/rational.ts';
import type { Column } from './pipeline.ts';

export type SearchKey = 'category' | 'place' | 'verifier' | 'agency' | 'number' | 'points' | 'claimed' | 'verified' | 'idle' | 'late';

/** The words of the screen: which word stands for which key, and what values are called. All in small letters. */
export interface Vocabulary {
  readonly keys: Readonly<Record<string, SearchKey>>;
  /** Names of columns and states; a value may be the beginning of one. */
  readonly columns: Readonly<Record<Column, readonly string[]>>;
  readonly states: Readonly<Record<EntryState, string>>;
  readonly me: string;
  readonly nobody: string;
  readonly yes: string;
  readonly no: string;
}

/** Both ends belong to the range unless they are open; null is no end. */
export interface Range {
  readonly low: Rational | null;
  readonly lowOpen: boolean;
  readonly high: Rational | null;
  readonly highOpen: boolean;
}

type Asked =
  | { readonly key: 'words' | 'category' | 'agency' | 'number' | 'verifier'; readonly text: string }
  | { readonly key: 'me' | 'nobody' }
  | { readonly key: 'place'; readonly columns: readonly Column[]; readonly states: readonly EntryState[] }
  | { readonly key: 'points' | 'claimed' | 'verified' | 'idle'; readonly range: Range }
  | { readonly key: 'late'; readonly isLate: boolean };

/** One term; `not` turns it round (`-kategori:skpd`). */
export type Term = Asked & { readonly not: boolean };

/** An entry as the search sees it: only what the person who searches may see. Points are decimal text, null when unknown or hidden. */
export interface SearchedEntry {
  readonly name: string;
  readonly agency: string;
  readonly number: string;
  readonly category: string;
  readonly column: Column;
  readonly state: EntryState;
  readonly verifiers: readonly { readonly personId: string; readonly name: string }[];
  readonly claimed: string | null;
  readonly verified: string | null;
  /** Whole days since it last moved. */
  readonly idleDays: number;
  readonly isLate: boolean;
}

const TERM = /(-?)(?:(\p{L}+):)?(?:"([^"]*)"?|(\S*))/gu;
const RANGE = /^(?:(>=|<=|>|<|=)?(\d+(?:[.,]\d+)?)|(\d+(?:[.,]\d+)?)\.\.(\d+(?:[.,]\d+)?))$/;
const LONGEST = 200;

/**
 * The terms of a search text; an empty text has none and matches everything. All terms must hold.
 * Refuses `search.too-long`, `search.unknown-key` with the word, `search.no-value`, `search.not-a-number`, `search.unknown-place`, `search.not-yes-or-no`.
 */
export function parseSearch(text: string, vocabulary: Vocabulary): Outcome<readonly Term[]> {
  if (text.length > LONGEST) return refuse('search.too-long', { most: LONGEST });
  const terms: Term[] = [];
  for (const [, minus, word, quoted, plain] of text.matchAll(TERM)) {
    const term = readTerm(word?.toLowerCase(), (quoted ?? plain ?? '').trim().toLowerCase(), vocabulary);
    if (!term.ok) return term;
    if (term.value !== null) terms.push({ ...term.value, not: minus === '-' });
  }
  return ok(terms);
}

function readTerm(word: string | undefined, value: string, vocabulary: Vocabulary): Outcome<Asked | null> {
  if (word === undefined) return ok(value === '' || value === '-' ? null : { key: 'words', text: value });
  const key = Object.hasOwn(vocabulary.keys, word) ? vocabulary.keys[word] : undefined;
  if (key === undefined) return refuse('search.unknown-key', { word, known: Object.keys(vocabulary.keys) });
  if (value === '') return refuse('search.no-value', { word });
  switch (key) {
    case 'category':
    case 'agency':
    case 'number':
      return ok({ key, text: value });
    case 'verifier':
      return ok(value === vocabulary.me ? { key: 'me' } : value === vocabulary.nobody ? { key: 'nobody' } : { key, text: value });
    case 'place':
      return readPlace(value, vocabulary);
    case 'late':
      if (value !== vocabulary.yes && value !== vocabulary.no) return refuse('search.not-yes-or-no', { word, yes: vocabulary.yes, no: vocabulary.no });
      return ok({ key, isLate: value === vocabulary.yes });
    default: {
      const range = readRange(value);
      return range === null ? refuse('search.not-a-number', { word, value }) : ok({ key, range });
    }
  }
}

function readPlace(value: string, { columns, states }: Vocabulary): Outcome<Asked> {
  const named = (Object.keys(columns) as Column[]).filter((column) => columns[column].some((name) => name.startsWith(value)));
  const begun = (Object.keys(states) as EntryState[]).filter((state) => states[state].toLowerCase().startsWith(value));
  if (named.length + begun.length === 0) return refuse('search.unknown-place', { value, known: Object.values(columns).map(([name]) => name ?? '') });
  return ok({ key: 'place', columns: named, states: named.length > 0 ? [] : begun });
}

/** `90`, `=90`, `>90`, `>=90`, `<90`, `<=90`, `90..100`, with a comma or a dot for decimals; null for anything else. */
export function readRange(value: string): Range | null {
  const match = RANGE.exec(value);
  if (match === null) return null;
  const [, sign = '=', single, from, to] = match;
  const [low, high] = [parseDecimal(single ?? from ?? ''), parseDecimal(single ?? to ?? '')];
  if (low === null || high === null) return null;
  if (single === undefined) return { low, lowOpen: false, high, highOpen: false };
  return { low: sign.startsWith('<') ? null : low, lowOpen: sign === '>', high: sign.startsWith('>') ? null : high, highOpen: sign === '<' };
}

/** Whether the entry answers every term; `me` is the person who searches. What is unknown or hidden lies in no range. */
export function matchesSearch(terms: readonly Term[], entry: SearchedEntry, me: string): boolean {
  return terms.every((term) => holds(term, entry, me) !== term.not);
}

function holds(term: Term, entry: SearchedEntry, me: string): boolean {
  switch (term.key) {
    case 'words':
      return [entry.name, entry.agency, entry.number].some((text) => has(text, term.text));
    case 'category':
    case 'agency':
    case 'number':
      return has(entry[term.key], term.text);
    case 'verifier':
      return entry.verifiers.some(({ name }) => has(name, term.text));
    case 'me':
      return entry.verifiers.some(({ personId }) => personId === me);
    case 'nobody':
      return entry.verifiers.length === 0;
    case 'place':
      return term.columns.includes(entry.column) || term.states.includes(entry.state);
    case 'late':
      return entry.isLate === term.isLate;
    case 'points':
      return within(entry.verified ?? entry.claimed, term.range);
    case 'claimed':
    case 'verified':
      return within(entry[term.key], term.range);
    case 'idle':
      return within(String(entry.idleDays), term.range);
  }
}

function has(text: string, part: string): boolean {
  return text.toLowerCase().includes(part);
}

function within(value: string | null, { low, lowOpen, high, highOpen }: Range): boolean {
  if (value === null) return false;
  const exact = rational(value);
  const above = low === null || compare(exact, low) > (lowOpen ? 0 : -1);
  const below = high === null || compare(exact, high) < (highOpen ? 0 : 1);
  return above && below;
}
