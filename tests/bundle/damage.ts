// One change of a bundle, drawn from a seed: of its text, or of one thing in it with every digest left alone.

import { mulberry32 } from '../../src/domain/result/lot.ts';
import { canonicalJson } from '../../src/domain/shared/decimal-json.ts';

export interface Damage {
  readonly how: string;
  readonly text: string;
  /** Part whose content was changed; null when the change is of the text, or outside the parts. */
  readonly part: string | null;
}

type Node = Record<string, unknown> | unknown[];
interface Spot {
  readonly holder: Node;
  readonly key: string | number;
  readonly path: readonly (string | number)[];
}

/** Changes without end, the same for the same seed; each is a single one and changes something. */
export function* damages(text: string, seed: number): Generator<Damage> {
  const next = mulberry32(seed);
  const below = (most: number) => next() % most;
  for (;;) {
    const damage = below(2) === 0 ? damageText(text, below) : damageValue(text, below);
    if (damage !== null && damage.text !== text) yield damage;
  }
}

type Below = (most: number) => number;

const LETTERS = '0123456789abcdefxyzABC {}[]":,.-/\\\u00e9\n';

function damageText(text: string, below: Below): Damage {
  const at = below(text.length);
  const letter = LETTERS[below(LETTERS.length)] ?? '0';
  const [before, one, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)];
  const kinds: readonly (readonly [string, string])[] = [
    ['changed', before + letter + after],
    ['deleted', before + after],
    ['inserted', before + letter + one + after],
    ['doubled', before + one + one + after],
    ['swapped', before + after.slice(0, 1) + one + after.slice(1)],
    ['cut off', before === '' ? text : before],
  ];
  const [how, damaged] = kinds[below(kinds.length)] ?? ['', text];
  return { how: `character ${at} ${how}`, text: damaged, part: null };
}

function damageValue(text: string, below: Below): Damage | null {
  const bundle = JSON.parse(text) as Record<string, unknown>;
  const spots = [...spotsOf(bundle, [])];
  const spot = spots[below(spots.length)];
  if (spot === undefined) return null;
  const how = change(spot, below);
  const part = spot.path[0] === 'parts' && spot.path.length > 2 ? String(spot.path[1]) : null;
  return how === null ? null : { how: `${spot.path.join('.')} ${how}`, text: canonicalJson(bundle), part };
}

function* spotsOf(node: unknown, path: readonly (string | number)[]): Generator<Spot> {
  if (typeof node !== 'object' || node === null) return;
  const keys = Array.isArray(node) ? node.keys() : Object.keys(node);
  for (const key of keys) {
    yield { holder: node as Node, key, path: [...path, key] };
    yield* spotsOf((node as Record<string | number, unknown>)[key], [...path, key]);
  }
}

function change({ holder, key }: Spot, below: Below): string | null {
  if (Array.isArray(holder)) {
    const at = Number(key);
    const other = below(holder.length);
    switch (below(4)) {
      case 0:
        holder.splice(at, 1);
        return 'deleted';
      case 1:
        holder.splice(at, 0, holder[at]);
        return 'doubled';
      case 2:
        [holder[at], holder[other]] = [holder[other], holder[at]];
        return `swapped with ${other}`;
    }
    holder[at] = changed(holder[at], below);
    return 'changed';
  }
  if (below(4) === 0) {
    delete holder[key];
    return 'deleted';
  }
  if (below(8) === 0) {
    holder[`${key}x`] = holder[key];
    return 'doubled under another name';
  }
  holder[key] = changed(holder[key], below);
  return 'changed';
}

function changed(value: unknown, below: Below): unknown {
  if (typeof value === 'number') return [value + 1, value - 1, value * 10, String(value)][below(4)];
  if (typeof value === 'boolean') return !value;
  if (value === null) return ['', 0, 'null'][below(3)];
  if (typeof value !== 'string') return [null, [], {}, 'x'][below(4)];
  const digit = /\d/.exec(value);
  if (digit === null || below(3) === 0) return `${value}x`;
  return `${value.slice(0, digit.index)}${(Number(digit[0]) + 1 + below(8)) % 10}${value.slice(digit.index + 1)}`;
}
