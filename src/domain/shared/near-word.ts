// The known word that a slip of the pen was most likely meant to be, and names that look alike on paper.

/**
 * Of `known`, the word that takes the fewest single-sign changes (insert, delete, replace, swap of neighbours) to become `written`, whatever
 * the capitals; '' when none is within a quarter of its length (at least 1, so that short words may differ by one sign). Of two alike, the first.
 * @source Damerau 1964, restricted to adjacent swaps.
 */
export function nearestWord(written: string, known: readonly string[]): string {
  let best = { word: '', changes: Number.POSITIVE_INFINITY };
  for (const word of known) {
    const changes = changesBetween(sameLook(written), sameLook(word));
    const most = Math.max(1, Math.floor(Math.max(word.length, written.length) / 4));
    if (changes <= most && changes < best.changes) best = { word, changes };
  }
  return best.word;
}

/** What a reader on paper cannot tell apart is one text: capitals, kinds and runs of spaces, composed and decomposed letters. */
export function sameLook(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * Remembers the first spelling of every name: gives the earlier, different spelling that looks the same as `name`, or null. One name is
 * one thing: 's1' beside 'S1' would silently be two.
 */
export function lookAlikes(): (name: string) => string | null {
  const first = new Map<string, string>();
  return (name) => {
    const look = sameLook(name);
    const earlier = first.get(look);
    if (earlier === undefined) first.set(look, name);
    return earlier === undefined || earlier === name ? null : earlier;
  };
}

function changesBetween(from: string, to: string): number {
  const [a, b] = [[...from], [...to]];
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [at, sign] of a.entries()) {
    const next = [at + 1];
    for (const [other, wanted] of b.entries()) {
      const replaced = (row[other] ?? 0) + (sign === wanted ? 0 : 1);
      const swapped = sign === b[other - 1] && a[at - 1] === wanted ? (before[other - 1] ?? 0) + 1 : replaced;
      next.push(Math.min(replaced, swapped, (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
