// When a region that is in use begins to ask its deciding people for a second factor.

import { DAY, type Instant, later } from '../shared/time.ts';

/** How long people have to set one up. */
export const NOTICE_MS = 14 * DAY;
/** Days before a close in which nobody is stopped at the door. */
const QUIET_MS = 7 * DAY;

interface Window {
  readonly kind: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/**
 * The planned start, moved to the close of whatever it would disturb: the last seven days of a stage, or a stage of presentations. Windows are half-open.
 * @basis RULES 6: an upgraded installation gives 14 days with a notice, and never starts in the last 7 days of a stage or on a presentation day.
 */
export function factorStart(planned: Instant, stages: readonly Window[]): Instant {
  const from = ({ kind, opensAt, closesAt }: Window) => (kind === 'presentation' ? opensAt : later(closesAt, -QUIET_MS));
  const disturbed = stages.filter((stage) => from(stage) <= planned && planned < stage.closesAt).map(({ closesAt }) => closesAt);
  const [end] = disturbed.sort().toReversed();
  return end === undefined ? planned : factorStart(end, stages);
}
