// The list of keys that may sign a category's result: its digest is printed and anchored, and a verifier is given it from outside.

import { canonicalJson } from '../shared/decimal-json.ts';
import type { Instant } from '../shared/time.ts';
import type { ListedKey } from './signature.ts';

export const KEY_LIST_FORM = 'bailang/daftar-kunci/1';

export interface KeyList {
  /** Id of the region, year of the edition, id of the category: as in what is signed. */
  readonly region: string;
  readonly edition: number;
  readonly category: string;
  readonly keys: readonly ListedKey[];
}

/** The canonical text of the list, keys in the order of their credential ids; the same keys give the same text. No name and no id of a person stands in it. */
export function keyListText({ region, edition, category, keys }: KeyList): string {
  return canonicalJson({ form: KEY_LIST_FORM, region, edition, category, keys: inOrder(keys) });
}

/** SHA-256 of the text of the list: what is printed, anchored and given to `verify`. */
export function keyListDigest(list: KeyList, hash: (text: string) => string): string {
  return hash(keyListText(list));
}

/** A key with its owner, as the installation keeps it. */
export interface OwnedKey extends Omit<ListedKey, 'holder' | 'afterOpening'> {
  readonly personId: string;
}

/**
 * The keys for a category whose presentation opens at `opensAt` (null: it has no such stage), in order. Owners become numbers, given in the
 * order of their first keys.
 * @basis RULES 13: keys enrolled after presentation opens take two people and are printed as such.
 */
export function listKeys(owned: readonly OwnedKey[], opensAt: Instant | null): readonly ListedKey[] {
  const ordered = inOrder(owned);
  const owners = [...new Set(ordered.map(({ personId }) => personId))];
  return ordered.map(({ credentialId, publicKey, algorithm, rpId, origin, capacity, personId, enrolledAt, confirmedAt, endedAt }) => ({
    credentialId,
    publicKey,
    algorithm,
    rpId,
    origin,
    capacity,
    holder: owners.indexOf(personId) + 1,
    enrolledAt,
    afterOpening: isAfterOpening(enrolledAt, opensAt),
    confirmedAt,
    endedAt,
  }));
}

/** Whether a key was enrolled at or after the opening of the presentation. */
export function isAfterOpening(enrolledAt: Instant, opensAt: Instant | null): boolean {
  return opensAt !== null && enrolledAt >= opensAt;
}

function inOrder<K extends { readonly credentialId: string }>(keys: readonly K[]): readonly K[] {
  return [...keys].sort((a, b) => (a.credentialId < b.credentialId ? -1 : 1));
}
