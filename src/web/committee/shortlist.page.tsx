// The shortlist of a category: who is in, the stitched line with its margin, the tie at the line, then the announcement.

import type { Category, CategoryRules } from '../../domain/edition/category.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { Stage } from '../../domain/edition/stage.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { DeskLine } from '../../domain/result/shortlist.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { findCategories, findCategoryByCode, findRules, findStages } from '../../store/edition.read.ts';
import { type Announcement, type DeskName, findAnnouncement, findShortlist, listDeskNames, type ShortlistVersion } from '../../store/result-desk.read.ts';
import { ladderWords } from '../../texts/id/edition.ts';
import { formatDateTime, formatDecimal, formatScore, zoneOf } from '../../texts/id/format.ts';
import { deskTexts, LINE_STATES } from '../../texts/id/result-desk.ts';
import { stepNames } from '../../texts/id/rules.ts';
import { notFound, page, problemsOf, statusOf } from '../answer.tsx';
import type { Form as Typed } from '../form.ts';
import { instrumentHere } from '../instrument-here.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Tabs } from '../ui/browsing.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { RankList } from '../ui/rank-list.tsx';
import { SealCard } from '../ui/seal.tsx';
import { Tag } from '../ui/tag.tsx';
import { editionHere, isOwn } from './committee-view.ts';
import { CutForm } from './shortlist-tie.tsx';
import { StageLine, Waiting, waitsFor } from './stage-line.tsx';

export interface ShortlistView {
  readonly edition: Edition;
  readonly instrument: Instrument;
  readonly category: Category;
  readonly rules: CategoryRules | null;
  readonly shortlist: ShortlistVersion | null;
  readonly announced: Announcement | null;
  readonly names: ReadonlyMap<string, DeskName>;
  readonly stages: readonly Stage[];
}

export async function shortlistHere(c: Ctx): Promise<ShortlistView | null> {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const edition = await editionHere(c);
  const category = edition === null ? null : await findCategoryByCode(db, regionId, edition.year, c.req.param('category') ?? '');
  if (edition === null || category === null) return null;
  const shortlist = await findShortlist(db, regionId, category.categoryId);
  const names = await listDeskNames(db, regionId, category.categoryId);
  return {
    edition,
    instrument: await instrumentHere(c, edition.instrument),
    category,
    rules: (await findRules(db, regionId, category.categoryId))?.body ?? null,
    shortlist,
    announced: await findAnnouncement(db, regionId, category.categoryId),
    names: new Map(names.map((name) => [name.registrationNumber, name])),
    stages: await findStages(db, regionId, edition.editionId),
  };
}

export async function showShortlist(c: Ctx): Promise<Response> {
  return drawShortlist(c, null, null);
}

