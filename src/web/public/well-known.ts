// Addresses that programs ask for by custom, not people: robots, the old place of the icon, where a password is changed.

import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { documentAssets } from '../ui/document.tsx';

/** Public pages may be found; sample data and everything behind the sign-in may not. */
export function sendRobots(c: Ctx): Response {
  const closed = c.var.region.isSample ? ['/'] : ['/s/', '/admin/', '/saya', '/juri', '/usulan', '/kepala', '/pimpinan', '/masuk', '/undangan/'];
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`)];
  return c.text(`${lines.join('\n')}\n`, 200, { 'cache-control': 'public, max-age=3600' });
}

/** Browsers ask here when a page names no icon, such as for a file they show themselves. */
export function sendIcon(c: Ctx): Response {
  c.header('cache-control', 'public, max-age=86400');
  return c.redirect(documentAssets().favicon);
}

/** @basis W3C "A Well-Known URL for Changing Passwords": password managers lead there. */
export function goToPassword(c: Ctx): Response {
  return c.redirect(paths.password);
}
