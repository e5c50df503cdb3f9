// Results, from publication rows only: what is not published cannot be shown.

import { isParty } from '../../domain/publication/parties.ts';
import { isShared, type PublishedEntry, type PublishedResult, wasTied } from '../../domain/publication/published-result.ts';
import { listPastEditions } from '../../store/edition.read.ts';
import { listFinalists } from '../../store/gallery.read.ts';
import { findPublishedResult, listPublishedResults } from '../../store/publication.read.ts';
import { findPublishedCard } from '../../store/result-card.read.ts';
import { historyTexts } from '../../texts/id/edition.ts';
import { formatDateTime, formatDecimal, formatList, formatScore, shortCode } from '../../texts/id/format.ts';
import { publicationTexts, ruleSentences, tieSentence, traceOf } from '../../texts/id/publication.ts';
import { BLOCKED_WORDS, plenaryTexts, stepName } from '../../texts/id/result.ts';
import { cardTexts } from '../../texts/id/robustness.ts';
import { notFound, page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Notice } from '../ui/notice.tsx';
import { EmptyState, Trace } from '../ui/panels.tsx';
import { Robustness } from '../ui/robustness.tsx';
import { SealCard } from '../ui/seal.tsx';
import { Table } from '../ui/table.tsx';
import { BundleCard } from './bundle.page.tsx';
import { PastEditions } from './past-edition.page.tsx';

