// One sealed sheet, read from the text that was sealed and held against everything else that is kept about it.

import type { Rubric } from '../instrument/rubric.ts';
import { readCanonicalJson } from '../shared/canonical-reader.ts';
import { canonicalJson } from '../shared/decimal-json.ts';
import { parseExact, roundHalfUp, toPair } from '../shared/rational.ts';
import * as is from '../shared/shape.ts';
import type { Instant } from '../shared/time.ts';
import { type Scores, type SheetState, sheetCanon, sheetTotal } from './sheet.ts';

/** A row of the table of sheets. `scores` is whatever stands there. */
export interface KeptSheet {
  readonly sheetId: string;
  readonly entryId: string;
  readonly jurorId: string;
  readonly state: SheetState;
  readonly scores: unknown;
  readonly comment: string;
  readonly digest: string | null;
  readonly revision: number;
  readonly rubricVersion: number;
  readonly total: { readonly num: string; readonly den: string } | null;
}

/** The newest act of a sheet. */
export interface NewestAct {
  readonly sheetId: string;
  readonly actNo: number;
  readonly kind: 'sealed' | 'reopened' | 'absent';
  readonly digest: string | null;
  readonly canon: string | null;
  readonly historyBlind: string | null;
  readonly actedBy: string;
  readonly actedAt: Instant;
}

export interface SavedRow {
  readonly revision: number;
  readonly scores: unknown;
  readonly comment: string;
  readonly savedBy: string;
  readonly savedAt: Instant;
}

/** What a row of the ledger says of a sheet. */
export interface ToldRow {
  readonly seq: number;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly actorId: string | null;
  readonly actedAt: Instant;
  /** As they were hashed. */
  readonly facts: string;
}

export interface ReceiptRow {
  readonly sheetId: string;
  readonly actNo: number;
  readonly entryId: string;
  readonly jurorId: string;
  readonly digest: string;
  readonly sealedAt: Instant;
}

/**
 * Every save of a sheet as the text whose digest the ledger keeps at the seal. It begins with a blind of its own, as the sealed text does;
 * seals of the first form have none.
 */
export function historyText(saves: readonly SavedRow[], blind: string | null): string {
  return blind === null ? canonicalJson(saves) : canonicalJson({ blind, form: 'sheet-history/2', saves });
}

/** What is wrong with a seal: the place that says something else than the sealed text. */
export type SealFault = 'text' | 'digest' | 'scores' | 'history' | 'ledger' | 'receipt';

export interface SealOnRecord {
  readonly regionId: string;
  readonly categoryId: string;
  readonly sheet: KeptSheet;
  readonly act: NewestAct;
  readonly told: ToldRow;
  readonly receipt: ReceiptRow | null;
  readonly saves: readonly SavedRow[];
}

export interface ReadSeal {
  /** As decimal text, from the sealed text. */
  readonly scores: Scores;
  readonly seal: string;
}

interface Sealed {
  readonly form: 'sheet/1' | 'sheet/2';
  readonly blind: string | undefined;
  readonly comment: string;
  readonly sealedAt: Instant;
  readonly scores: readonly (readonly unknown[])[];
}

const sealedShape = is.openObject<Sealed>({
  form: is.oneOf('sheet/1', 'sheet/2'),
  blind: is.optional(is.text('blind', /^[0-9a-f]{32}$/)),
  comment: is.text('text', /^/, 20_000),
  sealedAt: is.instant,
  scores: is.list(is.list(is.anything)),
});
const scoresShape = is.record(is.words);
const toldShape = is.openObject<{ digest: string; history: string }>({ digest: is.digest, history: is.digest });

/** What the facts of a row of the ledger say, when they are the canonical text of an object. */
export function factsOf(row: Pick<ToldRow, 'facts'>): Readonly<Record<string, unknown>> {
  const reading = readCanonicalJson(row.facts);
  const isObject = reading.ok && typeof reading.value === 'object' && reading.value !== null && !Array.isArray(reading.value);
  return isObject ? (reading.value as Record<string, unknown>) : {};
}

