import type { Edition } from '../../domain/edition/edition.ts';
import { phaseOf, type Stage } from '../../domain/edition/stage.ts';
import { type Moment, momentOf } from '../../domain/edition/timeline.ts';
import { findHistory, listAnnouncedChanges, listShownEditions, listStages } from '../../store/edition.read.ts';
import { countPassage, type FinalistList, listFinalists } from '../../store/gallery.read.ts';
import { dayParts, formatClock, zoneOf } from '../../texts/id/format.ts';
import { homeTexts } from '../../texts/id/public-pages.ts';
import { publicationTexts } from '../../texts/id/publication.ts';
import { page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { ButtonLink } from '../ui/button.tsx';
import { FUNNEL_YEAR, OwnFunnel, PastFunnel } from './home-funnel.tsx';
import { Finalists, Winners } from './home-lists.tsx';
import { Changes, MomentLine, Turn } from './home-moment.tsx';
import { type Standing, StillRunning } from './home-running.tsx';

const FRESH_MS = 2_000;

interface Kept {
  readonly until: number;
  readonly minute: string;
  readonly html: string;
}

const kept = new Map<string, Kept>();

/** The home page is the same for every visitor: it is drawn once and believed for two seconds. */
export async function showHome(c: Ctx): Promise<Response> {
  if (c.var.visitor !== null) return drawHome(c);
  const key = c.var.region.regionId;
  const minute = c.var.platform.now().slice(0, 16);
  const before = kept.get(key);
  if (before !== undefined && before.minute === minute && before.until > performance.now()) return c.html(before.html);
  const response = await drawHome(c);
  const html = await response.text();
  if (kept.size > 1000) kept.clear();
  kept.set(key, { until: performance.now() + FRESH_MS, minute, html });
  return c.html(html);
}

async function drawHome(c: Ctx): Promise<Response> {
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const at = now();
  const [edition, ...earlier] = await listShownEditions(db, regionId, at);
  if (edition === undefined) return drawNothing(c);
  const running = earlier.filter(({ isRunning }) => isRunning);
  const ids = [edition, ...running].map(({ editionId }) => editionId);
  const [allStages, allChanges, allFinalists, past] = await Promise.all([
    listStages(db, regionId, ids),
    listAnnouncedChanges(db, regionId, ids),
    listFinalists(
      db,
      regionId,
      [edition, ...running].map(({ year }) => year),
    ),
    findHistory(db, regionId, FUNNEL_YEAR),
  ]);
  const standingOf = (one: Edition): Standing => ({
    edition: one,
    stages: allStages.filter(({ editionId }) => editionId === one.editionId),
    changes: allChanges.filter(({ editionId }) => editionId === one.editionId),
    finalists: allFinalists.filter(({ year }) => year === one.year),
  });
  const { stages, changes, finalists } = standingOf(edition);
  const moment = momentOf(stages, at);
  const announced = finalists.filter((list) => list.winners !== null);
  const awaited = finalists.filter((list) => list.winners === null);
  const zone = zoneOf(c.var.region.zone);
  const isOpen = announced.length > 0 && awaited.length === 0;
  const own = isOpen ? await countPassage(db, regionId, edition.editionId) : null;
  return page(
    c,
    { title: edition.name, current: '/', layout: 'penuh', description: `${edition.name}: tahap, jadwal, finalis, dan hasil.` },
    <>
      <Cover
        name={edition.name}
        venue={edition.venue}
        moment={moment}
        stages={stages}
        now={at}
        announced={announced}
        finalists={awaited.reduce((sum, list) => sum + list.entries.length, 0)}
        running={running.map(({ year }) => year)}
        registration={registrationFor(c, edition.year)}
      />
      <section class="bagian wadah tumpuk" aria-label="Tahapan lomba">
        <MomentLine moment={moment} zone={zone} />
        {edition.texts.welcome && <p class="baca">{edition.texts.welcome}</p>}
        <Changes changes={changes} stages={stages} now={at} />
      </section>
      {running.map((one) => (
        <StillRunning key={one.editionId} standing={standingOf(one)} now={at} zone={zone} />
      ))}
      <Finalists lists={awaited} />
      <section class="bagian bagian--kain">
        <div class="wadah kolom2">
          <div class="tumpuk">
            <h2>{isOpen ? homeTexts.openTitle : homeTexts.sealedTitle}</h2>
            <p>{isOpen ? homeTexts.open : homeTexts.sealed}</p>
            <p>
              <a href={paths.guide}>{homeTexts.howJudged}</a>
            </p>
          </div>
          {own !== null ? <OwnFunnel year={edition.year} counts={own} /> : past !== null && <PastFunnel history={past} />}
        </div>
      </section>
    </>,
  );
}

/** Who is not signed in may turn out to be an innovator; whoever cannot start an entry is led to the entries that are theirs to see. */
function registrationFor(c: Ctx, year: number): Registration {
  const roles = c.var.visitor?.roles ?? ['innovator'];
  if (roles.includes('innovator')) return { href: paths.startEntry, label: homeTexts.register };
  if (roles.includes('head')) return { href: paths.entries, label: homeTexts.entriesOfOffice };
  if (roles.includes('secretariat')) return { href: paths.board(year), label: homeTexts.entriesComeIn };
  return { href: paths.schedule, label: homeTexts.seeSchedule };
}

interface CoverProps {
  readonly name: string;
  readonly venue: string;
  readonly moment: Moment;
  readonly stages: readonly Stage[];
  readonly now: string;
  readonly announced: readonly FinalistList[];
  /** Finalists whose result is still awaited. */
  readonly finalists: number;
  /** Years of the earlier editions told of further down. */
  readonly running: readonly number[];
  readonly registration: Registration;
}

/** Where this reader goes while registration runs. */
interface Registration {
  readonly href: string;
  readonly label: string;
}

/** Before any result: what runs and how long still. Once one is announced: who won. */
function Cover({ name, venue, moment, stages, now, announced, finalists, running, registration }: CoverProps) {
  const decided = announced.length > 0 && finalists === 0;
  return (
    <div class="sampul">
      <div class="wadah sampul__isi">
        <div class="tumpuk">
          {decided ? (
            <p class="alis">{publicationTexts.announced}</p>
          ) : (
            moment.stage !== null && (
              <p class="alis">
                Tahap {moment.groupNumber} dari {moment.groups.length} · {moment.stage.publicGroup}
              </p>
            )
          )}
          <h1>{name}</h1>
          {announced.length > 0 && <Winners lists={announced} />}
          {!decided && <Turn moment={moment} venue={venue} now={now} counts={announced.length === 0} />}
          <p class="sampul__aksi">
            <Primary moment={moment} finalists={finalists} hasResult={announced.length > 0} registration={registration} />
            <ButtonLink href="/jadwal.ics" kind="polos" icon="kalender">
              Simpan ke kalender
            </ButtonLink>
          </p>
          {running.map((year) => (
            <p key={year}>
              <a href={`#edisi-${year}`}>{homeTexts.stillRunning(year)}</a>
            </p>
          ))}
        </div>
        <Next stages={stages} now={now} />
      </div>
      <div class="gigi" aria-hidden="true" />
    </div>
  );
}

/** What comes after, so that nobody has to ask. */
function Next({ stages, now }: { readonly stages: readonly Stage[]; readonly now: string }) {
  const ahead = stages.filter((stage) => phaseOf(stage, now) === 'ahead').slice(0, 3);
  if (ahead.length === 0) return null;
  return (
    <section class="acara" aria-labelledby="berikutnya">
      <h2 id="berikutnya">Berikutnya</h2>
      <ol>
        {ahead.map((stage) => (
          <li key={stage.stageId}>
            <OpeningDay at={stage.opensAt} />
            <span>
              <strong>{stage.name}</strong>
              <small>
                dibuka {dayParts(stage.opensAt).weekday} pukul {formatClock(stage.opensAt)}
              </small>
            </span>
          </li>
        ))}
      </ol>
      <p class="kecil redup">
        <a href={paths.schedule}>Jadwal lengkap</a>
      </p>
    </section>
  );
}

function OpeningDay({ at }: { readonly at: string }) {
  const { day, month } = dayParts(at);
  return (
    <time dateTime={at}>
      {day} <small>{month}</small>
    </time>
  );
}

interface PrimaryProps {
  readonly moment: Moment;
  readonly finalists: number;
  readonly hasResult: boolean;
  readonly registration: Registration;
}

function Primary({ moment, finalists, hasResult, registration }: PrimaryProps) {
  if ([moment.isOpen ? moment.stage : null, ...moment.besides].some((stage) => stage?.kind === 'registration')) {
    return (
      <ButtonLink href={registration.href} kind="utama">
        {registration.label}
      </ButtonLink>
    );
  }
  if (hasResult) {
    return (
      <ButtonLink href={paths.results} kind="utama">
        Lihat hasil
      </ButtonLink>
    );
  }
  if (finalists > 0) {
    return (
      <ButtonLink href="#finalis" kind="utama">
        Lihat {finalists} finalis
      </ButtonLink>
    );
  }
  return (
    <ButtonLink href={paths.schedule} kind="utama">
      Lihat jadwal
    </ButtonLink>
  );
}

function drawNothing(c: Ctx): Response {
  return page(
    c,
    { title: 'BAILANG', current: '/' },
    <div class="baca tumpuk">
      <h1>Belum ada lomba yang berjalan</h1>
      <p class="utama">Sekretariat belum membuat edisi. Begitu dibuat, tahap dan tanggalnya tampil di sini.</p>
    </div>,
  );
}
