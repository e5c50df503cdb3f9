// Mail by SMTP: one connection, letters one after another. The answer says whether a letter left, was refused, may be tried again, or is in doubt.

import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  /** Empty: no sign-in. */
  readonly account: string;
  readonly password: string;
}

export interface Letter {
  readonly id: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: string;
}

/** `fault` is a short code, never words of the server: those may hold an address. */
export type Fate =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused' | 'put-off' | 'in-doubt'; readonly fault: string /** Nothing more goes through this connection. */; readonly isOver: boolean };

export interface Post {
  send(letter: Letter): Promise<Fate>;
  close(): void;
}

/** The server could not be reached or would not let us in; `code` says why. */
export class MailFault extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`mail: ${code}`);
    this.code = code;
  }
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly permanent?: boolean;
  readonly originalCode?: string;
}

const WAIT = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Connects and signs in. Throws MailFault. */
export async function openPost(server: MailServer): Promise<Post> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const { host, port, security } = server;
  const connection = new Connection({ ...WAIT, host, port, secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none' });
  let isOver = false;
  connection.once('end', () => {
    isOver = true;
  });
  await reach(connection);
  if (server.account !== '') await signIn(connection, server);
  return {
    send: async (letter) => {
      const fate = await deliver(connection, letter);
      return fate.kind === 'sent' ? fate : { ...fate, isOver: fate.isOver || isOver };
    },
    close: () => connection.quit(),
  };
}

function reach(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.on('error', (error) => reject(new MailFault(codeOf(error as SmtpError))));
    connection.once('end', () => reject(new MailFault('ECONNECTION')));
    connection.connect((error) => (error ? reject(new MailFault(codeOf(error as SmtpError))) : resolve()));
  });
}

function signIn(connection: SMTPConnection, { account, password }: MailServer): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.login({ user: account, pass: password }, (error) => {
      if (!error) return resolve();
      connection.close();
      reject(new MailFault(codeOf(error as SmtpError)));
    });
  });
}

/** Once the text is on its way and no answer comes back, nobody knows whether the letter left. */
async function deliver(connection: SMTPConnection, letter: Letter): Promise<Fate> {
  const body = await compose(letter);
  let isOnItsWay = false;
  const text = Readable.from(
    (function* () {
      isOnItsWay = true;
      yield body;
    })(),
  );
  return new Promise((resolve) => {
    connection.send({ from: letter.from.address, to: [letter.to] }, text, (error) => {
      if (!error) return resolve({ kind: 'sent' });
      const { responseCode, permanent } = error as SmtpError;
      const fault = codeOf(error as SmtpError);
      if (responseCode === undefined) return resolve({ kind: isOnItsWay ? 'in-doubt' : 'put-off', fault, isOver: true });
      resolve({ kind: permanent === true ? 'refused' : 'put-off', fault, isOver: responseCode === 421 });
    });
  });
}

async function compose({ id, from, to, subject, text, at }: Letter): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const headers = { 'Auto-Submitted': 'auto-generated' };
  return new MailComposer({
    from,
    to,
    subject,
    text,
    headers,
    messageId: `<${id}@${from.address.split('@')[1]}>`,
    date: new Date(at),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

function codeOf({ code, responseCode, originalCode }: SmtpError): string {
  if (code === 'ETLS') return originalCode ?? code;
  return responseCode === undefined ? (originalCode ?? code ?? 'EMAIL') : `SMTP-${responseCode}`;
}
