// What a machine asks about the program: whether it lives, and its figures. And a line in the log for each answer.

import { timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { lookAfter } from '../actions/audit/look-after.ts';
import { sha256Bytes } from '../platform/crypto.ts';
import { type Figure, type Meter, openMeter } from '../platform/meter.ts';
import type { Platform } from '../platform/platform.ts';
import { answers, countJobs, countMessages } from '../store/health.read.ts';
import { listRegions } from '../store/people.read.ts';
import type { Env } from './request.ts';

const PATIENCE_MS = 2000;

export interface Observer {
  /** Counts and logs each answer: the route as it is written, never the address that was asked, which may hold a secret. */
  readonly watch: MiddlewareHandler<Env>;
  readonly health: (c: Context) => Promise<Response>;
  readonly figures: (c: Context) => Promise<Response>;
}

export function observer(platform: Platform): Observer {
  const meter: Meter = openMeter();
  return {
    watch: async (c, next) => {
      const begun = performance.now();
      await next();
      const ms = performance.now() - begun;
      const { status } = c.res;
      meter.answered({ method: c.req.method, status, seconds: ms / 1000 });
      const route = status === 404 ? '' : routePath(c, -1);
      platform.log.info('request', { code: c.var.requestId, method: c.req.method, route, status, ms: Math.round(ms * 10) / 10 });
    },
    health: async (c) => {
      const late = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref());
      const isWell = await Promise.race([answers(platform.db).catch(() => false), late]);
      return c.json({ status: isWell ? 'ok' : 'fail', database: isWell }, isWell ? 200 : 503, { 'cache-control': 'no-store' });
    },
    figures: async (c) => {
      if (!mayRead(c, platform.metricsToken)) return c.text('Tidak ada', 404);
      const text = meter.write(await figuresOf(platform));
      return c.text(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' });
    },
  };
}

/** Whoever bears the token; without one, this machine itself, not through a proxy that stands on it. */
function mayRead(c: Context, token: string | null): boolean {
  if (token !== null) {
    const borne = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    return timingSafeEqual(sha256Bytes(borne), sha256Bytes(token));
  }
  if (['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => c.req.header(name) !== undefined)) return false;
  try {
    return /^(127\.|::1$|::ffff:127\.)/.test(getConnInfo(c).remote.address ?? '');
  } catch {
    return false;
  }
}

async function figuresOf(platform: Platform): Promise<readonly Figure[]> {
  const { db } = platform;
  const gauge = (name: string, help: string, values: Figure['values']): Figure => ({ name, help, kind: 'gauge', values });
  const [jobs, messages, regions] = await Promise.all([countJobs(db), countMessages(db), listRegions(db)]);
  const [first] = regions;
  const health = first === undefined ? null : await lookAfter(platform, first.regionId);
  const since = (at: string | null | undefined) => (at == null || health === null ? [] : [{ value: (Date.parse(health.at) - Date.parse(at)) / 1000 }]);
  return [
    gauge(
      'bailang_jobs',
      'Jobs by queue and state.',
      jobs.map(({ name, state, count }) => ({ labels: { queue: name, state }, value: count })),
    ),
    gauge(
      'bailang_messages',
      'Messages by fate.',
      messages.map(({ state, count }) => ({ labels: { state }, value: count })),
    ),
    gauge(
      'bailang_disk_free_bytes',
      'Free for ordinary accounts.',
      (health?.disks ?? []).map(({ place, freeBytes }) => ({ labels: { place }, value: freeBytes })),
    ),
    gauge(
      'bailang_disk_size_bytes',
      'Whole disk.',
      (health?.disks ?? []).map(({ place, totalBytes }) => ({ labels: { place }, value: totalBytes })),
    ),
    gauge('bailang_database_bytes', 'Size of the database.', health === null ? [] : [{ value: health.stored.databaseBytes }]),
    gauge('bailang_backup_age_seconds', 'Since the newest good backup.', since(health?.stored.backupAt)),
    gauge('bailang_promise_check_age_seconds', 'Since all promises were asked.', since(health?.stored.checkedAt)),
    gauge('bailang_promises_broken', 'Found by the newest check.', health?.stored.broken == null ? [] : [{ value: health.stored.broken }]),
    gauge(
      'bailang_concerns',
      'What an admin should look at.',
      (health?.concerns ?? []).map(({ code, isGrave }) => ({ labels: { code, grave: String(isGrave) }, value: 1 })),
    ),
  ];
}
