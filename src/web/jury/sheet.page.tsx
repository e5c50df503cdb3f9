// One juror, one finalist: a plain form that saves in parts, and a page that asks once more before the seal.

import { rememberLateScore, saveSheet } from '../../actions/assessment/save-sheet.ts';
import { sealSheet } from '../../actions/assessment/seal-sheet.ts';
import { declareConflict } from '../../actions/jury/declare-conflict.ts';
import { rememberOutOfTurn } from '../../actions/out-of-turn.ts';
import { perform } from '../../actions/perform.ts';
import { type Scores, sheetTotal } from '../../domain/assessment/sheet.ts';
import { isId } from '../../domain/shared/ids.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { findEntryHead, findOwnSheet, type WorkingSheet } from '../../store/assessment-sheet.read.ts';
import { juryTexts } from '../../texts/id/jury.ts';
import { say } from '../../texts/id/say.ts';
import { sheetProgress, totalWords } from '../../texts/id/sheet-total.ts';
import { notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { type Form as PostedForm, readForm } from '../form.ts';
import { drawKept } from '../kept-form.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { ErrorSummary, type Problem } from '../ui/error-summary.tsx';
import { Notice } from '../ui/notice.tsx';
import { Confirm, StickyBar } from '../ui/panels.tsx';
import { SHEET_FORM, SheetForm, SheetRead } from './sheet-form.tsx';

const PREFIX = 'nilai-';

export async function showSheet(c: Ctx): Promise<Response> {
  const sheet = await ownSheet(c);
  return sheet === null ? notFound(c) : drawSheet(c, sheet, null, null);
}

/** Saves what was sent; with "Simpan dan kunci" it goes on to the question before the seal. */
export async function saveSheetHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const sheetId = c.req.param('id') ?? '';
  if (!isId(sheetId)) return notFound(c);
  const part = { sheetId, revision: revisionOf(form), scores: scoresOf(form), ...(form.has('catatan') ? { comment: form.text('catatan') } : {}) };
  const outcome = await perform(c.var.platform, who(c), (act) => saveSheet(act, part), rememberLateScore(sheetId));
  if (outcome.ok && Object.keys(outcome.value.faults).length > 0)
    return refused(c, form, { code: 'sheet.partly-saved', facts: {}, fields: outcome.value.faults });
  if (outcome.ok && form.text('tindakan') === 'kunci') return seeOther(c, paths.seal(sheetId), null);
  if (outcome.ok) return seeOther(c, `${paths.sheet(sheetId)}?tersimpan=1`);
  return refused(c, form, outcome.refusal);
}

export async function showSeal(c: Ctx): Promise<Response> {
  const sheet = await ownSheet(c);
  if (sheet === null) return notFound(c);
  if (sheet.state !== 'draft') return seeOther(c, paths.sheet(sheet.sheetId));
  const { missing, invalid } = sheetTotal(sheet.rubric, sheet.scores);
  if (missing.length + invalid.length > 0) return drawSheet(c, sheet, null, { code: 'sheet.incomplete', facts: { missing: [...missing, ...invalid] } });
  const head = await headOf(c, sheet);
  const rows = sheet.rubric.criteria.map((criterion) => ({ term: criterion.name, value: (sheet.scores[criterion.code] ?? '').replace('.', ',') }));
  return page(
    c,
    { title: `${juryTexts.sealTitle} ${head.name}`, back: { href: paths.sheet(sheet.sheetId), label: juryTexts.keepWriting }, layout: 'biasa' },
    <div class="baca tumpuk ruang-5">
      <h1>{head.name}</h1>
      <p class="nilai-besar">{totalWords(sheet.rubric, sheet.scores)}</p>
      <DefinitionList rows={[...rows, { term: juryTexts.comment, value: sheet.comment }]} />
      <Confirm
        title={juryTexts.sealTitle}
        action={paths.seal(sheet.sheetId)}
        csrf={signedIn(c).csrf}
        hidden={{ revisi: String(sheet.revision) }}
        confirmLabel={juryTexts.seal}
        cancel={{ href: paths.sheet(sheet.sheetId), label: juryTexts.keepWriting }}
      >
        <p>{juryTexts.sealEffect}</p>
      </Confirm>
    </div>,
  );
}

export async function sealSheetHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const sheetId = c.req.param('id') ?? '';
  if (!isId(sheetId)) return notFound(c);
  const input = { sheetId, ...(form.has('revisi') ? { revision: revisionOf(form) } : {}) };
  const outcome = await perform(c.var.platform, who(c), (act) => sealSheet(act, input), rememberOutOfTurn(input.sheetId));
  return outcome.ok ? seeOther(c, paths.sheetReceipt(sheetId), 'sealed') : refused(c, null, outcome.refusal);
}

export async function declareHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const sheetId = c.req.param('id') ?? '';
  if (!isId(sheetId)) return notFound(c);
  const outcome = await perform(c.var.platform, who(c), (act) => declareConflict(act, { sheetId, reason: form.text('alasan') }));
  return outcome.ok ? seeOther(c, paths.jury, 'conflict') : refused(c, null, outcome.refusal);
}

async function ownSheet(c: Ctx): Promise<WorkingSheet | null> {
  const id = c.req.param('id') ?? '';
  return isId(id) ? findOwnSheet(c.var.platform.db, c.var.region.regionId, id, signedIn(c).actor.personId) : null;
}

