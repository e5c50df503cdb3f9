// The built files below /aset/: named by their content, kept by browsers for a year, compressed once.

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Context } from 'hono';

interface Asset {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer> | null;
  readonly gzip: Uint8Array<ArrayBuffer> | null;
}

export type Assets = ReadonlyMap<string, Asset>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Reads the folder once, at start. */
export function loadAssets(folder: string): Assets {
  const files = readdirSync(folder).filter((name) => TYPES[extname(name)] !== undefined);
  return new Map(files.map((name) => [`/aset/${name}`, assetOf(name, new Uint8Array(readFileSync(join(folder, name))))]));
}

function assetOf(name: string, plain: Uint8Array<ArrayBuffer>): Asset {
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  const isText = extname(name) !== '.woff2';
  return { type, plain, br: isText ? new Uint8Array(brotliCompressSync(plain)) : null, gzip: isText ? new Uint8Array(gzipSync(plain)) : null };
}

export function serveAsset(c: Context, assets: Assets): Response {
  const asset = assets.get(new URL(c.req.url).pathname);
  if (asset === undefined) return c.text('Tidak ada', 404);
  const accepts = c.req.header('accept-encoding') ?? '';
  const packed = asset.br && accepts.includes('br') ? 'br' : asset.gzip && accepts.includes('gzip') ? 'gzip' : null;
  const headers: Record<string, string> = {
    'content-type': asset.type,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
  };
  if (packed !== null) headers['content-encoding'] = packed;
  return new Response((packed === 'br' ? asset.br : packed === 'gzip' ? asset.gzip : asset.plain) ?? asset.plain, { headers });
}
