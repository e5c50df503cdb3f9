// One part of the profile: read, saved, or given back with what is wrong; a stale save shows both texts.

import { saveProfile } from '../../actions/innovation/save-profile.ts';
import { perform } from '../../actions/perform.ts';
import { fieldsOf, isPart, type PartNumber, type ProfileFields } from '../../domain/innovation/profile.ts';
import { mayStayEmpty } from '../../domain/innovation/readiness.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { formatMoment } from '../../texts/id/format.ts';
import { fieldLabels, partTitles } from '../../texts/id/profile.ts';
import { say } from '../../texts/id/say.ts';
import { notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { Diff } from '../ui/diff.tsx';
import { ErrorSummary, type Problem } from '../ui/error-summary.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { StickyBar } from '../ui/panels.tsx';
import { Steps } from '../ui/progress.tsx';
import { ReadOnlyNotice, SecondLook } from './entry-pieces.tsx';
import { type EntryView, idOf, viewEntry } from './entry-view.ts';
import { ProfileField } from './profile-field.tsx';

interface Drawn {
  readonly part: PartNumber;
  readonly refusal: Refusal | null;
  readonly typed: ProfileFields | null;
}

export async function showProfile(c: Ctx): Promise<Response> {
  const part = Number(c.req.param('part'));
  return isPart(part) ? draw(c, { part, refusal: null, typed: null }) : notFound(c);
}

export async function saveProfileHere(c: Ctx): Promise<Response> {
  const part = Number(c.req.param('part'));
  if (!isPart(part)) return notFound(c);
  const form = await readForm(c);
  const entryId = idOf(c);
  const fields = Object.fromEntries(fieldsOf(part).flatMap(({ name }) => (form.has(name) ? [[name, form.text(name)] as const] : [])));
  const revision = /^\d{1,9}$/.test(form.text('revision')) ? Number(form.text('revision')) : -1;
  const outcome = await perform(c.var.platform, who(c), (act) => saveProfile(act, { entryId, part, revision, fields }));
  if (!outcome.ok) return outcome.refusal.code === 'entry.not-found' ? notFound(c) : draw(c, { part, refusal: outcome.refusal, typed: fields });
  const go = form.text('go');
  if (go !== 'next' || part === 7) return seeOther(c, go === 'stay' ? paths.profile(entryId, part) : paths.entry(entryId));
  const isNew = outcome.value.revision !== revision;
  return seeOther(c, paths.profile(entryId, isNew && (await asksSecondLook(c, part)) ? part : part + 1));
}

/** A save that leaves something to look at again stays on its page once; the same press goes on. */
async function asksSecondLook(c: Ctx, part: PartNumber): Promise<boolean> {
  return warningsOf(await viewEntry(c), part).length > 0;
}

function warningsOf(view: EntryView | null, part: PartNumber) {
  return (view?.readiness.warnings ?? []).filter(({ place }) => 'part' in place && place.part === part);
}

async function draw(c: Ctx, { part, refusal, typed }: Drawn): Promise<Response> {
  const view = await viewEntry(c);
  if (view === null) return notFound(c);
  const { entry, draft } = view;
  const saved = draft.parts.find((one) => one.part === part);
  const stood: ProfileFields = saved?.fields ?? (part === 1 ? { name: entry.innovationName } : {});
  const readOnly = !view.edits || (!view.changeAt(`profile:${part}`).ok && typed === null);
  const isStale = refusal?.code === 'profile.stale';
  return page(
    c,
    {
      title: partTitles[part],
      current: paths.entries,
      back: { href: paths.entry(entry.entryId), label: 'Daftar tugas' },
      saved: saved ? `Tersimpan ${formatMoment(saved.savedAt, view.zone)}` : '',
      islands: readOnly ? [] : ['guard-typed'],
      error: refusal !== null,
      stickyBar: readOnly ? undefined : <SaveBar part={part} />,
    },
    <div class="baca tumpuk tumpuk--lega">
      {refusal && <ErrorSummary problems={named(refusal)} />}
      <div>
        <Steps current={part} total={7} />
        <h1>{partTitles[part]}</h1>
        <p class="redup">{entry.innovationName}</p>
      </div>
      <ReadOnlyNotice view={view} place={`profile:${part}`} />
      <Notes view={view} part={part} />
      {!readOnly && <SecondLook findings={warningsOf(view, part)} />}
      {isStale && typed && <Stale by={saved?.savedByName} stood={stood} typed={typed} />}
      <Form id="profil" action={paths.profile(entry.entryId, part)} csrf={signedIn(c).csrf} hidden={{ revision: String(saved?.revision ?? 0) }}>
        {fieldsOf(part).map((field) => (
          <ProfileField
            key={field.name}
            field={field}
            value={typed?.[field.name] ?? stood[field.name] ?? ''}
            optional={mayStayEmpty(field, { ...draft.profile, ...typed })}
            refusal={refusal}
            readOnly={readOnly}
            minWords={view.eligibility.minWords}
          />
        ))}
      </Form>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

/** Which question each sentence is about. */
function named(refusal: Refusal): readonly Problem[] {
  return problemsOf(refusal).map((one) => ({ ...one, text: one.field === undefined ? one.text : `${fieldLabels[one.field] ?? one.field}: ${one.text}` }));
}

function SaveBar({ part }: { readonly part: PartNumber }) {
  return (
    <StickyBar label="Simpan">
      <Button kind="utama" form="profil" name="go" value={part < 7 ? 'next' : 'list'}>
        {part < 7 ? 'Simpan dan lanjut' : 'Simpan'}
      </Button>
      {part < 7 && (
        <Button kind="netral" form="profil" name="go" value="stay">
          Simpan saja
        </Button>
      )}
    </StickyBar>
  );
}

function Notes({ view, part }: { readonly view: EntryView; readonly part: PartNumber }) {
  const open = view.notes.filter((note) => note.closedAt === null && note.place === `profile:${part}`);
  return (
    <>
      {open.map(({ note }) => (
        <Notice kind="awas" title="Permintaan verifikator">
          {note}
        </Notice>
      ))}
    </>
  );
}

/** What a colleague saved meanwhile, beside what was typed here: nothing is overwritten. */
function Stale({ by, stood, typed }: { readonly by: string | undefined; readonly stood: ProfileFields; readonly typed: ProfileFields }) {
  const changed = Object.keys(typed).filter((name) => (typed[name] ?? '') !== (stood[name] ?? ''));
  return (
    <Notice kind="awas" title={`${by ?? 'Rekan Anda'} menyimpan bagian ini lebih dulu`}>
      <p>{say({ code: 'profile.stale', facts: {} })} Isian di bawah adalah teks Anda; menyimpannya mengganti yang tersimpan.</p>
      {changed.map((name) => (
        <Diff title={fieldLabels[name] ?? name} before={stood[name] ?? ''} after={typed[name] ?? ''} />
      ))}
    </Notice>
  );
}
