// The sample as a first start shows it: every link of every role leads to a page that keeps what every page keeps.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Journey, openJourney } from '../support/journey.ts';
import { complaintsOf } from '../support/journey-page.ts';

let journey: Journey;
const looked = new Set<string>();
beforeAll(async () => {
  journey = await openJourney({ seed: 'sample' });
});
afterAll(() => journey?.end());

const MOST_PAGES = 120;
const MOST_OF_A_KIND = 3;

test.each([
  [null, '/'],
  ['sekretariat', '/saya'],
  ['verifikator2', '/saya'],
  ['juri5.skpd', '/saya'],
  ['juri1.skpd', '/saya'],
  ['bupati', '/saya'],
  ['admin', '/saya'],
  ['inovator.disdukcapil', '/saya'],
  ['kepala.disdukcapil', '/saya'],
])(
  'every link from %s',
  async (account, start) => {
    const page = account === null ? await journey.visitor() : await journey.signIn(account);
    expect(await crawl(page, account ?? 'umum', start)).toEqual([]);
  },
  180_000,
);

test('nothing failed unseen, and every promise holds', async () => {
  expect(journey.faults).toEqual([]);
  expect(await journey.breaches()).toEqual([]);
});

/** Breadth first; of one kind of address a few are opened, and one is looked at closely. */
async function crawl(page: Page, account: string, start: string): Promise<readonly string[]> {
  const complaints: string[] = [];
  const queue: string[] = [start];
  const known = new Set<string>(queue);
  const opened = new Map<string, number>();
  for (let at = 0; at < queue.length && at < MOST_PAGES; at += 1) {
    const path = queue[at] ?? '';
    const kind = kindOf(path);
    const times = opened.get(kind) ?? 0;
    opened.set(kind, times + 1);
    if (times >= MOST_OF_A_KIND) continue;
    if (looked.has(`${account} ${kind}`) || /\.(?:ics|xlsx|csv|json|tar)(?:\?|$)|^\/bukti\/|^\/aset\//.test(path)) {
      const { status } = await answerOf(page, path);
      if (status !== 200) complaints.push(`${account} ${path}: ${status}`);
      continue;
    }
    looked.add(`${account} ${kind}`);
    const answer = await page.goto(path);
    if (answer?.status() !== 200) {
      complaints.push(`${account} ${path}: ${answer?.status()}`);
      continue;
    }
    const isNew = !looked.has(kind);
    looked.add(kind);
    complaints.push(...(await complaintsOf(page, `${account} ${kind}`, { axe: isNew })));
    for (const link of await linksOf(page)) {
      if (known.has(link)) continue;
      known.add(link);
      queue.push(link);
    }
  }
  return complaints;
}

async function answerOf(page: Page, path: string): Promise<{ readonly status: number }> {
  const answer = await page.request.get(path);
  return { status: answer.status() };
}

function linksOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a[href]')].flatMap((link) => {
      const url = new URL((link as HTMLAnchorElement).href);
      return url.origin === location.origin ? [url.pathname + url.search] : [];
    }),
  );
}

/** The address without what differs from one entry to the next. */
function kindOf(path: string): string {
  return path
    .replace(/\?.*/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/SI[DP]-\d+/g, ':code')
    .replace(/^\/inovasi\/.+/, '/inovasi/:slug')
    .replace(/\/riwayat\/\d{4}/, '/riwayat/:year')
    .replace(/blud-puskesmas$/, 'skpd');
}
