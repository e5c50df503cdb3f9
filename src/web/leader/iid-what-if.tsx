// The simulation: tried in the address, dashed and blue, and never without its word.

import { highestPoints } from '../../domain/instrument/instrument.ts';
import { termsOf } from '../../domain/regional-index/rule.ts';
import { gainKey } from '../../domain/regional-index/what-if-form.ts';
import { add, compare, equals, HUNDRED, type Rational, rational, roundHalfUp, sub, toText } from '../../domain/shared/rational.ts';
import { formatDecimal, formatWhole } from '../../texts/id/format.ts';
import { indexTexts } from '../../texts/id/regional-index.ts';
import { say } from '../../texts/id/say.ts';
import { errorOf } from '../answer.tsx';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { ScoreBar } from '../ui/score-bar.tsx';
import { Tag } from '../ui/tag.tsx';
import { BASIS_NAMES, type IndexAddress, indexAddress, NOTHING_TRIED } from './iid-address.ts';
import { gainWords } from './iid-gains.tsx';
import { shareOf, shown, shownChange } from './iid-numbers.ts';
import type { IndexView } from './iid-view.ts';

export function WhatIfCard({ view, address }: CardProps) {
  const { simulation, refusal } = view;
  return (
    <section class={classNames('kartu kartu--simulasi tumpuk', simulation === null && 'jangan-cetak')} id="simulasi" aria-labelledby="simulasi-judul">
      <p class="baris baris--jauh">
        <Tag state="proses">SIMULASI</Tag>
        {(simulation !== null || refusal !== null) && (
          <a class="jangan-cetak" href={`${indexAddress({ ...address, whatIf: NOTHING_TRIED })}#simulasi`}>
            Ulang dari awal
          </a>
        )}
      </p>
      <h2 id="simulasi-judul">Bagaimana jika?</h2>
      {refusal && (
        <Notice kind="galat" live>
          {say(refusal)}
        </Notice>
      )}
      {simulation && <Simulated view={view} address={address} />}
      <WhatIfForm view={view} address={address} />
    </section>
  );
}

interface CardProps {
  readonly view: IndexView;
  readonly address: IndexAddress;
}

function Simulated({ view, address }: CardProps) {
  const { simulation, rule } = view;
  if (simulation === null) return null;
  const { before, after, change } = simulation;
  const falls = compare(after.iid, before.iid) < 0;
  const terms = termsOf(rule, Number(address.whatIf.year) || view.year);
  const needed = terms.ok ? terms.value.basicServicesNeeded : null;
  const [low, high] = falls ? [after.iid, before.iid] : [before.iid, after.iid];
  return (
    <div class="tumpuk ruang-2">
      <p class="baris baris--jauh">
        <span>Indeks SIMULASI menjadi</span>
        <span class="simulasi-angka">{shown(after.iid)}</span>
      </p>
      <ScoreBar
        parts={[
          { kind: 'berbukti', share: shareOf(low, HUNDRED), text: shown(low), word: falls ? 'sesudah simulasi' : 'sekarang' },
          {
            kind: 'simulasi',
            share: shareOf(sub(high, low), HUNDRED),
            text: shownChange(change),
            word: falls ? 'turun dalam simulasi' : 'naik dalam simulasi',
          },
        ]}
      />
      <p>
        {shownChange(change)} dari {shown(before.iid)}. Predikat SIMULASI: {after.predicate.label}.
        {addsUp(before.iid, change, after.iid) ? '' : ` ${indexTexts.roundedOnce}`}
      </p>
      {needed !== null && after.basicServices < needed && <p>{indexTexts.noCount(after.basicServices, needed)}</p>}
      <p>
        {indexTexts.tried}: {triedWords(view, address).join('; ')}.
      </p>
      <p class="kecil redup">
        ({shown(after.spd)} + {shown(after.average)} + {shown(after.countScore)}) dari {formatDecimal(toText(view.rule.total))}, dengan{' '}
        {formatWhole(after.innovations)} inovasi dan {after.basicServices} urusan layanan dasar. Bukan hasil; cetakan selalu memuat kata SIMULASI.
      </p>
    </div>
  );
}

