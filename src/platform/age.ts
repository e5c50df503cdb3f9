// The age file format, version 1 (C2SP, age-encryption.org/v1), for X25519 recipients, as streams of any length in bounded memory. Any age opens
// what is written here, years later and without this program.

import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const VERSION = 'age-encryption.org/v1';
const X25519 = 'age-encryption.org/v1/X25519';
const CHUNK = 64 * 1024;
const TAG = 16;
const CIPHER = 'chacha20-poly1305';
const LONGEST_HEADER = 64 * 1024;

/** How a file of this form begins. */
export const AGE_MAGIC = Buffer.from(`${VERSION}\n`);

/** The file was made for other keys. */
export class WrongKey extends Error {}
/** The file is cut short or changed. */
export class BrokenSeal extends Error {}

/** 32 secret bytes; the public part is made of them. */
export function publicPart(secret: Uint8Array): Buffer {
  return rawPublic(createPublicKey(privateKey(secret)));
}

const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');

function privateKey(secret: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: 'der', type: 'pkcs8' });
}

function publicKey(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
}

function rawPublic(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
}

function derive(material: Uint8Array, salt: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', material, salt, info, 32));
}

/** Encrypts what comes to every recipient (raw public parts): each opens it alone. */
export async function* encrypted(content: AsyncIterable<Uint8Array>, recipients: readonly Uint8Array[]): AsyncGenerator<Buffer> {
  const fileKey = randomBytes(16);
  const stanzas = recipients.map((recipient) => stanzaFor(recipient, fileKey)).join('');
  const head = `${VERSION}\n${stanzas}---`;
  yield Buffer.from(`${head} ${plain64(macOf(head, fileKey))}\n`);
  const nonce = randomBytes(16);
  yield nonce;
  const key = derive(fileKey, nonce, 'payload');
  let at = 0;
  for await (const { chunk, isLast } of inChunks(content, CHUNK)) {
    const cipher = createCipheriv(CIPHER, key, chunkNonce(at++, isLast), { authTagLength: TAG });
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  }
}

function stanzaFor(recipient: Uint8Array, fileKey: Buffer): string {
  const once = randomBytes(32);
  const share = publicPart(once);
  const cipher = createCipheriv(CIPHER, wrapKey(once, recipient, share, recipient), Buffer.alloc(12), { authTagLength: TAG });
  const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
  return `-> X25519 ${plain64(share)}\n${plain64(body)}\n`;
}

function wrapKey(secret: Uint8Array, other: Uint8Array, share: Uint8Array, recipient: Uint8Array): Buffer {
  const shared = diffieHellman({ privateKey: privateKey(secret), publicKey: publicKey(other) });
  return derive(shared, Buffer.concat([share, recipient]), X25519);
}

function macOf(head: string, fileKey: Buffer): Buffer {
  return createHmac('sha256', derive(fileKey, Buffer.alloc(0), 'header'))
    .update(head)
    .digest();
}

/** Base64 without padding; a body of 32 bytes fits one line of the format. */
function plain64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

/** Eleven bytes count, the twelfth says which is last: a file cut at a chunk's end is noticed. */
function chunkNonce(at: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(at, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Opens what was encrypted to one of the identities (32 secret bytes each). Throws WrongKey, or BrokenSeal where the content is not as it was. */
export async function* decrypted(content: AsyncIterable<Uint8Array>, identities: readonly Uint8Array[]): AsyncGenerator<Buffer> {
  const source = content[Symbol.asyncIterator]();
  const { text, rest } = await readHead(source);
  const { fileKey, mac, head } = openHead(text, identities);
  if (!timingSafeEqual(macOf(head, fileKey), mac)) throw new BrokenSeal('header');
  const chunks = inChunks(after(rest, source), CHUNK + TAG, 16);
  const first = await chunks.next();
  if (first.done === true || first.value.chunk.length < 16) throw new BrokenSeal('no payload');
  const key = derive(fileKey, first.value.chunk, 'payload');
  let at = 0;
  let isWhole = false;
  for await (const { chunk, isLast } of chunks) {
    const opened = openChunk(chunk, key, chunkNonce(at++, isLast));
    if (opened.length === 0 && at > 1) throw new BrokenSeal('empty end');
    isWhole = isLast;
    yield opened;
  }
  if (!isWhole) throw new BrokenSeal('no end');
}

function openChunk(chunk: Buffer, key: Buffer, nonce: Buffer): Buffer {
  if (chunk.length < TAG) throw new BrokenSeal('short chunk');
  const cipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAuthTag(chunk.subarray(-TAG));
  try {
    return Buffer.concat([cipher.update(chunk.subarray(0, -TAG)), cipher.final()]);
  } catch {
    throw new BrokenSeal('changed chunk');
  }
}

async function readHead(source: AsyncIterator<Uint8Array>): Promise<{ readonly text: string; readonly rest: Buffer }> {
  let held = Buffer.alloc(0);
  for (;;) {
    const text = held.toString('latin1');
    const end = /\n---[^\n]*\n/.exec(text);
    if (end !== null) return { text: text.slice(0, end.index + end[0].length - 1), rest: held.subarray(end.index + end[0].length) };
    const next = held.length > LONGEST_HEADER ? { done: true as const } : await source.next();
    if (next.done === true) throw new BrokenSeal('no header');
    held = Buffer.concat([held, next.value]);
  }
}

/** Tries every stanza with every identity. Stanzas of other kinds are left alone, as the format wants it. */
function openHead(text: string, identities: readonly Uint8Array[]) {
  const [, body = '', last = ''] = /^([\s\S]*\n---) ?(.*)$/.exec(text) ?? [];
  if (!text.startsWith(`${VERSION}\n`)) throw new BrokenSeal('another form');
  for (const [, share = '', wrapped = ''] of body.matchAll(/\n-> X25519 ([A-Za-z0-9+/]{43})\n([A-Za-z0-9+/]{43})(?=\n)/g)) {
    for (const secret of identities) {
      const fileKey = unwrap(Buffer.from(share, 'base64'), Buffer.from(wrapped, 'base64'), secret);
      const mac = Buffer.from(last, 'base64');
      if (fileKey !== null && mac.length !== 32) throw new BrokenSeal('header');
      if (fileKey !== null) return { fileKey, mac, head: body };
    }
  }
  throw new WrongKey('no stanza opens');
}

function unwrap(share: Buffer, body: Buffer, secret: Uint8Array): Buffer | null {
  try {
    const key = wrapKey(secret, share, share, publicPart(secret));
    const cipher = createDecipheriv(CIPHER, key, Buffer.alloc(12), { authTagLength: TAG }).setAuthTag(body.subarray(-TAG));
    return Buffer.concat([cipher.update(body.subarray(0, -TAG)), cipher.final()]);
  } catch {
    return null;
  }
}

async function* after(first: Buffer, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}

/** Pieces of `size` bytes (the first of `firstSize`), each told whether it is the last. No content at all is one empty last piece. */
async function* inChunks(
  content: AsyncIterable<Uint8Array>,
  size: number,
  firstSize = size,
): AsyncGenerator<{ readonly chunk: Buffer; readonly isLast: boolean }> {
  let wanted = firstSize;
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of content) {
    held.push(piece);
    bytes += piece.length;
    if (bytes <= wanted) continue;
    const all = Buffer.concat(held);
    let from = 0;
    for (; all.length - from > wanted; wanted = size) {
      yield { chunk: all.subarray(from, from + wanted), isLast: false };
      from += wanted;
    }
    held = [all.subarray(from)];
    bytes = all.length - from;
  }
  yield { chunk: Buffer.concat(held), isLast: true };
}
