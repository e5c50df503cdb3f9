// The keys of the region, old ones too, and the renewal that takes two people.

import { type Act, perform } from '../../actions/perform.ts';
import { askKeyRenewal, confirmKeyRenewal, keepRegionKey } from '../../actions/proof/renew-region-key.ts';
import type { Outcome, Refusal } from '../../domain/shared/outcome.ts';
import { findOpenRenewal, listRegionKeys, type Renewal } from '../../store/region-key.read.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { regionKeyTexts as texts } from '../../texts/id/region-key.ts';
import { errorOf, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { type Form as Filled, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';

export async function showRegionKey(c: Ctx): Promise<Response> {
  return draw(c, null, '');
}

export const askRenewalHere = (c: Ctx) => answer(c, (act, form) => askKeyRenewal(act, { renewalId: form.text('id'), reason: form.text('alasan') }));
export const confirmRenewalHere = (c: Ctx) => answer(c, (act, form) => confirmKeyRenewal(act, { renewalId: form.text('id') }));
export const keepKeyHere = (c: Ctx) => answer(c, (act, form) => keepRegionKey(act, { renewalId: form.text('id') }));

async function answer(c: Ctx, act: (act: Act, form: Filled) => Promise<Outcome<true>>): Promise<Response> {
  const form = await readForm(c);
  const proven = await provenWho(c, form);
  const outcome = proven.ok ? await perform(c.var.platform, proven.value, (one) => act(one, form)) : proven;
  return outcome.ok ? seeOther(c, paths.regionKey) : draw(c, outcome.refusal, form.text('alasan'));
}

async function draw(c: Ctx, refusal: Refusal | null, reason: string): Promise<Response> {
  const { platform, region } = c.var;
  const keys = await listRegionKeys(platform.db, region.regionId);
  const renewal = await findOpenRenewal(platform.db, region.regionId);
  const at = (moment: string | null) => (moment === null ? texts.stands : formatDateTime(moment, zoneOf(region.zone)));
  return page(
    c,
    { title: texts.title, current: paths.regionKey, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{texts.title}</h1>
      <p class="utama">{texts.lead}</p>
      {keys.length === 0 ? (
        <Notice kind="info">{texts.none}</Notice>
      ) : (
        <Table
          label={texts.keys}
          columns={[
            { key: 'key', label: texts.key, heading: true },
            { key: 'begun', label: texts.begun },
            { key: 'ended', label: texts.ended },
          ]}
          rows={keys.map(({ keyId, publicKey, begunAt, endedAt }) => ({
            id: keyId,
            cells: { key: <span class="sidik">{publicKey}</span>, begun: at(begunAt), ended: at(endedAt) },
          }))}
        />
      )}
      {renewal === null ? <AskForm c={c} refusal={refusal} reason={reason} /> : <OpenRenewal c={c} refusal={refusal} renewal={renewal} />}
      <p>
        <a href={paths.anchors}>{texts.anchors}</a>
      </p>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function AskForm({ c, refusal, reason }: { readonly c: Ctx; readonly refusal: Refusal | null; readonly reason: string }) {
  return (
    <Form action={paths.regionKeyAsk} csrf={signedIn(c).csrf} label={texts.renew} hidden={{ id: c.var.platform.newId() }}>
      <h2>{texts.renew}</h2>
      <p>{texts.renewLead}</p>
      <Field name="alasan" label={texts.reason} value={reason} maxLength={500} error={errorOf(refusal, 'alasan')} />
      <ProofField c={c} refusal={refusal} />
      <Button>{texts.ask}</Button>
    </Form>
  );
}

function OpenRenewal({ c, refusal, renewal }: { readonly c: Ctx; readonly refusal: Refusal | null; readonly renewal: Renewal }) {
  const { csrf, actor } = signedIn(c);
  const isOwn = actor.personId === renewal.askedBy;
  return (
    <section class="tumpuk" aria-label={texts.renew}>
      <h2>{texts.renew}</h2>
      <Notice kind="awas" title={texts.asked(renewal.askedByName)}>
        {renewal.reason}
      </Notice>
      {!isOwn && (
        <Form action={paths.regionKeyConfirm} csrf={csrf} hidden={{ id: renewal.renewalId }} label={texts.confirm}>
          <ProofField c={c} refusal={refusal} id="bukti-setuju" />
          <Button kind="utama">{texts.confirm}</Button>
        </Form>
      )}
      {isOwn && <p>{texts.waits}</p>}
      <Form action={paths.regionKeyKeep} csrf={csrf} hidden={{ id: renewal.renewalId }} label={texts.keep}>
        <ProofField c={c} refusal={refusal} id="bukti-batal" />
        <Button kind="netral">{texts.keep}</Button>
      </Form>
    </section>
  );
}
