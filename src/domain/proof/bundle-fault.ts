// What may be wrong with a bundle, and how it is named.

import { firstDifference } from '../shared/shape.ts';

/** What was asked of the bundle. */
export type BundleCheck =
  | 'file'
  | 'text'
  | 'shape'
  | 'parts'
  | 'desk'
  | 'inputs'
  | 'result'
  | 'signatures'
  | 'publication'
  | 'ledger'
  | 'keys'
  | 'region-key'
  | 'anchor';

/**
 * One thing that is not as it must be. `byte`: from there on, counted from 0, the file is not the text of a bundle. `value`: at a path stands
 * something else than what is computed (null: nothing). `refused`: the rule says no to what stands there.
 */
export type BundleFault =
  | { readonly kind: 'byte'; readonly check: BundleCheck; readonly offset: number; readonly expected: string }
  | { readonly kind: 'value'; readonly check: BundleCheck; readonly path: string; readonly written: string | null; readonly computed: string | null }
  | { readonly kind: 'refused'; readonly check: BundleCheck; readonly path: string; readonly code: string };

/** The fault of a value that is not the one computed, by its first difference; none when they are the same. */
export function difference(check: BundleCheck, path: string, written: unknown, computed: unknown): readonly BundleFault[] {
  const found = firstDifference(written, computed, path);
  return found === null ? [] : [{ kind: 'value', check, ...found }];
}

/** The fault of a value that a rule says no to. */
export function refused(check: BundleCheck, path: string, code: string): BundleFault {
  return { kind: 'refused', check, path, code };
}
