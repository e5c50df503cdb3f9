// Which region a new installation is for: from the words of the command, the environment, or whoever sits at the terminal.

import { createInterface } from 'node:readline/promises';
import { type NamedRegion, nameRegion, type RegionWish } from '../domain/people/name-region.ts';
import { CannotStart } from '../platform/cannot-start.ts';
import { BadConfig } from '../platform/config.ts';
import { listedRegions } from '../platform/regions.ts';
import { regionTexts } from '../texts/id/region.ts';
import { say } from '../texts/id/say.ts';

const FLAGS = { '--daerah': 'code', '--nama': 'name', '--awalan': 'prefix' } as const;
type Flag = keyof typeof FLAGS;

export interface RegionWords {
  readonly wish: Partial<RegionWish>;
  /** Words that are none of ours. */
  readonly rest: readonly string[];
}

/** `--daerah 63.09 --nama "…" --awalan TB`, each with its value behind it or after an equals sign. */
export function readRegionWords(words: readonly string[]): RegionWords {
  const wish: Partial<Record<keyof RegionWish, string>> = {};
  const rest: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [flag = '', ...behind] = (words[at] ?? '').split('=');
    if (!(flag in FLAGS)) {
      rest.push(words[at] ?? '');
      continue;
    }
    const value = behind.length > 0 ? behind.join('=') : words[++at];
    if (value === undefined || value.startsWith('--')) throw new BadConfig(`${flag} memerlukan isinya, misalnya --daerah 63.09 --nama "Kabupaten Tabalong".`);
    wish[FLAGS[flag as Flag]] = value;
  }
  return { wish, rest };
}

/** BAILANG_REGION: '63.09', or '63.09 Kabupaten Tabalong'. The words of the command come first. */
export function withEnvironment(wish: Partial<RegionWish>, region: string | null): Partial<RegionWish> {
  if (region === null || wish.code !== undefined) return wish;
  const [code = '', ...name] = region.trim().split(/\s+/);
  return { code, name: name.join(' '), ...wish };
}

/** Stops with one sentence when the region cannot be named; asks only at a terminal. */
export async function namedRegion(wish: Partial<RegionWish>): Promise<NamedRegion> {
  const listed = listedRegions();
  const typed = wish.code === undefined && process.stdin.isTTY && process.stdout.isTTY ? await ask(listed) : wish;
  if (typed.code === undefined) throw new CannotStart(regionTexts.unnamed);
  const named = nameRegion({ name: '', prefix: '', ...typed, code: typed.code }, listed);
  if (!named.ok) throw new CannotStart(say(named.refusal));
  return named.value;
}

async function ask(listed: ReadonlyMap<string, string>): Promise<RegionWish> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const code = (await lines.question(regionTexts.askCode)).trim();
    const name = listed.get(code) ?? (await lines.question(regionTexts.askName)).trim();
    const offered = nameRegion({ code, name, prefix: '' }, listed);
    if (!offered.ok) return { code, name, prefix: '' };
    const prefix = (await lines.question(regionTexts.askPrefix(offered.value.prefix))).trim();
    return { code, name, prefix };
  } finally {
    lines.close();
  }
}
