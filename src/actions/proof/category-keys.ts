// The keys that may sign a category's result, as a list with its digest: for the page to print, the anchor and the bundle.

import { type KeyList, listKeys } from '../../domain/proof/key-list.ts';
import type { Instant } from '../../domain/shared/time.ts';
import type { Queryable } from '../../platform/db.ts';
import { findSigningPlace, listCategorySigners } from '../../store/signing-key.read.ts';

/** Null when there is no such category. */
export async function keyListOf(db: Queryable, regionId: string, categoryId: string, now: Instant): Promise<KeyList | null> {
  const place = await findSigningPlace(db, regionId, categoryId);
  if (place === null) return null;
  const owned = (await listCategorySigners(db, regionId, categoryId, now)).flatMap(({ key }) => (key === null ? [] : [key]));
  return { region: regionId, edition: place.year, category: categoryId, keys: listKeys(owned, place.opensAt) };
}
