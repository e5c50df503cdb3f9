// The robustness card on a page: one sentence, pictures with their tables, and the figures behind them.

import type { CardSummary, JurorRow } from '../../domain/robustness/summary.ts';
import { formatList } from '../../texts/id/format.ts';
import { agreementRows, cardSentence, cardTexts, doubtSentence, figureOf, severitySentence, share } from '../../texts/id/robustness.ts';
import { DefinitionList } from './definition-list.tsx';
import { Notice } from './notice.tsx';
import { Details } from './panels.tsx';
import { RankSpread, Spread } from './rank-spread.tsx';
import { Table } from './table.tsx';

/** A large field is shown by its top; what lies below decides nothing. */
const MOST_ROWS = 30;

interface RobustnessProps {
  readonly card: CardSummary | null;
  readonly names: ReadonlyMap<string, string>;
  readonly criteria: readonly { readonly code: string; readonly name: string }[];
  /** Code -> name, for the chair only. */
  readonly jurors?: ReadonlyMap<string, string>;
}

export function Robustness({ card, names, criteria, jurors }: RobustnessProps) {
  if (card === null) return <Notice kind="sunyi">{cardTexts.waiting}</Notice>;
  const nameOf = shortNames(names);
  const codeName = (code: string) => (jurors?.has(code) ? `${code} ${jurors.get(code)}` : code);
  const criterionName = new Map(criteria.map(({ code, name }) => [code, name]));
  return (
    <section class="tumpuk ruang-5" aria-labelledby="kokoh">
      <div class="tumpuk baca">
        <h2 id="kokoh">{cardTexts.title}</h2>
        <p class="redup">{cardTexts.lead}</p>
        <Notice kind="info" level={3} title={cardTexts.minutes}>
          {cardSentence(card, nameOf)}
        </Notice>
      </div>
      <Intervals card={card} nameOf={nameOf} />
      <div>
        <WithoutJuror card={card} nameOf={nameOf} codeName={codeName} />
        <Weights card={card} nameOf={(code) => criterionName.get(code) ?? code} />
        <Details summary={cardTexts.agreement}>
          <DefinitionList dense rows={agreementRows(card)} />
        </Details>
        <Jurors card={card} nameOf={nameOf} codeName={codeName} />
      </div>
    </section>
  );
}

/** Names without what stands in brackets behind them, where they still differ. */
function shortNames(names: ReadonlyMap<string, string>): (id: string) => string {
  const short = new Map([...names].map(([id, name]) => [id, name.replace(/ \([^()]*\)$/, '')]));
  const areDistinct = new Set(short.values()).size === names.size;
  return (id) => (areDistinct ? short : names).get(id) ?? id;
}

interface PartProps {
  readonly card: CardSummary;
  readonly nameOf: (id: string) => string;
  readonly codeName: (code: string) => string;
}

function Intervals({ card, nameOf }: Omit<PartProps, 'codeName'>) {
  const all = [...card.entries].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const order = all.slice(0, MOST_ROWS);
  const doubt = doubtSentence(card, MOST_ROWS, nameOf);
  const spread = order.flatMap(({ id, juryRank, interval }) =>
    interval === null
      ? []
      : [
          {
            name: nameOf(id),
            place: juryRank,
            best: interval[0],
            worst: interval[1],
            words: `peringkat juri ${juryRank}, rentang ${interval[0]} sampai ${interval[1]}`,
          },
        ],
  );
  return (
    <section class="tumpuk" aria-labelledby="rentang">
      <h3 id="rentang">{cardTexts.intervals}</h3>
      {spread.length === 0 ? <p class="redup baca">{cardTexts.noIntervals}</p> : <p class="redup baca">{cardTexts.intervalsLead}</p>}
      {spread.length > 0 && <RankSpread rows={spread} places={all.length} />}
      {all.length > order.length && <p class="redup">{cardTexts.firstOnly(order.length, all.length)}</p>}
      {doubt !== '' && <p class="baca">{doubt}</p>}
      <p class="baca">{severitySentence(card)}</p>
      <details class="rinci">
        <summary>{cardTexts.compare}</summary>
        <Table
          label={cardTexts.compare}
          dense
          wrapsHead
          columns={[
            { key: 'name', label: 'Usulan', heading: true },
            { key: 'rank', label: 'Resmi', numeric: true },
            { key: 'jury', label: 'Nilai juri saja', numeric: true },
            { key: 'interval', label: 'Rentang 95%', numeric: true },
            { key: 'fair', label: 'Ketatnya juri diperhitungkan', numeric: true },
            { key: 'z', label: 'Dinormalkan per juri', numeric: true },
            { key: 'panel', label: 'Menang pada panel lain', numeric: true },
            { key: 'weights', label: 'Menang bila bobot bergeser 25%', numeric: true },
          ]}
          rows={order.map((one) => ({
            cells: {
              name: nameOf(one.id),
              rank: one.rank,
              jury: one.juryRank,
              interval: one.interval === null ? '–' : one.interval.join('–'),
              fair: one.fairRank ?? '–',
              z: one.zRank,
              panel: one.winsByPanel === null ? '–' : share(one.winsByPanel),
              weights: share(one.winsByWeights),
            },
          }))}
        />
      </details>
    </section>
  );
}

