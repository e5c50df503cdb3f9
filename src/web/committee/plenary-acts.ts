// The acts of the plenary, each its own address: compute, decide, sign, certify, publish, reopen, absent.

import { recordAbsent } from '../../actions/assessment/record-absent.ts';
import { reopenSheet } from '../../actions/assessment/reopen-sheet.ts';
import { type Act, perform } from '../../actions/perform.ts';
import { publishResult } from '../../actions/publication/publish.ts';
import { certifyResult } from '../../actions/result/certify.ts';
import { computeCategory, decideTie } from '../../actions/result/compute.ts';
import { signResult } from '../../actions/result/sign.ts';
import { isId } from '../../domain/shared/ids.ts';
import { fault, type Outcome, refuse } from '../../domain/shared/outcome.ts';
import { findSheetId } from '../../store/assessment-sheet.read.ts';
import { findCategory } from '../../store/edition.read.ts';
import { findResultCategory } from '../../store/result.read.ts';
import type { SaidKey } from '../../texts/id/said.ts';
import { notFound, seeOther } from '../answer.tsx';
import { attemptIn } from '../attest-form.tsx';
import { type Form, readForm } from '../form.ts';
import { drawLeader } from '../leader/leader.page.tsx';
import { paths } from '../paths.ts';
import { type Ctx, who } from '../request.ts';
import { notSure } from '../sure.tsx';
import { drawPlenary } from './plenary.page.tsx';
import { plenaryOf } from './plenary-data.ts';

export const computeHere = onPlenary('computed', (categoryId) => (act) => computeCategory(act, { categoryId }));

export const decideHere = onPlenary('decided', (categoryId, form) => (act) => {
  const order = orderOf(form);
  if (order === null) return Promise.resolve(refuse('decision.invalid', { act: form.text('berita-acara') }));
  const tied = order.flat();
  return decideTie(act, { categoryId, resultId: form.text('hasil'), tied, order, act: form.text('berita-acara'), reason: form.text('alasan') });
});

/** By the signing key whose answer the form carries, else as a statement after a fresh proof. */
export async function signHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const code = c.req.param('category') ?? '';
  const data = await plenaryOf(c, code);
  if (data === null) return notFound(c);
  const unsure = notSure(form);
  if (unsure !== null) return drawPlenary(c, unsure, form);
  const attempt = await attemptIn(c, form);
  if (!attempt.ok) return drawPlenary(c, attempt.refusal, form);
  const { by, assertion } = attempt.value;
  const outcome = await perform(c.var.platform, by, (act) =>
    onResult(form, (resultId) => signResult(act, { resultId, digest: form.text('sidik'), assertion })),
  );
  const said: SaidKey = assertion === undefined ? 'stated' : 'signed';
  return outcome.ok ? seeOther(c, paths.plenary(data.edition.year, code), said) : drawPlenary(c, outcome.refusal, form);
}

export const publishHere = onPlenary('published', (_, form) => sure(form, (act) => onResult(form, (resultId) => publishResult(act, { resultId }))));

export const absentHere = onPlenary('absent', (categoryId, form) => (act) => {
  const [jurorId = '', entryId = ''] = form.text('pasangan').split(' ');
  if (!isId(jurorId) || !isId(entryId)) return Promise.resolve(noSheetChosen('absen'));
  return recordAbsent(act, { categoryId, entryId, jurorId, reason: form.text('alasan') });
});

export const reopenHere = onPlenary('reopened', (_, form) => async (act) => {
  const [jurorId = '', entryId = ''] = form.text('pasangan').split(' ');
  if (!isId(jurorId) || !isId(entryId)) return noSheetChosen('buka');
  const sheetId = await findSheetId(act.tx, act.regionId, entryId, jurorId);
  return sheetId === null ? refuse('sheet.not-found') : reopenSheet(act, { sheetId, reason: form.text('alasan') });
});

const noSheetChosen = (form: 'absen' | 'buka') => refuse('sheet.none-chosen', {}, { [`${form}-pasangan`]: fault('sheet.none-chosen') });

/** The leader certifies; the page it leads back to is the leader's own. */
export async function certifyHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const resultId = form.text('hasil');
  const unsure = notSure(form, `pasti-${resultId}`);
  if (unsure !== null) return drawLeader(c, { refusal: unsure, resultId, form });
  const attempt = await attemptIn(c, form);
  if (!attempt.ok) return drawLeader(c, { refusal: attempt.refusal, resultId, form });
  const { by, assertion } = attempt.value;
  const outcome = await perform(c.var.platform, by, (act) => onResult(form, (id) => certifyResult(act, { resultId: id, decree: form.text('sk'), assertion })));
  if (!outcome.ok) return drawLeader(c, { refusal: outcome.refusal, resultId, form });
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const category = await findCategory(db, regionId, (await findResultCategory(db, regionId, resultId)) ?? '');
  return seeOther(c, paths.leader, ['certified', category?.name ?? '']);
}

type PlenaryAct = (categoryId: string, form: Form) => (act: Act) => Promise<Outcome<unknown>>;

/** Runs the act only when its sentence was ticked. */
function sure(form: Form, act: (act: Act) => Promise<Outcome<unknown>>): (act: Act) => Promise<Outcome<unknown>> {
  const unsure = notSure(form);
  return unsure === null ? act : async () => ({ ok: false, refusal: unsure });
}

function onPlenary(said: SaidKey, chosen: PlenaryAct): (c: Ctx) => Promise<Response> {
  return async (c) => {
    const form = await readForm(c);
    const code = c.req.param('category') ?? '';
    const data = await plenaryOf(c, code);
    if (data === null) return notFound(c);
    const outcome = await perform(c.var.platform, who(c), chosen(data.category.categoryId, form));
    return outcome.ok ? seeOther(c, paths.plenary(data.edition.year, code), [said, data.category.name]) : drawPlenary(c, outcome.refusal, form);
  };
}

function onResult<T>(form: Form, act: (resultId: string) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const resultId = form.text('hasil');
  return isId(resultId) ? act(resultId) : Promise.resolve(refuse('result.not-found'));
}

/** Places typed for each tied entry, as groups best first; null while a place is missing. */
function orderOf(form: Form): readonly (readonly string[])[] | null {
  const placed = Object.entries(form.values).flatMap(([name, value]) =>
    name.startsWith('urutan-') ? [{ id: name.slice('urutan-'.length), place: value }] : [],
  );
  if (placed.length < 2 || placed.some(({ place }) => !/^\d{1,2}$/.test(place))) return null;
  const places = [...new Set(placed.map(({ place }) => Number(place)))].sort((a, b) => a - b);
  return places.map((place) =>
    placed
      .filter((one) => Number(one.place) === place)
      .map((one) => one.id)
      .sort(),
  );
}
