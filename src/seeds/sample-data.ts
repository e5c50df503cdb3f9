// The sample's levels and scores (contoh), as the second calculator reads them too.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../platform/catalogues.ts';

export interface SampleEntry {
  readonly slug: string;
  readonly name: string;
  readonly agency: string;
  readonly category: string;
  /** A digit a row of the catalogue, SID-16 first. */
  readonly claimed: string;
  readonly verified: string;
  readonly oldNumber: string | null;
  readonly startedOn: string | null;
}

export interface SampleData {
  readonly indicatorOrder: readonly string[];
  readonly entries: readonly SampleEntry[];
  readonly finalists: Readonly<Record<string, readonly string[]>>;
  readonly criteria: Readonly<Record<string, readonly string[]>>;
  /** slug -> juror code -> points in the order of the criteria. */
  readonly scores: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

export function readSampleData(): SampleData {
  return JSON.parse(readFileSync(join(dataFolder(), 'sample', 'balangan-2026.json'), 'utf8')) as SampleData;
}
