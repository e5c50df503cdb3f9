// What a letter is on the wire, read by a parser of somebody else, and what is said when it cannot leave.

import { createServer as createPlain, type Server } from 'node:net';
import { createServer as createSecure } from 'node:tls';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MailFault, type MailServer, openPost } from '../../src/platform/mail.ts';
import { mailFaultWords } from '../../src/texts/id/message-pages.ts';
import { selfSigned } from '../support/certificate.ts';
import { type MailBox, mailBox } from '../support/smtp.ts';

const letter = {
  id: '0190a0a0-0000-7000-8000-000000000001',
  from: { name: 'BAILANG, lomba “Inovasi”', address: 'lomba@contoh.example' },
  to: 'orang@contoh.example',
  subject: 'Usulan Lasungku Talu dikembalikan: mohon lampirkan surat keputusan bupati yang sah — terima kasih',
  text: `Baris pertama\n.titik di awal\n${'panjang '.repeat(200)}\nÉ`,
  at: '2026-08-19T02:03:04.567Z',
};

let box: MailBox;
const servers: Server[] = [];
beforeAll(async () => {
  box = await mailBox();
});
afterAll(async () => {
  await box.close();
  for (const server of servers) server.close();
});

const at = (port: number, security: MailServer['security'] = 'none'): MailServer => ({ host: 'localhost', port, security, account: '', password: '' });

async function portOf(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function faultAt(server: MailServer): Promise<string> {
  return openPost(server).then(
    (post) => {
      post.close();
      return 'none';
    },
    (error: unknown) => (error instanceof MailFault ? mailFaultWords(error.code) : String(error)),
  );
}

describe('a letter as it lies on the wire', () => {
  test('is read whole by another parser, with a date of RFC 5322', async () => {
    const post = await openPost(at(box.port));
    expect(await post.send(letter)).toEqual({ kind: 'sent' });
    post.close();
    const raw = box.letters[0]?.raw ?? '';
    expect(raw).toMatch(/^Date: Wed, 19 Aug 2026 02:03:04 \+0000\r$/m);
    expect(raw.split('\r\n').filter((line) => line.length > 998 || /[^\x20-\x7e\t]/.test(line))).toEqual([]);
    const read = await PostalMime.parse(`${raw.replace(/^\.\./gm, '.')}\r\n`);
    expect(read).toMatchObject({ from: letter.from, to: [{ address: letter.to }], subject: letter.subject, date: '2026-08-19T02:03:04.000Z' });
    expect(read.messageId).toBe(`<${letter.id}@contoh.example>`);
    expect(read.text?.trimEnd()).toBe(letter.text);
  });
});

describe('a server that cannot be used', () => {
  test('with a certificate nobody vouches for', async () => {
    const port = await portOf(createSecure(selfSigned('localhost'), () => {}));
    expect(await faultAt(at(port, 'tls'))).toMatch(/sertifikat server tidak dikenal/);
  });

  test('with a certificate that has ended', async () => {
    const port = await portOf(createSecure(selfSigned('localhost', '200101000000Z', '210101000000Z'), () => {}));
    expect(await faultAt(at(port, 'tls'))).toMatch(/sertifikat server/);
    expect(mailFaultWords('CERT_HAS_EXPIRED')).toMatch(/sudah lewat masa berlakunya/);
    expect(mailFaultWords('ERR_TLS_CERT_ALTNAME_INVALID')).toMatch(/untuk nama lain/);
  });

  test('that speaks plainly where TLS is expected, and has no STARTTLS where it is asked for', async () => {
    expect(await faultAt(at(box.port, 'tls'))).toMatch(/tidak memakai TLS sejak awal pada porta ini/);
    expect(await faultAt(at(box.port, 'starttls'))).toMatch(/STARTTLS/);
  });

  test('at a port where nobody listens, or another program', async () => {
    const port = await portOf(createPlain((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    expect(await faultAt(at(port))).toMatch(/bukan server surel/);
    const closed = servers.pop();
    await new Promise((done) => closed?.close(done));
    expect(await faultAt(at(port))).toMatch(/menolak sambungan.*porta/);
  });
});
