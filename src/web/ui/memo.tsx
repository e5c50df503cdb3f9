import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

const LIMIT = 500;
const remembered = new Map<string, string>();

/** Renders a fragment once per key; the same header and navigation serve every visitor of a page. */
export function rememberedHtml(key: string, draw: () => VNode): { readonly __html: string } {
  const known = remembered.get(key);
  if (known !== undefined) return { __html: known };
  if (remembered.size >= LIMIT) remembered.clear();
  const html = renderToString(draw());
  remembered.set(key, html);
  return { __html: html };
}
