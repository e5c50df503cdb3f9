// The outbox: who was told what, and what became of it.

import type { MessageState } from '../../domain/people/message.ts';
import { findMailSetting, type MailSetting } from '../../store/mail.read.ts';
import { countOutbox, listOutbox, listTemplates, type OutboxMessage } from '../../store/message.read.ts';
import { formatMoment, formatWhole, zoneOf } from '../../texts/id/format.ts';
import { mailFaultWords, messageStateWords, outboxTexts } from '../../texts/id/message-pages.ts';
import { MESSAGE_WORDS } from '../../texts/id/message-words.ts';
import { writeMessage } from '../../texts/id/messages.ts';
import { page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Chips, Pagination, SearchBox } from '../ui/browsing.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';
import { type StateKind, StateNote } from '../ui/tag.tsx';
import { askedOf, pagesOf } from './asked.ts';

const STATES = Object.keys(messageStateWords) as readonly MessageState[];

export const STATE_LOOKS: Readonly<Record<MessageState, StateKind>> = {
  queued: 'menunggu',
  sending: 'proses',
  sent: 'selesai',
  failed: 'perbaikan',
  box: 'netral',
  'by-hand': 'selesai',
};

export async function showMessages(c: Ctx): Promise<Response> {
  const { db } = c.var.platform;
  const { region } = c.var;
  const asked = askedOf(c);
  const state = STATES.find((one) => one === c.req.query('nasib')) ?? null;
  const [messages, counts, setting, templates] = await Promise.all([
    listOutbox(db, { ...asked, states: state === null ? STATES : [state] }),
    countOutbox(db, region.regionId),
    findMailSetting(db, region.regionId),
    listTemplates(db, region.regionId),
  ]);
  const words = new Map(templates.map((one) => [one.kind, one]));
  const address = (one: MessageState | null, number: number) =>
    `${paths.messages}?${new URLSearchParams({ ...(one === null ? {} : { nasib: one }), ...(asked.words === '' ? {} : { cari: asked.words }), hal: String(number) })}`;
  return page(
    c,
    { title: outboxTexts.title, current: paths.messages },
    <div class="tumpuk">
      <h1>{outboxTexts.title}</h1>
      <p class="utama baca">{outboxTexts.lead}</p>
      <MailState setting={setting} />
      <p class="baris">
        {c.var.visitor?.roles.includes('admin') && <ButtonLink href={paths.mail}>Server surel</ButtonLink>}
        <ButtonLink href={paths.templates}>Templat pesan</ButtonLink>
      </p>
      <Chips
        label="Status pesan"
        places={[
          { href: address(null, 1), label: 'Semua', current: state === null },
          ...STATES.filter((one) => (counts[one] ?? 0) > 0).map((one) => ({
            href: address(one, 1),
            label: `${messageStateWords[one]} (${formatWhole(counts[one] ?? 0)})`,
            current: one === state,
          })),
        ]}
      />
      <SearchBox
        action={paths.messages}
        name="cari"
        label="Cari nama atau surel penerima"
        value={asked.words}
        hidden={state === null ? {} : { nasib: state }}
        buttonLabel="Cari"
      />
      {messages.length === 0 ? (
        <EmptyState title={outboxTexts.none} />
      ) : (
        <Table
          label="Pesan"
          columns={[
            { key: 'subject', label: 'Pesan', heading: true },
            { key: 'person', label: 'Penerima' },
            { key: 'at', label: 'Dibuat' },
            { key: 'state', label: 'Status' },
            { key: 'read', label: 'Dibaca di kotak' },
          ]}
          rows={messages.map((message) => ({
            id: message.messageId,
            cells: {
              subject: (
                <a href={paths.message(message.messageId)}>
                  {writeMessage(message, { template: words.get(message.kind) ?? null, region, site: '', secret: null }).subject}
                </a>
              ),
              person: message.personName,
              at: formatMoment(message.createdAt, zoneOf(region.zone)),
              state: <Fate message={message} />,
              read: message.readAt === null ? 'belum' : formatMoment(message.readAt, zoneOf(region.zone)),
            },
          }))}
        />
      )}
      <Pagination label="Halaman pesan" current={asked.number} total={pagesOf(messages[0]?.total)} addressOf={(next) => address(state, next)} />
      <p class="redup baca">{outboxTexts.quiet}</p>
    </div>,
  );
}

function MailState({ setting }: { readonly setting: MailSetting | null }) {
  if (setting === null || !setting.isOn) return <Notice kind="awas">{outboxTexts.off}</Notice>;
  return setting.fault === null ? null : <Notice kind="galat">{outboxTexts.down(mailFaultWords(setting.fault))}</Notice>;
}

/** The state of a message in words, with what is in its way. */
export function Fate({ message }: { readonly message: Pick<OutboxMessage, 'state' | 'fault'> }) {
  return (
    <>
      <StateNote state={STATE_LOOKS[message.state]}>{messageStateWords[message.state]}</StateNote>
      {message.fault !== null && message.state !== 'sent' && <span class="redup">: {mailFaultWords(message.fault)}</span>}
    </>
  );
}

export const kindName = (kind: OutboxMessage['kind']) => MESSAGE_WORDS[kind].name;
