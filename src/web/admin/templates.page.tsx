// The words of each kind of message: ours, or the office's own, with an example of how it reads.

import { changeTemplate } from '../../actions/people/change-template.ts';
import { perform } from '../../actions/perform.ts';
import { DOOR_KINDS, MESSAGE_KINDS, type MessageKind } from '../../domain/people/message.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { randomToken } from '../../platform/crypto.ts';
import { listTemplates, type Template } from '../../store/message.read.ts';
import { templateTexts } from '../../texts/id/message-pages.ts';
import { MESSAGE_WORDS } from '../../texts/id/message-words.ts';
import { PLACEHOLDERS, writeMessage } from '../../texts/id/messages.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { ownAddress } from '../own-address.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Card } from '../ui/panels.tsx';
import { TaskList } from '../ui/task-list.tsx';

export async function showTemplates(c: Ctx): Promise<Response> {
  const changed = new Set((await listTemplates(c.var.platform.db, c.var.region.regionId)).map(({ kind }) => kind));
  return page(
    c,
    { title: templateTexts.title, current: paths.messages, back: { href: paths.messages, label: 'Pesan' } },
    <div class="baca tumpuk">
      <h1>{templateTexts.title}</h1>
      <p class="utama">{templateTexts.lead}</p>
      <TaskList
        tasks={MESSAGE_KINDS.map((kind) => ({
          name: MESSAGE_WORDS[kind].name,
          detail: MESSAGE_WORDS[kind].when,
          href: paths.template(kind),
          word: changed.has(kind) ? 'Diubah kantor' : 'Bawaan',
        }))}
      />
    </div>,
  );
}

interface Typed {
  readonly subject: string;
  readonly body: string;
}

export async function showTemplate(c: Ctx): Promise<Response> {
  const kind = kindOf(c);
  return kind === null ? notFound(c) : draw(c, kind, null, null);
}

/** Shows how the typed words read, or keeps them. */
export async function changeTemplateHere(c: Ctx): Promise<Response> {
  const kind = kindOf(c);
  if (kind === null) return notFound(c);
  const form = await readForm(c);
  const typed = { subject: form.text('subject'), body: form.text('body') };
  if (form.has('pratinjau')) return draw(c, kind, typed, null);
  const wish = { kind, ...typed, basedOn: Number(form.text('version')) || 0, known: Object.keys(PLACEHOLDERS), needsLink: DOOR_KINDS.includes(kind) };
  const outcome = await perform(c.var.platform, who(c), (act) => changeTemplate(act, wish));
  return outcome.ok ? seeOther(c, `${paths.template(kind)}?tahap=tersimpan`) : draw(c, kind, typed, outcome.refusal);
}

async function draw(c: Ctx, kind: MessageKind, typed: Typed | null, refusal: Refusal | null): Promise<Response> {
  const words = MESSAGE_WORDS[kind];
  const kept = (await listTemplates(c.var.platform.db, c.var.region.regionId)).find((one) => one.kind === kind) ?? null;
  const shown = typed ?? kept ?? words;
  return page(
    c,
    { title: words.name, current: paths.messages, back: { href: paths.templates, label: templateTexts.title }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{words.name}</h1>
      <p class="utama">{words.when}</p>
      {c.req.query('tahap') === 'tersimpan' && typed === null && (
        <Notice kind="sukses" live>
          {templateTexts.saved}
        </Notice>
      )}
      <Form action={paths.template(kind)} csrf={signedIn(c).csrf} hidden={{ version: String(kept?.version ?? 0) }}>
        <Field name="subject" label="Judul" value={shown.subject} error={errorOf(refusal, 'subject')} />
        <Field name="body" kind="textarea" label="Isi" rows={12} value={shown.body} error={errorOf(refusal, 'body')} />
        <p class="baris">
          <Button kind="utama">Simpan templat</Button>
          <Button kind="netral" name="pratinjau" value="ya">
            Lihat contoh
          </Button>
        </p>
      </Form>
      <Example c={c} kind={kind} template={shown} />
      <Names changed={kept} own={words} />
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function Example({ c, kind, template }: { readonly c: Ctx; readonly kind: MessageKind; readonly template: Typed }) {
  const { region, platform } = c.var;
  const told = { kind, aboutId: platform.newId(), facts: MESSAGE_WORDS[kind].example, personName: 'Siti Aminah' };
  const secret = DOOR_KINDS.includes(kind) ? randomToken() : null;
  const { subject, body } = writeMessage(told, { template, region, site: ownAddress(c, ''), secret });
  return (
    <Card title="Contoh">
      <p class="tebal">{subject}</p>
      <p class="baris-asli">{body}</p>
    </Card>
  );
}

function Names({ changed, own }: { readonly changed: Template | null; readonly own: Typed }) {
  return (
    <>
      <h2>Nama yang dapat dipakai</h2>
      <DefinitionList dense rows={Object.entries(PLACEHOLDERS).map(([name, meaning]) => ({ term: `{${name}}`, value: meaning }))} />
      {changed !== null && (
        <Card title="Kata-kata bawaan">
          <p class="tebal">{own.subject}</p>
          <p class="baris-asli">{own.body}</p>
        </Card>
      )}
    </>
  );
}

function kindOf(c: Ctx): MessageKind | null {
  return MESSAGE_KINDS.find((kind) => kind === c.req.param('kind')) ?? null;
}
