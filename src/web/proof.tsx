// A fresh proof inside the form that needs it: the password again, so that nothing typed is lost to a detour.

import { prove } from '../actions/people/prove.ts';
import type { Who } from '../actions/perform.ts';
import { isFresh } from '../domain/people/second-factor.ts';
import { type Outcome, ok, type Refusal, refuse } from '../domain/shared/outcome.ts';
import { proofTexts } from '../texts/id/people.ts';
import { errorOf } from './answer.tsx';
import type { Form } from './form.ts';
import { paths } from './paths.ts';
import { type Ctx, signedIn, who } from './request.ts';
import { Field } from './ui/field.tsx';
import { addressOf } from './visitor-address.ts';

/** Who acts, with a proof that is fresh: from before, or typed into this form. Refuses by the field `bukti`. */
export async function provenWho(c: Ctx, form: Form): Promise<Outcome<Who>> {
  const { provedAt, sessionId } = signedIn(c);
  const now = c.var.platform.now();
  if (isFresh(provedAt, now)) return ok(who(c));
  const secret = form.text('bukti');
  if (secret === '') return refuse('person.proof-needed', {}, { bukti: { code: 'person.proof-needed', facts: {} } });
  const outcome = await prove(c.var.platform, who(c), { sessionId, secret, address: addressOf(c) });
  return outcome.ok ? ok({ ...who(c), provedAt: now }) : outcome;
}

/** The field for it, when the last proof is too old. `id` keeps several forms of one page apart. */
export function ProofField({ c, refusal, id }: { readonly c: Ctx; readonly refusal: Refusal | null; readonly id?: string }) {
  if (isFresh(signedIn(c).provedAt, c.var.platform.now())) return null;
  return (
    <Field
      name="bukti"
      id={id}
      kind="password"
      label={proofTexts.label}
      hint={
        c.req.path === paths.prove ? (
          proofTexts.hint
        ) : (
          <>
            {proofTexts.hint} <a href={`${paths.prove}?ke=${encodeURIComponent(c.req.method === 'GET' ? c.req.path : paths.account)}`}>{proofTexts.other}</a>
          </>
        )
      }
      autocomplete="current-password"
      error={errorOf(refusal, 'bukti')}
    />
  );
}
