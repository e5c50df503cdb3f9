// Answers a code that anybody holds: of a juror's receipt, or of a published result. Works without a script, for a phone that read a QR code.

import { type AnsweredResult, answerCode, type CodeAnswer } from '../../actions/proof/answer-code.ts';
import { readCode } from '../../domain/proof/check-code.ts';
import { checkTexts, differences, receiptAnswers, resultAnswers } from '../../texts/id/check.ts';
import { formatClock, formatDateTime, shortCode, type Zone, zoneOf } from '../../texts/id/format.ts';
import { page, type Status } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { DefinitionList, type DefinitionRow } from '../ui/definition-list.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Card } from '../ui/panels.tsx';
import { Verdict, type VerdictTone } from '../ui/verdict.tsx';
import { addressOf } from '../visitor-address.ts';

const LONGEST = 120;
const texts = checkTexts;

/** The form; a code sent with it goes to the address that answers it, which can be kept and shared. */
export function askCode(c: Ctx): Response | Promise<Response> {
  const typed = (c.req.query('kode') ?? '').trim().slice(0, LONGEST);
  if (typed !== '') return Promise.resolve(c.redirect(paths.checkCode(typed), 303));
  const isEmpty = c.req.query('kode') !== undefined;
  return frame(c, { title: texts.title, typed: '', ...(isEmpty ? { error: texts.missing } : {}) }, null, isEmpty ? 422 : 200);
}

export async function showAnswer(c: Ctx): Promise<Response> {
  const typed = (c.req.param('code') ?? '').trim().slice(0, LONGEST);
  const answer = await answerCode(c.var.platform, c.var.region.regionId, { typed, address: addressOf(c) });
  if (answer.kind === 'too-many') return frame(c, { title: texts.title, typed, error: texts.tooMany }, null, 429);
  const shown = shownOf(answer, typed, zoneOf(c.var.region.zone));
  return frame(c, { title: `${shown.word}: ${texts.title}`, typed }, shown, answer.kind === 'unknown' ? 404 : 200);
}

interface Shown {
  readonly tone: VerdictTone;
  readonly word: string;
  readonly lead: string;
  readonly rows: readonly DefinitionRow[];
  readonly further: readonly string[];
  readonly notes: readonly string[];
  readonly link?: { readonly href: string; readonly label: string };
}

function shownOf(answer: Exclude<CodeAnswer, { kind: 'too-many' }>, typed: string, zone: Zone): Shown {
  if (answer.kind === 'unknown') {
    return { tone: 'asing', word: texts.unknown, lead: texts.unknownLead(typed), rows: [], further: [], notes: [texts.unknownHelp, texts.unknownStill] };
  }
  const further = answer.why === null ? [] : differences(answer.why);
  if (answer.kind === 'receipt') {
    const [word, lead] = receiptAnswers[answer.state];
    const rows: DefinitionRow[] = [{ term: texts.rows.sealed, value: formatDateTime(answer.sealedAt, zone) }];
    if (answer.of !== null) rows.push(...rowsOf(answer.of, zone).slice(0, 3));
    if (answer.digest !== null) rows.push({ term: texts.rows.sheetDigest, value: <code class="sidik">{answer.digest}</code> });
    return { tone: RECEIPT_TONES[answer.state], word, lead, rows, further, notes: answer.digest === null ? [] : [texts.compareDigest] };
  }
  const [word, lead] = resultAnswers[answer.state];
  const { year, category } = answer.of.body;
  const label = answer.state === 'replaced' ? texts.toNewest : texts.toResult;
  return {
    tone: RESULT_TONES[answer.state],
    word,
    lead,
    rows: [...rowsOf(answer.of, zone), ...codesOf(answer.of)],
    further,
    notes: [answer.state === 'broken' ? texts.whatToDo : texts.compare],
    link: { href: paths.result(year, category.code), label },
  };
}

const RECEIPT_TONES = {
  recorded: 'tercatat',
  counted: 'sah',
  replaced: 'diganti',
  absent: 'diganti',
  'not-counted': 'dicabut',
  'result-broken': 'dicabut',
} as const;
const RESULT_TONES = { valid: 'sah', replaced: 'diganti', broken: 'dicabut' } as const;

function rowsOf({ body, version, publishedAt }: AnsweredResult, zone: Zone): readonly DefinitionRow[] {
  const decree = body.decree === '' ? '' : ` (${body.decree})`;
  return [
    { term: texts.rows.title, value: texts.resultOf(body.category.name, body.year) },
    { term: texts.rows.version, value: String(version) },
    { term: texts.rows.published, value: formatDateTime(publishedAt, zone) },
    { term: texts.rows.edition, value: body.edition },
    { term: texts.rows.certified, value: `${formatDateTime(body.certifiedAt, zone)}${decree}` },
  ];
}

function codesOf({ body }: AnsweredResult): readonly DefinitionRow[] {
  return [
    { term: texts.rows.code, value: <b class="angka">{shortCode(body.resultDigest)}</b> },
    { term: texts.rows.digest, value: <code class="sidik">{body.resultDigest}</code> },
  ];
}

interface Asked {
  readonly title: string;
  readonly typed: string;
  readonly error?: string;
}

function frame(c: Ctx, { title, typed, error }: Asked, shown: Shown | null, status: Status): Response {
  const clock = formatClock(c.var.platform.now(), zoneOf(c.var.region.zone));
  return page(
    c,
    { title, hiddenFromSearch: true, error: error !== undefined },
    <div class="dua">
      <div class="tumpuk ruang-5">
        <h1>{texts.title}</h1>
        <form class="cek" action={paths.askCode} method="get">
          <Field
            name="kode"
            label={texts.code}
            hint={texts.hint}
            value={readCode(typed) === null ? typed : typed.toUpperCase()}
            maxLength={LONGEST}
            error={error}
          />
          <p>
            <Button>{texts.ask}</Button>
          </p>
        </form>
        {shown !== null && <Answer shown={shown} />}
      </div>
      <aside class="tumpuk ruang-5">
        <Promises clock={clock} />
      </aside>
    </div>,
    status,
  );
}

function Answer({ shown: { tone, word, lead, rows, further, notes, link } }: { readonly shown: Shown }) {
  return (
    <Verdict tone={tone} title={word} lead={lead}>
      {further.length > 0 && (
        <>
          <h3>{texts.differs}</h3>
          <ul>
            {further.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {rows.length > 0 && <DefinitionList rows={rows} />}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {link && (
        <p>
          <ButtonLink kind="netral" href={link.href}>
            {link.label}
          </ButtonLink>
        </p>
      )}
    </Verdict>
  );
}

function Promises({ clock }: { readonly clock: string }) {
  return (
    <Card kind="kain" title={texts.promises} id="dijamin">
      <ul class="tahan">
        {[texts.promiseResult, texts.promiseReceipt, texts.promiseTime(clock)].map((sentence) => (
          <li key={sentence}>
            <Icon name="cek" />
            <span>{sentence}</span>
          </li>
        ))}
        <li class="awas">
          <Icon name="awas" />
          <span>
            {texts.limit} <a href={paths.verifyBundle()}>{texts.verify}</a>
          </span>
        </li>
      </ul>
    </Card>
  );
}