function WithoutJuror({ card, nameOf, codeName }: PartProps) {
  const change = (one: CardSummary['withoutJuror'][number]) => {
    const moved = [
      one.entering.length > 0 ? `masuk ${formatList(one.entering.map(nameOf))}` : '',
      one.leaving.length > 0 ? `keluar ${formatList(one.leaving.map(nameOf))}` : '',
      one.blocked.length > 0 ? `kurang juri: ${formatList(one.blocked.map(nameOf))}` : '',
    ].filter(Boolean);
    return moved.length === 0 ? 'tetap' : moved.join('; ');
  };
  return (
    <Details summary={cardTexts.without}>
      <div class="tumpuk">
        <p class="redup baca">{cardTexts.withoutLead}</p>
        <Table
          label={cardTexts.without}
          dense
          columns={[
            { key: 'juror', label: 'Tanpa', heading: true },
            { key: 'winner', label: 'Peringkat pertama' },
            { key: 'line', label: `${card.top} teratas` },
            { key: 'shift', label: 'Pindah paling jauh', numeric: true },
          ]}
          rows={card.withoutJuror.map((one) => ({
            cells: {
              juror: codeName(one.juror),
              winner: one.winners.length === 0 ? '–' : formatList(one.winners.map(nameOf)),
              line: change(one),
              shift: one.maxRankShift === 0 ? 'tidak ada' : `${one.maxRankShift} tempat`,
            },
          }))}
        />
      </div>
    </Details>
  );
}

function Weights({ card, nameOf }: Omit<PartProps, 'codeName'>) {
  if (card.stability.length === 0) return null;
  return (
    <Details summary={cardTexts.weights}>
      <div class="tumpuk">
        <p class="redup baca">{cardTexts.weightsLead}</p>
        <Spread
          ends={['0%', '100%']}
          rows={card.stability.map(({ code, low, at, high }) => ({
            name: nameOf(code),
            at,
            from: low,
            until: high,
            words: `sekarang ${share(at)}, boleh ${share(low)} sampai ${share(high)}`,
          }))}
        />
        <details class="rinci">
          <summary>Tabel: bobot</summary>
          <Table
            label="Bobot dan rentangnya"
            dense
            columns={[
              { key: 'name', label: 'Kriteria', heading: true },
              { key: 'at', label: 'Sekarang', numeric: true },
              { key: 'low', label: 'Paling rendah', numeric: true },
              { key: 'high', label: 'Paling tinggi', numeric: true },
            ]}
            rows={card.stability.map(({ code, low, at, high }) => ({ cells: { name: nameOf(code), at: share(at), low: share(low), high: share(high) } }))}
          />
        </details>
      </div>
    </Details>
  );
}

function Jurors({ card, nameOf, codeName }: PartProps) {
  const lenient = ({ leniency, error }: JurorRow) =>
    leniency === null ? '–' : `${leniency > 0 ? '+' : ''}${figureOf(leniency)}${error === null ? '' : ` ± ${figureOf(error)}`}`;
  return (
    <Details summary={cardTexts.jurors}>
      <div class="tumpuk">
        <p class="redup baca">{cardTexts.jurorsLead}</p>
        <Table
          label={cardTexts.jurors}
          dense
          wrapsHead
          columns={[
            { key: 'juror', label: 'Juri', heading: true },
            { key: 'sheets', label: 'Lembar', numeric: true },
            { key: 'mean', label: 'Rata-rata', numeric: true },
            { key: 'leniency', label: 'Kelonggaran ± galat', numeric: true },
            { key: 'difference', label: 'Selisih dari juri lain', numeric: true },
            { key: 'rho', label: 'Korelasi urutan', numeric: true },
          ]}
          rows={card.jurors.map((one) => ({
            cells: {
              juror: codeName(one.code),
              sheets: one.sheets,
              mean: figureOf(one.mean),
              leniency: lenient(one),
              difference: figureOf(one.difference),
              rho: one.constant ? 'nilai seragam' : figureOf(one.rho),
            },
          }))}
        />
        {card.unusual.length > 0 && (
          <details class="rinci">
            <summary>{cardTexts.unusual}</summary>
            <p class="redup baca">{cardTexts.unusualLead}</p>
            <ul>
              {card.unusual.slice(0, MOST_ROWS).map(({ entry, juror, r }) => (
                <li key={`${entry} ${juror}`}>
                  {codeName(juror)} untuk {nameOf(entry)}: {r > 0 ? 'lebih tinggi' : 'lebih rendah'} dari perkiraan ({figureOf(Math.abs(r), 1)} galat baku)
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Details>
  );
}
