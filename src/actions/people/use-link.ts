// Sets a password by a one-time link: an invitation accepted, which also lets the person in, or a forgotten password replaced.

import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { hashPassword, sha256Bytes } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/platform.ts';
import { forgetDevices } from '../../store/access-device.write.ts';
import { findLink } from '../../store/people.read.ts';
import { endSessions, setPassword, useLink as useUp, voidLinks } from '../../store/people.write.ts';
import { holdAfterLink } from '../access/hold-account.ts';
import { soundPassword } from '../access/sound-password.ts';
import { type Act, NOBODY, perform } from '../perform.ts';
import { enter, type SignedIn } from './sign-in.ts';
import { tellOfAccount } from './tell.ts';

/** Refuses as `checkPassword` by field, `link.not-found` when the link is used, run out or unknown. */
export async function setPasswordByLink(act: Act, input: { readonly token: string; readonly password: string }): Promise<Outcome<{ personId: string }>> {
  const link = await useUp(act.tx, act.regionId, sha256Bytes(input.token), act.now);
  if (link === null) return refuse('link.not-found');
  const sound = await soundPassword(act, link.personId, input.password);
  if (!sound.ok) return sound;
  await forgetDevices(act.tx, act.regionId, link.personId);
  await setPassword(act.tx, act.regionId, link.personId, await hashPassword(input.password));
  await voidLinks(act.tx, act.regionId, link.personId, act.now);
  await endSessions(act.tx, act.regionId, link.personId, null, act.now);
  await holdAfterLink(act, link);
  if (link.kind === 'reset') await tellOfAccount(act, link.personId, 'password');
  act.record({ kind: link.kind === 'reset' ? 'person.password-reset' : 'person.invitation-accepted', subjectId: link.personId });
  return ok({ personId: link.personId });
}

export interface LinkUsed {
  readonly regionId: string;
  readonly token: string;
  readonly password: string;
  /** Browser and system, in words. */
  readonly device: string;
  /** The digest of the browser's mark. */
  readonly mark?: Buffer;
}

interface PasswordKept {
  readonly kind: 'kept';
  /** What the person signs in with. */
  readonly account: string;
}

/**
 * The password is kept; whoever accepted an invitation is let in as by `signIn`, a second factor first where there is one. After a reset
 * the person signs in with the new password. Refuses as `setPasswordByLink`.
 */
export async function enterByLink(platform: Platform, { regionId, token, password, device, mark }: LinkUsed): Promise<Outcome<SignedIn | PasswordKept>> {
  const link = await findLink(platform.db, regionId, sha256Bytes(token), platform.now());
  const actor = link === null ? NOBODY : { ...NOBODY, personId: link.personId };
  return perform<SignedIn | PasswordKept>(platform, { regionId, actor }, async (act) => {
    const kept = await setPasswordByLink(act, { token, password });
    if (!kept.ok) return kept;
    return link?.kind === 'invitation' ? enter(act, { ...kept.value, device, mark, factor: 'password' }) : ok({ kind: 'kept', account: link?.account ?? '' });
  });
}
