// The name most like what was written: a slip of the pen, another way to shorten.

import { sameWords } from '../shared/table.ts';

const NEAR = 0.5;

/**
 * Finds in `names` the one most like what is written, by threes of letters, without the words that names begin with alike; `among` leaves
 * only the first so many to choose from. Empty when none is near; names with other numbers (`SDN 1`, `SDN 2`) never are. Of two alike, the first.
 */
export function nearNames(names: readonly string[]): (written: string, among?: number) => string {
  const openings = openingsOf(names);
  const threesOf = (text: string) => threesIn(withoutOpening(text, openings));
  const known = names.map((name) => ({ name, numbers: numbersIn(name), threes: threesOf(name) }));
  const holders = Map.groupBy(
    known.flatMap(({ threes }, at) => [...threes].map((three) => ({ three, at }))),
    ({ three }) => three,
  );
  return (written, among = names.length) => {
    const wanted = threesOf(written);
    const numbers = numbersIn(written);
    const common = new Map<number, number>();
    for (const three of wanted) for (const { at } of holders.get(three) ?? []) common.set(at, (common.get(at) ?? 0) + 1);
    let best = { name: '', likeness: NEAR };
    for (const [at, one] of known.slice(0, among).entries()) {
      if (one.numbers !== '' && numbers !== '' && one.numbers !== numbers) continue;
      const likeness = (2 * (common.get(at) ?? 0)) / (one.threes.size + wanted.size);
      if (likeness > best.likeness) best = { name: one.name, likeness };
    }
    return best.name;
  };
}

/** First words that two names or more share, such as `kecamatan` or `upt puskesmas`: they tell none apart. */
function openingsOf(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const name of new Set(names.map(sameWords))) {
    const words = name.split(' ');
    for (let many = 1; many < words.length; many += 1) {
      const opening = words.slice(0, many).join(' ');
      if (seen.has(opening)) shared.add(opening);
      seen.add(opening);
    }
  }
  return shared;
}

function withoutOpening(text: string, openings: ReadonlySet<string>): string {
  const words = sameWords(text).split(' ');
  let many = 0;
  while (many < words.length - 1 && openings.has(words.slice(0, many + 1).join(' '))) many += 1;
  return words.slice(many).join(' ');
}

function numbersIn(text: string): string {
  return (text.match(/\d+/g) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, '')).join(' ');
}

function threesIn(text: string): ReadonlySet<string> {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}
