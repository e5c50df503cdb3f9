// The figures of the index page: the one big number, the three figures side by side, and the three parts with their bars and table.

import { highestPoints } from '../../domain/instrument/instrument.ts';
import type { RegionalIndex } from '../../domain/regional-index/iid.ts';
import { highestCount, type IndexRule, type Predicate } from '../../domain/regional-index/rule.ts';
import { BASES, type Basis } from '../../domain/regional-index/standing.ts';
import { fromInt, HUNDRED, rational, sub, sum, toText } from '../../domain/shared/rational.ts';
import { formatDecimal, formatWhole } from '../../texts/id/format.ts';
import { basisWords, indexTexts } from '../../texts/id/regional-index.ts';
import { paths } from '../paths.ts';
import { Notice } from '../ui/notice.tsx';
import { Details } from '../ui/panels.tsx';
import { ScoreBar, type ScorePartKind } from '../ui/score-bar.tsx';
import { Table } from '../ui/table.tsx';
import { type StateKind, Tag } from '../ui/tag.tsx';
import { type IndexAddress, indexAddress } from './iid-address.ts';
import { gainWords } from './iid-gains.tsx';
import { shareOf, shown, shownChange } from './iid-numbers.ts';
import type { IndexView } from './iid-view.ts';

const BAR: Readonly<Record<Basis, ScorePartKind>> = { verified: 'terverifikasi', evidenced: 'berbukti', claimed: 'klaim' };
const TAG: Readonly<Record<Basis, StateKind>> = { verified: 'terverifikasi', evidenced: 'bukti', claimed: 'belum' };

export function Headline({ view }: { readonly view: IndexView }) {
  const { rule, basis, year } = view;
  const index = view.indices[basis];
  const thresholds = rule.predicates.filter(({ from }) => from !== '0' && from !== '0.01').reverse();
  return (
    <section>
      <h1>Indeks Inovasi Daerah {year}, sementara</h1>
      <div class="indeks__kepala mb">
        <p class="indeks">{shown(index.iid)}</p>
        <div class="tumpuk ruang-2">
          <p class="baris">
            <Tag state="netral">{index.predicate.label}</Tag>
            <Tag state={TAG[basis]}>{basisWords[basis].tag}</Tag>
          </p>
          <p class="redup">{distance(rule, index)}</p>
          <TopLever view={view} />
        </div>
      </div>
      <OpenSpd view={view} />
      <ScoreBar
        parts={[
          { kind: BAR[basis], share: shareOf(index.iid, HUNDRED), text: `Indeks ${shown(index.iid)} dari 100`, word: basisWords[basis].name.toLowerCase() },
        ]}
        thresholds={thresholds.map(({ label, from }) => ({ share: shareOf(rational(from), HUNDRED), text: formatDecimal(from), word: label }))}
        withoutKey
      />
      <p class="kecil redup">
        ({shown(index.spd)} + {shown(index.average)} + {shown(index.countScore)}) dari {formatDecimal(toText(rule.total))}, dikali 100. {basisWords[basis].what}
      </p>
    </section>
  );
}

/** The step that adds most, where the figure stands. */
function TopLever({ view }: { readonly view: IndexView }) {
  const gain = view.gains[0];
  if (gain === undefined) return null;
  return (
    <p>
      {indexTexts.topGain}: <a href="#langkah-judul">{gainWords(view, gain).name}</a>, <strong class="skor__naik">{shownChange(gain.gain)}</strong>
    </p>
  );
}

/** Rows that nobody filled in pull the figure down without anything being wrong: said where the figure stands. */
function OpenSpd({ view: { rule, spd, year } }: { readonly view: IndexView }) {
  const open = rule.spd.filter(({ code }) => (spd.rows[code]?.level ?? null) === null).length;
  if (open === 0) return null;
  return (
    <Notice kind="awas">
      <p>
        {indexTexts.spdOpen(open, rule.spd.length)} <a href={paths.spd(year)}>{indexTexts.fillSpd}</a>
      </p>
    </Notice>
  );
}

function distance(rule: IndexRule, index: RegionalIndex): string {
  const next = above(rule.predicates, index.predicate);
  const printed = rational(index.printed);
  if (next === null) return indexTexts.above(shown(sub(printed, rational(index.predicate.from))), formatDecimal(index.predicate.from));
  return indexTexts.below(shown(sub(rational(next.from), printed)), next.label, formatDecimal(next.from));
}

function above(predicates: readonly Predicate[], own: Predicate): Predicate | null {
  return predicates[predicates.findIndex(({ label }) => label === own.label) - 1] ?? null;
}

