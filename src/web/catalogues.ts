// What this process knows of a region's adopted catalogues, brought up to date from the database.

import { addCatalogue, adoptedCodes } from '../platform/catalogues.ts';
import type { Platform } from '../platform/platform.ts';
import { listAdopted } from '../store/catalogue.read.ts';

/** Takes over what another process, or this one before it was started again, adopted. */
export async function knowCatalogues(platform: Platform, regionId: string): Promise<void> {
  for (const { code, body } of await listAdopted(platform.db, regionId, adoptedCodes(regionId))) addCatalogue(regionId, code, body);
}
