// What waits for a second person, for those who may confirm or stop it; and what an admin set up alone, to be looked at once.

import { confirmAccess } from '../../actions/access/confirm-access.ts';
import { reviewAlone } from '../../actions/access/review-alone.ts';
import { stopAccess, strikeAlone } from '../../actions/access/stop-access.ts';
import { perform } from '../../actions/perform.ts';
import { mayStop, mayWatch } from '../../domain/access/request.ts';
import type { Actor } from '../../domain/people/role.ts';
import { isId } from '../../domain/shared/ids.ts';
import type { Outcome, Refusal } from '../../domain/shared/outcome.ts';
import { listAlone, listOpenRequests, type ShownRequest } from '../../store/access-request.read.ts';
import { accessTexts, askedWords } from '../../texts/id/access.ts';
import { formatMoment, zoneOf } from '../../texts/id/format.ts';
import { notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn, who } from '../request.ts';
import type { Said } from '../said.ts';
import { Button } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Form } from '../ui/form.tsx';
import { Card, EmptyState } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';

export function showRequests(c: Ctx): Promise<Response> {
  return draw(c, null, null);
}

export async function confirmHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const requestId = c.req.param('id') ?? '';
  if (!isId(requestId)) return notFound(c);
  const by = await provenWho(c, form);
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => confirmAccess(act, { requestIds: [requestId] })) : by;
  return answer(c, outcome, 'access-confirmed', requestId);
}

export function stopHere(c: Ctx): Promise<Response> {
  return ending(c, stopAccess);
}

export function strikeHere(c: Ctx): Promise<Response> {
  return ending(c, strikeAlone);
}

async function ending(c: Ctx, end: typeof stopAccess): Promise<Response> {
  await readForm(c);
  const requestId = c.req.param('id') ?? '';
  if (!isId(requestId)) return notFound(c);
  return answer(c, await perform(c.var.platform, who(c), (act) => end(act, { requestId })), 'access-stopped', requestId);
}

export async function reviewHere(c: Ctx): Promise<Response> {
  const form = await readForm(c, 1_000);
  const requestIds = (form.lists.permintaan ?? []).filter(isId);
  return answer(c, await perform(c.var.platform, who(c), (act) => reviewAlone(act, { requestIds })), 'access-reviewed', null);
}

function answer(c: Ctx, outcome: Outcome<true>, said: Said, requestId: string | null): Response | Promise<Response> {
  return outcome.ok ? seeOther(c, paths.access, said) : draw(c, outcome.refusal, requestId);
}