/** The three figures, never mixed: each with its own innovations. */
export function ThreeFigures({ view, address }: { readonly view: IndexView; readonly address: IndexAddress }) {
  return (
    <section class="tumpuk" aria-labelledby="dasar">
      <h2 id="dasar">Klaim, berbukti, terverifikasi</h2>
      <Table
        label="Indeks menurut klaim, bukti, dan verifikasi"
        ranked
        columns={[
          { key: 'basis', label: 'Dasar', heading: true },
          { key: 'innovations', label: 'Inovasi', numeric: true },
          { key: 'average', label: 'Kematangan rata-rata', numeric: true },
          { key: 'count', label: 'Skor jumlah', numeric: true },
          { key: 'iid', label: 'Indeks', numeric: true, strong: true, last: true },
        ]}
        rows={[...BASES].reverse().map((basis) => ({
          cells: figureCells(view, basis, address),
          ...(basis === view.basis ? { tone: 'terpilih' as const } : {}),
        }))}
      />
      {view.standing.unverified.length > 0 && (
        <p class="kecil redup">
          {formatWhole(view.standing.unverified.length)} inovasi belum selesai diverifikasi dan tidak ikut angka terverifikasi. Level yang belum diputus tidak
          dianggap 0.
        </p>
      )}
      {view.standing.otherCatalogue.length > 0 && (
        <p class="kecil redup">
          {formatWhole(view.standing.otherCatalogue.length)} inovasi memakai katalog tahun lain dan tidak dihitung:{' '}
          {view.standing.otherCatalogue.slice(0, 5).join(', ')}
          {view.standing.otherCatalogue.length > 5 ? ', dan lainnya.' : '.'}
        </p>
      )}
    </section>
  );
}

function figureCells(view: IndexView, basis: Basis, address: IndexAddress) {
  const index = view.indices[basis];
  const { name } = basisWords[basis];
  const isEmpty = index.maturity.size === 0;
  return {
    basis: (
      <>
        {basis === view.basis ? name : <a href={indexAddress({ ...address, basis })}>{name}</a>}
        <small>{[isEmpty ? '' : index.predicate.label, basis === view.basis ? 'ditampilkan' : ''].filter((part) => part !== '').join(' · ')}</small>
      </>
    ),
    innovations: formatWhole(index.maturity.size),
    average: isEmpty ? indexTexts.pending : shown(index.average),
    count: isEmpty ? indexTexts.pending : shown(index.countScore),
    iid: isEmpty ? indexTexts.pending : shown(index.iid),
  };
}

/** SPD, average maturity and count, each a bar; the table behind them holds every row of the region. */
export function ThreeParts({ view }: { readonly view: IndexView }) {
  const { rule, basis } = view;
  const index = view.indices[basis];
  const parts = [
    { label: indexTexts.parts.spd, value: index.spd, most: highestPoints(rule.spd), kind: 'berbukti' as const },
    { label: `${indexTexts.parts.sid} ${formatWhole(index.maturity.size)} inovasi`, value: index.average, most: highestPoints(rule.sid), kind: BAR[basis] },
    { label: indexTexts.parts.count, value: index.countScore, most: highestCount(rule), kind: BAR[basis] },
  ];
  return (
    <section class="tumpuk" aria-labelledby="bagian">
      <h2 id="bagian">Tiga bagian</h2>
      {parts.map(({ label, value, most, kind }) => (
        <div key={label}>
          <p class="baris baris--jauh">
            <span>{label}</span>
            <span class="angka">
              <strong>{shown(value)}</strong> <span class="redup">dari {formatDecimal(toText(most))}</span>
            </span>
          </p>
          <ScoreBar parts={[{ kind, share: shareOf(value, most), text: `${shown(value)} dari ${formatDecimal(toText(most))}`, word: '' }]} withoutKey />
        </div>
      ))}
      <Details summary="Lihat rumus dan tabel">
        <Table
          label="Rumus indeks"
          dense
          columns={[
            { key: 'part', label: 'Bagian', heading: true },
            { key: 'formula', label: 'Dari' },
            { key: 'points', label: 'Poin', numeric: true },
            { key: 'exact', label: 'Pecahan eksak', numeric: true },
          ]}
          rows={formulaRows(rule, index)}
        />
      </Details>
    </section>
  );
}

function formulaRows(rule: IndexRule, index: RegionalIndex) {
  const row = (part: string, formula: string, value: typeof index.spd) => ({ cells: { part, formula, points: shown(value), exact: toText(value) } });
  const points = sum([...index.maturity.values()]);
  const counted = Math.min(index.maturity.size, rule.count.cap);
  const covers = `${index.covered.length} dari ${rule.basicServices.length} urusan layanan dasar, perlu ${index.terms.basicServicesNeeded}`;
  return [
    row('SPD', `jumlah bobot × level ${rule.spd.length} baris`, index.spd),
    row('Kematangan', `${shown(points)} poin ÷ ${index.divisor} (pembagi paling kecil ${index.terms.divisor})`, index.average),
    row('Jumlah inovasi', `${formatDecimal(rule.count.weight)} × ${formatWhole(counted)}; ${covers}`, index.countScore),
    row('Jumlah', 'SPD + kematangan + jumlah inovasi', index.total),
    row('Indeks', `jumlah ÷ ${toText(rule.total)} × ${fromInt(100).n}`, index.iid),
  ];
}
