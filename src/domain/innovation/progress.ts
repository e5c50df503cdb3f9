// How far each part and each indicator of a draft is, in the few states that people are shown.

import type { Indicator } from '../instrument/indicator.ts';
import type { PartNumber } from './profile.ts';
import { fieldsOf } from './profile.ts';
import type { Draft, Finding } from './readiness.ts';

export type Progress = 'not-started' | 'incomplete' | 'needs-evidence' | 'needs-repair' | 'done';

/** Places of open notes: 'profile:4' or an indicator code. */
export type OpenPlaces = ReadonlySet<string>;

export function partProgress(part: PartNumber, draft: Draft, missing: readonly Finding[], open: OpenPlaces): Progress {
  if (open.has(`profile:${part}`)) return 'needs-repair';
  const isEmpty = fieldsOf(part).every((field) => (draft.profile[field.name] ?? '') === '');
  if (isEmpty) return 'not-started';
  return missing.some(({ place }) => 'part' in place && place.part === part) ? 'incomplete' : 'done';
}

export function indicatorProgress({ code }: Indicator, draft: Draft, open: OpenPlaces): Progress {
  if (open.has(code)) return 'needs-repair';
  const claim = draft.claims[code];
  if (claim === undefined) return 'not-started';
  return claim.level > 0 && !draft.evidenced.has(code) ? 'needs-evidence' : 'done';
}
