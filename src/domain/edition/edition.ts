// An edition (edisi lomba): a year with its categories, stages and instrument; past years may be history records only.

import type { Instant } from '../shared/time.ts';
import type { EditionSettings } from './settings.ts';

export interface Edition extends EditionSettings {
  readonly editionId: string;
  readonly year: number;
  readonly kind: 'live' | 'history';
  /** Catalogue code of the desk instrument, such as iid-2026. */
  readonly instrument: string;
  readonly clonedFrom: string | null;
  readonly createdAt: Instant;
}

/** What is known of a past year. Every part may be missing; nothing is ever filled in. */
export interface EditionHistory {
  readonly categories?: readonly string[];
  readonly stages?: readonly string[];
  readonly funnel?: readonly { readonly label: string; readonly count: number }[];
  readonly gates?: readonly string[];
  readonly dates?: readonly { readonly label: string; readonly text: string }[];
  readonly venue?: string;
  readonly winners?: readonly { readonly rank: number; readonly name: string; readonly agency: string; readonly prize?: string }[];
  readonly topTen?: readonly string[];
  readonly facts?: readonly string[];
  readonly sources: readonly string[];
  readonly uncertain: readonly string[];
}
