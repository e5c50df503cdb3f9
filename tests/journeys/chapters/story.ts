// The whole story of a competition, in order; each chapter a test, so that a break names its place.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Journey, openJourney } from '../../support/journey.ts';
import { announce, verifyByActs, verifyInBrowser } from './desk.ts';
import { closedDoor, returnedRepairedApproved, strangersFindNothing, submitInBrowser } from './door.ts';
import { approveByActs, submitByActs } from './entries.ts';
import { appointPanel, judge, nothingLeaks } from './jury.ts';
import { certifyAndPublish, plenary, publicSees } from './result.ts';
import { type Teller, teller } from './teller.ts';
import type { Told } from './told.ts';

const WINNER = 'Lasungku Talu';
/** Generous: many share a small machine. */
const LONG = 180_000;

export function tellStory({ javaScript }: { readonly javaScript: boolean }): void {
  let journey: Journey;
  let told: Teller;
  const entries: Told[] = [];
  beforeAll(async () => {
    journey = await openJourney({ javaScript });
    told = teller(journey);
  });
  afterAll(() => journey?.end());

  test(
    'an innovator fills a draft and submits it once',
    async () => {
      journey.day(-60);
      entries.push(await submitInBrowser(told, 'disdukcapil', WINNER));
      for (const [agency, name] of [
        ['bkpsdm', 'Inovasi kedua'],
        ['puprpkp', 'Inovasi ketiga'],
      ] as const)
        entries.push(await submitByActs(told, agency, name, 2));
      await strangersFindNothing(told, winner().entryId);
    },
    LONG,
  );

  test(
    'the head returns it with a reason, and approves the repair',
    async () => {
      journey.day(-50);
      await returnedRepairedApproved(told, 'disdukcapil', winner());
      await approveByActs(told, 'bkpsdm', nth(1));
      await approveByActs(told, 'puprpkp', nth(2));
      journey.day(-29);
      await closedDoor(told, 'disdukcapil', winner());
    },
    LONG,
  );

  test(
    'an outside verifier judges claim beside evidence',
    async () => {
      await verifyInBrowser(told, winner());
      for (const entry of entries.slice(1)) await verifyByActs(told, entry);
    },
    LONG,
  );

  test('the desk computes the list and announces it', () => announce(told, entries), LONG);

  test(
    'jurors confirm conflicts, score and seal; nothing leaks',
    async () => {
      await appointPanel(told);
      await judge(told, WINNER);
      await nothingLeaks(told);
    },
    LONG,
  );

  test(
    'the plenary computes and signs, the regent certifies, the secretariat publishes',
    async () => {
      await plenary(told);
      await certifyAndPublish(told);
    },
    LONG,
  );

  test('the public reads the winner', () => publicSees(told, WINNER), LONG);

  test('every page was fit to be seen, nothing failed unseen, every promise holds', async () => {
    expect(told.complaints).toEqual([]);
    expect(journey.faults).toEqual([]);
    expect(await journey.breaches()).toEqual([]);
  });

  const nth = (at: number): Told => {
    const entry = entries[at];
    if (entry === undefined) throw new Error('an earlier chapter failed');
    return entry;
  };
  const winner = () => nth(0);
}
