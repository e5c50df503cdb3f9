// Attaching and detaching evidence from an indicator's page.

import { type IndicatorSaving, saveIndicator } from '../../actions/evidence/save-indicator.ts';
import type { EvidenceSource } from '../../actions/innovation/attach-evidence.ts';
import { detachEvidence } from '../../actions/innovation/detach-evidence.ts';
import { perform } from '../../actions/perform.ts';
import { agenciesOf } from '../../domain/innovation/editing.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findEntry } from '../../store/innovation-entry.read.ts';
import { say } from '../../texts/id/say.ts';
import { notFound, page, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { dropFiles, readUpload, type Upload } from '../upload.ts';
import { idIn, idOf } from './entry-view.ts';
import { drawIndicator } from './indicator.page.tsx';

/** Saves the level and whatever proof came with it; the page's own buttons. */
export async function saveIndicatorHere(c: Ctx): Promise<Response> {
  return takeIndicator(c, (form) => {
    const [entryId, indicator] = [idOf(c), c.req.param('code') ?? ''];
    if (form.text('go') === 'stay') return paths.indicator(entryId, indicator);
    return form.text('next') === '' ? paths.entry(entryId) : paths.indicator(entryId, form.text('next'));
  });
}

/** Attaches proof; the level that was chosen is saved with it. */
export async function attachHere(c: Ctx): Promise<Response> {
  return takeIndicator(c, () => `${paths.indicator(idOf(c), c.req.param('code') ?? '')}#bukti`);
}

async function takeIndicator(c: Ctx, next: (form: Upload['form']) => string): Promise<Response> {
  const own = agenciesOf(signedIn(c).actor, 'innovator');
  const [entryId, indicator] = [idOf(c), c.req.param('code') ?? ''];
  // Before any byte is taken: another agency's entry is not there.
  if ((await findEntry(c.var.platform.db, c.var.region.regionId, entryId, own)) === null) return notFound(c);
  const upload = await readIndicator(c);
  try {
    return await saveUpload(c, { entryId, indicator, upload, next });
  } finally {
    await dropFiles(upload.files);
  }
}

interface Saving {
  readonly entryId: string;
  readonly indicator: string;
  readonly upload: Upload;
  readonly next: (form: Upload['form']) => string;
}

/** One form, one act: a level never stays behind when its proof is refused, nor the other way round. */
async function saveUpload(c: Ctx, { entryId, indicator, upload, next }: Saving): Promise<Response> {
  const { form } = upload;
  const names = ['level', 'basis', 'note', 'kind', 'pages', 'link', 'label', 'reuse'];
  const typed = Object.fromEntries(names.filter((name) => form.has(name)).map((name) => [name, form.text(name)]));
  const sources = sourcesOf(upload);
  const saving = { entryId, indicator, claim: claimOf(form), evidenceId: idIn(form.text('evidenceId')), pages: form.text('pages') };
  const outcome = sources.ok ? await perform(c.var.platform, who(c), (act) => saveIndicator(act, { ...saving, sources: sources.value })) : sources;
  if (outcome.ok) return seeOther(c, next(form));
  return outcome.refusal.code.endsWith('.not-found') ? notFound(c) : drawIndicator(c, { refusal: outcome.refusal, typed });
}

/** A form without files may come without them. */
async function readIndicator(c: Ctx): Promise<Upload> {
  const isPlain = (c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded');
  return isPlain ? { form: await readForm(c), files: [] } : readUpload(c);
}

/** Proof may come before a level is chosen; a press on save may not. */
function claimOf(form: Upload['form']): IndicatorSaving['claim'] {
  if (!form.has('revision') || (form.text('kind') !== '' && form.text('level') === '')) return null;
  const revision = /^\d{1,9}$/.test(form.text('revision')) ? Number(form.text('revision')) : -1;
  return { level: form.text('level'), basis: form.text('basis'), note: form.text('note'), revision };
}

/** What was sent, or the first file that is not taken. */
function sourcesOf({ form, files }: Upload): Outcome<readonly EvidenceSource[]> {
  const chosen = form.text('kind');
  // Enter in the field of the link presses the form's first button.
  const kind = chosen === 'file' && files.length === 0 && form.text('link') !== '' ? 'link' : chosen;
  if (kind === 'link') return ok([{ link: form.text('link'), label: form.text('label') }]);
  if (kind === 'reuse') return ok([{ reuse: form.text('reuse') }]);
  if (files.length === 0) return kind === '' ? ok([]) : refuse('evidence.invalid', {}, { file: fault('evidence.none-chosen') });
  const bad = files.find((file) => !file.outcome.ok);
  if (bad !== undefined && !bad.outcome.ok) return refuse('evidence.invalid', {}, { file: bad.outcome.refusal });
  return ok(files.flatMap(({ outcome }) => (outcome.ok ? [{ file: outcome.value }] : [])));
}

export async function detachHere(c: Ctx): Promise<Response> {
  await readForm(c);
  const entryId = idOf(c);
  const outcome = await perform(c.var.platform, who(c), (act) => detachEvidence(act, { entryId, evidenceId: idOf(c, 'evidence') }));
  if (outcome.ok) return seeOther(c, `${paths.indicator(entryId, outcome.value.indicator)}#bukti`);
  if (outcome.refusal.code.endsWith('.not-found')) return notFound(c);
  const back = { href: paths.entry(entryId), label: 'Daftar tugas' };
  return page(c, { title: 'Bukti tidak dilepas', error: true, back }, say(outcome.refusal), statusOf(outcome.refusal));
}
