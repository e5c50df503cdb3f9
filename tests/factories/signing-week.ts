// A jury week up to a computed result, and its people with signing keys of a software authenticator, by the pages.

import { saveSheet } from '../../src/actions/assessment/save-sheet.ts';
import { sealSheet } from '../../src/actions/assessment/seal-sheet.ts';
import { confirmConflicts } from '../../src/actions/jury/confirm-conflicts.ts';
import { type Act, perform } from '../../src/actions/perform.ts';
import { type ComputedVersion, computeCategory } from '../../src/actions/result/compute.ts';
import type { Actor } from '../../src/domain/people/role.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { listOwnSheets } from '../../src/store/assessment-sheet.read.ts';
import { createApp } from '../../src/web/app.ts';
import { paths } from '../../src/web/paths.ts';
import { type Authenticator, authenticator, optionsOn } from '../support/authenticator.ts';
import type { TestDatabase } from '../support/database.ts';
import { putGrant, visit } from '../support/visitor.ts';
import { appoint, type JuryWeek, juryWeek, NOW, PLENARY } from './jury.ts';

/** A day before the presentation opens. */
export const BEFORE = '2026-08-16T02:00:00.000Z';

export type Visitor = Awaited<ReturnType<typeof visit>>;

export interface SigningWeek {
  readonly week: JuryWeek;
  readonly doing: <T>(actor: Actor, act: (a: Act) => Promise<Outcome<T>>) => Promise<T>;
  readonly visitor: (actor: Actor | undefined) => Promise<Visitor>;
  readonly compute: () => Promise<ComputedVersion>;
}

export async function signingWeek(db: TestDatabase): Promise<SigningWeek> {
  const week = await juryWeek(db);
  const app = createApp(db.platform);
  const { regionId, categoryId } = week;
  const doing: SigningWeek['doing'] = async (actor, act) => {
    const done = await perform(db.platform, { regionId, actor, provedAt: db.platform.now() }, act);
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    return done.value;
  };
  for (const [at, { personId }] of week.jurors.entries()) await appoint(db, week, { personId, isChair: at === 0 });
  const grant = (actor: Actor, role: string, editionId: string | null) => putGrant(db, regionId, { actor, role, editionId, from: BEFORE });
  await grant(week.secretariat, 'secretariat', week.editionId);
  await grant(week.publisher, 'secretariat', week.editionId);
  await grant(week.leader, 'leader', null);
  const compute = async () => {
    db.at(NOW);
    for (const [at, juror] of week.jurors.entries()) {
      await doing(juror, (a) => confirmConflicts(a, { categoryId, declared: [] }));
      for (const [place, { sheetId }] of (await listOwnSheets(db.db, regionId, juror.personId, [categoryId])).entries()) {
        const points = String(90 - 10 * place - at);
        await doing(juror, (a) => saveSheet(a, { sheetId, revision: 0, scores: { KEB: points, MAN: points } }));
        await doing(juror, (a) => sealSheet(a, { sheetId }));
      }
    }
    db.at(PLENARY);
    return doing(week.secretariat, (a) => computeCategory(a, { categoryId }));
  };
  return { week, doing, visitor: (actor) => visit(db, app, regionId, actor), compute };
}

/** Enrols a key on its owner's page. */
export async function enrol(owner: Visitor, key: Authenticator = authenticator()): Promise<Authenticator> {
  const asked = optionsOn((await owner.get(paths.signingKeys)).html, paths.signingKeys);
  const answer = await owner.post(paths.signingKeys, { nama: 'Ponsel', jawaban: key.make(asked) });
  if (answer.status !== 303) throw new Error(answer.html.match(/<h2[^>]*>Ada[\s\S]{0,400}/)?.[0] ?? String(answer.status));
  return key;
}
