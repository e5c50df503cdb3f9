// A signing key as people tell it from others.

import type { OwnedKey } from '../domain/proof/key-list.ts';
import { sha256Hex } from '../platform/crypto.ts';
import { shortCode } from '../texts/id/format.ts';
import { signingKeyTexts } from '../texts/id/signing.ts';

/** Sixteen signs of the digest of its id: the same on its owner's page and on the printed list. */
export function keyCode(credentialId: string): string {
  return shortCode(sha256Hex(credentialId));
}

/** `isLate`: made after the opening of a presentation of its owner. */
export function keyState({ confirmedAt, endedAt }: Pick<OwnedKey, 'confirmedAt' | 'endedAt'>, isLate: boolean): string {
  const { ended, waits, serves } = signingKeyTexts.states;
  if (endedAt !== null) return ended;
  return isLate && confirmedAt === null ? waits : serves;
}
