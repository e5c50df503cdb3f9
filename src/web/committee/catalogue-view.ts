// What the pages of the catalogues read: shipped ones from the product's files, others from the region's own.

import { type CatalogueDocument, readDocument } from '../../domain/instrument/catalogue-document.ts';
import { shippedCatalogues } from '../../platform/catalogues.ts';
import { findKeptCatalogue, type KeptCatalogue, listCatalogues } from '../../store/catalogue.read.ts';
import type { Ctx } from '../request.ts';

export interface CatalogueView {
  readonly code: string;
  readonly text: string;
  readonly document: CatalogueDocument;
  /** Null for a catalogue the product ships. */
  readonly kept: KeptCatalogue | null;
}

/** A catalogue of the region by its code; null when there is none, or when a shipped file is no catalogue at all. */
export async function findCatalogueView(c: Ctx, code: string): Promise<CatalogueView | null> {
  const shipped = shippedCatalogues().get(code);
  if (shipped !== undefined) return viewOf(code, shipped.text, null);
  const kept = await findKeptCatalogue(c.var.platform.db, c.var.region.regionId, code);
  return kept === null ? null : viewOf(code, kept.body, kept);
}

function viewOf(code: string, text: string, kept: KeptCatalogue | null): CatalogueView | null {
  const document = readDocument(text);
  return document.ok ? { code, text, document: document.value, kept } : null;
}

/** Every catalogue: the region's own, newest first, then the product's, newest first. */
export async function listCatalogueViews(c: Ctx): Promise<readonly CatalogueView[]> {
  const kept = await listCatalogues(c.var.platform.db, c.var.region.regionId);
  const own = kept.map((one) => viewOf(one.code, one.body, one));
  const shipped = [...shippedCatalogues().values()].toReversed().map(({ code, text }) => viewOf(code, text, null));
  return [...own, ...shipped].filter((view) => view !== null);
}
