// What a chapter of the story is given: the journey, and eyes that look at every kind of page once.

import type { Locator, Page } from 'playwright-core';
import { type Act, perform } from '../../../src/actions/perform.ts';
import type { Outcome } from '../../../src/domain/shared/outcome.ts';
import type { Journey } from '../../support/journey.ts';
import { complaintsOf } from '../../support/journey-page.ts';

export interface Teller {
  readonly journey: Journey;
  /** Looks at the open page; a kind is looked at once, complaints are kept for the end. */
  look(page: Page, kind: string): Promise<void>;
  readonly complaints: readonly string[];
  /** Does an act as a person of the sample at the story's present, for what need not go through the browser twice. */
  act<T>(account: string, act: (a: Act) => Promise<Outcome<T>>): Promise<T>;
  categoryId(code: string): string;
}

export function teller(journey: Journey): Teller {
  const seen = new Set<string>();
  const complaints: string[] = [];
  const { platform } = journey.database;
  return {
    journey,
    complaints,
    look: async (page, kind) => {
      if (seen.has(kind)) return;
      seen.add(kind);
      complaints.push(...(await complaintsOf(page, kind, { axe: journey.javaScript })));
    },
    act: async (account, act) => {
      const actor = await journey.ground.people.actor(account, platform.now());
      const outcome = await perform(platform, { regionId: journey.regionId, actor }, act);
      if (!outcome.ok) throw new Error(`${account}: ${JSON.stringify(outcome.refusal)}`);
      return outcome.value;
    },
    categoryId: (code) => journey.ground.plan.categories.find((one) => one.code === code)?.categoryId ?? '',
  };
}

/** Presses a button by its words and waits for the page that answers. */
export async function press(page: Page, words: string | RegExp): Promise<void> {
  await go(page, page.getByRole('button', typeof words === 'string' ? { name: words, exact: true } : { name: words }), words);
}

export async function follow(page: Page, words: string | RegExp): Promise<void> {
  await go(page, page.getByRole('link', { name: words }), words);
}

async function go(page: Page, target: Locator, words: string | RegExp): Promise<void> {
  if ((await target.count()) === 0) throw new Error(`"${words}" is not on ${page.url()}: ${(await page.locator('main').innerText()).slice(0, 1500)}`);
  await Promise.all([page.waitForEvent('load'), target.first().click()]);
}

export async function heading(page: Page): Promise<string> {
  return (await page.locator('h1').first().innerText()).trim();
}
