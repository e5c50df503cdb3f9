import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const here = new URL('./', import.meta.url);
const ui = new URL('../ui/', import.meta.url);
const read = (folder: URL, pattern: RegExp) =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');

const css = read(here, /\.css$/);
const pieces = read(ui, /^(?!.*\.test).*\.tsx?$/);

describe('the stylesheet', () => {
  it('stays under twenty kilobytes on the wire', () => {
    expect(brotliCompressSync(css).length).toBeLessThan(20 * 1024);
  });

  it('has a length class for every percent', () => {
    for (let percent = 0; percent <= 100; percent++) expect(css).toContain(`.l-${percent} { --l: ${percent}%; }`);
  });

  it('never sets text under fourteen pixels', () => {
    const sizes = [...css.matchAll(/font(?:-size)?:[^;{}]*?(\d*\.\d+|\d+)rem/g)].map((match) => Number(match[1]));
    expect(sizes.filter((size) => size < 0.875)).toEqual([]);
  });

  it('gives both dark themes the same dyes', () => {
    const block = (from: string) => css.slice(css.indexOf(from)).split('}')[0] ?? '';
    const dyes = (text: string) => [...text.matchAll(/--[\w-]+:\s*[^;]+/g)].map(([pair]) => pair.replace(/\s+/g, ' '));
    expect(dyes(block(':root:not([data-theme="terang"])'))).toEqual(dyes(block(':root[data-theme="gelap"]')));
  });

  it('knows every class the pieces use', () => {
    const used = new Set([...pieces.matchAll(/class="([a-z0-9_ -]+)"/g)].flatMap((match) => (match[1] ?? '').split(' ')));
    const unknown = [...used].filter((name) => name !== '' && !css.includes(`.${name}`));
    expect(unknown).toEqual([]);
  });
});
