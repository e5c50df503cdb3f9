import type { EditionHistory } from '../../domain/edition/edition.ts';
import { listPastEditions, type PastEdition } from '../../store/edition.read.ts';
import { historyContents, historyTexts } from '../../texts/id/edition.ts';
import { formatWhole } from '../../texts/id/format.ts';
import { notFound, page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Funnel } from '../ui/funnel.tsx';
import { Notice } from '../ui/notice.tsx';
import { EmptyState } from '../ui/panels.tsx';

export async function showPastEdition(c: Ctx): Promise<Response> {
  const year = Number(c.req.param('year'));
  const { regionId } = c.var.region;
  const { db } = c.var.platform;
  const all = await listPastEditions(db, regionId);
  const past = all.find((edition) => edition.year === year);
  if (past === undefined) return notFound(c);
  const { history } = past;
  const others = all.filter((edition) => edition !== past);
  return page(
    c,
    { title: `Catatan edisi ${year}`, current: paths.results, back: { href: paths.pastEditions, label: historyTexts.title } },
    <div class="dua">
      <div class="tumpuk">
        <h1>{past.name}</h1>
        <Notice>Catatan dari pemberitaan, bukan hasil yang dihitung sistem ini. Yang tidak ditemukan tidak diisi.</Notice>
        <Facts history={history} />
        {history.gates !== undefined && history.gates.length > 0 && <p class="redup">{historyTexts.gates}</p>}
      </div>
      <aside class="tumpuk" aria-label="Asal catatan">
        <h2>Sumber</h2>
        <ul>
          {history.sources.map((source) => (
            <li key={source}>{/^[\w.-]+\/\S+$/.test(source) ? <a href={`https://${source}`}>{source}</a> : source}</li>
          ))}
        </ul>
        <h2>Yang belum pasti</h2>
        <ul>
          {history.uncertain.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
        {others.length > 0 && (
          <p>
            Edisi lain:{' '}
            {others.map((edition) => (
              <>
                <a href={paths.pastEdition(edition.year)}>{edition.year}</a>{' '}
              </>
            ))}
          </p>
        )}
      </aside>
    </div>,
  );
}

/** Every edition that is only remembered, newest first. */
export async function showPastEditions(c: Ctx): Promise<Response> {
  const past = await listPastEditions(c.var.platform.db, c.var.region.regionId);
  return page(
    c,
    { title: historyTexts.title, current: paths.results, back: { href: paths.results, label: 'Hasil' } },
    <div class="baca tumpuk">
      <h1>{historyTexts.title}</h1>
      <p class="utama">{historyTexts.lead}</p>
      {past.length === 0 ? (
        <EmptyState title={historyTexts.none}>{historyTexts.noneLead}</EmptyState>
      ) : (
        <>
          <PastEditions past={past} />
          <p class="redup">{historyTexts.gates}</p>
        </>
      )}
    </div>,
  );
}

export function PastEditions({ past }: { readonly past: readonly PastEdition[] }) {
  return (
    <ul class="tugas">
      {past.map(({ editionId, year, name, history }) => (
        <li key={editionId}>
          <a href={paths.pastEdition(year)}>
            <span class="tugas__nama">{name}</span>
            <span class="tugas__ket">{historyContents(history)}</span>
            <span class="redup">Lihat</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Facts({ history }: { readonly history: EditionHistory }) {
  const widest = history.funnel?.[0]?.count ?? 1;
  const rows = [
    ...(history.categories ? [{ term: 'Kategori', value: history.categories.join('; ') }] : []),
    ...(history.stages ? [{ term: 'Alur', value: history.stages.join(' → ') }] : []),
    ...(history.gates ? [{ term: 'Ambang', value: history.gates.join('; ') }] : []),
    ...(history.dates ?? []).map(({ label, text }) => ({ term: label, value: text })),
    ...(history.venue ? [{ term: 'Tempat', value: history.venue }] : []),
    ...(history.winners ?? []).map(({ rank, name, agency, prize }) => ({
      term: `Juara ${rank}`,
      value: `${name}, ${agency}${prize ? `. Hadiah: ${prize}` : ''}`,
    })),
    ...(history.topTen ? [{ term: 'Sepuluh besar (bukan urutan peringkat)', value: history.topTen.join('; ') }] : []),
  ];
  return (
    <>
      {history.funnel && (
        <Funnel
          steps={history.funnel.map((step, index, all) => ({
            count: formatWhole(step.count),
            share: step.count / widest,
            label: step.label,
            last: index === all.length - 1,
          }))}
        />
      )}
      <DefinitionList rows={rows} />
      {history.facts?.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
    </>
  );
}
