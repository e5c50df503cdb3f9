// Certification (penetapan): computed, signed, certified and published are different acts by different people.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';

export type ResultState = 'computed' | 'signed' | 'certified' | 'published' | 'replaced';

export interface Signer {
  readonly personId: string;
  readonly capacity: 'juror' | 'chair';
}

/** What happened to a result version so far. */
export interface Certification {
  readonly needed: readonly Signer[];
  readonly signedBy: readonly string[];
  readonly computedBy: string;
  readonly certifiedBy: string | null;
  readonly published: boolean;
  readonly replaced: boolean;
  /** Entries whose tie waits for a decision or a lot (ResultBody.unresolved and an unresolved cut). */
  readonly unresolved: readonly string[];
}

/**
 * Who must sign: every juror with a counted sheet, and the chair; a chair who also counted signs once, as chair.
 * @basis RULES 6: all counted jurors and the chair.
 */
export function signersNeeded(countedJurors: readonly string[], chair: string | null): readonly Signer[] {
  const jurors = [...new Set(countedJurors)].filter((personId) => personId !== chair).sort();
  const signers = jurors.map((personId): Signer => ({ personId, capacity: 'juror' }));
  return chair === null ? signers : [...signers, { personId: chair, capacity: 'chair' }];
}

/** Signers who have not signed yet, in the order of `needed`. */
export function signersMissing(result: Pick<Certification, 'needed' | 'signedBy'>): readonly Signer[] {
  return result.needed.filter((signer) => !result.signedBy.includes(signer.personId));
}

/** The state of a result version: computed -> signed -> certified -> published -> replaced by a correction. */
export function resultState(result: Certification): ResultState {
  if (result.replaced) return 'replaced';
  if (result.published) return 'published';
  if (result.certifiedBy !== null) return 'certified';
  return result.needed.length > 0 && signersMissing(result).length === 0 ? 'signed' : 'computed';
}

/**
 * Whether the person may sign, and in which capacity. Signing again is the caller's replay and is allowed.
 * Refuses `result.replaced`, `result.unresolved` (entries), `result.already-certified`, `result.not-a-signer`.
 */
export function maySign(result: Certification, personId: string): Outcome<Signer> {
  const state = resultState(result);
  if (state === 'replaced') return refuse('result.replaced');
  const signer = result.needed.find((one) => one.personId === personId);
  if (signer === undefined) return refuse('result.not-a-signer');
  if (result.unresolved.length > 0) return refuse('result.unresolved', { entries: result.unresolved });
  return state === 'certified' || state === 'published' ? refuse('result.already-certified') : ok(signer);
}

/**
 * Whether the person may certify: everybody signed; not who computed; not a signer; not the head of an agency with a finalist (`finalistHeads`).
 * Refuses `result.replaced`, `result.already-certified`, `result.not-signed` (number missing), `result.certifier-computed`,
 * `result.certifier-signed`, `result.certifier-heads-finalist`.
 * @basis RULES 6: certify, never by whoever computed nor the head of an agency with a finalist (then bupati or sekda).
 */
export function mayCertify(result: Certification, personId: string, finalistHeads: readonly string[]): Outcome<'certified'> {
  const state = resultState(result);
  if (state === 'replaced') return refuse('result.replaced');
  if (state === 'certified' || state === 'published') return refuse('result.already-certified');
  if (personId === result.computedBy) return refuse('result.certifier-computed');
  if (result.needed.some((signer) => signer.personId === personId)) return refuse('result.certifier-signed');
  if (finalistHeads.includes(personId)) return refuse('result.certifier-heads-finalist');
  return state === 'signed' ? ok('certified') : refuse('result.not-signed', { missing: signersMissing(result).length });
}

/**
 * Whether the person may publish: certified, and by somebody else.
 * Refuses `result.replaced`, `result.already-published`, `result.not-certified`, `result.publisher-certified`.
 * @basis RULES 6: publish, never by whoever certified.
 */
export function mayPublish(result: Certification, personId: string): Outcome<'published'> {
  const state = resultState(result);
  if (state === 'replaced') return refuse('result.replaced');
  if (state === 'published') return refuse('result.already-published');
  if (state !== 'certified') return refuse('result.not-certified');
  return personId === result.certifiedBy ? refuse('result.publisher-certified') : ok('published');
}
