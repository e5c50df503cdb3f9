// The mail server of a region with its password sealed and opened, and a letter that only tries it.

import { MailFault, type MailServer, openPost } from '../../platform/mail.ts';
import type { Platform } from '../../platform/platform.ts';
import type { MailSetting } from '../../store/mail.read.ts';
import { noteHeard } from '../../store/mail.write.ts';

const ownerOf = (regionId: string) => `mail of ${regionId}`;

export function sealPassword({ vault }: Pick<Platform, 'vault'>, regionId: string, password: string): Buffer {
  return vault.seal(Buffer.from(password), ownerOf(regionId));
}

/** Throws MailFault `KEY` when the password was sealed with another key. */
export function serverOf({ vault }: Pick<Platform, 'vault'>, regionId: string, setting: MailSetting): MailServer {
  const { host, port, security, account, passwordSealed } = setting;
  const password = passwordSealed === null ? '' : vault.open(passwordSealed, ownerOf(regionId))?.toString();
  if (password === undefined) throw new MailFault('KEY');
  return { host, port, security, account, password };
}

/** Sends a letter of trial and writes down what the server said: null when it took it. */
export async function tryMail(
  platform: Platform,
  regionId: string,
  setting: MailSetting,
  letter: { readonly to: string; readonly subject: string; readonly text: string },
): Promise<string | null> {
  const fault = await heardFrom(platform, regionId, setting, letter);
  await noteHeard(platform.db, regionId, fault, platform.now());
  return fault;
}

async function heardFrom(platform: Platform, regionId: string, setting: MailSetting, letter: Parameters<typeof tryMail>[3]): Promise<string | null> {
  try {
    const post = await openPost(serverOf(platform, regionId, setting));
    const from = { name: setting.fromName, address: setting.fromAddress };
    const fate = await post.send({ ...letter, from, id: platform.newId(), at: platform.now() });
    post.close();
    return fate.kind === 'sent' ? null : fate.fault;
  } catch (error) {
    if (error instanceof MailFault) return error.code;
    throw error;
  }
}
