// Sends by mail what may leave: each message is taken before it is handed over, so that it leaves once, and its fate is written after.

import { serverOf } from '../actions/people/mail-server.ts';
import { makeMailLink } from '../actions/people/make-mail-link.ts';
import { DOOR_KINDS, isQuiet, MESSAGE_KINDS, nextTry, TOO_LATE_AFTER, URGENT_KINDS } from '../domain/people/message.ts';
import { type Region, zoneHours } from '../domain/people/region.ts';
import { later, MINUTE } from '../domain/shared/time.ts';
import { type Letter, MailFault, openPost, type Post } from '../platform/mail.ts';
import type { Platform } from '../platform/platform.ts';
import { findMailSetting, type MailSetting } from '../store/mail.read.ts';
import { noteHeard } from '../store/mail.write.ts';
import { hasWork, listTemplates, type Template } from '../store/message.read.ts';
import { type Claimed, claimMessage, giveUpClaims, giveUpLate, keepInBox, keepUnreachable, markFailed, markSent, putOff } from '../store/message.write.ts';
import { listRegions } from '../store/people.read.ts';
import { writeMessage } from '../texts/id/messages.ts';

/** A process that took a message and has not said what became of it after so long is gone. */
const CLAIM_LASTS = 10 * MINUTE;

export async function sendDueMessages(platform: Platform): Promise<void> {
  for (const { regionId } of await listRegions(platform.db)) await sendMessages(platform, regionId);
}

/** Sends what is due in the region. A server that cannot be reached stops the round; the next one begins anew. */
export async function sendMessages(platform: Platform, regionId: string): Promise<void> {
  const { db, now } = platform;
  const at = now();
  if (!(await hasWork(db, regionId, at, later(at, -CLAIM_LASTS)))) return;
  const region = (await listRegions(db)).find((one) => one.regionId === regionId);
  const setting = await findMailSetting(db, regionId);
  if (region === undefined) return;
  await giveUpClaims(db, regionId, later(at, -CLAIM_LASTS), at);
  if (setting === null || !setting.isOn) {
    await keepInBox(db, regionId, at);
    return;
  }
  await keepUnreachable(db, regionId, at);
  for (const [kinds, after] of TOO_LATE_AFTER) await giveUpLate(db, regionId, kinds, later(at, -after), at);
  await sendRound(platform, region, setting);
}

interface Round {
  readonly platform: Platform;
  readonly region: Region;
  readonly setting: MailSetting;
  readonly templates: ReadonlyMap<string, Template>;
  readonly post: Post;
}

async function sendRound(platform: Platform, region: Region, setting: MailSetting): Promise<void> {
  const kinds = isQuiet(platform.now(), zoneHours(region.zone)) ? URGENT_KINDS : MESSAGE_KINDS;
  let round: Round | null = null;
  try {
    for (;;) {
      const message = await claimMessage(platform.db, region.regionId, { now: platform.now(), kinds });
      if (message === null) break;
      round ??= await openRound(platform, region, setting, message);
      if (round === null || !(await sendOne(round, message))) break;
    }
  } finally {
    round?.post.close();
  }
}

/** Null when the server cannot be reached: the message goes back as it was. */
async function openRound(platform: Platform, region: Region, setting: MailSetting, first: Claimed): Promise<Round | null> {
  const { db, now } = platform;
  try {
    const post = await openPost(serverOf(platform, region.regionId, setting));
    await noteHeard(db, region.regionId, null, now());
    const templates = new Map((await listTemplates(db, region.regionId)).map((one) => [one.kind, one]));
    return { platform, region, setting, templates, post };
  } catch (error) {
    await putOff(db, region.regionId, first.messageId, 'unreachable', now());
    if (!(error instanceof MailFault)) throw error;
    await noteHeard(db, region.regionId, error.code, now());
    platform.log.info('mail server not reached', { code: error.code });
    return null;
  }
}

/** False when nothing more goes through this connection. */
async function sendOne(round: Round, message: Claimed): Promise<boolean> {
  const { platform, region, post } = round;
  const { db, now } = platform;
  const { regionId } = region;
  const { letter, version } = await write(round, message);
  const fate = await post.send(letter);
  if (fate.kind === 'sent') {
    await markSent(db, regionId, message.messageId, version, now());
    return true;
  }
  if (fate.kind === 'put-off') await putOff(db, regionId, message.messageId, fate.fault, nextTry(now(), message.attempts));
  else await markFailed(db, regionId, message.messageId, fate.kind === 'in-doubt' ? 'in-doubt' : fate.fault, now());
  if (fate.isOver) await noteHeard(db, regionId, fate.fault, now());
  return !fate.isOver;
}

async function write({ platform, region, setting, templates }: Round, message: Claimed): Promise<{ readonly letter: Letter; readonly version: number | null }> {
  const template = templates.get(message.kind) ?? null;
  const secret = DOOR_KINDS.includes(message.kind) ? await makeMailLink(platform, region.regionId, message) : null;
  const { subject, body } = writeMessage(message, { template, site: setting.site, region, secret });
  const letter = {
    id: message.messageId,
    from: { name: setting.fromName, address: setting.fromAddress },
    to: message.email,
    subject,
    text: body,
    at: platform.now(),
  };
  return { letter, version: template?.version ?? null };
}
