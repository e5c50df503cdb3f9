// What waits for a second person about oneself: who can confirm it, how to stop it, and a code of one's own where nobody else can.

import { stopAccess } from '../../actions/access/stop-access.ts';
import { useOwnCode } from '../../actions/access/use-own-code.ts';
import { perform } from '../../actions/perform.ts';
import { isId } from '../../domain/shared/ids.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { listRequestsOf } from '../../store/access-request.read.ts';
import { accessTexts, askedWords } from '../../texts/id/access.ts';
import { formatMoment, zoneOf } from '../../texts/id/format.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Card, EmptyState } from '../ui/panels.tsx';
import { addressOf } from '../visitor-address.ts';

export function showWaiting(c: Ctx): Promise<Response> {
  return draw(c, null);
}

export async function useCodeHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const outcome = await useOwnCode(c.var.platform, who(c), { code: form.text('kode'), address: addressOf(c) });
  return outcome.ok ? seeOther(c, paths.mine, 'access-confirmed') : draw(c, outcome.refusal);
}

export async function declineHere(c: Ctx): Promise<Response> {
  await readForm(c);
  const requestId = c.req.param('id') ?? '';
  if (!isId(requestId)) return notFound(c);
  const outcome = await perform(c.var.platform, who(c), (act) => stopAccess(act, { requestId }));
  return outcome.ok ? seeOther(c, paths.waiting, 'access-stopped') : draw(c, outcome.refusal);
}

async function draw(c: Ctx, refusal: Refusal | null): Promise<Response> {
  const { actor, csrf } = signedIn(c);
  const requests = await listRequestsOf(c.var.platform.db, c.var.region.regionId, actor.personId);
  const moment = (at: string) => formatMoment(at, zoneOf(c.var.region.zone));
  const canProve = requests.some(({ route, askedBy }) => route === 'wait' && askedBy !== actor.personId);
  return page(
    c,
    { title: accessTexts.mine, current: paths.mine, back: { href: paths.mine, label: 'Tugas saya' }, error: refusal !== null },
    <div class="baca tumpuk tumpuk--lega">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{accessTexts.mine}</h1>
      {requests.length === 0 ? <EmptyState title={accessTexts.none}>{accessTexts.noneYet}</EmptyState> : <p class="utama">{accessTexts.mineLead}</p>}
      {requests.map((request) => (
        <Card key={request.requestId} title={askedWords(request)} id={`akses-${request.requestId}`}>
          <DefinitionList
            dense
            rows={[
              { term: accessTexts.askedBy, value: request.askedByName ?? accessTexts.nobody },
              { term: accessTexts.askedAt, value: moment(request.askedAt) },
              ...(request.dueAt === null ? [] : [{ term: accessTexts.takesEffect, value: moment(request.dueAt) }]),
            ]}
          />
          {request.route === 'two' && <p>{accessTexts.others}</p>}
          <Form action={`${paths.waiting}/${request.requestId}/henti`} csrf={csrf} label={askedWords(request)}>
            <Button kind="bahaya">{accessTexts.mineStop}</Button>
          </Form>
        </Card>
      ))}
      {canProve && (
        <section class="tumpuk" aria-labelledby="kode-sendiri">
          <h2 id="kode-sendiri">{accessTexts.useCode}</h2>
          <p>{accessTexts.ownCodeLead}</p>
          <Form action={`${paths.waiting}/kode`} csrf={csrf}>
            <Field name="kode" label={accessTexts.ownCode} autocomplete="one-time-code" error={errorOf(refusal, 'kode')} />
            <Button kind="utama">{accessTexts.useCode}</Button>
          </Form>
        </section>
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
