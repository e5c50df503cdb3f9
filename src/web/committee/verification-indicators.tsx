// Every indicator of an entry under review, each with how it stands for this verifier.

import { VERDICT_WORDS, verificationTexts } from '../../texts/id/assessment.ts';
import { paths } from '../paths.ts';
import { Icon } from '../ui/icon.tsx';
import type { Review } from './verification.page.tsx';

const LOOKS = { agree: ['daun', 'cek'], lower: ['janar', 'bawah'], repair: ['mengkudu', 'pena'], invalid: ['mengkudu', 'silang'] } as const;

export function IndicatorList({ review, current }: { readonly review: Review; readonly current: string }) {
  return (
    <nav class="sanding__daftar" id="indikator" aria-labelledby="semua-indikator">
      <h2 id="semua-indikator">{verificationTexts.list(review.progress.decided, review.progress.total)}</h2>
      <ol class="nomor">
        {review.indicators.map(({ code, name }, at) => {
          const verdict = review.verdicts.get(code);
          const isEmpty = (review.frozen.get(code)?.level ?? 0) === 0;
          const isOthers = review.others.has(code);
          const [colour, icon] = verdict
            ? LOOKS[verdict.kind]
            : isOthers
              ? (['redup', 'orang'] as const)
              : isEmpty
                ? (['redup', 'kurang'] as const)
                : (['redup', 'kosong'] as const);
          const word = verdict ? VERDICT_WORDS[verdict.kind] : isOthers ? verificationTexts.others : isEmpty ? 'Tidak diklaim' : 'Belum';
          return (
            <li key={code}>
              <a href={paths.verification(review.entry.entryId, code)} aria-current={code === current ? 'true' : undefined}>
                <span class={`status status--${colour}`}>
                  <Icon name={icon} />
                  <span class="hanya-baca">{word}</span>
                </span>
                <span>{at + 1}</span>
                <span>{name}</span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
