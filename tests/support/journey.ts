// The system as a visitor meets it: the application on a port of its own, a browser, and a clock that the story moves.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { checkInvariants } from '../../src/actions/audit/check-invariants.ts';
import { nameRegion } from '../../src/domain/people/name-region.ts';
import { DAY, type Instant, later } from '../../src/domain/shared/time.ts';
import { listedRegions } from '../../src/platform/regions.ts';
import { makeFirstAdmin } from '../../src/seeds/empty.ts';
import { type SampleGround, seedGround, seedSample, seedStory } from '../../src/seeds/sample.ts';
import { SAMPLE_PASSWORD } from '../../src/seeds/sample-people.ts';
import { listRegions } from '../../src/store/people.read.ts';
import { createApp } from '../../src/web/app.ts';
import { type Assets, loadAssets } from '../../src/web/assets.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** The sample edition is laid around this instant: Thursday, 10.00 WITA. */
export const SEED_NOW: Instant = '2026-08-20T02:00:00.000Z';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Journey {
  readonly base: string;
  readonly database: TestDatabase;
  /** `told`: what a real start printed. */
  readonly ground: SampleGround & { readonly told?: readonly string[] };
  readonly regionId: string;
  readonly javaScript: boolean;
  /** The clock of the server, in days from the seed's now; the browser's own clock stays where it is. */
  day(days: number): void;
  /** A phone of somebody who is not signed in. */
  visitor(): Promise<Page>;
  /** Signs in through the page, on a device of one's own, and lands on the own tasks. */
  signIn(account: string): Promise<Page>;
  breaches(): Promise<readonly unknown[]>;
  /** What went wrong inside the server or the browser without anybody seeing it. */
  readonly faults: readonly string[];
  end(): Promise<void>;
}

interface Opening {
  readonly javaScript?: boolean;
  /** `ground`: people and edition only. `sample`: everything that a first start shows. `published`: both results too. `empty`: a region and one invitation. */
  readonly seed?: 'ground' | 'sample' | 'published' | 'empty';
}

const SEEDS = {
  ground: seedGround,
  sample: seedSample,
  published: (platform: TestDatabase['platform']) => seedStory(platform, 'published'),
  empty: emptyGround,
} as const;

/** A real start: there are no sample people and no plan, only the lines that were printed. */
async function emptyGround(platform: TestDatabase['platform']): Promise<SampleGround> {
  const named = nameRegion({ code: '63.11', name: '', prefix: '' }, listedRegions());
  if (!named.ok) throw new Error(named.refusal.code);
  const told = await makeFirstAdmin(platform, named.value);
  const [region] = await listRegions(platform.db);
  return { stage: { regionId: region?.regionId }, told } as unknown as SampleGround;
}

export async function openJourney({ javaScript = true, seed = 'ground' }: Opening = {}): Promise<Journey> {
  const database = await testDatabase(SEED_NOW);
  const faults: string[] = [];
  const platform = { ...database.platform, log: { ...database.platform.log, error: faulty(faults) } };
  const ground = await SEEDS[seed](platform);
  const app = createApp(platform, builtAssets());
  const server = await new Promise<ReturnType<typeof serve>>((ready) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => ready(started));
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  const contexts: BrowserContext[] = [];
  const visitor = async (): Promise<Page> => {
    while (contexts.length > 2) await contexts.shift()?.close();
    const context = await browser.newContext({ baseURL: base, javaScriptEnabled: javaScript, viewport: { width: 360, height: 640 }, locale: 'id-ID' });
    context.setDefaultTimeout(20_000);
    contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(`in the page: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (404|422|409|403)/.test(message.text())) faults.push(`on the console: ${message.text()}`);
    });
    return page;
  };
  return {
    base,
    database,
    ground,
    regionId: ground.stage.regionId,
    javaScript,
    day: (days) => database.at(later(SEED_NOW, days * DAY)),
    visitor,
    signIn: async (account) => signInAs(await visitor(), account),
    breaches: () => checkInvariants(platform, ground.stage.regionId),
    faults,
    end: async () => {
      await browser.close();
      await new Promise((done) => server.close(done));
      await database.end();
    },
  };
}

function faulty(faults: string[]) {
  return (message: string, error?: unknown) => {
    faults.push(`in the server: ${message} ${error instanceof Error ? error.stack : String(error)}`);
  };
}

function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.BAILANG_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

async function signInAs(page: Page, account: string): Promise<Page> {
  await page.goto('/masuk');
  await page.getByLabel('NIP atau surel').fill(`${account}@contoh.example`);
  await page.getByLabel('Kata sandi').fill(SAMPLE_PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/masuk');
  return page;
}

/** The stylesheet, islands and static files as the build makes them, from the sources of this moment. */
function builtAssets(): Assets {
  const folder = mkdtempSync(join(tmpdir(), 'bailang-aset-'));
  const style = join('src', 'web', 'style');
  const sheets = readdirSync(style)
    .filter((name) => name.endsWith('.css'))
    .sort();
  mkdirSync(folder, { recursive: true });
  cpSync(join('src', 'web', 'static'), folder, { recursive: true });
  writeFileSync(join(folder, 'gaya.css'), sheets.map((name) => readFileSync(join(style, name), 'utf8')).join('\n'));
  execFileSync(process.execPath, [join('bin', 'islands.mjs'), folder]);
  const assets = loadAssets(folder);
  rmSync(folder, { recursive: true, force: true });
  return assets;
}
