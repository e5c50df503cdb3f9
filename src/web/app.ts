// The web application: region, headers, session, then the page that routes.ts names.

import { Hono } from 'hono';
import { routePath } from 'hono/route';
import { incidentCode } from '../platform/ids.ts';
import { outageOf } from '../platform/outage.ts';
import type { Platform } from '../platform/platform.ts';
import { listShownEditions } from '../store/edition.read.ts';
import { findRegion } from '../store/people.read.ts';
import { problemTexts } from '../texts/id/problems.ts';
import { notFound, problem, seeOther } from './answer.tsx';
import { type Assets, serveAsset } from './assets.ts';
import { concernsOfAdmins } from './concerns.ts';
import { FormRefused, VisitorGone } from './form.ts';
import { drawKept } from './kept-form.tsx';
import { observer } from './observe.ts';
import { paths } from './paths.ts';
import type { Ctx, Env, RegionHere } from './request.ts';
import { addRoutes } from './routes.ts';
import { headers, plainAddress, sameSite } from './security.ts';
import { readVisitor } from './session.ts';
import { setDocumentAssets } from './ui/document.tsx';

const REGION_MS = 5_000;
/** What other servers write for a visitor who hung up; nobody hears it. */
const HUNG_UP = 499;
const STATUS_OF_OUTAGE = { lost: 503, slow: 503, full: 507, none: 500 } as const;

/** The application over a platform; `assets` are the built files below /aset/. */
export function createApp(platform: Platform, assets: Assets = new Map()): Hono<Env> {
  const stylesheet = [...assets.keys()].find((path) => path.endsWith('.css'));
  if (stylesheet !== undefined) setDocumentAssets({ stylesheet, islands: islandsIn(assets) });
  const app = new Hono<Env>();
  const regionOf = rememberRegions(platform);
  const observed = observer(platform);
  app.get('/healthz', observed.health);
  app.get('/metrics', observed.figures);
  app.get('/aset/*', (c) => serveAsset(c, assets));
  app.use(observed.watch);
  app.use(async (c, next) => {
    const region = await regionOf(hostOf(c));
    if (region === null) return c.text('Daerah untuk alamat ini belum dibuat.', 503);
    c.set('platform', platform);
    c.set('region', region);
    c.set('requestId', incidentCode(platform.newId()));
    c.set('visitor', null);
    c.set('visitor', await readVisitor(c));
    return next();
  });
  app.use(headers);
  app.use(sameSite);
  app.use(plainAddress);
  app.use(concernsOfAdmins(platform));
  addRoutes(app);
  app.notFound((c) => {
    if (c.var.region === undefined) return c.text('Tidak ada', 404);
    const other = c.req.method === 'POST' ? 'GET' : 'POST';
    if (!answers(app, other, c.req.path)) return notFound(c);
    const parent = other === 'POST' ? formPageAbove(app, c.req.path) : null;
    const year = c.req.query('tahun');
    if (parent !== null) return seeOther(c, year === undefined ? parent : `${parent}?tahun=${encodeURIComponent(year)}`, null);
    c.header('allow', other === 'GET' ? 'GET, HEAD' : other);
    return problem(c, 405);
  });
  app.onError((error, c) => {
    if (error instanceof VisitorGone || c.req.raw.signal.aborted) return new Response(null, { status: HUNG_UP });
    if (error instanceof FormRefused) return error.form === null ? problem(c, error.status) : drawKept(c, error.form);
    platform.log.error('request failed', error, { code: c.var.requestId, route: routePath(c, -1) });
    const status = STATUS_OF_OUTAGE[outageOf(error) ?? 'none'];
    return c.var.region === undefined ? c.text(problemTexts[status]?.title ?? '', status) : problem(c, status);
  });
  return app;
}

/** Whether a page, not only what runs before every page, answers the method at the path. */
function answers(app: Hono<Env>, method: string, path: string): boolean {
  return app.router.match(method, path)[0].some(([[, route]]) => route.method === method);
}

/** Where a form of this address is not on the nearest page above it. */
const FORM_PAGES: readonly (readonly [RegExp, string])[] = [
  [/^\/pleno\/[^/]+\/penetapan$/, paths.leader],
  [/^\/saya\/sesi\//, paths.account],
];

/** The page with the form of an address that only takes posts: the nearest one above it. Null when there is none but the home page. */
function formPageAbove(app: Hono<Env>, path: string): string | null {
  const named = FORM_PAGES.find(([pattern]) => pattern.test(path));
  if (named !== undefined) return named[1];
  const above = path.replace(/\/[^/]*$/, '');
  if (above === '') return null;
  return answers(app, 'GET', above) ? above : formPageAbove(app, above);
}

function hostOf(c: Ctx): string {
  return (c.req.header('host') ?? '').replace(/:\d+$/, '');
}

/** Regions change rarely: what was found is believed for a few seconds. */
function rememberRegions(platform: Platform): (host: string) => Promise<RegionHere | null> {
  const known = new Map<string, { region: RegionHere | null; until: number }>();
  return async (host) => {
    const found = known.get(host);
    if (found !== undefined && found.until > performance.now()) return found.region;
    if (known.size > 1000) known.clear();
    const region = await readRegion(platform, host);
    known.set(host, { region, until: performance.now() + (region === null ? 0 : REGION_MS) });
    return region;
  };
}

/** The region of a host. Whom to ask is what its current edition says, else what it says itself. */
async function readRegion(platform: Platform, host: string): Promise<RegionHere | null> {
  const region = await findRegion(platform.db, host);
  if (region === null) return null;
  const editions = await listShownEditions(platform.db, region.regionId, platform.now());
  return { ...region, contact: editions[0]?.texts.contact?.trim() || region.contact, editions };
}

/** '/aset/guard-typed-0123456789ab.js' is the island guard-typed. */
function islandsIn(assets: Assets): ReadonlyMap<string, string> {
  return new Map(
    [...assets.keys()].flatMap(
      (path) =>
        /^\/aset\/([a-z-]+)-[0-9a-f]{12}\.js$/
          .exec(path)
          ?.slice(1, 2)
          .map((name) => [name, path] as const) ?? [],
    ),
  );
}
