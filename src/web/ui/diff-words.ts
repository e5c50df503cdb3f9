export interface DiffPart {
  readonly kind: 'sama' | 'dihapus' | 'ditambah';
  readonly text: string;
}

/** Beyond this many pairs of words the comparison would be slow, and nobody reads it word by word. */
const MOST_PAIRS = 250_000;

/** The longest common run of words; what is left on either side was removed or added. */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const old = wordsOf(before);
  const fresh = wordsOf(after);
  if (old.length * fresh.length > MOST_PAIRS) return merged([part('dihapus', before), part('ditambah', after)]);
  return merged(walk(old, fresh, commonLengths(old, fresh)));
}

/** Each word with the space after it, so that two texts never meet on a lone space. */
function wordsOf(text: string): readonly string[] {
  return `${text.trim()} `.match(/\S+\s+/g) ?? [];
}

function part(kind: DiffPart['kind'], text: string): DiffPart {
  return { kind, text };
}

/** lengths[i][j]: words in common from position i of the old and j of the new to the end. */
function commonLengths(old: readonly string[], fresh: readonly string[]): readonly Uint32Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (!row) continue;
      row[j] = old[i] === fresh[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

function at(lengths: readonly Uint32Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

function walk(old: readonly string[], fresh: readonly string[], lengths: readonly Uint32Array[]): readonly DiffPart[] {
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    const removed = old[i];
    const added = fresh[j];
    if (removed !== undefined && removed === added) {
      parts.push(part('sama', removed));
      i++;
      j++;
    } else if (removed !== undefined && (added === undefined || at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      parts.push(part('dihapus', removed));
      i++;
    } else if (added !== undefined) {
      parts.push(part('ditambah', added));
      j++;
    }
  }
  return parts;
}

function merged(parts: readonly DiffPart[]): readonly DiffPart[] {
  const joined: DiffPart[] = [];
  for (const next of parts) {
    const last = joined.at(-1);
    if (last && last.kind === next.kind) joined[joined.length - 1] = part(last.kind, last.text + next.text);
    else if (next.text !== '') joined.push(next);
  }
  return joined;
}
