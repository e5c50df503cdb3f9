// Tries at a secret, counted by account and by address before the secret is looked at.

import { ok } from '../../domain/shared/outcome.ts';
import { later, MINUTE } from '../../domain/shared/time.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/platform.ts';
import { isKnownDevice } from '../../store/access-device.read.ts';
import { countFailures } from '../../store/people.read.ts';
import { forgetTry, insertFailure } from '../../store/people.write.ts';
import { NOBODY, perform } from '../perform.ts';

export const TRIES_PER_ACCOUNT = 10;
const TRIES_PER_ADDRESS = 100;
const WINDOW_MS = 5 * MINUTE;
export const WINDOW_MINUTES = 5;

export interface Tried {
  readonly regionId: string;
  /** Whose secret, and which: a digest of this is kept. */
  readonly what: string;
  /** The socket's address. */
  readonly address: string;
  /** Whose device the mark may be. */
  readonly personId?: string | null;
  /** The digest of the browser's mark. */
  readonly mark?: Buffer | undefined;
}

export interface Attempt {
  readonly regionId: string;
  readonly account: Buffer;
  readonly address: string;
  readonly failureId: string;
}

/**
 * Writes the try down before the secret is looked at, so that many at once cannot slip below the limit together. Null: one too many.
 * A browser that the person once signed in with has counts of its own: what strangers try elsewhere, or beside it behind one address, never locks it out (TR-N8).
 */
export async function startTry({ db, now, newId }: Platform, tried: Tried): Promise<Attempt | null> {
  const { regionId, mark, personId } = tried;
  const isKnown = mark !== undefined && typeof personId === 'string' && (await isKnownDevice(db, regionId, personId, mark));
  const of = isKnown ? ` of device ${mark.toString('hex')}` : '';
  const attempt: Attempt = { regionId, account: sha256Bytes(`${tried.what}${of}`), address: isKnown ? of.trim() : tried.address, failureId: newId() };
  const at = now();
  await insertFailure(db, { ...attempt, at });
  const tries = await countFailures(db, { ...attempt, since: later(at, -WINDOW_MS) });
  if (tries.account <= TRIES_PER_ACCOUNT && tries.address <= TRIES_PER_ADDRESS) return attempt;
  await forgetTry(db, attempt.regionId, attempt.failureId);
  return null;
}

/** The try is written anew beside the ledger's row, so that an unknown account costs the same commit. */
export async function rememberFailure(platform: Platform, attempt: Attempt, personId: string | null): Promise<void> {
  await perform(platform, { regionId: attempt.regionId, actor: NOBODY }, async (act) => {
    await forgetTry(act.tx, act.regionId, attempt.failureId);
    await insertFailure(act.tx, { ...attempt, failureId: act.newId(), at: act.now });
    if (personId !== null) act.record({ kind: 'person.sign-in-failed', subjectId: personId });
    return ok(true);
  });
}
