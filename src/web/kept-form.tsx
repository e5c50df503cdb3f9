// A form that came too late: its session is over, or another one began. It stands ready to be sent again; the server keeps nothing of it.

import { keptTexts } from '../texts/id/kept-form.ts';
import { page, problem, seeOther } from './answer.tsx';
import { readForm, type Form as Sent } from './form.ts';
import { paths } from './paths.ts';
import type { Ctx } from './request.ts';
import { Button, ButtonLink } from './ui/button.tsx';
import { Field } from './ui/field.tsx';
import { Form } from './ui/form.tsx';
import { Notice } from './ui/notice.tsx';
import { Details } from './ui/panels.tsx';

/** Passwords, codes and tokens are never written into a page. */
const SECRET = /^(?:csrf|kode|again|password|sandi.*|.*secret.*|.*rahasia.*)$/i;

/** The answer to a post without a session. A form without anything typed is only sent to the door. */
export async function keepForm(c: Ctx): Promise<Response> {
  const kind = c.req.header('content-type') ?? '';
  if (kind.startsWith('multipart/form-data')) return drawFiles(c);
  if (!kind.startsWith('application/x-www-form-urlencoded')) return seeOther(c, paths.signIn(), null);
  const form = await readForm(c);
  return typedOf(form).length === 0 ? seeOther(c, paths.signIn(), null) : drawKept(c, form);
}

function typedOf({ lists }: Sent): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(lists).filter(([name, values]) => !SECRET.test(name) && values.some((value) => value !== ''));
}

/** The form, unseen but whole; with a session it carries that session's token and needs one press. */
export function drawKept(c: Ctx, form: Sent): Response {
  const { visitor } = c.var;
  const typed = typedOf(form);
  if (typed.length === 0) return problem(c, 403);
  const isOver = visitor === null;
  return page(
    c,
    { title: isOver ? keptTexts.over : keptTexts.other, error: true },
    <div class="baca tumpuk">
      <h1>{isOver ? keptTexts.over : keptTexts.other}</h1>
      <p class="utama">{isOver ? keptTexts.overLead : keptTexts.otherLead}</p>
      {isOver && <Door />}
      <Form action={`${c.req.path}${new URL(c.req.url).search}`} csrf={visitor?.csrf}>
        {typed.flatMap(([name, values]) => values.map((value, at) => <input key={`${name} ${at}`} type="hidden" name={name} value={value} />))}
        <p>
          <Button kind="utama">{isOver ? keptTexts.again : keptTexts.send}</Button>
        </p>
      </Form>
      <Details summary={keptTexts.typed}>
        <Field
          name="salinan"
          kind="textarea"
          rows={8}
          label={keptTexts.typedLabel}
          value={typed.flatMap(([, values]) => values.filter(Boolean)).join('\n\n')}
        />
      </Details>
    </div>,
    isOver ? 401 : 403,
  );
}

function drawFiles(c: Ctx): Response {
  return page(
    c,
    { title: keptTexts.over, error: true },
    <div class="baca tumpuk">
      <h1>{keptTexts.over}</h1>
      <Notice kind="awas">{keptTexts.files}</Notice>
      <Door />
    </div>,
    401,
  );
}

function Door() {
  return (
    <>
      <p>
        <ButtonLink kind="netral" href={paths.signIn()} newTab>
          {keptTexts.signIn}
        </ButtonLink>
      </p>
      <p>{keptTexts.comeBack}</p>
    </>
  );
}
