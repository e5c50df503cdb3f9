// A mail server on loopback: takes letters, refuses, puts off, hangs up, or is not there at all.

import { createServer, type Server, type Socket } from 'node:net';

export interface Received {
  readonly to: string;
  readonly raw: string;
  /** The text as its reader sees it. */
  readonly text: string;
}

/** What it does with the next letters. */
export type Mood = 'takes' | 'refuses' | 'puts-off' | 'hangs-up-before' | 'hangs-up-after' | 'full';

export interface MailBox {
  readonly port: number;
  readonly letters: Received[];
  mood: Mood;
  /** Connections that were made. */
  calls: number;
  /** Ends it: whoever calls is refused until `open`. */
  close(): Promise<void>;
  open(): Promise<void>;
}

/** Listens on a free port; with `login`, only who signs in so may send. */
export async function mailBox(login?: { readonly account: string; readonly password: string }): Promise<MailBox> {
  const box: MailBox & { port: number } = { port: 0, letters: [], mood: 'takes', calls: 0, close: async () => {}, open: async () => {} };
  let server: Server | null = null;
  const sockets = new Set<Socket>();
  box.open = () =>
    new Promise((resolve) => {
      server = createServer((socket) => {
        box.calls += 1;
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
        socket.on('error', () => {});
        converse(socket, box, login);
      });
      server.listen(box.port, '127.0.0.1', () => {
        const at = server?.address();
        if (typeof at === 'object' && at !== null) box.port = at.port;
        resolve();
      });
    });
  box.close = () =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      if (server === null) return resolve();
      server.close(() => resolve());
      server = null;
    });
  await box.open();
  return box;
}

function converse(socket: Socket, box: MailBox, login: Parameters<typeof mailBox>[0]): void {
  let to = '';
  let isBody = false;
  let heard = '';
  let isIn = login === undefined;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say(box.mood === 'full' ? '421 try later' : '220 kotak');
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1');
    for (;;) {
      const mark = isBody ? '\r\n.\r\n' : '\r\n';
      const at = heard.indexOf(mark);
      if (at < 0) return;
      const words = heard.slice(0, at);
      heard = heard.slice(at + mark.length);
      if (isBody) {
        isBody = false;
        if (box.mood === 'hangs-up-after') return void socket.destroy();
        box.letters.push({ to, raw: words, text: textOf(words) });
        say('250 taken');
      } else answer(words);
    }
  });
  const answer = (line: string) => {
    if (/^EHLO/i.test(line)) return login ? socket.write('250-kotak\r\n250 AUTH PLAIN\r\n') : say('250 kotak');
    if (/^AUTH PLAIN /i.test(line)) {
      const [, account, password] = Buffer.from(line.slice(11), 'base64').toString().split('\0');
      isIn = account === login?.account && password === login?.password;
      return say(isIn ? '235 in' : '535 no');
    }
    if (!isIn) return say('530 sign in');
    if (/^RCPT/i.test(line)) {
      to = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (box.mood === 'refuses') return say('550 nobody here of that name');
      if (box.mood === 'puts-off') return say('451 later');
      return say('250 ok');
    }
    if (/^DATA/i.test(line)) {
      if (box.mood === 'hangs-up-before') return socket.destroy();
      isBody = true;
      return say('354 go on');
    }
    if (/^STARTTLS/i.test(line)) return say('502 not here');
    if (/^QUIT/i.test(line)) {
      say('221 bye');
      return socket.end();
    }
    return say('250 ok');
  };
}

function textOf(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n').replace(/^\.\./gm, '.');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  if (!/quoted-printable/i.test(head)) return body.replaceAll('\r\n', '\n');
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_whole, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n');
}