function addsUp(before: Rational, change: Rational, after: Rational): boolean {
  const printed = (value: Rational) => rational(roundHalfUp(value, 2));
  return equals(add(printed(before), printed(change)), printed(after));
}

/** What was typed and ticked, as words: a printed simulation says what it simulates. */
function triedWords(view: IndexView, { whatIf }: IndexAddress): readonly string[] {
  const { average, spd, innovations, basicServices, year, steps } = whatIf;
  const names = new Map(view.gains.map((gain) => [gainKey(gain), gainWords(view, gain).name]));
  return [
    average && `rata-rata kematangan ${average}`,
    spd && `poin SPD ${spd}`,
    innovations && `${innovations} inovasi`,
    basicServices && `${basicServices} urusan layanan dasar`,
    year === '' || year === String(view.year) ? '' : `ketentuan tahun ${year}`,
    ...steps.map((step) => names.get(step) ?? step),
  ].filter((words) => words !== '');
}

function WhatIfForm({ view, address }: CardProps) {
  const { rule, basis, refusal, year } = view;
  const index = view.indices[basis];
  const typed = address.whatIf;
  const years = [...rule.years.keys()];
  const points = (most: string) => `Sekarang ${most}`;
  return (
    <form class="tumpuk jangan-cetak" method="get" action={`${paths.index}#simulasi`} noValidate>
      <input type="hidden" name="tahun" value={String(year)} />
      <input type="hidden" name="dasar" value={BASIS_NAMES[basis]} />
      <Field
        name="rata"
        label="Rata-rata kematangan SID"
        hint={points(`${shown(index.average)} dari ${formatDecimal(toText(highestPoints(rule.sid)))}`)}
        inputMode="decimal"
        short
        value={typed.average}
        error={errorOf(refusal, 'average')}
      />
      <Field
        name="spd"
        label="Poin SPD"
        hint={points(`${shown(index.spd)} dari ${formatDecimal(toText(highestPoints(rule.spd)))}`)}
        inputMode="decimal"
        short
        value={typed.spd}
        error={errorOf(refusal, 'spd')}
      />
      <Field
        name="jumlah"
        label="Jumlah inovasi"
        hint={points(`${formatWhole(index.maturity.size)}, dihitung sampai ${rule.count.cap}`)}
        inputMode="numeric"
        short
        value={typed.innovations}
        error={errorOf(refusal, 'innovations')}
      />
      <Field
        name="urusan"
        label="Urusan layanan dasar terisi"
        hint={points(`${index.covered.length} dari ${rule.basicServices.length}`)}
        inputMode="numeric"
        short
        value={typed.basicServices}
        error={errorOf(refusal, 'basicServices')}
      />
      {years.length > 1 && (
        <Field
          name="ketentuan"
          kind="select"
          label="Ketentuan tahun"
          short
          value={typed.year || String(year)}
          choices={years.map((one) => ({ value: String(one), label: one === rule.year ? String(one) : `${one} (prognosis)` }))}
          error={errorOf(refusal, 'year')}
        />
      )}
      <Steps view={view} chosen={typed.steps} />
      <p>
        <Button kind="utama">Hitung simulasi</Button>
      </p>
    </form>
  );
}

function Steps({ view, chosen }: { readonly view: IndexView; readonly chosen: readonly string[] }) {
  const steps = view.gains.flatMap((gain) => {
    const key = gainKey(gain);
    return key === null ? [] : [{ value: key, label: gainWords(view, gain).name, points: shownChange(gain.gain), detail: key.replace('@', ' · ') }];
  });
  const known = new Set(steps.map(({ value }) => value));
  const carried = chosen.filter((step) => !known.has(step));
  if (steps.length === 0) return null;
  return (
    <details class="rinci" open={chosen.length > 0}>
      <summary>Ambil langkah satu per satu</summary>
      <p class="kecil redup">{indexTexts.newOnes}</p>
      <Field name="langkah" kind="checks" label="Langkah yang diambil" hiddenLabel choices={steps} values={chosen} />
      {carried.map((step) => (
        <input key={step} type="hidden" name="langkah" value={step} />
      ))}
    </details>
  );
}
