// Time stamps of an outside authority by RFC 3161: a request over SHA-256 of a text, and the token that comes back.

import { randomBytes } from 'node:crypto';
import { sha256Bytes } from './crypto.ts';

const WAIT_MS = 15_000;
const MOST_BYTES = 64 * 1024;
/** AlgorithmIdentifier of SHA-256 with NULL parameters. */
const SHA256 = Buffer.from('300d06096086480165030402010500', 'hex');

/** The token (DER) over the text. Throws when the authority does not answer, refuses, or stamped something else. */
export async function stampText(url: string, text: string): Promise<Buffer> {
  const digest = sha256Bytes(text);
  const nonce = Buffer.concat([Buffer.from([0x01]), randomBytes(7)]);
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: new Uint8Array(stampRequest(digest, nonce)),
    signal: AbortSignal.timeout(WAIT_MS),
    redirect: 'error',
  });
  if (!answer.ok) throw new Error(`time stamp: answer ${answer.status}`);
  const reply = Buffer.from(await answer.arrayBuffer());
  if (reply.length > MOST_BYTES) throw new Error('time stamp: answer too long');
  return tokenOf(reply, digest, nonce);
}

function stampRequest(digest: Buffer, nonce: Buffer): Buffer {
  const imprint = der(0x30, SHA256, der(0x04, digest));
  return der(0x30, der(0x02, Buffer.from([1])), imprint, der(0x02, nonce), der(0x01, Buffer.from([0xff])));
}

/** TimeStampResp ::= SEQUENCE { PKIStatusInfo, token OPTIONAL }; granted is 0 or 1. The token must carry our digest and nonce. */
function tokenOf(reply: Buffer, digest: Buffer, nonce: Buffer): Buffer {
  const whole = readDer(reply, 0);
  const info = readDer(reply, whole.from);
  const status = readDer(reply, info.from);
  if (whole.tag !== 0x30 || info.tag !== 0x30 || status.tag !== 0x02 || status.to - status.from !== 1) throw new Error('time stamp: answer not understood');
  if ((reply[status.from] ?? 2) > 1) throw new Error('time stamp: refused');
  const token = reply.subarray(info.to, whole.to);
  if (token[0] !== 0x30 || !token.includes(der(0x04, digest)) || !token.includes(der(0x02, nonce))) throw new Error('time stamp: stamps something else');
  return Buffer.from(token);
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  if (body.length > 127) throw new Error('time stamp: request too long');
  return Buffer.concat([Buffer.from([tag, body.length]), body]);
}

function readDer(bytes: Buffer, at: number): { readonly tag: number; readonly from: number; readonly to: number } {
  const first = bytes[at + 1] ?? 0;
  const width = first < 0x80 ? 0 : first & 0x7f;
  const length = width === 0 ? first : bytes.readUIntBE(at + 2, Math.min(width, 4));
  const from = at + 2 + width;
  if (from + length > bytes.length) throw new Error('time stamp: answer cut off');
  return { tag: bytes[at] ?? 0, from, to: from + length };
}
