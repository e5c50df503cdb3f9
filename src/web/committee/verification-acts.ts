// The verifier's acts, each its own address: verdict, begin, finish, repair.

import { askRepair } from '../../actions/assessment/ask-repair.ts';
import { finishVerification } from '../../actions/assessment/finish-verification.ts';
import { giveVerdict } from '../../actions/assessment/give-verdict.ts';
import { takeUp } from '../../actions/assessment/take-up.ts';
import { rememberOutOfTurn } from '../../actions/out-of-turn.ts';
import { type Act, perform } from '../../actions/perform.ts';
import { isId } from '../../domain/shared/ids.ts';
import type { Outcome } from '../../domain/shared/outcome.ts';
import { notFound, seeOther } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, who } from '../request.ts';
import { drawRepair, repairOf } from './repair.page.tsx';
import { drawVerification, reviewHere } from './verification.page.tsx';
import { drawVerificationList } from './verification-list.page.tsx';

/** Keeps the verdict and goes on to the next claim without one; to the list of the entry when all have one. */
export async function giveVerdictHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const entryId = c.req.param('id') ?? '';
  const indicator = c.req.param('code') ?? '';
  if (!isId(entryId)) return notFound(c);
  const level = /^[0-3]$/.test(form.text('level')) ? Number(form.text('level')) : null;
  const verdictId = isId(form.text('id')) ? form.text('id') : c.var.platform.newId();
  const wish = { kind: form.text('kind'), level, reason: form.text('reason') };
  const seen = isId(form.text('versi')) ? { snapshotId: form.text('versi') } : {};
  const outcome = await perform(
    c.var.platform,
    who(c),
    (act) => giveVerdict(act, { verdictId, entryId, indicator, ...wish, ...seen }),
    rememberOutOfTurn(entryId),
  );
  if (!outcome.ok) return drawVerification(c, outcome.refusal, form);
  const review = await reviewHere(c);
  const codes = review?.indicators.map(({ code }) => code) ?? [];
  const at = codes.indexOf(indicator);
  const open = [...codes.slice(at + 1), ...codes.slice(0, at)].find((code) => review?.progress.missing.includes(code));
  return seeOther(c, paths.verification(entryId, open ?? codes[at + 1] ?? indicator), 'verdict');
}

export const takeUpHere = onEntry((entryId) => (act) => takeUp(act, { entryId }));

export const finishHere = onEntry((entryId) => (act) => finishVerification(act, { entryId }));

function onEntry(chosen: (entryId: string) => (act: Act) => Promise<Outcome<unknown>>): (c: Ctx) => Promise<Response> {
  return async (c) => {
    await readForm(c);
    const entryId = c.req.param('id') ?? '';
    if (!isId(entryId)) return notFound(c);
    const outcome = await perform(c.var.platform, who(c), chosen(entryId), rememberOutOfTurn(entryId));
    const review = await reviewHere(c);
    if (!outcome.ok) return review === null ? drawVerificationList(c, outcome.refusal) : drawVerification(c, outcome.refusal, null);
    const first = review?.progress.missing[0] ?? review?.indicators[0]?.code;
    if (review === null || first === undefined || review.entry.state !== 'in-verification')
      return review === null ? seeOther(c, paths.mine, null) : seeOther(c, paths.verifications(review.entry.year), ['verified', review.entry.innovationName]);
    return seeOther(c, paths.verification(entryId, first), 'begun');
  };
}

export async function askRepairHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const entryId = c.req.param('id') ?? '';
  if (!isId(entryId)) return notFound(c);
  const outcome = await perform(c.var.platform, who(c), (act) => askRepair(act, { entryId, ...repairOf(c, form) }), rememberOutOfTurn(entryId));
  if (!outcome.ok) return drawRepair(c, outcome.refusal, form);
  const review = await reviewHere(c);
  return review === null ? seeOther(c, paths.mine) : seeOther(c, paths.verifications(review.entry.year), ['repair', review.entry.innovationName]);
}
