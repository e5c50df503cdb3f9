// A jury week in which every sheet is sealed, and the acts that follow it.

import { saveSheet } from '../../src/actions/assessment/save-sheet.ts';
import { sealSheet } from '../../src/actions/assessment/seal-sheet.ts';
import { confirmConflicts } from '../../src/actions/jury/confirm-conflicts.ts';
import { type Act, perform } from '../../src/actions/perform.ts';
import { publishResult } from '../../src/actions/publication/publish.ts';
import { certifyResult } from '../../src/actions/result/certify.ts';
import { type ComputedVersion, computeCategory } from '../../src/actions/result/compute.ts';
import { signResult } from '../../src/actions/result/sign.ts';
import type { Rubric } from '../../src/domain/instrument/rubric.ts';
import type { Actor } from '../../src/domain/people/role.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { listOwnSheets } from '../../src/store/assessment-sheet.read.ts';
import type { TestDatabase } from '../support/database.ts';
import { appoint, type JuryWeek, juryWeek, PLENARY, RUBRIC } from './jury.ts';

/** The act by that person; throws when it is refused. */
export async function done<T>(platform: Platform, week: JuryWeek, actor: Actor, act: (a: Act) => Promise<Outcome<T>>): Promise<T> {
  const outcome = await perform(platform, { regionId: week.regionId, actor, provedAt: platform.now() }, act);
  if (!outcome.ok) throw new Error(`${outcome.refusal.code} ${JSON.stringify(outcome.refusal.facts)}`);
  return outcome.value;
}

/** Three jurors, the third recused from the third finalist; their scores differ from sheet to sheet. */
export async function sealedWeek(test: TestDatabase, rubric: Rubric = RUBRIC, pointsOf = (serial: number) => String(60 + 4 * serial)): Promise<JuryWeek> {
  const week = await juryWeek(test, rubric);
  const { categoryId, jurors } = week;
  const { platform } = test;
  let serial = 0;
  for (const [at, { personId }] of jurors.entries()) {
    const appointed = await appoint(test, week, { personId, isChair: at === 0 });
    if (!appointed.ok) throw new Error(appointed.refusal.code);
  }
  for (const juror of jurors) {
    await done(platform, week, juror, (a) => confirmConflicts(a, { categoryId, declared: [] }));
    for (const { sheetId } of await listOwnSheets(test.db, week.regionId, juror.personId, [categoryId])) {
      const scores = Object.fromEntries(rubric.criteria.map(({ code }, place) => [code, pointsOf(serial + place)]));
      await done(platform, week, juror, (a) => saveSheet(a, { sheetId, revision: 0, scores, comment: 'Catatan' }));
      await done(platform, week, juror, (a) => sealSheet(a, { sheetId }));
      serial += 1;
    }
  }
  return week;
}

export type Step = 'sign' | 'certify' | 'publish';

/** Computes, then goes on until the step before the named one; the version that came out. */
export async function untilBefore(test: TestDatabase, week: JuryWeek, step: Step | 'nothing'): Promise<ComputedVersion> {
  const { platform } = test;
  test.at(PLENARY);
  const { categoryId } = week;
  const version = await done(platform, week, week.secretariat, (a) => computeCategory(a, { categoryId }));
  if (step === 'sign') return version;
  for (const juror of week.jurors) await done(platform, week, juror, (a) => signResult(a, version));
  if (step === 'certify') return version;
  await done(platform, week, week.leader, (a) => certifyResult(a, { ...version, decree: '188.45/1/2026' }));
  if (step === 'nothing') await done(platform, week, week.publisher, (a) => publishResult(a, version));
  return version;
}
