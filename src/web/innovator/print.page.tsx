import { fieldsOf, PARTS, type PartNumber, type ProfileFields } from '../../domain/innovation/profile.ts';
import { attachedWords } from '../../texts/id/evidence.ts';
import { formatDateTime } from '../../texts/id/format.ts';
import { entryStateWords } from '../../texts/id/innovation.ts';
import { fieldLabels, partTitles } from '../../texts/id/profile.ts';
import { notFound, page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Letterhead } from '../ui/letterhead.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { answerText, ClaimsTable } from './answers.tsx';
import { type EntryView, viewEntry } from './entry-view.ts';

/** Everything of the entry on paper: whole texts, every indicator, every piece of evidence. */
export async function showPrint(c: Ctx): Promise<Response> {
  const view = await viewEntry(c);
  if (view === null) return notFound(c);
  const { entry, draft } = view;
  return page(
    c,
    {
      title: `Cetak ${entry.innovationName}`,
      current: view.edits ? paths.entries : paths.approvals,
      back: view.edits ? { href: paths.entry(entry.entryId), label: 'Daftar tugas' } : { href: paths.approval(entry.entryId), label: 'Persetujuan' },
      islands: ['print-page'],
    },
    <div class="baca tumpuk tumpuk--lega">
      <p class="baris jangan-cetak">
        <PrintButton />
        <span class="redup">Isinya mengikuti simpanan terakhir.</span>
      </p>
      <Letterhead regionName={c.var.region.name} edition={entry.editionName} />
      <div>
        <h1>{entry.innovationName}</h1>
        <p>
          {[entry.registrationNumber ?? 'Belum bernomor', entry.categoryName, entry.agencyName, entryStateWords[entry.state]].join(' · ')}
          <br />
          Dicetak {formatDateTime(c.var.platform.now(), view.zone)}
        </p>
      </div>
      {PARTS.map((part) => (
        <section key={part}>
          <h2>{partTitles[part]}</h2>
          <DefinitionList rows={answersOf(draft.profile, part)} />
        </section>
      ))}
      <ClaimsTable view={view} links={false} />
      <Proofs view={view} />
    </div>,
  );
}

/** Every piece of evidence by its indicator, with what it is. */
function Proofs({ view }: { readonly view: EntryView }) {
  const { instrument, draft } = view;
  const rows = instrument.sid.map(({ code, name }, at) => ({ term: `${at + 1}. ${name}`, items: draft.evidence.filter((item) => item.indicator === code) }));
  const proven = rows.filter(({ items }) => items.length > 0);
  if (proven.length === 0) return null;
  return (
    <section>
      <h2>Bukti</h2>
      <DefinitionList
        rows={proven.map(({ term, items }) => ({
          term,
          value: (
            <>
              {items.map((item) => (
                <p key={item.evidenceId}>
                  {item.label} <span class="redup">{attachedWords(item)}</span>
                </p>
              ))}
            </>
          ),
        }))}
      />
    </section>
  );
}

/** Whole answers; a question that may stay empty and did is left out. */
function answersOf(profile: ProfileFields, part: PartNumber) {
  return fieldsOf(part)
    .filter(({ name, mandatory }) => mandatory || (profile[name] ?? '') !== '')
    .map(({ name }) => ({
      term: fieldLabels[name] ?? name,
      value: (profile[name] ?? '') === '' ? undefined : <div class="baris-asli">{answerText(name, profile[name] ?? '', false)}</div>,
    }));
}
