// What a file is called when it leaves us: its own words, plain letters, and the ending of what it is.

import type { FileKind } from '../innovation/evidence.ts';

const MOST = 80;

/** A name for every system: letters a-z, digits, `-`; never an ending of its own, so that no name calls a program. */
export function plainFileName(label: string, kind: FileKind): string {
  const words = withoutEnding(label)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-');
  return `${trimmed(words) || 'bukti'}.${kind}`;
}

/** The same with the letters of any script, for those who can show them. */
export function ownFileName(label: string, kind: FileKind): string {
  const words = withoutEnding(label).replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return `${trimmed(words) || 'bukti'}.${kind}`;
}

function withoutEnding(label: string): string {
  return label.replace(/\.[A-Za-z0-9]{1,5}$/, '');
}

function trimmed(words: string): string {
  return [...words]
    .slice(0, MOST)
    .join('')
    .replace(/^-+|-+$/g, '');
}

/** The header that offers a file: shown in the browser where that is safe, else kept on disk. */
export function disposition(label: string, kind: FileKind, isShown: boolean): string {
  const own = encodeURIComponent(ownFileName(label, kind)).replace(/['()*!]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${isShown ? 'inline' : 'attachment'}; filename="${plainFileName(label, kind)}"; filename*=UTF-8''${own}`;
}
