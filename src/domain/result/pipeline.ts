// Where an entry stands on its way through the edition, since when it is late, and how many came how far.

import { hasOpened, type Stage, type StageKind } from '../edition/stage.ts';
import type { EntryState } from '../innovation/entry.ts';
import type { Instant } from '../shared/time.ts';

/** The columns of the board in the order of the way; `out` holds whoever goes no further. */
export const COLUMNS = ['draft', 'head', 'verification', 'desk', 'shortlist', 'presentation', 'result', 'out'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Standing {
  readonly state: EntryState;
  readonly isFinalist: boolean;
  /** Was approved once; a repaired entry passes its head again within the verification. */
  readonly isApproved: boolean;
  readonly repairUntil: Instant | null;
}

/** How far the category of an entry is. */
export interface CategoryProgress {
  readonly isAnnounced: boolean;
  readonly isPublished: boolean;
}

const COLUMN_OF: Readonly<Record<EntryState, Column>> = {
  draft: 'draft',
  'returned-by-head': 'draft',
  submitted: 'head',
  approved: 'verification',
  'in-verification': 'verification',
  'returned-for-repair': 'verification',
  verified: 'desk',
  eligible: 'desk',
  refused: 'out',
  withdrawn: 'out',
};

/** The column an entry stands in at `now`. Once its category is announced, an eligible entry is a finalist or goes no further. */
export function columnOf(entry: Standing, category: CategoryProgress, stages: readonly Stage[], now: Instant): Column {
  if (entry.isFinalist) {
    if (category.isPublished) return 'result';
    return hasOpened(stages, 'presentation', now) ? 'presentation' : 'shortlist';
  }
  return entry.state === 'eligible' && category.isAnnounced ? 'out' : COLUMN_OF[entry.state];
}

/** The stage whose close an entry of the state waits for; a draft is nobody's delay but its own. */
const DUE_WITH: Readonly<Partial<Record<EntryState, StageKind>>> = {
  submitted: 'approval',
  approved: 'verification',
  'in-verification': 'verification',
  verified: 'desk',
};

/** The moment that has passed without what was due: the close of its stage, or of its time for repair. Null while nothing is late. */
export function overdueSince(entry: Standing, stages: readonly Stage[], now: Instant): Instant | null {
  const kind = entry.state === 'submitted' && entry.isApproved ? 'verification' : DUE_WITH[entry.state];
  const due = entry.state === 'returned-for-repair' ? entry.repairUntil : (stages.find((stage) => stage.kind === kind)?.closesAt ?? null);
  return due !== null && due <= now ? due : null;
}

export interface Travelled extends Standing {
  readonly isNumbered: boolean;
}

const VERIFIED: readonly EntryState[] = ['verified', 'eligible', 'refused'];

/** How many entries came at least so far: begun, submitted, approved, verified, finalists. A withdrawn entry is counted where it was begun. */
export interface Funnel {
  readonly begun: number;
  readonly submitted: number;
  readonly approved: number;
  readonly verified: number;
  readonly finalists: number;
}

export function funnelOf(entries: readonly Travelled[]): Funnel {
  const count = (reached: (entry: Travelled) => boolean) => entries.filter(reached).length;
  return {
    begun: entries.length,
    submitted: count(({ isNumbered, state }) => isNumbered && state !== 'withdrawn'),
    approved: count(({ isApproved }) => isApproved),
    verified: count(({ state }) => VERIFIED.includes(state)),
    finalists: count(({ isFinalist }) => isFinalist),
  };
}
