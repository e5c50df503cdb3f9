import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

interface DocumentAssets {
  readonly stylesheet: string;
  readonly favicon: string;
  /** Name of an island -> address of its script. */
  readonly islands: ReadonlyMap<string, string>;
}

let assets: DocumentAssets = { stylesheet: '/aset/gaya.css', favicon: '/aset/lambang.svg', islands: new Map() };

/** Called once at start, when the hashed names of the built files are known. */
export function setDocumentAssets(built: Partial<DocumentAssets>): void {
  assets = { ...assets, ...built };
}

export function documentAssets(): DocumentAssets {
  return assets;
}

/** The whole page as text, ready to send. */
export function renderDocument(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