export async function listResults(c: Ctx): Promise<Response> {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const [results, past] = await Promise.all([listPublishedResults(db, regionId), listPastEditions(db, regionId)]);
  return page(
    c,
    { title: publicationTexts.results, current: paths.results },
    <div class="baca tumpuk">
      <h1>{publicationTexts.results}</h1>
      {results.length === 0 && <EmptyState title={publicationTexts.none}>{publicationTexts.noneLead}</EmptyState>}
      {results.length > 0 && (
        <ul class="tugas">
          {results.map(({ body, publicationId, publishedAt }) => (
            <li key={publicationId}>
              <a href={paths.result(body.year, body.category.code)}>
                <span class="tugas__nama">
                  {body.category.name} {body.year}
                </span>
                <span class="tugas__ket">Diumumkan {formatDateTime(publishedAt)}</span>
                <span class="redup">Lihat</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <section class="tumpuk">
          <h2>{historyTexts.title}</h2>
          <p class="redup">
            {historyTexts.lead} <a href={paths.pastEditions}>{historyTexts.compare}</a>
          </p>
          <PastEditions past={past} />
        </section>
      )}
    </div>,
  );
}

export async function showResult(c: Ctx): Promise<Response> {
  const year = Number(c.req.param('year'));
  if (!Number.isInteger(year) || year < 2000 || year > 2200) return notFound(c);
  const found = await findPublishedResult(c.var.platform.db, c.var.region.regionId, year, c.req.param('category') ?? '');
  if (found === null) return notFound(c);
  const { body } = found;
  const slugs = await slugsOf(c, year);
  const name = `Hasil ${body.category.name} ${body.year}`;
  return page(
    c,
    {
      title: name,
      current: paths.results,
      back: { href: paths.results, label: 'Semua hasil' },
      ruleVersion: publicationTexts.ruleVersion(body.rulesVersion, body.rubricVersion),
    },
    <div class="tumpuk">
      <h1>{name}</h1>
      <p class="utama baca">
        Ditetapkan {formatDateTime(body.certifiedAt)}
        {body.decree !== '' && ` (${body.decree})`}, diumumkan {formatDateTime(body.publishedAt)}.
        {body.version > 1 && ` Versi ${body.version}: mengganti hasil sebelumnya.`}
      </p>
      <Ranking result={body} slugs={slugs} />
      <Ties result={body} />
      <Criteria result={body} slugs={slugs} />
      {await PartiesCard({ c, publicationId: found.publicationId, result: body })}
      <div class="dua">
        <section class="tumpuk">
          <h2>{publicationTexts.rule}</h2>
          <ul>
            {ruleSentences(body).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
        <SealCard
          title={publicationTexts.digest}
          code={shortCode(body.resultDigest)}
          rows={[
            { term: publicationTexts.version, value: String(body.version) },
            { term: publicationTexts.valuesDigest, value: <code class="sidik">{body.resultDigest}</code> },
            { term: publicationTexts.canonDigest, value: <code class="sidik">{found.digest}</code> },
          ]}
        >
          <p class="kecil">
            {publicationTexts.digestNote} {publicationTexts.versionNote(body.version)}
          </p>
          <p>
            <a href={paths.checkCode(shortCode(body.resultDigest))}>{publicationTexts.checkNow}</a>
          </p>
        </SealCard>
        {await BundleCard({ c, publication: found })}
      </div>
    </div>,
  );
}

/** The addresses of the announced innovations of a year, by registration number. */
async function slugsOf(c: Ctx, year: number): Promise<ReadonlyMap<string, string>> {
  const lists = await listFinalists(c.var.platform.db, c.var.region.regionId, [year]);
  return new Map(lists.flatMap((list) => list.entries.map(({ id, slug }) => [id, slug] as const)));
}

function InnovationName({ entry, slugs }: { readonly entry: PublishedEntry; readonly slugs: ReadonlyMap<string, string> }) {
  const slug = slugs.get(entry.id);
  return <a href={slug === undefined ? paths.gallery : paths.innovation(slug)}>{entry.name}</a>;
}

/** The robustness card, for the parties only (RULES 7); a visitor costs no query. */
async function PartiesCard({ c, publicationId, result }: { readonly c: Ctx; readonly publicationId: string; readonly result: PublishedResult }) {
  const { visitor, platform, region } = c.var;
  const found = visitor === null || visitor.lacksFactor ? null : await findPublishedCard(platform.db, region.regionId, publicationId);
  if (visitor === null || found === null || !isParty(visitor.actor, found)) return null;
  const names = new Map([...result.entries, ...result.blocked].map(({ id, name }) => [id, name]));
  return (
    <div class="tumpuk">
      <Robustness card={found.card} names={names} criteria={result.criteria} isPublished />
      <p class="kecil redup">{cardTexts.partiesOnly}</p>
    </div>
  );
}

interface Figures {
  readonly result: PublishedResult;
  readonly slugs: ReadonlyMap<string, string>;
}

function Ranking({ result, slugs }: Figures) {
  const { entries, formula } = result;
  return (
    <section class="tumpuk" aria-labelledby="peringkat">
      <h2 id="peringkat">Peringkat</h2>
      <Table
        label="Nilai menurut peringkat"
        ranked
        columns={[
          { key: 'rank', label: '#', numeric: true, strong: true },
          { key: 'name', label: 'Inovasi', heading: true },
          { key: 'jury', label: `Juri (${formatDecimal(formula.juryShare)})`, numeric: true },
          { key: 'desk', label: `Meja (${formatDecimal(formula.deskShare)})`, numeric: true },
          { key: 'final', label: 'Akhir', numeric: true, strong: true, last: true },
        ]}
        rows={entries.map((entry) => ({
          id: entry.id,
          ...(entry.wins ? { tone: 'juara' as const } : {}),
          cells: {
            rank: entry.rank,
            name: <EntryName entry={entry} result={result} slugs={slugs} />,
            jury: formatScore(entry.jury.rounded, formula.decimals),
            desk: entry.desk === null ? '–' : formatScore(entry.desk.rounded, formula.decimals),
            final: formatScore(entry.final.rounded, formula.decimals),
          },
        }))}
      />
      {entries.some((entry) => entry.rounding) && <p class="redup baca">{plenaryTexts.rounding}</p>}
      {result.blocked.map((blocked) => (
        <Notice key={blocked.id} kind="awas" title={`${publicationTexts.blocked}: ${blocked.name}`}>
          {BLOCKED_WORDS[blocked.reason] ?? ''}
        </Notice>
      ))}
    </section>
  );
}

function EntryName({ entry, result, slugs }: Figures & { readonly entry: PublishedEntry }) {
  const notes = [
    `${entry.agency} · ${entry.jurors} juri`,
    isShared(result.entries, entry.rank) ? publicationTexts.tie : '',
    wasTied(result.entries, entry) && entry.decidedBy !== null ? `seri diputus oleh ${stepName(entry.decidedBy, result.criteria).toLowerCase()}` : '',
  ].filter(Boolean);
  const { lines, note } = traceOf(entry, result);
  return (
    <>
      <InnovationName entry={entry} slugs={slugs} />
      <small>{notes.join(' · ')}</small>
      <Trace summary={publicationTexts.trace} lines={lines} note={note} />
    </>
  );
}

/** Which step of the ladder parted each tie, and the minutes or the lot it rests on. */
function Ties({ result }: { readonly result: PublishedResult }) {
  if (result.ties.length === 0) return null;
  const names = new Map(result.entries.map((entry) => [entry.id, entry.name]));
  const nameOf = (ids: readonly string[]) => formatList(ids.map((id) => names.get(id) ?? id));
  return (
    <Notice kind="sunyi" title={publicationTexts.ties}>
      <ul>
        {result.ties.map((tie) => (
          <li key={`${tie.step} ${tie.tied.join()}`}>{tieSentence(tie, result.criteria, nameOf)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Criteria({ result, slugs }: Figures) {
  const { criteria, entries, formula } = result;
  return (
    <section class="tumpuk" aria-labelledby="kriteria">
      <h2 id="kriteria">{publicationTexts.perCriterion}</h2>
      <Table
        label={`Tabel: ${publicationTexts.perCriterion.toLowerCase()}`}
        columns={[
          { key: 'name', label: 'Inovasi', heading: true },
          ...criteria.map(({ code, name, weight }) => ({
            key: code,
            label: (
              <>
                {name} <small>bobot {formatDecimal(weight)}</small>
              </>
            ),
            phoneLabel: name,
            numeric: true,
          })),
        ]}
        wrapsHead
        rows={entries.map((entry) => ({
          cells: {
            name: <InnovationName entry={entry} slugs={slugs} />,
            ...Object.fromEntries(entry.criteria.map(({ code, mean }) => [code, formatScore(mean.rounded, formula.decimals)])),
          },
        }))}
      />
    </section>
  );
}
