// Pieces that pages of an entry share: the score, the state, what is missing, notes to answer.

import type { EntryState } from '../../domain/innovation/entry.ts';
import type { Finding, Place } from '../../domain/innovation/readiness.ts';
import { shareOf, shortOfFloor } from '../../domain/innovation/score.ts';
import { parseDecimal } from '../../domain/shared/rational.ts';
import { formatDateTime, formatDecimal, formatRemaining } from '../../texts/id/format.ts';
import { entryStateWords, floorTexts } from '../../texts/id/innovation.ts';
import { say } from '../../texts/id/say.ts';
import { paths } from '../paths.ts';
import { Notice } from '../ui/notice.tsx';
import { ScoreBar } from '../ui/score-bar.tsx';
import { type StateKind, Tag } from '../ui/tag.tsx';
import { type EntryView, pointsText } from './entry-view.ts';

interface DraftScoreProps {
  readonly view: EntryView;
  readonly thin?: boolean;
  readonly bare?: boolean;
}

/** Claimed and evidenced points, with the category's gate on the bar. */
export function DraftScore({ view, thin, bare }: DraftScoreProps) {
  const { score } = view;
  const floor = parseDecimal(view.entry.rules.floor ?? '');
  return (
    <ScoreBar
      figure={pointsText(score.evidenced)}
      figureNote={`dari ${pointsText(score.max)} poin, sudah berbukti`}
      parts={[
        { kind: 'berbukti', share: shareOf(score.evidenced, score.max), text: pointsText(score.evidenced) },
        { kind: 'klaim', share: shareOf(score.bare, score.max), text: pointsText(score.bare) },
      ]}
      rest={pointsText(score.open)}
      thresholds={thin || floor === null ? [] : [{ share: shareOf(floor, score.max), text: floorTexts.mark(pointsText(floor)) }]}
      thin={thin}
      withoutKey={bare}
    />
  );
}

/** Below the category's gate a proposal is out at the desk: said while it can still be mended. */
export function FloorNote({ view }: { readonly view: EntryView }) {
  const { floor } = view.entry.rules;
  const short = shortOfFloor(view.score.evidenced, floor);
  if (floor === null) return null;
  if (short === null) return <p class="redup">{floorTexts.rule(formatDecimal(floor))}</p>;
  return (
    <Notice kind="awas" title={floorTexts.below(pointsText(short))}>
      {floorTexts.rule(formatDecimal(floor))}
    </Notice>
  );
}

const STATES: Readonly<Record<EntryState, StateKind>> = {
  draft: 'proses',
  submitted: 'menunggu',
  'returned-by-head': 'perbaikan',
  approved: 'menunggu',
  'in-verification': 'menunggu',
  'returned-for-repair': 'perbaikan',
  verified: 'terverifikasi',
  eligible: 'selesai',
  refused: 'netral',
  withdrawn: 'netral',
};

export function StateTag({ state }: { readonly state: EntryState }) {
  return <Tag state={STATES[state]}>{entryStateWords[state]}</Tag>;
}

/** The page and the field where a finding is mended. */
export function placeHref(entryId: string, place: Place): string {
  return 'part' in place ? `${paths.profile(entryId, place.part)}#${place.field}` : paths.indicator(entryId, place.indicator);
}

/** Each finding leads to where it is mended, or, for who only reads, to where it stands in the page. */
export function Findings({ findings, hrefOf }: { readonly findings: readonly Finding[]; readonly hrefOf: (place: Place) => string }) {
  return (
    <ul>
      {findings.map(({ place, what }) => (
        <li>
          <a href={hrefOf(place)}>{say(what)}</a>
        </li>
      ))}
    </ul>
  );
}

/** What deserves a second look at the place that is open. */
export function SecondLook({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Notice kind="awas" title="Yang patut diperiksa lagi">
      {findings.map(({ what }) => (
        <p key={what.code}>{say(what)}</p>
      ))}
    </Notice>
  );
}

/** When it closes, in the server's time; or why nothing can be changed any more. */
export function Deadline({ view, now }: { readonly view: EntryView; readonly now: string }) {
  const until = view.entry.repairUntil ?? view.stages.find((stage) => stage.kind === 'registration')?.closesAt;
  if (until === undefined) return null;
  const closes = now < until ? 'Tutup' : 'Ditutup';
  const word = view.entry.repairUntil === null ? closes : 'Perbaikan sampai';
  return (
    <p>
      {word} <strong>{formatDateTime(until, view.zone)}</strong> {now < until && <span class="redup">({formatRemaining(now, until)})</span>}
    </p>
  );
}

/** Why the draft, or one place of it, is read only, when it is. */
export function ReadOnlyNotice({ view, place }: { readonly view: EntryView; readonly place?: string }) {
  if (!view.edits) return <Notice kind="info">Anda membaca usulan ini sebagai kepala kantor. Yang mengisi adalah inovator kantor Anda.</Notice>;
  const change = place === undefined ? view.change : view.changeAt(place);
  if (change.ok) return null;
  const isClosed = change.refusal.code.startsWith('stage.') || change.refusal.code === 'repair.closed';
  return (
    <Notice kind={isClosed ? 'awas' : 'info'} title={isClosed ? 'Isian hanya dapat dibaca' : undefined}>
      <p>{say(change.refusal).replace(' Tidak ada yang disimpan.', '')}</p>
      {isClosed && view.entry.state === 'draft' && (
        <p>
          Draf Anda tetap tersimpan dan bisa <a href={`${paths.entry(view.entry.entryId)}/cetak`}>dicetak</a>; draf ini tidak ikut dinilai.
        </p>
      )}
    </Notice>
  );
}
