// `bailang link AKUN`: a password link for whoever has the machine, when no admin can come in. It is printed once.

import { emergencyLink } from '../actions/people/make-reset-link.ts';
import { NOBODY, perform } from '../actions/perform.ts';
import { hasInstallation, joinInstallation } from '../main.ts';
import { CannotStart } from '../platform/cannot-start.ts';
import { BadConfig, type Config } from '../platform/config.ts';
import { listRegions } from '../store/people.read.ts';
import type { CliIo } from './rank.ts';

const WITHOUT_FACTOR = '--lepas-pengaman';

/** 0 with the link; 1 when nobody has the account; a wrong use is told as such. */
export async function runLink(config: Config, words: readonly string[], io: CliIo): Promise<number> {
  const [account, ...more] = words.filter((word) => word !== WITHOUT_FACTOR);
  if (account === undefined || account.startsWith('-') || more.length > 0) throw new BadConfig(`Pemakaian: bailang link NIP_ATAU_SUREL [${WITHOUT_FACTOR}]`);
  if (!hasInstallation(config)) throw new CannotStart(`Belum ada data di ${config.home}.`);
  const opened = await joinInstallation(config);
  try {
    for (const { regionId, name } of await listRegions(opened.platform.db)) {
      const input = { account, withoutFactor: words.includes(WITHOUT_FACTOR) };
      const outcome = await perform(opened.platform, { regionId, actor: NOBODY }, (act) => emergencyLink(act, input));
      if (!outcome.ok) continue;
      io.stdout(`Tautan kata sandi untuk ${account}, ${name} (sekali pakai, 24 jam). Buka di alamat BAILANG Anda:\n  /undangan/${outcome.value.token}\n`);
      return 0;
    }
    io.stderr(`Tidak ada akun ${account}, atau akunnya ditutup.\n`);
    return 1;
  } finally {
    await opened.close();
  }
}
