// Anchors leave the machine: into a folder, to a time stamp authority, by mail. Each way keeps its own place, so that a round that failed is made up for by the next.

import { NOBODY, perform } from '../actions/perform.ts';
import { makeAnchors } from '../actions/proof/make-anchors.ts';
import { readAnchors } from '../domain/proof/anchor.ts';
import { addToAnchorFile, readAnchorFile } from '../platform/anchor-folder.ts';
import type { Platform } from '../platform/platform.ts';
import { stampText } from '../platform/time-stamp.ts';
import { findUnstamped, hasRunningStage, listAnchors } from '../store/anchor.read.ts';
import { insertStamp } from '../store/anchor.write.ts';
import { listRegions } from '../store/people.read.ts';
import { mailAnchors } from './mail-anchors.ts';

/** Acts after which the readers are told at once. */
const TOLD_AT_ONCE = ['result.certified', 'result.published', 'result.bundled'];

/** After a deciding act. Throws when a way out is blocked, so that the job is tried again. */
export async function dropAnchors(platform: Platform, regionId: string): Promise<void> {
  const made = await perform(platform, { regionId, actor: NOBODY }, makeAnchors);
  const isUrgent = made.ok && made.value.kinds.some((kind) => TOLD_AT_ONCE.includes(kind));
  const faults: unknown[] = [];
  const ways = [() => writeFolder(platform, regionId), () => stampNewest(platform, regionId), () => mailAnchors(platform, regionId, isUrgent)];
  for (const way of ways) await way().catch((error) => faults.push(error));
  if (faults.length > 0) throw new AggregateError(faults, 'anchors did not leave');
}

/** Every hour while a stage runs; what did not leave before leaves with it. */
export async function dropAllAnchors(platform: Platform): Promise<void> {
  for (const { regionId } of await listRegions(platform.db)) {
    if (!(await hasRunningStage(platform.db, regionId, platform.now()))) continue;
    await dropAnchors(platform, regionId).catch((error) => platform.log.error('anchors did not leave', error));
  }
}

const BATCH = 500;

async function writeFolder(platform: Platform, regionId: string): Promise<void> {
  const { folder } = platform.anchors;
  const region = (await listRegions(platform.db)).find((one) => one.regionId === regionId);
  if (folder === null || region === undefined) return;
  const name = `jangkar-${region.code}.txt`;
  const held = readAnchors(await readAnchorFile(folder, name));
  if (!held.ok) throw new Error(`anchor folder: line ${held.line} of ${name} is ${held.what}`);
  let after = Math.max(0, ...held.anchors.filter((one) => one.region === regionId).map(({ seq }) => seq));
  for (;;) {
    const anchors = await listAnchors(platform.db, regionId, after, BATCH);
    const last = anchors.at(-1);
    if (last === undefined) return;
    await addToAnchorFile(
      folder,
      name,
      anchors.map(({ line }) => line),
    );
    after = last.seq;
  }
}

/** The newest covers all before it. */
async function stampNewest(platform: Platform, regionId: string): Promise<void> {
  const { stampUrl } = platform.anchors;
  const newest = stampUrl === null ? null : await findUnstamped(platform.db, regionId);
  if (stampUrl === null || newest === null) return;
  await insertStamp(platform.db, regionId, newest.seq, await stampText(stampUrl, newest.line), platform.now());
}
