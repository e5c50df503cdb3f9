// How many entries came in and how many stayed: of the edition itself once it is over, of the last known one until then.

import type { EditionHistory } from '../../domain/edition/edition.ts';
import type { Passage } from '../../store/gallery.read.ts';
import { formatWhole } from '../../texts/id/format.ts';
import { homeTexts } from '../../texts/id/public-pages.ts';
import { paths } from '../paths.ts';
import { Funnel } from '../ui/funnel.tsx';

/** The newest past edition whose figures are known whole. */
export const FUNNEL_YEAR = 2022;

export function PastFunnel({ history }: { readonly history: EditionHistory }) {
  const steps = history.funnel ?? [];
  const widest = steps[0]?.count ?? 1;
  if (steps.length === 0) return null;
  return (
    <figure class="tumpuk">
      <figcaption>
        <h2>Yang tersaring tahun {FUNNEL_YEAR}</h2>
        <p class="redup">
          Angka terbuka terakhir yang lengkap. <a href={paths.pastEdition(FUNNEL_YEAR)}>Sumber dan keraguannya</a>
        </p>
      </figcaption>
      <Funnel
        steps={steps.map((step, index) => ({
          count: formatWhole(step.count),
          share: step.count / widest,
          label: step.label,
          last: index === steps.length - 1,
        }))}
      />
    </figure>
  );
}

/** What became of this edition's own entries. */
export function OwnFunnel({ year, counts }: { readonly year: number; readonly counts: Passage }) {
  const steps = homeTexts.passage(counts);
  return (
    <figure class="tumpuk">
      <figcaption>
        <h2>{homeTexts.passageOf(year)}</h2>
      </figcaption>
      <Funnel
        steps={steps.map(({ count, label }, index) => ({
          count: formatWhole(count),
          share: counts.sent === 0 ? 0 : count / counts.sent,
          label,
          last: index === steps.length - 1,
        }))}
      />
    </figure>
  );
}
