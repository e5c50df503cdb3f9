// A self-signed certificate for a server of a test: put together by hand, so that no key lies in the repository.

import { generateKeyPairSync, sign } from 'node:crypto';

export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
}

const node = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const text = (tag: number, words: string) => node(tag, Buffer.from(words));
const ECDSA_SHA256 = node(0x30, Buffer.from('06082a8648ce3d040302', 'hex'));
const nameOf = (host: string) => node(0x30, node(0x31, node(0x30, Buffer.from('0603550403', 'hex'), text(0x0c, host))));

/** For `host`, valid from and until the given times as `YYMMDDhhmmssZ`. */
export function selfSigned(host: string, from = '200101000000Z', until = '491231235959Z'): ServerCertificate {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const names = node(0x30, Buffer.from('0603551d11', 'hex'), node(0x04, node(0x30, text(0x82, host))));
  const content = node(
    0x30,
    node(0xa0, Buffer.from('020102', 'hex')),
    Buffer.from('020101', 'hex'),
    ECDSA_SHA256,
    nameOf(host),
    node(0x30, text(0x17, from), text(0x17, until)),
    nameOf(host),
    pair.publicKey.export({ type: 'spki', format: 'der' }),
    node(0xa3, node(0x30, names)),
  );
  const signature = sign('sha256', content, pair.privateKey);
  const whole = node(0x30, content, ECDSA_SHA256, node(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').replace(/(.{64})/g, '$1\n');
  const key = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { key, cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` };
}
