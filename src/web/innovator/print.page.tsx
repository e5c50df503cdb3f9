import { fieldsOf, PARTS } from '../../domain/innovation/profile.ts';
import { formatDateTime } from '../../texts/id/format.ts';
import { entryStateWords } from '../../texts/id/innovation.ts';
import { fieldLabels, partTitles } from '../../texts/id/profile.ts';
import { notFound, page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { answerText, ClaimsTable } from './answers.tsx';
import { viewEntry } from './entry-view.ts';

/** Everything of the entry on paper: whole texts, every indicator, every piece of evidence. */
export async function showPrint(c: Ctx): Promise<Response> {
  const view = await viewEntry(c);
  if (view === null) return notFound(c);
  const { entry, draft } = view;
  return page(
    c,
    { title: `Cetak ${entry.innovationName}`, current: paths.entries, back: { href: paths.entry(entry.entryId), label: 'Daftar tugas' } },
    <div class="baca tumpuk tumpuk--lega">
      <p class="redup jangan-cetak">Cetak halaman ini dari peramban (Ctrl+P). Isinya mengikuti simpanan terakhir.</p>
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
          {fieldsOf(part).map(({ name }) => (
            <div key={name}>
              <h3>{fieldLabels[name]}</h3>
              {(answerText(name, draft.profile[name] ?? '', false) || 'Belum diisi').split('\n').map((line) => (
                <p>{line}</p>
              ))}
            </div>
          ))}
        </section>
      ))}
      <ClaimsTable view={view} links={false} />
    </div>,
  );
}
