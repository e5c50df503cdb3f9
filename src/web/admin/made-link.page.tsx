// The one-time link just made for a person, ready to be handed over. Its secret comes in a cookie of this address alone, for minutes.

import { makeResetLink } from '../../actions/people/make-reset-link.ts';
import { perform } from '../../actions/perform.ts';
import { type Actor, rolesOf } from '../../domain/people/role.ts';
import { isId } from '../../domain/shared/ids.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import { findActor, findLink, findPerson, type LinkRow, type PersonCard } from '../../store/people.read.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { handedTexts, inviteTexts } from '../../texts/id/people-invite.ts';
import { WorkList } from '../account/work-list.tsx';
import { notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { ownAddress, whatsAppWith } from '../own-address.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { linkCookieOf, setLinkCookie } from '../session.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';

/** The way to this page, with the secret of the link. */
export function toMadeLink(c: Ctx, made: { readonly personId: string; readonly token: string }): Response {
  const here = paths.madeLink(made.personId);
  setLinkCookie(c, here, made.token);
  return seeOther(c, here, null);
}

export async function makeLink(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const card = await personOf(c);
  if (card === null) return notFound(c);
  const by = await provenWho(c, form);
  if (!by.ok) return askAgain(c, card, form.has('bukti') ? by.refusal : null, 422);
  const outcome = await perform(c.var.platform, by.value, (act) => makeResetLink(act, { personId: card.personId }));
  return outcome.ok ? toMadeLink(c, { personId: card.personId, token: outcome.value.token }) : askAgain(c, card, outcome.refusal, statusOf(outcome.refusal));
}

export async function showMadeLink(c: Ctx): Promise<Response> {
  const card = await personOf(c);
  if (card === null) return notFound(c);
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const token = linkCookieOf(c);
  const [link, actor] = await Promise.all([findLink(db, regionId, sha256Bytes(token), now()), findActor(db, regionId, card.personId, now())]);
  if (link === null || actor === null || link.personId !== card.personId) return askAgain(c, card, null, 200);
  return handOver(c, { actor, link, address: ownAddress(c, paths.link(token)) });
}

async function personOf(c: Ctx): Promise<PersonCard | null> {
  const id = c.req.param('id') ?? '';
  return isId(id) ? findPerson(c.var.platform.db, c.var.region.regionId, id) : null;
}

/** No link to show: one may be made here, after a proof. */
function askAgain(c: Ctx, card: PersonCard, refusal: Refusal | null, status: Parameters<typeof page>[3]): Response {
  return page(
    c,
    { title: handedTexts.make, current: paths.people, back: { href: paths.person(card.personId), label: card.name }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{handedTexts.make}</h1>
      <p class="utama">{handedTexts.none(card.name)}</p>
      <Form action={paths.madeLink(card.personId)} csrf={signedIn(c).csrf}>
        <ProofField c={c} refusal={refusal} />
        <Button kind="utama">{handedTexts.make}</Button>
      </Form>
    </div>,
    status,
  );
}

interface Handed {
  readonly actor: Actor;
  readonly link: LinkRow;
  readonly address: string;
}

function handOver(c: Ctx, { actor, link, address }: Handed): Response {
  const until = formatDateTime(link.expiresAt, zoneOf(c.var.region.zone));
  const words = handedTexts.words({ ...link, address, until });
  return page(
    c,
    {
      title: handedTexts.title,
      current: paths.people,
      back: { href: paths.people, label: 'Orang' },
      islands: ['hand-out'],
    },
    <div class="baca tumpuk">
      <h1>{handedTexts.titleFor(actor.name)}</h1>
      <p class="utama">{handedTexts.lead(link.kind, until)}</p>
      <Field name="tautan" label={handedTexts.link} value={address} readOnly />
      <p class="baris">
        <span data-salin="tautan" />
        <ButtonLink href={whatsAppWith(words)}>{handedTexts.whatsApp}</ButtonLink>
      </p>
      <p>{handedTexts.signsIn(link.account)}</p>
      <section class="tumpuk" aria-labelledby="dapat">
        <h2 id="dapat">{handedTexts.can}</h2>
        {rolesOf(actor).length === 0 ? <Notice kind="awas">{handedTexts.nothing}</Notice> : <WorkList actor={actor} />}
        <p class="baris">
          <ButtonLink href={paths.person(actor.personId)}>{handedTexts.toPerson(actor.name)}</ButtonLink>
          <ButtonLink kind="netral" href={paths.invite}>
            {inviteTexts.another}
          </ButtonLink>
        </p>
      </section>
      <p class="redup">{handedTexts.shownFor}</p>
    </div>,
  );
}
