// Secrets at rest: sealed with the key of the installation, which lies beside the database and in no backup.

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import type { Config } from './config.ts';

export interface Vault {
  /** The data folder's own backup key, made of the same secret: its copy in the safe opens backups too. */
  readonly backupSecret: Buffer;
  /** Tells this secret from another without telling it. */
  readonly fingerprint: string;
  /** `owner` names whose secret it is; what is sealed for one opens for no other. */
  seal(secret: Uint8Array, owner: string): Buffer;
  /** Null when it was sealed with another key, for another owner, or has been changed. */
  open(sealed: Uint8Array, owner: string): Buffer | null;
}

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
/** First byte of everything sealed, so that another way may come later. */
const FORM = 1;

/** A vault over at least 32 bytes of secret material. */
export function openVault(material: Uint8Array): Vault {
  const key = Buffer.from(hkdfSync('sha256', material, '', 'bailang vault 1', 32));
  return {
    backupSecret: Buffer.from(hkdfSync('sha256', material, '', 'bailang backup key 1', 32)),
    fingerprint: Buffer.from(hkdfSync('sha256', material, '', 'bailang vault fingerprint 1', 16)).toString('hex'),
    seal(secret, owner) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([Buffer.from([FORM]), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed);
      if (bytes.length < 1 + NONCE + TAG || bytes[0] !== FORM) return null;
      const tag = bytes.subarray(1 + NONCE, 1 + NONCE + TAG);
      const cipher = createDecipheriv(CIPHER, key, bytes.subarray(1, 1 + NONCE), { authTagLength: TAG })
        .setAAD(Buffer.from(owner))
        .setAuthTag(tag);
      try {
        return Buffer.concat([cipher.update(bytes.subarray(1 + NONCE + TAG)), cipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

type Place = Pick<Config, 'home' | 'secret'>;

/** The key file lies in the data folder. */
const keyFile = ({ home }: Place) => join(home, 'kunci-rahasia');

/** The vault of an installation: over BAILANG_SECRET, or the key file. */
export function vaultOf(place: Place, onlyLooks = false): Vault {
  return openVault(place.secret === null ? readKeyFile(keyFile(place), onlyLooks) : Buffer.from(place.secret));
}

/** The data folder's own backup key, where there is one already. */
export function ownBackupKey(place: Place): Uint8Array | null {
  return place.secret === null && !existsSync(keyFile(place)) ? null : vaultOf(place).backupSecret;
}

/** The key file, made with the first start and readable by its owner only; who `onlyLooks` makes none, and without one opens nothing. */
export function readKeyFile(path: string, onlyLooks = false): Buffer {
  if (onlyLooks && !existsSync(path)) return randomBytes(32);
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url');
  if (key.length < 32) throw new CannotStart(`Kunci rahasia di ${path} rusak. Kembalikan berkasnya dari simpanan Anda.`);
  return key;
}
