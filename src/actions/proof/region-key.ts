// The key of the region: made when it is first needed, and what it signs.

import type { RegionSeal } from '../../domain/proof/bundle.ts';
import { makeRegionKey, signAsRegion } from '../../platform/region-key.ts';
import { findRegionKey } from '../../store/region-key.read.ts';
import { beginRegionKey } from '../../store/region-key.write.ts';
import type { Act } from '../perform.ts';

/** A pen for texts that the region's key signs. It gives null while the private part is not on this machine: after a restore, until the key is renewed. */
export async function regionPen(act: Act): Promise<(statement: string) => RegionSeal | null> {
  const key = (await findRegionKey(act.tx, act.regionId)) ?? (await beginKey(act));
  return (statement) => {
    const signature = key === null ? null : signAsRegion(act.home, key, statement);
    return key === null || signature === null ? null : { publicKey: key.publicKey, signature };
  };
}

/** Another process may be first: then its key stands. */
async function beginKey(act: Act) {
  const made = makeRegionKey(act.home);
  if (!(await beginRegionKey(act.tx, act.regionId, made, act.now))) return findRegionKey(act.tx, act.regionId);
  act.record({ kind: 'region.key-made', subjectId: act.regionId, facts: { key: made.keyId } });
  return made;
}
