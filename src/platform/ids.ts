// UUIDv7: sorted by time, made by us, so that an older PostgreSQL needs no extension.

import { randomBytes } from 'node:crypto';

/** A new id; `at` is milliseconds since the epoch. */
export function uuidV7(at: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A short code to read out, such as KD-4F2A9C, from an id. */
export function incidentCode(id: string): string {
  return `KD-${id.slice(-6).toUpperCase()}`;
}
