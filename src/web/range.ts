// Which bytes of a file are asked for (RFC 9110, 14): one range, so that a video can be wound.

export interface Bytes {
  readonly start: number;
  readonly end: number;
}

/**
 * `whole` without a header, and for one that is not understood or asks for several ranges, which may be ignored; `nothing` for a range that the
 * file does not have. Both ends count.
 */
export function rangeOf(header: string | undefined, size: number): Bytes | 'whole' | 'nothing' {
  const [found, from = '', until = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '') ?? [];
  if (found === undefined || (from === '' && until === '') || (from !== '' && until !== '' && Number(until) < Number(from))) return 'whole';
  if (from === '') return Number(until) === 0 || size === 0 ? 'nothing' : { start: Math.max(0, size - Number(until)), end: size - 1 };
  if (Number(from) >= size) return 'nothing';
  return { start: Number(from), end: until === '' ? size - 1 : Math.min(Number(until), size - 1) };
}
