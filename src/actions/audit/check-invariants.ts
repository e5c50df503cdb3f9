// Every promise of the system as a question that must find nothing: SQL promises, the chain, and figures worked out again.

import { firstFault } from '../../domain/audit/chain.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Breach, findBreaches, readChain } from '../../store/invariants.read.ts';
import { signatureBreaches } from '../proof/check-signatures.ts';
import { figureBreaches } from './check-figures.ts';
import { type FileDepth, fileBreaches } from './check-files.ts';

/** All breaches of the region's promises; an empty list is the good news. */
export async function checkInvariants(asked: Platform, regionId: string, depth: FileDepth = 'content'): Promise<readonly Breach[]> {
  const db = asked.db.patient;
  const platform = { ...asked, db };
  return [
    ...(await findBreaches(db, regionId)),
    ...(await chainBreaches(platform, regionId)),
    ...(await figureBreaches(db, regionId)),
    ...(await signatureBreaches(db, regionId)),
    ...(await fileBreaches(platform, regionId, depth)),
  ];
}

async function chainBreaches(platform: Platform, regionId: string): Promise<readonly Breach[]> {
  const fault = await firstFaultOf(platform, regionId);
  if (fault === null) return [];
  return [{ promise: 'ledger.chain-holds', says: 'every row of the ledger carries the digest of the one before', subject: `row ${fault.seq}: ${fault.what}` }];
}

async function firstFaultOf(platform: Platform, regionId: string) {
  const rows = [];
  for await (const row of readChain(platform.db, regionId)) rows.push(row);
  return firstFault(rows, sha256Hex);
}
