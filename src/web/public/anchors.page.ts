// Anchors as plain text: for whoever keeps a copy outside, by hand or by a line of cron.

import { findStamp, listAnchors, listNewestAnchors, listStamped } from '../../store/anchor.read.ts';
import { anchorPageTexts } from '../../texts/id/anchors.ts';
import { notFound } from '../answer.tsx';
import type { Ctx } from '../request.ts';

const MOST = 1000;

/** The newest, or those after a number. */
export async function sendAnchors(c: Ctx): Promise<Response> {
  const { db } = c.var.platform;
  const { regionId, name } = c.var.region;
  const after = c.req.query('sesudah');
  if (after !== undefined && !/^\d{1,15}$/.test(after)) return notFound(c);
  const anchors = after === undefined ? await listNewestAnchors(db, regionId, MOST) : await listAnchors(db, regionId, Number(after), MOST);
  const stamped = await listStamped(db, regionId, MOST);
  const stamps = anchors.filter(({ seq }) => stamped.includes(seq)).map(({ seq }) => anchorPageTexts.stamp(seq));
  const lines = anchors.length === 0 ? [anchorPageTexts.none] : anchors.map(({ line }) => line);
  return new Response([...anchorPageTexts.head(name), ...stamps, ...lines, ''].join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache', 'x-robots-tag': 'noindex' },
  });
}

/** The stamp of an outside authority over one line. */
export async function sendStamp(c: Ctx): Promise<Response> {
  const seq = /^(\d{1,15})\.tst$/.exec(c.req.param('file') ?? '')?.[1];
  const token = seq !== undefined ? await findStamp(c.var.platform.db, c.var.region.regionId, Number(seq)) : null;
  if (token === null) return notFound(c);
  return new Response(new Uint8Array(token), {
    headers: { 'content-type': 'application/timestamp-token', 'content-disposition': `attachment; filename="jangkar-${seq}.tst"` },
  });
}
