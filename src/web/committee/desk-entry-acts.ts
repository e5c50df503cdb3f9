// Giving an entry to a verifier and taking it back.

import { assignVerifier } from '../../actions/assessment/assign-verifier.ts';
import { releaseVerification } from '../../actions/assessment/release-verification.ts';
import { type Act, perform } from '../../actions/perform.ts';
import { isId } from '../../domain/shared/ids.ts';
import { fault, type Outcome, refuse } from '../../domain/shared/outcome.ts';
import type { SaidKey } from '../../texts/id/said.ts';
import { notFound, seeOther } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, who } from '../request.ts';
import { drawDeskEntry } from './desk-entry.page.tsx';

type PairAct = (act: Act, pair: { readonly entryId: string; readonly personId: string }) => Promise<Outcome<unknown>>;

export const assignHere = onPair('assigned', assignVerifier);
export const releaseHere = onPair('released', releaseVerification);

function onPair(said: SaidKey, chosen: PairAct): (c: Ctx) => Promise<Response> {
  return async (c) => {
    const form = await readForm(c);
    const [entryId, personId] = [c.req.param('id') ?? '', form.text('orang')];
    if (!isId(entryId)) return notFound(c);
    const outcome = await perform(c.var.platform, who(c), async (act) =>
      isId(personId) ? chosen(act, { entryId, personId }) : refuse('verification.none-chosen', {}, { orang: fault('verification.none-chosen') }),
    );
    return outcome.ok ? seeOther(c, paths.deskEntry(Number(c.req.param('year')), entryId), said) : drawDeskEntry(c, outcome.refusal);
  };
}