export async function drawShortlist(c: Ctx, refusal: Refusal | null, typed: Typed | null): Promise<Response> {
  const view = await shortlistHere(c);
  if (view === null) return notFound(c);
  const { edition, category, shortlist, announced } = view;
  const categories = await findCategories(c.var.platform.db, c.var.region.regionId, edition.editionId);
  const isUnresolved = (shortlist?.body.unresolvedAtCut.length ?? 0) > 0;
  return page(
    c,
    {
      title: `Penetapan ${category.name}`,
      year: edition.year,
      current: paths.shortlists(edition.year),
      roleContext: category.name,
      error: refusal !== null,
    },
    <div class="tumpuk ruang-5">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <div class="baris baris--jauh">
        <h1>Penetapan {category.name}</h1>
        {announced ? (
          <Tag state="selesai">Diumumkan</Tag>
        ) : shortlist ? (
          <Tag state="menunggu">Sementara, versi {shortlist.version}</Tag>
        ) : (
          <Tag state="belum">Belum dihitung</Tag>
        )}
      </div>
      <Tabs
        label="Kategori"
        places={categories.map((one) => ({
          href: paths.shortlist(edition.year, one.code),
          label: one.name,
          current: one.code === category.code,
        }))}
      />
      <StageLine c={c} year={edition.year} stages={view.stages} />
      <p class="redup">{ruleWords(view)}</p>
      {shortlist === null ? (
        <EmptyState title={deskTexts.notComputed}>{deskTexts.notComputedYet}</EmptyState>
      ) : (
        <Lines c={c} view={view} shortlist={shortlist} />
      )}
      {!announced && shortlist && isUnresolved && <CutForm c={c} view={view} shortlist={shortlist} refusal={refusal} typed={typed} />}
      {announced ? <Notice kind="sukses">Diumumkan {formatDateTime(announced.announcedAt, zoneOf(c.var.region.zone))}.</Notice> : <Steps c={c} view={view} />}
      {shortlist && (
        <SealCard title="Sidik daftar" code={`v${shortlist.version}`} digest={shortlist.digest}>
          <p class="kecil">{deskTexts.replay}</p>
        </SealCard>
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function ruleWords({ rules, instrument }: ShortlistView): string {
  if (rules === null) return 'Ketentuan kategori belum ditetapkan.';
  const floor = rules.floor === null ? 'tanpa ambang' : `ambang ${formatDecimal(rules.floor)} poin`;
  const rule = rules.shortlist.kind === 'top' ? `${rules.shortlist.n} besar` : `semua di atas ${formatDecimal(rules.shortlist.above)} poin`;
  return `Aturan: ${rule}, ${floor}. Seri di garis: ${ladderWords(rules.deskLadder, stepNames(null, instrument)).join('; ')}.`;
}

function Lines({ c, view, shortlist }: { readonly c: Ctx; readonly view: ShortlistView; readonly shortlist: ShortlistVersion }) {
  const { body } = shortlist;
  const byId = new Map(body.lines.map((line) => [line.id, line]));
  const ranked = body.order.flat().flatMap((id) => byId.get(id) ?? []);
  const shared = new Set(body.order.flatMap((group) => (group.length > 1 ? (byId.get(group[0] ?? '')?.rank ?? []) : [])));
  const below = body.lines.filter((line) => line.state === 'below-floor' && !isClosed(c, view, line));
  const closed = body.lines.filter((line) => isClosed(c, view, line));
  const shown = ranked.filter((line) => !closed.includes(line));
  const above = shown.filter(({ id }) => body.selected.includes(id)).length;
  const margin = body.margin;
  const cutWord =
    body.unresolvedAtCut.length > 0
      ? `Garis potong: seri ${body.unresolvedAtCut.length} usulan untuk ${body.placesLeft} tempat`
      : margin
        ? `Garis potong · selisih ${formatScore(margin.gap.rounded)} poin`
        : 'Garis potong';
  return (
    <>
      <RankList entries={shown.map((line) => rankEntry(c, view, line, shared))} cut={{ after: above, label: cutWord }} />
      {below.length > 0 && (
        <section>
          <h2>Di bawah ambang</h2>
          <RankList entries={below.map((line) => rankEntry(c, view, line, shared))} />
        </section>
      )}
      {closed.length > 0 && <RankList entries={closed.map((line) => rankEntry(c, view, line, shared))} />}
      {body.pending.length > 0 && (
        <Notice kind="awas" title="Belum selesai diverifikasi">
          <p>{body.pending.map((id) => view.names.get(id)?.innovationName ?? id).join(', ')}. Pengumuman menunggu semuanya.</p>
        </Notice>
      )}
      {shortlist.decisions.map((decision) => (
        <Notice kind="sunyi" key={decision.act} title={`Seri diputus: ${decision.act}`}>
          <p>
            Urutan{' '}
            {decision.order
              .flat()
              .map((id) => view.names.get(id)?.innovationName ?? id)
              .join(', lalu ')}
            . {decision.reason}
          </p>
        </Notice>
      ))}
    </>
  );
}

/** The own agency's and team's lines say nothing but what was entered until the announcement. */
function isClosed(c: Ctx, { announced, names }: ShortlistView, { id }: DeskLine): boolean {
  const name = names.get(id);
  return announced === null && name !== undefined && isOwn(c, name);
}

function rankEntry(c: Ctx, view: ShortlistView, line: DeskLine, shared: ReadonlySet<number>) {
  const name = view.names.get(line.id);
  const isHidden = isClosed(c, view, line);
  const isTied = line.rank !== null && shared.has(line.rank);
  const words = [
    name?.agencyName ?? '',
    line.id,
    isHidden ? '' : LINE_STATES[line.state],
    isTied && !isHidden ? 'seri' : '',
    line.decidedBy && !isHidden ? `seri diputus oleh ${ladderWords([line.decidedBy], stepNames(null, view.instrument)).join('')}` : '',
  ].filter(Boolean);
  return {
    place: isHidden ? '–' : (line.rank ?? '–'),
    name: name?.innovationName ?? line.id,
    href: name ? paths.deskEntry(view.edition.year, name.entryId) : undefined,
    detail: words.join(' · '),
    value: isHidden ? '–' : formatScore(line.value.rounded),
    valueNote: isHidden ? 'kantor Anda' : `${formatScore(line.points.rounded).replace(/,00$/, '')} dari ${view.shortlist?.body.maxPoints ?? ''}`,
  };
}

function Steps({ c, view }: { readonly c: Ctx; readonly view: ShortlistView }) {
  const { shortlist, stages } = view;
  const address = paths.shortlist(view.edition.year, view.category.code);
  const why = waitsFor(c, stages, 'desk');
  if (why !== null) return <Waiting year={view.edition.year} stages={stages} kind="desk" why={why} />;
  const isReady =
    shortlist !== null && shortlist.body.pending.length === 0 && shortlist.body.unresolvedAtCut.length === 0 && shortlist.body.selected.length > 0;
  return (
    <div class="baris">
      <Form action={`${address}/hitung`} csrf={signedIn(c).csrf} hidden={{ id: c.var.platform.newId() }} inline>
        <Button kind={isReady ? 'netral' : 'utama'}>{shortlist ? 'Hitung lagi' : 'Tetapkan sementara'}</Button>
      </Form>
      {isReady && (
        <ButtonLink kind="utama" href={`${address}/umumkan`}>
          Periksa dan umumkan
        </ButtonLink>
      )}
    </div>
  );
}
