// Anchors by mail to the readers that the editions name: once a day when there are new ones, at once after certifying and publishing.

import { serverOf } from '../actions/people/mail-server.ts';
import { DAY, HOUR, later } from '../domain/shared/time.ts';
import { openPost } from '../platform/mail.ts';
import type { Platform } from '../platform/platform.ts';
import { listAnchorReaders, listAnchors } from '../store/anchor.read.ts';
import { noteAnchorMail } from '../store/anchor.write.ts';
import { findMailSetting } from '../store/mail.read.ts';
import { listRegions } from '../store/people.read.ts';
import { anchorLetter } from '../texts/id/anchors.ts';

const MOST_LINES = 1000;

/** A letter that was refused or is in doubt is written again with the next round: an anchor twice does no harm. */
export async function mailAnchors(platform: Platform, regionId: string, isUrgent: boolean): Promise<void> {
  const { db, now } = platform;
  const [setting, region] = [await findMailSetting(db, regionId), (await listRegions(db)).find((one) => one.regionId === regionId)];
  if (setting === null || !setting.isOn || region === undefined) return;
  const yesterday = later(now(), HOUR - DAY);
  const due = (await listAnchorReaders(db, regionId)).filter(({ sentAt }) => isUrgent || sentAt === null || sentAt <= yesterday);
  if (due.length === 0) return;
  const from = { name: setting.fromName, address: setting.fromAddress };
  let post: Awaited<ReturnType<typeof openPost>> | null = null;
  try {
    for (const { address, sentSeq } of due) {
      const anchors = await listAnchors(db, regionId, sentSeq, MOST_LINES);
      const last = anchors.at(-1);
      if (last === undefined) continue;
      post ??= await openPost(serverOf(platform, regionId, setting));
      const words = anchorLetter(
        region.name,
        anchors.map(({ line }) => line),
      );
      const fate = await post.send({ id: platform.newId(), from, to: address, at: now(), ...words });
      if (fate.kind === 'sent') await noteAnchorMail(db, regionId, address, last.seq, now());
      else platform.log.error('anchor mail did not leave', fate.fault);
      if (fate.kind !== 'sent' && fate.isOver) return;
    }
  } finally {
    post?.close();
  }
}
