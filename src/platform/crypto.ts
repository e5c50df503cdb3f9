// Hashes, tokens and passwords, from well-kept primitives.

import { createHash, randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { hash, verify } from '@node-rs/argon2';

/** SHA-256 of the UTF-8 text (or bytes), as 64 hexadecimal digits. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export function sha256Bytes(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

/** SHA-256 of everything the stream gives, as 64 hexadecimal digits. */
export async function sha256OfStream(content: Readable): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of content) digest.update(chunk as Buffer);
  return digest.digest('hex');
}

/** 32 fresh secret bytes. */
export function randomSecret(): Buffer {
  return randomBytes(32);
}

/** A fresh secret of 256 bits, as text for a link or a cookie. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Fresh random bytes, for a code that people read. */
export function randomSigns(): Uint8Array {
  return randomBytes(16);
}

/** 128 random bits as 32 hexadecimal digits: put before a text, its digest tells nothing of what follows. */
export function randomBlind(): string {
  return randomBytes(16).toString('hex');
}

/** argon2id with the parameters OWASP names: 19 MiB, two passes, one lane. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password);
}
