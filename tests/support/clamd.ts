// A stand-in for clamd that speaks its protocol: takes INSTREAM in pieces, knows one word, has a limit, and may be closed.

import { createServer, type Server, type Socket } from 'node:net';

export interface Clamd {
  readonly port: number;
  /** Contents that were scanned, by their length. */
  readonly scanned: number[];
  mood: 'answers' | 'babbles' | 'hangs-up';
  open(): Promise<void>;
  close(): Promise<void>;
}

export async function clamd(word: string, mostBytes = 30 * 1024 * 1024): Promise<Clamd> {
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  const stand: Clamd & { port: number } = {
    port: 0,
    scanned: [],
    mood: 'answers',
    open: () =>
      new Promise((resolve) => {
        server = createServer((socket) => {
          sockets.add(socket);
          socket.on('close', () => sockets.delete(socket)).on('error', () => {});
          converse(socket, stand, word, mostBytes);
        });
        server.listen(stand.port, '127.0.0.1', () => {
          const at = server?.address();
          stand.port = typeof at === 'object' && at !== null ? at.port : 0;
          resolve();
        });
      }),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        if (server === null) resolve();
        else server.close(() => resolve());
      }),
  };
  await stand.open();
  return stand;
}

function converse(socket: Socket, stand: Clamd, word: string, mostBytes: number): void {
  let held = Buffer.alloc(0);
  let content = Buffer.alloc(0);
  let isBegun = false;
  socket.on('data', (piece: Buffer) => {
    held = Buffer.concat([held, piece]);
    if (!isBegun) {
      if (held.length < 10) return;
      if (held.subarray(0, 10).toString('latin1') !== 'zINSTREAM\0') return void socket.end('UNKNOWN COMMAND\0');
      isBegun = true;
      held = held.subarray(10);
    }
    while (held.length >= 4 && held.length >= 4 + held.readUInt32BE(0)) {
      const length = held.readUInt32BE(0);
      if (length === 0) return void answer(socket, stand, content, word);
      content = Buffer.concat([content, held.subarray(4, 4 + length)]);
      held = held.subarray(4 + length);
      if (content.length > mostBytes) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
    }
  });
}

function answer(socket: Socket, stand: Clamd, content: Buffer, word: string): void {
  if (stand.mood === 'hangs-up') return void socket.destroy();
  stand.scanned.push(content.length);
  if (stand.mood === 'babbles') socket.end('stream: quizás\0');
  else socket.end(content.includes(word) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
}
