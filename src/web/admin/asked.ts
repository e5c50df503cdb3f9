// What the admin's lists are asked for: words and a page.

import type { Ctx } from '../request.ts';

const PER_PAGE = 50;

export interface AskedList {
  readonly regionId: string;
  readonly words: string;
  readonly number: number;
  readonly offset: number;
  readonly limit: number;
}

/** `?cari=` and `?hal=` of the address, within bounds. */
export function askedOf(c: Ctx): AskedList {
  const number = Math.min(Math.max(Number.parseInt(c.req.query('hal') ?? '1', 10) || 1, 1), 10_000);
  return { regionId: c.var.region.regionId, words: (c.req.query('cari') ?? '').slice(0, 100).trim(), number, offset: (number - 1) * PER_PAGE, limit: PER_PAGE };
}

export function pagesOf(total: number | undefined): number {
  return Math.ceil((total ?? 0) / PER_PAGE);
}
