// Results that were published before there were bundles get theirs in the night; one that does not recompute is told to the log.

import { NOBODY, perform } from '../actions/perform.ts';
import { makeBundle } from '../actions/publication/make-bundle.ts';
import type { Platform } from '../platform/platform.ts';
import { listRegions } from '../store/people.read.ts';
import { listUnbundled } from '../store/publication-bundle.read.ts';

export async function makeMissingBundles(platform: Platform): Promise<void> {
  for (const { regionId } of await listRegions(platform.db)) {
    for (const publicationId of await listUnbundled(platform.db, regionId)) {
      const made = await perform(platform, { regionId, actor: NOBODY }, (act) => makeBundle(act, publicationId));
      if (!made.ok) platform.log.error('bundle not made', JSON.stringify(made.refusal), { publicationId });
    }
  }
}
