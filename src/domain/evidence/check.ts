// What the scanner for viruses has said of a file, and what follows.

/** Not asked or not answered yet; found clean; found to carry something. */
export type CheckState = 'unchecked' | 'clean' | 'quarantined';

/** Codes of indicators that stand on at least one piece of evidence. @basis RULES 3: accepted, not quarantined. */
export function evidencedBy(items: readonly { readonly indicator: string; readonly checkState: CheckState }[]): ReadonlySet<string> {
  return new Set(items.filter(counts).map(({ indicator }) => indicator));
}

/** A quarantined file counts as no evidence, everywhere. */
export function counts({ checkState }: { readonly checkState: CheckState }): boolean {
  return checkState !== 'quarantined';
}
