// The box: what the system told this person, newest first, unread ones on top.

import { readMessages } from '../../actions/people/read-messages.ts';
import { perform } from '../../actions/perform.ts';
import { DOOR_KINDS } from '../../domain/people/message.ts';
import { isId } from '../../domain/shared/ids.ts';
import { findMessage, listBox, listTemplates } from '../../store/message.read.ts';
import { boxTexts } from '../../texts/id/message-pages.ts';
import { messagePath } from '../../texts/id/messages.ts';
import { askedOf, pagesOf } from '../admin/asked.ts';
import { notFound, page, seeOther } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Pagination } from '../ui/browsing.tsx';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { NoticeList } from './notice-list.tsx';

export async function showNotices(c: Ctx): Promise<Response> {
  const { db } = c.var.platform;
  const { actor, csrf } = signedIn(c);
  const asked = askedOf(c);
  const [messages, templates] = await Promise.all([
    listBox(db, { ...asked, personId: actor.personId, without: DOOR_KINDS }),
    listTemplates(db, asked.regionId),
  ]);
  const [first] = messages;
  return page(
    c,
    { title: boxTexts.title, current: paths.mine, back: { href: paths.mine, label: 'Tugas saya' } },
    <div class="baca tumpuk">
      <h1>{boxTexts.title}</h1>
      {first === undefined && <EmptyState title={boxTexts.none} />}
      {first !== undefined && first.unread > 0 && (
        <Form action={paths.notices} csrf={csrf} inline>
          <Button kind="netral" size="kecil">
            Tandai semua sudah dibaca
          </Button>
        </Form>
      )}
      {first !== undefined && <NoticeList c={c} messages={messages} templates={templates} whole />}
      <Pagination label="Halaman pemberitahuan" current={asked.number} total={pagesOf(first?.total)} addressOf={(next) => `${paths.notices}?hal=${next}`} />
    </div>,
  );
}

/** Marks it as read and goes to the thing it is about. */
export async function openNotice(c: Ctx): Promise<Response> {
  await readForm(c);
  const messageId = c.req.param('id') ?? '';
  const { db } = c.var.platform;
  const message = isId(messageId) ? await findMessage(db, c.var.region.regionId, messageId) : null;
  if (message === null || message.personId !== signedIn(c).actor.personId) return notFound(c);
  await perform(c.var.platform, who(c), (act) => readMessages(act, { messageId }));
  return seeOther(c, messagePath(message), null);
}

export async function readAllNotices(c: Ctx): Promise<Response> {
  await readForm(c);
  await perform(c.var.platform, who(c), (act) => readMessages(act, { messageId: null }));
  return seeOther(c, paths.notices);
}
