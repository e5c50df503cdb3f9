// What a receipt of a seal is answered: before the publication its time and nothing else, afterwards whether that very sheet counts.

export type ReceiptState =
  /** Nothing is said before the publication. */
  | 'recorded'
  /** The sheet that counted is the one of this receipt, and the result holds. */
  | 'counted'
  /** The chair reopened the sheet, and its juror sealed it anew: the later receipt counts. */
  | 'replaced'
  /** The sheet was reopened, and is not scored in the result. */
  | 'absent'
  /** The seal stands, and the published result does not count it: no act of ours leads there. */
  | 'not-counted'
  /** The published result no longer fits what was sealed: nothing can be said of a single sheet. */
  | 'result-broken';

export interface ReceiptStanding {
  /** Digest of the seal the receipt was given for. */
  readonly digest: string;
  readonly actNo: number;
  /** The newest act of its sheet; null when nothing is left of it. */
  readonly newest: { readonly actNo: number; readonly kind: 'sealed' | 'reopened' | 'absent' } | null;
  /** Seals that the newest published result counts, and whether that result holds; null before the publication. */
  readonly published: { readonly seals: readonly string[]; readonly holds: boolean } | null;
}

/**
 * Never a score, never who or what was scored.
 * @basis RULES 13: before publication only *tercatat*; afterwards whether the sheet counted in the result is that sheet.
 */
export function answerReceipt({ digest, actNo, newest, published }: ReceiptStanding): ReceiptState {
  if (published === null) return 'recorded';
  if (!published.holds) return 'result-broken';
  if (published.seals.includes(digest)) return 'counted';
  if (newest === null || newest.actNo === actNo) return 'not-counted';
  return newest.kind === 'sealed' ? 'replaced' : 'absent';
}