async function headOf(c: Ctx, sheet: WorkingSheet) {
  const head = await findEntryHead(c.var.platform.db, c.var.region.regionId, sheet.entryId);
  return head ?? { name: '', agencyName: '', registrationNumber: '' };
}

async function refused(c: Ctx, form: PostedForm | null, refusal: Refusal): Promise<Response> {
  const sheet = await ownSheet(c);
  if (sheet !== null) return drawSheet(c, sheet, form, refusal);
  // A tablet that went from hand to hand: the sheet is of the juror before, and so is what was typed.
  return form === null ? notFound(c) : drawKept(c, form);
}

function scoresOf(form: PostedForm): Scores {
  const sent = Object.entries(form.values).filter(([name]) => name.startsWith(PREFIX));
  return Object.fromEntries(sent.map(([name, value]) => [name.slice(PREFIX.length), value]));
}

function revisionOf(form: PostedForm): number {
  const text = form.text('revisi');
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}

/** What stands on the server so far, and the way to save more. */
function SaveBar({ sheet }: { readonly sheet: WorkingSheet }) {
  return (
    <StickyBar label="Simpan lembar">
      <p class="pad-total" id="total-lembar" data-rubrik={JSON.stringify(sheet.rubric)}>
        {sheetProgress(sheet.rubric, sheet.scores)}
      </p>
      <Button kind="juri" name="tindakan" value="simpan" form={SHEET_FORM}>
        {juryTexts.save}
      </Button>
    </StickyBar>
  );
}

async function drawSheet(c: Ctx, sheet: WorkingSheet, form: PostedForm | null, refusal: Refusal | null): Promise<Response> {
  const head = await headOf(c, sheet);
  const typed = form === null ? sheet.scores : { ...sheet.scores, ...scoresOf(form) };
  const comment = form?.has('catatan') ? form.text('catatan') : sheet.comment;
  const saved = c.req.query('tersimpan') === '1';
  return page(
    c,
    {
      title: head.name,
      islands: sheet.state === 'draft' ? ['guard-typed', 'sheet-total'] : [],
      back: { href: paths.jury, label: juryTexts.list },
      error: refusal !== null,
      roleContext: `menilai ${head.name}`,
      stickyBar: sheet.state === 'draft' ? <SaveBar sheet={sheet} /> : undefined,
    },
    <div class="baca tumpuk ruang-5">
      {refusal && <ErrorSummary problems={problemsFor(sheet, refusal)} />}
      {refusal?.code === 'sheet.partly-saved' && <Notice kind="info">{`${juryTexts.restSaved} ${sheetProgress(sheet.rubric, sheet.scores)}`}</Notice>}
      {saved && sheet.state === 'draft' && <Notice kind="sukses" live>{`Tersimpan. ${sheetProgress(sheet.rubric, sheet.scores)}`}</Notice>}
      <h1>{head.name}</h1>
      <p class="redup">
        {head.agencyName} · {head.registrationNumber} · <a href={paths.finalist(sheet.sheetId)}>Baca usulan dan bukti</a>
      </p>
      {refusal?.code === 'sheet.stale' && <Differences sheet={sheet} typed={typed} comment={comment} />}
      {sheet.state === 'draft' ? (
        <SheetForm sheet={sheet} typed={typed} comment={comment} csrf={signedIn(c).csrf} refusal={refusal} />
      ) : (
        <SheetRead sheet={sheet} />
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function problemsFor(sheet: WorkingSheet, refusal: Refusal): readonly Problem[] {
  const name = (code: string) => sheet.rubric.criteria.find((criterion) => criterion.code === code)?.name;
  if (refusal.code === 'sheet.incomplete' && Array.isArray(refusal.facts.missing)) {
    return refusal.facts.missing.map((code: string) => ({ field: PREFIX + code, text: `${name(code) ?? code}: belum dinilai.` }));
  }
  if (refusal.fields === undefined) return problemsOf(refusal);
  return Object.entries(refusal.fields).map(([field, one]) => {
    const label = name(field);
    return label === undefined ? { field, text: say(one) } : { field: PREFIX + field, text: `${label}: ${say(one)}` };
  });
}

function Differences({ sheet, typed, comment }: { readonly sheet: WorkingSheet; readonly typed: Scores; readonly comment: string }) {
  const shown = (text: string | undefined) => (text === undefined || text === '' ? juryTexts.empty : text.replace('.', ','));
  const rows = sheet.rubric.criteria
    .filter(({ code }) => (typed[code] ?? '').replace(',', '.') !== (sheet.scores[code] ?? ''))
    .map(({ code, name }) => ({ term: name, value: `${juryTexts.yours}: ${shown(typed[code])}. ${juryTexts.stored}: ${shown(sheet.scores[code])}.` }));
  const words =
    comment === sheet.comment
      ? []
      : [{ term: juryTexts.comment, value: `${juryTexts.yours}: ${comment || juryTexts.empty}. ${juryTexts.stored}: ${sheet.comment || juryTexts.empty}.` }];
  return (
    <Notice kind="awas" title="Dua isian yang berbeda">
      <DefinitionList rows={[...rows, ...words]} />
    </Notice>
  );
}
