// The address that the program serves at: taken, told, and given back.

import { createServer } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { CannotStart } from './cannot-start.ts';
import type { Config } from './config.ts';

/** Throws CannotStart when the address is not to be had: asked before anything is made that would only be thrown away. */
export function checkAddress(config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error.code, config) ?? error));
    probe.listen(config.port, config.host, () => probe.close(() => resolve()));
  });
}

/** Serves at the address of the configuration. Throws CannotStart when that address is not to be had. */
export function listen(fetch: Parameters<typeof serve>[0]['fetch'], config: Config): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error.code, config) ?? error));
  });
}

function cannotListen(code: string | undefined, { host, port }: Config): CannotStart | null {
  if (code === 'EADDRINUSE') return new CannotStart(`Porta ${port} sudah dipakai. Pilih yang lain dengan PORT=…`);
  if (code === 'EACCES') return new CannotStart(`Porta ${port} tidak boleh dibuka oleh pengguna ini. Pilih 1024 atau lebih dengan PORT=…`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new CannotStart(`HOST ${host} bukan alamat mesin ini. Pakai 127.0.0.1, atau 0.0.0.0 untuk semua alamatnya.`);
  return null;
}

export function addressOf(server: ServerType, config: Config): string {
  const at = server.address();
  const port = typeof at === 'object' && at !== null ? at.port : config.port;
  // Passkeys work at a name and not at a number: the machine's own address is told by its name.
  const host = ['127.0.0.1', '::1'].includes(config.host) ? 'localhost' : config.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}

const ANSWER_MS = 3000;

/** Takes no more visitors, and gives the answers under way a moment. */
export function stopListening(server: ServerType | null, answerMs = ANSWER_MS): Promise<void> {
  if (server === null) return Promise.resolve();
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), answerMs).unref();
  });
}
