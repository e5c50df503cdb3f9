// The robustness card on a page: one sentence, pictures with their tables, and the figures behind them.

import { concernsOf } from '../../domain/robustness/advice.ts';
import type { CardSummary, JurorRow } from '../../domain/robustness/summary.ts';
import {
  adviceSentence,
  agreementRows,
  type CardNames,
  cardSentence,
  cardTexts,
  doubtSentence,
  figureOf,
  marginWords,
  severitySentence,
  share,
} from '../../texts/id/robustness.ts';
import { DefinitionList } from './definition-list.tsx';
import { Notice } from './notice.tsx';
import { Details } from './panels.tsx';
import { RankSpread, Spread } from './rank-spread.tsx';
import { Table } from './table.tsx';
import { WithoutOne } from './without-one.tsx';

/** A large field is shown by its top; what lies below decides nothing. */
const MOST_ROWS = 30;

interface RobustnessProps {
  readonly card: CardSummary | null;
  readonly names: ReadonlyMap<string, string>;
  readonly criteria: readonly { readonly code: string; readonly name: string }[];
  /** Code -> name, for the chair only. */
  readonly jurors?: ReadonlyMap<string, string>;
  /** Nothing is left to do: the card says what was known. */
  readonly isPublished?: boolean;
}

export function Robustness({ card, names, criteria, jurors, isPublished = false }: RobustnessProps) {
  if (card === null) return <Notice kind="sunyi">{cardTexts.waiting}</Notice>;
  if (card.hidden !== null) return <Notice kind="sunyi">{cardTexts.hidden[card.hidden]}</Notice>;
  const known: CardNames = {
    nameOf: shortNames(names),
    jurorOf: (code: string) => (jurors?.has(code) ? `${code} ${jurors.get(code)}` : code),
    criteria,
  };
  const isFirm = concernsOf(card).length === 0;
  return (
    <section class="tumpuk ruang-5" aria-labelledby="kokoh">
      <div class="tumpuk baca">
        <h2 id="kokoh">{cardTexts.title}</h2>
        <Margins card={card} names={known} />
        <Notice kind={isFirm ? 'sukses' : 'awas'} level={3} title={isPublished ? cardTexts.known : cardTexts.advice}>
          {adviceSentence(card, known, isPublished)}
        </Notice>
        <p class="redup">{cardTexts.lead}</p>
      </div>
      <div>
        <Details summary={cardTexts.without}>
          <WithoutOne
            rows={card.withoutJuror}
            lead={cardTexts.withoutLead}
            label={cardTexts.without}
            card={card}
            nameOf={known.nameOf}
            codeOf={known.jurorOf}
          />
        </Details>
        {card.withoutCriterion.length > 0 && (
          <Details summary={cardTexts.withoutCriterion}>
            <WithoutOne
              rows={card.withoutCriterion}
              lead={cardTexts.withoutCriterionLead}
              label={cardTexts.withoutCriterion}
              card={card}
              nameOf={known.nameOf}
              codeOf={(code) => criterionName(known, code)}
            />
          </Details>
        )}
        <Details summary={cardTexts.intervals}>
          <Intervals card={card} nameOf={known.nameOf} />
        </Details>
        <Weights card={card} names={known} />
        <Details summary={cardTexts.agreement}>
          <DefinitionList dense rows={agreementRows(card)} />
        </Details>
        <Jurors card={card} nameOf={known.nameOf} codeName={known.jurorOf} />
        <Details summary={cardTexts.minutes}>
          <p class="baca">{cardSentence(card, known)}</p>
        </Details>
      </div>
    </section>
  );
}

function criterionName({ criteria }: CardNames, code: string): string {
  return criteria.find((one) => one.code === code)?.name ?? code;
}

/** What lies between the places that count, and what it takes to turn them. */
function Margins({ card, names }: { readonly card: CardSummary; readonly names: CardNames }) {
  const rows = card.margins.map((margin) => marginWords(margin, names));
  if (rows.length === 0) return <p>{cardTexts.noMargins}</p>;
  return (
    <>
      <h3>{cardTexts.margins}</h3>
      <DefinitionList rows={rows.map(({ places, gap, turn }) => ({ term: places, value: `${gap}; ${turn}` }))} />
    </>
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
  const spread = order.flatMap(({ id, rank, interval }) =>
    interval === null
      ? []
      : [
          {
            name: nameOf(id),
            place: rank,
            best: interval[0],
            worst: interval[1],
            words: `peringkat ${rank}, rentang ${interval[0]} sampai ${interval[1]}`,
          },
        ],
  );
  return (
    <div class="tumpuk">
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
            { key: 'interval', label: 'Rentang bila panel lain', numeric: true },
            { key: 'fair', label: 'Ketatnya juri diperhitungkan (nilai juri saja)', numeric: true },
            { key: 'z', label: 'Dinormalkan per juri (nilai juri saja)', numeric: true },
            { key: 'panel', label: 'Pertama pada panel lain', numeric: true },
            { key: 'weights', label: 'Pertama bila bobot bergeser 25%', numeric: true },
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
              weights: one.winsByWeights === null ? '–' : share(one.winsByWeights),
            },
          }))}
        />
      </details>
    </div>
  );
}

function Weights({ card, names }: { readonly card: CardSummary; readonly names: CardNames }) {
  const ends = (range: readonly [number, number] | null) => (range === null ? cardTexts.notByScore : `${share(range[0])} sampai ${share(range[1])}`);
  const drawn = card.weights.flatMap(({ code, at, winner }) =>
    winner === null
      ? []
      : [{ name: criterionName(names, code), at, from: winner[0], until: winner[1], words: `sekarang ${share(at)}, juara tetap antara ${ends(winner)}` }],
  );
  return (
    <Details summary={cardTexts.weights}>
      <div class="tumpuk">
        <p class="redup baca">{card.weights.length === 0 ? cardTexts.noWeights : cardTexts.weightsLead}</p>
        {drawn.length > 0 && <Spread ends={['0%', '100%']} rows={drawn} />}
        {card.weights.length > 0 && (
          <Table
            label="Bobot dan rentangnya"
            dense
            wrapsHead
            columns={[
              { key: 'name', label: 'Kriteria', heading: true },
              { key: 'at', label: 'Sekarang', numeric: true },
              { key: 'winner', label: 'Juara pertama tetap', numeric: true },
              { key: 'top', label: `${card.top} teratas tetap`, numeric: true },
            ]}
            rows={card.weights.map(({ code, at, winner, top }) => ({
              cells: { name: criterionName(names, code), at: share(at), winner: ends(winner), top: ends(top) },
            }))}
          />
        )}
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