/**
 * The scores of a sealed sheet out of its sealed text, or the first thing kept elsewhere that contradicts it. The text must be the very one that
 * `sheetCanon` writes of what it says (its total included), of this sheet and under this rubric; its digest that of the act, the sheet, the
 * ledger and the receipt, with one author and one time; the sheet's scores, words and total the sealed ones; the saves those the ledger saw.
 * A seal of the first form has no receipt. Total: never throws, whatever stands in the rows.
 * @basis RULES 5: the result is computed from what was sealed.
 */
export function readSeal(on: SealOnRecord, rubric: Rubric, hash: (text: string) => string): ReadSeal | SealFault {
  const { sheet, act, told, receipt } = on;
  const sealed = sealedOf(act.canon);
  if (sealed === null || act.canon === null) return 'text';
  const { comment, sealedAt, blind } = sealed;
  const { sheetId, entryId, jurorId } = sheet;
  const facts = { regionId: on.regionId, sheetId, categoryId: on.categoryId, entryId, jurorId, sealedAt, ...(blind === undefined ? {} : { blind }) };
  const scores = scoresOf(sealed);
  if (sheetCanon({ ...facts, comment }, rubric, scores) !== act.canon) return 'text';
  const seal = hash(act.canon);
  if (act.digest !== seal || sheet.digest !== seal || act.actedAt !== sealedAt || act.actedBy !== jurorId) return 'digest';
  if (!isTold(told, { seal, sealedAt, jurorId })) return 'ledger';
  if (blind === undefined ? receipt !== null : !isReceipt(receipt, { seal, sealedAt, jurorId, entryId })) return 'receipt';
  if (!isKept(sheet, rubric, { ...facts, comment }, act.canon)) return 'scores';
  const history = hash(historyText(on.saves, act.historyBlind));
  return factsOf(told).history === history && (act.historyBlind === null) === (blind === undefined) ? { scores, seal } : 'history';
}

function sealedOf(canon: string | null): Sealed | null {
  const reading = readCanonicalJson(canon ?? '');
  return reading.ok && sealedShape(reading.value, '$') === null ? (reading.value as Sealed) : null;
}

/** Typed scores have at most four decimal places, so that nothing is lost; where something would be, the text does not come out again. */
function scoresOf({ scores }: Sealed): Scores {
  return Object.fromEntries(
    scores.flatMap(([code, written]) => {
      const points = typeof written === 'string' ? parseExact(written) : null;
      return points === null ? [] : [[String(code), roundHalfUp(points, 4).replace(/\.?0+$/, '')]];
    }),
  );
}

interface Expected {
  readonly seal: string;
  readonly sealedAt: Instant;
  readonly jurorId: string;
}

function isTold(row: ToldRow, { seal, sealedAt, jurorId }: Expected): boolean {
  const facts = factsOf(row);
  return toldShape(facts, '$') === null && facts.digest === seal && row.actedAt === sealedAt && row.actorId === jurorId;
}

function isReceipt(receipt: ReceiptRow | null, { seal, sealedAt, jurorId, entryId }: Expected & { readonly entryId: string }): boolean {
  return receipt !== null && receipt.digest === seal && receipt.sealedAt === sealedAt && receipt.jurorId === jurorId && receipt.entryId === entryId;
}

/** The sheet's own columns seal to the same text, and its total is the one of its scores. */
function isKept(sheet: KeptSheet, rubric: Rubric, facts: Parameters<typeof sheetCanon>[0], canon: string): boolean {
  if (scoresShape(sheet.scores, '$') !== null) return false;
  const scores = sheet.scores as Scores;
  const { total } = sheetTotal(rubric, scores);
  const pair = total === null ? null : toPair(total);
  const isTotal = pair !== null && pair.num === sheet.total?.num && pair.den === sheet.total.den;
  return isTotal && sheetCanon({ ...facts, comment: sheet.comment }, rubric, scores) === canon;
}
