// A forgotten password, asked for by mail: known and unknown accounts cost the same and are answered with the same words.

import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { DAY, HOUR, later } from '../../domain/shared/time.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/platform.ts';
import { countAsks } from '../../store/mail.read.ts';
import { forgetAsks, insertAsk, lockAsks } from '../../store/mail.write.ts';
import { findCredential } from '../../store/people.read.ts';
import { NOBODY, perform } from '../perform.ts';
import { tell } from './tell.ts';

const MAILS_PER_ACCOUNT = 3;
const ASKS_PER_ADDRESS = 50;
const WINDOW = HOUR;

interface ResetAsk {
  readonly regionId: string;
  /** NIP or e-mail. */
  readonly account: string;
  /** The socket's address. */
  readonly address: string;
}

/**
 * At most three mails an hour to one account: asks for the same one are looked at one after another.
 * Refuses only `person.too-many-tries`, by the address it comes from.
 */
export async function askReset(platform: Platform, { regionId, account, address }: ResetAsk): Promise<Outcome<true>> {
  const credential = await findCredential(platform.db, regionId, account);
  const ask = { regionId, account: sha256Bytes(credential?.personId ?? account.toLowerCase()), address };
  return perform(platform, { regionId, actor: NOBODY }, async (act) => {
    await lockAsks(act.tx, ask.account);
    const before = await countAsks(act.tx, { ...ask, since: later(act.now, -WINDOW) });
    if (before.address >= ASKS_PER_ADDRESS) return refuse('person.too-many-tries', { minutes: 60 });
    await insertAsk(act.tx, { ...ask, askId: act.newId(), at: act.now });
    await forgetAsks(act.tx, later(act.now, -DAY));
    const personId = credential?.personId;
    if (personId !== undefined && before.account < MAILS_PER_ACCOUNT) await tell(act, [{ kind: 'password-reset', personId, aboutId: personId, facts: {} }]);
    return ok(true as const);
  });
}
