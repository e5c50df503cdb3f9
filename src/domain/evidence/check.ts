// What the scanner for viruses has said of a file, and what follows.

import type { FileKind } from '../innovation/evidence.ts';

/** Not asked or not answered yet; found clean; found to carry something. */
export type CheckState = 'unchecked' | 'clean' | 'quarantined';

/** What a file was found to be; all null of one that came before files were read to their end. */
export interface FileFacts {
  readonly pages: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly seconds: number | null;
}

/** A file as the pages tell of it. */
export interface FileState {
  readonly kind: FileKind;
  readonly bytes: number;
  readonly facts: FileFacts;
  readonly checkState: CheckState;
}

/** Whether others than its own agency may open it: clean, or where nobody looks for viruses at all. */
export function isOpenToOthers(state: CheckState, isScanned: boolean): boolean {
  return state === 'clean' || (state === 'unchecked' && !isScanned);
}

/** Codes of indicators that stand on at least one piece of evidence. @basis RULES 3: accepted, not quarantined. */
export function evidencedBy(items: readonly { readonly indicator: string; readonly checkState: CheckState }[]): ReadonlySet<string> {
  return new Set(items.filter(counts).map(({ indicator }) => indicator));
}

/** A quarantined file counts as no evidence, everywhere. */
export function counts({ checkState }: { readonly checkState: CheckState }): boolean {
  return checkState !== 'quarantined';
}