async function draw(c: Ctx, refusal: Refusal | null, refusedId: string | null): Promise<Response> {
  const { db } = c.var.platform;
  const { actor } = signedIn(c);
  const [open, alone] = await Promise.all([listOpenRequests(db, c.var.region.regionId), listAlone(db, c.var.region.regionId)]);
  const mine = open.filter((request) => mayStop(request, actor).ok);
  return page(
    c,
    { title: accessTexts.title, current: paths.access, back: { href: paths.mine, label: 'Tugas saya' }, error: refusal !== null },
    <div class="baca tumpuk tumpuk--lega">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{accessTexts.title}</h1>
      <p class="utama">{accessTexts.lead}</p>
      {alone.length > 0 && <Alone c={c} alone={alone} actor={actor} />}
      {mine.length === 0 ? (
        <EmptyState title={accessTexts.none}>{accessTexts.noneYet}</EmptyState>
      ) : (
        mine.map((request) => (
          <Request key={request.requestId} c={c} request={request} actor={actor} refusal={request.requestId === refusedId ? refusal : null} />
        ))
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

interface RequestProps {
  readonly c: Ctx;
  readonly request: ShownRequest;
  readonly actor: Actor;
  readonly refusal: Refusal | null;
}

function Request({ c, request, actor, refusal }: RequestProps) {
  const { requestId, personId, personName, askedBy, dueAt } = request;
  const moment = (at: string) => formatMoment(at, zoneOf(c.var.region.zone));
  const confirms = mayWatch(request, actor) && personId !== actor.personId && askedBy !== actor.personId && request.isActive;
  const name = personName ?? request.seatName ?? '';
  return (
    <Card title={name} id={`akses-${requestId}`}>
      <p class="utama">{askedWords(request)}</p>
      <DefinitionList
        dense
        rows={[
          { term: accessTexts.askedBy, value: request.askedByName ?? accessTexts.nobody },
          { term: accessTexts.askedAt, value: moment(request.askedAt) },
          ...(request.reason === '' ? [] : [{ term: accessTexts.reason, value: request.reason }]),
          { term: accessTexts.account, value: request.isActive ? accessTexts.isActive : accessTexts.notActive },
          ...(dueAt === null ? [] : [{ term: accessTexts.takesEffect, value: moment(dueAt) }]),
        ]}
      />
      <Form action={`${paths.access}/${requestId}/konfirmasi`} csrf={signedIn(c).csrf} label={`${askedWords(request)}, ${name}`}>
        {confirms ? (
          <>
            <p>{accessTexts.how}</p>
            <ProofField c={c} refusal={refusal} id={`bukti-${requestId}`} />
          </>
        ) : (
          <p class="redup">{accessTexts.others}</p>
        )}
        <p class="baris">
          {confirms && <Button kind="utama">{accessTexts.confirm}</Button>}
          <Button kind="bahaya" formAction={`${paths.access}/${requestId}/henti`}>
            {accessTexts.stop}
            <span class="hanya-baca"> {name}</span>
          </Button>
        </p>
      </Form>
    </Card>
  );
}

function Alone({ c, alone, actor }: { readonly c: Ctx; readonly alone: readonly ShownRequest[]; readonly actor: Actor }) {
  const others = alone.filter(({ askedBy }) => askedBy !== actor.personId);
  const { csrf } = signedIn(c);
  return (
    <section class="tumpuk" aria-labelledby="sendiri">
      <h2 id="sendiri">{accessTexts.alone}</h2>
      <p>{others.length === 0 ? accessTexts.aloneOwn : accessTexts.aloneLead}</p>
      <Table
        label={accessTexts.alone}
        columns={[
          { key: 'name', label: accessTexts.person, heading: true },
          { key: 'what', label: accessTexts.what },
          { key: 'since', label: accessTexts.when },
          { key: 'act', label: '' },
        ]}
        rows={alone.map((request) => ({
          id: request.requestId,
          cells: {
            name: request.personName ?? request.seatName ?? '',
            what: askedWords(request),
            since: formatMoment(request.askedAt, zoneOf(c.var.region.zone)),
            act:
              request.askedBy === actor.personId || request.personId === actor.personId ? (
                ''
              ) : (
                <Form action={`${paths.access}/${request.requestId}/coret`} csrf={csrf} inline>
                  <Button kind="bahaya" size="kecil">
                    {accessTexts.strike}
                    <span class="hanya-baca"> {`${askedWords(request)}, ${request.personName ?? ''}`}</span>
                  </Button>
                </Form>
              ),
          },
        }))}
      />
      {others.length > 0 && (
        <Form action={`${paths.access}/daftar`} csrf={csrf}>
          {others.map(({ requestId }) => (
            <input key={requestId} type="hidden" name="permintaan" value={requestId} />
          ))}
          <Button kind="utama">{accessTexts.confirmList}</Button>
        </Form>
      )}
    </section>
  );
}

/** How much waits for the visitor to look at: for the list of their tasks. */
export async function accessTasks(c: Ctx): Promise<{ readonly open: number; readonly alone: number }> {
  const { actor } = signedIn(c);
  if (!ACCESS_ROLES.some((role) => actor.grants.some((grant) => grant.role === role))) return { open: 0, alone: 0 };
  const { db } = c.var.platform;
  const [open, alone] = await Promise.all([listOpenRequests(db, c.var.region.regionId), listAlone(db, c.var.region.regionId)]);
  return {
    open: open.filter((request) => request.personId !== actor.personId && request.askedBy !== actor.personId && mayStop(request, actor).ok).length,
    alone: alone.filter(({ askedBy }) => askedBy !== actor.personId).length,
  };
}

export const ACCESS_ROLES = ['admin', 'secretariat', 'chair', 'leader', 'juror'] as const;
