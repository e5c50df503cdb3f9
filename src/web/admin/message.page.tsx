// One message: its words as they were sent, its fate, and what a person can still do for it.

import { giveByHand, sendAgain } from '../../actions/people/settle-message.ts';
import { perform } from '../../actions/perform.ts';
import { CLOSED_KINDS } from '../../domain/people/message.ts';
import { isId } from '../../domain/shared/ids.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { findMessage, findTemplate, listTemplates, type OutboxMessage } from '../../store/message.read.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { outboxTexts } from '../../texts/id/message-pages.ts';
import { writeMessage } from '../../texts/id/messages.ts';
import { notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { ownAddress, whatsAppWith } from '../own-address.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Form } from '../ui/form.tsx';
import { Card } from '../ui/panels.tsx';
import { Fate, kindName } from './messages.page.tsx';

export async function showMessage(c: Ctx): Promise<Response> {
  return draw(c, null);
}

export async function giveByHandHere(c: Ctx): Promise<Response> {
  return settle(c, giveByHand);
}

export async function sendAgainHere(c: Ctx): Promise<Response> {
  return settle(c, sendAgain);
}

async function settle(c: Ctx, act: typeof giveByHand): Promise<Response> {
  await readForm(c);
  const messageId = c.req.param('id') ?? '';
  if (!isId(messageId)) return notFound(c);
  const outcome = await perform(c.var.platform, who(c), (pens) => act(pens, { messageId }));
  return outcome.ok ? seeOther(c, paths.message(messageId)) : draw(c, outcome.refusal);
}

async function draw(c: Ctx, refusal: Refusal | null): Promise<Response> {
  const messageId = c.req.param('id') ?? '';
  const { region } = c.var;
  const message = isId(messageId) ? await findMessage(c.var.platform.db, region.regionId, messageId) : null;
  if (message === null) return notFound(c);
  const { subject, body } = writeMessage(message, { template: await templateOf(c, message), region, site: ownAddress(c, ''), secret: null });
  const isSecret = CLOSED_KINDS.includes(message.kind);
  const at = (moment: string) => formatDateTime(moment, zoneOf(region.zone));
  return page(
    c,
    { title: subject, current: paths.messages, back: { href: paths.messages, label: outboxTexts.title }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{subject}</h1>
      <DefinitionList
        rows={[
          { term: 'Jenis', value: kindName(message.kind) },
          { term: 'Penerima', value: message.personName },
          { term: 'Surel', value: message.email ?? 'tidak ada' },
          { term: 'Dibuat', value: at(message.createdAt) },
          { term: 'Status', value: <Fate message={message} /> },
          ...(message.state === 'queued' ? [{ term: 'Dikirim paling cepat', value: at(message.dueAt) }] : []),
          ...(message.settledAt === null || message.state === 'box' ? [] : [{ term: 'Selesai', value: at(message.settledAt) }]),
          ...(message.settledBy === null ? [] : [{ term: 'Disampaikan oleh', value: message.settledBy }]),
          { term: 'Percobaan surel', value: String(message.attempts) },
          { term: 'Dibaca di kotak', value: message.readAt === null ? 'belum' : at(message.readAt) },
        ]}
      />
      <Card title="Isi">
        <p class="baris-asli">{isSecret ? outboxTexts.secret : body}</p>
      </Card>
      {!isSecret && <ByHand message={message} words={`${subject}\n\n${body}`} csrf={signedIn(c).csrf} />}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

/** A sent message is shown with the words it was sent with. */
async function templateOf(c: Ctx, message: OutboxMessage) {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  if (message.state === 'sent') return message.templateVersion === null ? null : findTemplate(db, regionId, message.kind, message.templateVersion);
  return (await listTemplates(db, regionId)).find(({ kind }) => kind === message.kind) ?? null;
}

function ByHand({ message, words, csrf }: { readonly message: OutboxMessage; readonly words: string; readonly csrf: string }) {
  if (message.state !== 'failed' && message.state !== 'box') return null;
  return (
    <section class="tumpuk" aria-labelledby="sendiri">
      <h2 id="sendiri">Sampaikan sendiri</h2>
      <p>{outboxTexts.byHand}</p>
      <div class="baris">
        <ButtonLink href={whatsAppWith(words)} icon="pesan">
          Kirim lewat WhatsApp
        </ButtonLink>
        <Form action={paths.messageAct(message.messageId, 'disampaikan')} csrf={csrf} inline>
          <Button kind="netral">Tandai sudah disampaikan</Button>
        </Form>
        {message.state === 'failed' && message.email !== null && (
          <Form action={paths.messageAct(message.messageId, 'ulang')} csrf={csrf} inline>
            <Button kind="netral">Kirim ulang lewat surel</Button>
          </Form>
        )}
      </div>
    </section>
  );
}
