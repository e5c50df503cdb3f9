// Messages of a person as rows: what it says, when, and a way to the thing.

import type { BoxMessage, Template } from '../../store/message.read.ts';
import { formatMoment, zoneOf } from '../../texts/id/format.ts';
import { writeMessage } from '../../texts/id/messages.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { StateNote } from '../ui/tag.tsx';

interface NoticeListProps {
  readonly c: Ctx;
  readonly messages: readonly BoxMessage[];
  readonly templates: readonly Template[];
  /** With the whole text below each. */
  readonly whole?: boolean;
}

export function NoticeList({ c, messages, templates, whole }: NoticeListProps) {
  const { region } = c.var;
  const { csrf, actor } = signedIn(c);
  const words = new Map(templates.map((one) => [one.kind, one]));
  return (
    <ul class="tugas">
      {messages.map((message) => {
        const setting = { template: words.get(message.kind) ?? null, region, site: '', secret: null };
        const { subject, body } = writeMessage({ ...message, personName: actor.name }, setting);
        return (
          <li key={message.messageId}>
            <div class="diam">
              <span class={message.readAt === null ? 'tugas__nama tebal' : 'tugas__nama'}>{subject}</span>
              <span class="tugas__ket">
                {message.readAt === null && (
                  <StateNote state="menunggu" icon="titik">
                    Baru
                  </StateNote>
                )}{' '}
                {formatMoment(message.createdAt, zoneOf(region.zone))}
              </span>
              {whole && <p class="tugas__ket baris-asli">{body.replace(/\n\nBuka: [^\n]*/, '')}</p>}
              <Form action={paths.openNotice(message.messageId)} csrf={csrf} inline>
                <Button kind="netral" size="kecil">
                  Buka<span class="hanya-baca">: {subject}</span>
                </Button>
              </Form>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
