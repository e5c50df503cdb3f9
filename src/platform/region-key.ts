// The key of a region (Ed25519). The private part lies in the data folder, readable by its owner only, in no table and in no backup.

import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PublicRegionKey {
  /** First 16 hexadecimal digits of SHA-256 of the public key. */
  readonly keyId: string;
  /** 32 bytes as base64url. */
  readonly publicKey: string;
}

const fileOf = (home: string, keyId: string) => join(home, 'kunci-daerah', `${keyId}.pem`);

/** A new key, its private part kept. */
export function makeRegionKey(home: string): PublicRegionKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const text = publicKey.export({ format: 'jwk' }).x ?? '';
  const keyId = createHash('sha256').update(Buffer.from(text, 'base64url')).digest('hex').slice(0, 16);
  mkdirSync(join(home, 'kunci-daerah'), { recursive: true, mode: 0o700 });
  writeFileSync(fileOf(home, keyId), privateKey.export({ format: 'pem', type: 'pkcs8' }), { flag: 'wx', mode: 0o600 });
  return { keyId, publicKey: text };
}

/** The signature over the UTF-8 text as base64url; null when this installation does not have the private part: after a restore, say. */
export function signAsRegion(home: string, key: PublicRegionKey, text: string): string | null {
  const held = readPrivate(fileOf(home, key.keyId));
  if (held === null) return null;
  const privateKey = createPrivateKey(held);
  const isIts = createPublicKey(privateKey).export({ format: 'jwk' }).x === key.publicKey;
  return isIts ? sign(null, Buffer.from(text), privateKey).toString('base64url') : null;
}

function readPrivate(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}
