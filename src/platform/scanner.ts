// A scanner for viruses: ClamAV's clamd, spoken to by its own protocol (INSTREAM) over TCP or a socket file. The file goes through it in pieces.

import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

export type ScanAnswer = { readonly verdict: 'clean'; readonly found: '' } | { readonly verdict: 'quarantined'; readonly found: string };

/** Why a scan gave no answer: the scanner is not there, it takes no file so large, or it said what we do not know. */
export type ScanFaultCode = 'unreachable' | 'too-large' | 'unknown-answer';

export class ScanFault extends Error {
  readonly code: ScanFaultCode;
  constructor(code: ScanFaultCode, detail = '') {
    super(`${code} ${detail}`.trim());
    this.code = code;
  }
}

export interface Scanner {
  /** What it says of the content. Throws ScanFault. */
  scan(content: Readable): Promise<ScanAnswer>;
}

/** `tcp://host:port`, `unix:///path`. */
export type ScannerPlace = { readonly host: string; readonly port: number } | { readonly path: string };

const PATIENCE_MS = 60_000;
const MOST_ANSWER = 4096;

export function openScanner(place: ScannerPlace): Scanner {
  return { scan: (content) => converse(place, content) };
}

async function converse(place: ScannerPlace, content: Readable): Promise<ScanAnswer> {
  const socket = connect(place);
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('silent')));
  const answer = hear(socket);
  // Whoever waits for the answer hears of it; the one who sends may be the second.
  answer.catch(() => undefined);
  try {
    await send(socket, content);
    return read(await answer);
  } catch (error) {
    if (error instanceof ScanFault) throw error;
    // A scanner that has heard enough answers and hangs up while we still speak.
    const said = await answer.catch(() => '');
    if (said !== '') return read(said);
    throw new ScanFault('unreachable', (error as Error).message);
  } finally {
    content.destroy();
    socket.destroy();
  }
}

async function send(socket: Socket, content: Readable): Promise<void> {
  await written(socket, Buffer.from('zINSTREAM\0'));
  for await (const chunk of content) {
    const piece = chunk as Buffer;
    if (piece.length === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    await written(socket, Buffer.concat([length, piece]));
  }
  await written(socket, Buffer.alloc(4));
}

function written(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

function hear(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    socket.on('data', (piece: Buffer) => {
      said += piece.toString('latin1');
      if (said.includes('\0') || said.length > MOST_ANSWER) resolve(said);
    });
    socket.on('error', (error) => (said === '' ? reject(error) : resolve(said)));
    socket.on('close', () => (said === '' ? reject(new Error('closed')) : resolve(said)));
  });
}

function read(said: string): ScanAnswer {
  const line = said.replace(/[\0\r\n]+[\s\S]*$/, '');
  if (line === 'stream: OK') return { verdict: 'clean', found: '' };
  const found = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (found !== undefined) return { verdict: 'quarantined', found: found.replace(/[^\x20-\x7e]/g, '?').slice(0, 200) };
  throw new ScanFault(/size limit exceeded/i.test(line) ? 'too-large' : 'unknown-answer', line.slice(0, 100));
}
