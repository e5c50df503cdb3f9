// The lot (undian): a permutation anyone can redo from a seed published beforehand. No hidden randomness.

/** The published seed and where it came from ("undian ... tanggal ..."). */
export interface Lot {
  readonly seed: string;
  readonly source: string;
}

const TWO_32 = 4_294_967_296;

/** The mulberry32 generator: each call gives the next whole number in 0..2^32-1 for the same 32-bit seed. */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** A published seed as 32 bits: a whole number modulo 2^32; any other text by FNV-1a over its UTF-8 bytes. */
export function seedNumber(seed: string): number {
  if (/^\d+$/.test(seed)) return Number(BigInt(seed) % BigInt(TWO_32));
  let hash = 0x811c9dc5;
  for (const byte of utf8(seed)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

function utf8(text: string): readonly number[] {
  const encoded = encodeURIComponent(text.toWellFormed());
  return [...encoded.matchAll(/%([0-9A-F]{2})|(.)/g)].map(([, hex, plain = '']) => (hex === undefined ? plain.charCodeAt(0) : Number.parseInt(hex, 16)));
}

/**
 * The order drawn for tied entries: their registration numbers ascending, shuffled by Fisher-Yates from the last place down, index
 * floor(u32 x (i + 1) / 2^32); the first of the outcome ranks first. The order of `tied` does not matter.
 * @basis SCORING 3 and RULES 5: mulberry32 with a public seed over the tied entries in the order of their registration numbers.
 */
export function drawLot(tied: readonly string[], seed: string): string[] {
  const order = [...tied].sort();
  const next = mulberry32(seedNumber(seed));
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor((next() * (last + 1)) / TWO_32);
    [order[last], order[chosen]] = [order[chosen] ?? '', order[last] ?? ''];
  }
  return order;
}
