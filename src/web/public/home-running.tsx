// An earlier edition that is not over while the next has begun: where it stands, who still presents, and the way to its schedule.

import type { Edition } from '../../domain/edition/edition.ts';
import type { Stage } from '../../domain/edition/stage.ts';
import { momentOf } from '../../domain/edition/timeline.ts';
import type { StageChange } from '../../store/edition.read.ts';
import type { FinalistList } from '../../store/gallery.read.ts';
import type { Zone } from '../../texts/id/format.ts';
import { homeTexts } from '../../texts/id/public-pages.ts';
import { publicationTexts } from '../../texts/id/publication.ts';
import { paths } from '../paths.ts';
import { FinalistColumns } from './home-lists.tsx';
import { Changes, MomentLine, Turn } from './home-moment.tsx';

/** What the public knows of an edition. */
export interface Standing {
  readonly edition: Edition;
  readonly stages: readonly Stage[];
  readonly changes: readonly StageChange[];
  readonly finalists: readonly FinalistList[];
}

interface StillRunningProps {
  readonly standing: Standing;
  readonly now: string;
  readonly zone: Zone;
}

export function StillRunning({ standing, now, zone }: StillRunningProps) {
  const { edition, stages, changes, finalists } = standing;
  const moment = momentOf(stages, now);
  const awaited = finalists.filter(({ winners }) => winners === null);
  return (
    <section class="bagian wadah tumpuk" aria-labelledby={`edisi-${edition.year}`}>
      <h2 id={`edisi-${edition.year}`}>{homeTexts.stillRunning(edition.year)}</h2>
      {moment.stage === null ? <p class="utama baca">{homeTexts.awaited}</p> : <Turn moment={moment} venue={edition.venue} now={now} counts={false} />}
      <MomentLine moment={moment} zone={zone} />
      <Changes changes={changes} stages={stages} now={now} />
      <p class="baris">
        <a href={paths.scheduleOf(edition.year)}>{homeTexts.scheduleOf(edition.year)}</a>
        <a href={paths.guideOf(edition.year)}>{homeTexts.guideOf(edition.year)}</a>
        {finalists
          .filter(({ winners }) => winners !== null)
          .map(({ categoryCode, categoryName }) => (
            <a key={categoryCode} href={paths.result(edition.year, categoryCode)}>
              {publicationTexts.seeResult(categoryName)}
            </a>
          ))}
      </p>
      {awaited.length > 0 && (
        <>
          <h3>{homeTexts.finalistsOf(edition.year)}</h3>
          <FinalistColumns lists={awaited} level={4} />
        </>
      )}
    </section>
  );
}
