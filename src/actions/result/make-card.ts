// Works out the robustness card of a result version: beside the requests, because a large field takes seconds.

import { summariseCard } from '../../domain/robustness/summary.ts';
import type { Platform } from '../../platform/platform.ts';
import { findResult } from '../../store/result.read.ts';
import { findCard, listOutdatedCards } from '../../store/result-card.read.ts';
import { keepCard } from '../../store/result-card.write.ts';

/** Nothing happens when the version is gone or has its card. */
export async function makeCard({ db, now }: Platform, regionId: string, resultId: string): Promise<void> {
  if ((await findCard(db, regionId, resultId)) !== null) return;
  const result = await findResult(db, regionId, resultId);
  if (result !== null) await keepCard(db, regionId, resultId, summariseCard(result.inputs, result.body), now());
}

const AT_A_TIME = 10;

/** Cards kept in an older form are made anew, some at a time: until then a page says that its card is being worked out. */
export async function remakeCards(platform: Platform): Promise<void> {
  for (const { regionId, resultId } of await listOutdatedCards(platform.db, AT_A_TIME)) await makeCard(platform, regionId, resultId);
}
