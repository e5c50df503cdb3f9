// The primitives by which a signature is checked on the server and at the command line.

import { createPublicKey, verify } from 'node:crypto';
import type { BundleTools } from '../domain/proof/bundle-verify.ts';
import type { AskedSignature, SignatureTools } from '../domain/proof/signature.ts';
import { sha256Bytes, sha256Hex } from './crypto.ts';

export const signatureTools: SignatureTools = { sha256: sha256Bytes, holds };

/** With the hash of texts: what checking a bundle needs. */
export const bundleTools: BundleTools = { ...signatureTools, hash: sha256Hex };

/** A key that is none, such as a point off the curve, made no signature. */
function holds({ key, message, signature }: AskedSignature): boolean {
  try {
    const publicKey = createPublicKey({ key: { ...key.jwk }, format: 'jwk' });
    return verify(key.algorithm === -8 ? null : 'sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false;
  }
}
