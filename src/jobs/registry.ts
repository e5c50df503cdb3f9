// All jobs by name. Each is loaded when it runs for the first time.

import type { LaterJobs } from '../actions/later.ts';
import type { Platform } from '../platform/platform.ts';

/** Jobs that acts queue. One may run twice after a crash: it must not matter. */
export const LATER: { readonly [Name in keyof LaterJobs]: (platform: Platform, data: LaterJobs[Name]) => Promise<unknown> } = {
  'settle-bulk': async (platform, { regionId, bulkId }) => (await import('./settle-bulk.ts')).settle(platform, regionId, bulkId),
  'send-messages': async (platform, { regionId }) => (await import('./send-messages.ts')).sendMessages(platform, regionId),
  'check-promises': async (platform, { regionId }) => (await import('./check-promises.ts')).checkPromises(platform, regionId),
  'drop-anchors': async (platform, { regionId }) => (await import('./drop-anchors.ts')).dropAnchors(platform, regionId),
  'make-card': async (platform, { regionId, resultId }) => (await import('../actions/result/make-card.ts')).makeCard(platform, regionId, resultId),
};

interface Scheduled {
  /** Minute, hour, day, month, weekday, in UTC. */
  readonly cron: string;
  readonly run: (platform: Platform) => Promise<unknown>;
}

/** Jobs that come round by themselves; never two of a name at once. */
export const SCHEDULED: Readonly<Record<string, Scheduled>> = {
  'send-due-messages': { cron: '* * * * *', run: async (platform) => (await import('./send-messages.ts')).sendDueMessages(platform) },
  'take-due-effects': { cron: '*/5 * * * *', run: async (platform) => (await import('./access-due.ts')).takeDueEffects(platform) },
  'remind-late': { cron: '10 * * * *', run: async (platform) => (await import('./remind.ts')).remindAll(platform) },
  'look-after': { cron: '*/10 * * * *', run: async (platform) => (await import('./look-after.ts')).logConcerns(platform) },
  'remake-cards': { cron: '*/5 * * * *', run: async (platform) => (await import('../actions/result/make-card.ts')).remakeCards(platform) },
  'check-waiting-files': { cron: '* * * * *', run: async (platform) => (await import('./check-files.ts')).checkWaitingFiles(platform) },
  'sweep-files': { cron: '50 * * * *', run: async (platform) => (await import('./sweep-files.ts')).sweepAndTell(platform) },
  'back-up-when-due': { cron: '*/15 * * * *', run: async (platform) => (await import('./nightly-backup.ts')).backUpWhenDue(platform) },
  'make-missing-bundles': { cron: '20 18 * * *', run: async (platform) => (await import('./make-bundles.ts')).makeMissingBundles(platform) },
  'drop-all-anchors': { cron: '5 * * * *', run: async (platform) => (await import('./drop-anchors.ts')).dropAllAnchors(platform) },
  'check-all-promises': { cron: '40 18 * * *', run: async (platform) => (await import('./check-promises.ts')).checkAllPromises(platform) },
};
