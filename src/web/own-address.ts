// The full address of one of our pages, as the visitor reached us: for links that leave the screen.

import type { Ctx } from './request.ts';
import { isSecure } from './session.ts';

export function ownAddress(c: Ctx, path: string): string {
  return `${isSecure(c) ? 'https' : 'http'}://${new URL(c.req.url).host}${path}`;
}

/** Opens WhatsApp with the words ready; who gets them is chosen there. */
export function whatsAppWith(words: string): string {
  return `https://wa.me/?text=${encodeURIComponent(words)}`;
}
