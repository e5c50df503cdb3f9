import { existsSync, readdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openFiles } from '../../src/platform/files.ts';
import { openLog } from '../../src/platform/log.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createApp } from '../../src/web/app.ts';
import { type Door, DURING, openDoor, PDF } from '../factories/innovation.ts';
import { type DoorBrowser, doorBrowser } from '../innovation/door-browser.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const PIECE = Buffer.alloc(256 * 1024, 0x20);
const EDGE = 'batas-uji';

let db: TestDatabase;
let door: Door;
let web: DoorBrowser;
let path: string;
let cookie: string;
beforeAll(async () => {
  db = await testDatabase(DURING);
  door = await openDoor(db);
  web = doorBrowser(db, door);
  path = `/usulan/${await web.draftOf('Unggahan Uji')}/indikator/SID-16/bukti`;
  cookie = await web.cookieOf(door.own.innovator);
});
afterAll(() => db.end());

/** Faults that nobody held: in the program each of them would end the process. */
const unheld: unknown[] = [];
const note = (error: unknown) => unheld.push(error);
beforeEach(() => {
  unheld.length = 0;
  for (const name of ['unhandledRejection', 'uncaughtException']) process.on(name, note);
});
afterEach(() => {
  for (const name of ['unhandledRejection', 'uncaughtException']) process.off(name, note);
});

const lines: string[] = [];
let server: ServerType;
const listen = async (platform: Platform) => {
  const app = createApp({ ...platform, log: openLog((line) => lines.push(line), platform.now) });
  server = await new Promise<ServerType>((resolve) => {
    const one = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(one));
  });
};
beforeEach(() => {
  lines.length = 0;
  return listen(db.platform);
});
const hangUp = () => {
  const closed = new Promise((resolve) => server.close(resolve));
  (server as Server).closeAllConnections();
  return closed;
};
afterEach(hangUp);

const port = () => (server.address() as { port: number }).port;
const incoming = () => (existsSync(join(db.platform.home, 'incoming')) ? readdirSync(join(db.platform.home, 'incoming')) : []);

/** The head of a form and all of its text fields; the file has begun. */
function begun(csrf: string, bodyBytes: number, to = path): string {
  const field = (name: string, value: string) => `--${EDGE}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const fields = field('csrf', csrf) + field('kind', 'file') + field('evidenceId', db.platform.newId());
  const file = `--${EDGE}\r\ncontent-disposition: form-data; name="file"; filename="bukti.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
  const head = [
    `POST ${to} HTTP/1.1`,
    `host: 127.0.0.1:${port()}`,
    `cookie: ${cookie}`,
    `content-type: multipart/form-data; boundary=${EDGE}`,
    `content-length: ${Buffer.byteLength(fields + file) + bodyBytes}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${fields}${file}`;
}

const tail = `\r\n--${EDGE}--\r\n`;

function dial(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port(), '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Sends a file of `pieces` slowly enough that an early refusal falls into its middle; the status that came back. */
async function send(csrf: string, pieces = 20, to = path): Promise<string> {
  const socket = await dial();
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk;
  });
  const bytes = PDF('x').length + pieces * PIECE.length + tail.length;
  socket.write(begun(csrf, bytes, to));
  socket.write(PDF('x'));
  for (let sent = 0; sent < pieces; sent += 1) {
    await new Promise((resolve) => socket.write(PIECE, resolve));
    if (sent % 5 === 0) await turn();
  }
  socket.write(tail);
  await expect.poll(() => heard, { timeout: 5000 }).toMatch(/^HTTP/);
  socket.destroy();
  return heard.slice(9, 12);
}

async function alive(): Promise<void> {
  await turn();
  expect(unheld).toEqual([]);
  expect((await fetch(`http://127.0.0.1:${port()}/healthz`)).status).toBe(200);
  expect(incoming()).toEqual([]);
}

const errors = () => lines.filter((line) => line.includes('"level":"error"'));

describe('TR-F9: an upload that goes wrong in mid-body', () => {
  test('of a form opened in another session is refused, its body heard to the end, and nobody falls', async () => {
    expect(await send('token-lama')).toBe('403');
    await alive();
    expect(errors()).toEqual([]);
  });

  test('refused 25 times at once leaves nothing', async () => {
    expect(await Promise.all(Array.from({ length: 25 }, () => send('token-lama', 4)))).toEqual(Array(25).fill('403'));
    await alive();
  });

  test('too large for its kind is refused with the page, and the rest of the form is still read', async () => {
    expect(await send(await web.csrfOf(door.own.innovator), 84)).toBe('422');
    await alive();
  });

  test('hung up by the visitor is neither a fault nor a server error, and its half a file goes', async () => {
    for (const csrf of ['token-lama', await web.csrfOf(door.own.innovator)]) {
      const socket = await dial();
      socket.write(begun(csrf, 50_000_000));
      socket.write(PIECE);
      await turn();
      socket.destroy();
      await expect.poll(() => lines.filter((line) => line.includes('"status":499')).length).toBe(csrf === 'token-lama' ? 1 : 2);
      await alive();
    }
    expect(errors()).toEqual([]);
    expect(lines.join('')).not.toContain('"status":500');
  });

  test('is not a fault on the page of tables either', async () => {
    const socket = await dial();
    socket.write(begun('token-lama', 10_000_000, '/admin/impor'));
    socket.write(PIECE);
    await turn();
    socket.destroy();
    await alive();
    expect(await send('token-lama', 8, '/admin/impor')).toMatch(/^40[34]$/);
    await alive();
  });

  test('a plain form cut off is no error either', async () => {
    const socket = await dial();
    const head = [`POST /masuk HTTP/1.1`, `host: 127.0.0.1:${port()}`, 'content-type: application/x-www-form-urlencoded', 'content-length: 5000'];
    socket.write(`${head.join('\r\n')}\r\n\r\nakun=a`);
    await turn();
    socket.destroy();
    await expect.poll(() => lines.some((line) => line.includes('"status":499'))).toBe(true);
    await alive();
    expect(errors()).toEqual([]);
  });
});

describe('TR-F9: a disk that fills during an upload', () => {
  const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  beforeEach(async () => {
    await hangUp();
    let bytes = 0;
    const openFile = () =>
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          bytes += chunk.length;
          done(bytes > 600_000 ? full() : null);
        },
      });
    await listen({ ...db.platform, files: openFiles(db.platform.home, db.platform.newId, openFile) });
  });

  test('is told in a sentence, once in the log, and the process lives', async () => {
    expect(await send(await web.csrfOf(door.own.innovator))).toBe('507');
    await alive();
    expect(errors()).toHaveLength(1);
    expect(errors()[0]).toContain('ENOSPC');
  });

  test('while 10 others send too', async () => {
    const csrf = await web.csrfOf(door.own.innovator);
    expect(await Promise.all(Array.from({ length: 10 }, () => send(csrf, 8)))).toEqual(Array(10).fill('507'));
    await alive();
  });
});
