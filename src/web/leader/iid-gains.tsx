// What raises the index most, step by step and by indicator; and what could lower it.

import { levelLabel } from '../../domain/instrument/indicator.ts';
import { type Gain, gainPerStep, gainsByIndicator } from '../../domain/regional-index/gains.ts';
import { toIndex } from '../../domain/regional-index/iid.ts';
import { basicServiceOf, type IndexRule } from '../../domain/regional-index/rule.ts';
import { formatDecimal, formatWhole } from '../../texts/id/format.ts';
import { indexTexts } from '../../texts/id/regional-index.ts';
import { paths } from '../paths.ts';
import { Notice } from '../ui/notice.tsx';
import { Details } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';
import { shown, shownChange } from './iid-numbers.ts';
import type { IndexView } from './iid-view.ts';

interface GainWords {
  readonly name: string;
  readonly detail: string;
}

/** A step in words: what rises from where to where, and what that level asks for. */
export function gainWords(view: IndexView, gain: Gain): GainWords {
  const { rule, innovations } = view;
  switch (gain.kind) {
    case 'spd':
      return levelWords(rule, gain.indicator, gain.from, ['SPD']);
    case 'sid': {
      const one = innovations.find(({ code }) => code === gain.innovation);
      return levelWords(rule, gain.indicator, gain.from, one === undefined ? [gain.innovation] : [one.name, one.agencyName]);
    }
    case 'coverage':
      return {
        name: `${formatWhole(gain.innovations)} inovasi di urusan layanan dasar yang belum terisi`,
        detail: `${indexTexts.perInnovation(shownChange(gainPerStep(gain)))}. ${gain.affairs.join('; ')}. Skor jumlah kembali dihitung; kematangannya dianggap ${shown(gain.maturity)}.`,
      };
    case 'innovation':
      return {
        name: 'Satu inovasi lagi',
        detail: `Dengan kematangan ${shown(gain.maturity)}. Di bawah ${shown(gain.breakEven)}, satu inovasi lagi justru menurunkan indeks.`,
      };
  }
}

function levelWords(rule: IndexRule, code: string, from: number, where: readonly string[]): GainWords {
  const row = [...rule.spd, ...rule.sid].find((one) => one.code === code);
  if (row === undefined) throw new RangeError(`${rule.code} has no row ${code}`);
  const asks = levelLabel(row, from + 1);
  return {
    name: `${row.name}: level ${from} ke ${from + 1}`,
    detail: [...where, `${code}, bobot ${formatDecimal(row.weight).replace(/,0$/, '')}`, asks].join(' · '),
  };
}

export function NextGains({ view, isCommittee }: { readonly view: IndexView; readonly isCommittee: boolean }) {
  const { gains, innovations } = view;
  const entryOf = (gain: Gain) => (gain.kind === 'sid' && isCommittee ? innovations.find(({ code }) => code === gain.innovation) : undefined);
  return (
    <section class="tumpuk" aria-labelledby="langkah-judul">
      <h2 id="langkah-judul">{indexTexts.gainsTitle}</h2>
      <p class="redup">{indexTexts.gainsLead}</p>
      {gains.length === 0 && <p>Tidak ada lagi yang dapat dinaikkan.</p>}
      <ol class="tugas">
        {gains.map((gain) => {
          const { name, detail } = gainWords(view, gain);
          const entry = entryOf(gain);
          const inside = (
            <>
              <span class="tugas__nama">{name}</span>
              <span class="tugas__ket">{detail}</span>
              <strong class="angka skor__naik">{shownChange(gain.gain)}</strong>
            </>
          );
          return (
            <li key={`${name} ${detail}`}>
              {entry === undefined ? <div class="diam">{inside}</div> : <a href={paths.deskEntry(entry.year, entry.entryId)}>{inside}</a>}
            </li>
          );
        })}
      </ol>
      <ByIndicator view={view} />
    </section>
  );
}

function ByIndicator({ view }: { readonly view: IndexView }) {
  const rows = gainsByIndicator(view.rule, view.standing.portfolios[view.basis]);
  if (!rows.ok) return null;
  const names = new Map(view.rule.sid.map(({ code, name }) => [code, name]));
  return (
    <Details summary="Menurut indikator: bila semua inovasi naik satu level">
      <Table
        label="Kenaikan menurut indikator"
        dense
        columns={[
          { key: 'name', label: 'Indikator', heading: true },
          ...[0, 1, 2, 3].map((level) => ({ key: `l${level}`, label: `Level ${level}`, numeric: true })),
          { key: 'gain', label: 'Indeks', numeric: true, strong: true, last: true },
        ]}
        rows={rows.value.map(({ indicator, standing, gain }) => ({
          cells: {
            name: (
              <>
                {names.get(indicator)} <small>{indicator}</small>
              </>
            ),
            ...Object.fromEntries(standing.map((count, level) => [`l${level}`, formatWhole(count)])),
            gain: shownChange(gain),
          },
        }))}
      />
    </Details>
  );
}

/** Basic services: what they hold up, and what is lost below the threshold. */
export function BasicServiceRisk({ view }: { readonly view: IndexView }) {
  const { rule, basis, standing } = view;
  const index = view.indices[basis];
  const { basicServicesNeeded: needed } = index.terms;
  const open = rule.basicServices.filter((one) => !index.covered.includes(one));
  const counts = new Map<string, number>();
  for (const { affair } of standing.portfolios[basis].innovations) {
    const name = basicServiceOf(rule, affair) ?? (affair.trim() === '' ? NO_AFFAIR : OTHER);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const others = otherAffairs(view);
  return (
    <>
      <Notice kind={index.covered.length < needed + 1 ? 'awas' : 'info'} title="Risiko layanan dasar">
        <p>
          {index.covered.length} dari {rule.basicServices.length} urusan terisi; ambang {view.year} adalah {needed}.{' '}
          {index.covered.length < needed
            ? `Skor jumlah karena itu 0. Yang belum terisi: ${open.join('; ')}.`
            : `Bila turun di bawah ambang, skor jumlah menjadi 0 dan indeks turun ${shown(toIndex(rule, index.countScore))}.`}
        </p>
      </Notice>
      <Details summary="Inovasi menurut urusan">
        <Table
          label="Inovasi menurut urusan layanan dasar"
          dense
          columns={[
            { key: 'affair', label: 'Urusan', heading: true },
            { key: 'count', label: 'Inovasi', numeric: true, strong: true, last: true },
          ]}
          rows={[...rule.basicServices, OTHER, NO_AFFAIR].map((affair) => ({ cells: { affair, count: formatWhole(counts.get(affair) ?? 0) } }))}
        />
        {others.length > 0 && (
          <p class="kecil redup">
            Urusan lain yang tertulis: {others.join('; ')}. Bila salah satunya urusan layanan dasar, perbaiki tulisannya pada profil bagian 2.
          </p>
        )}
      </Details>
    </>
  );
}

const OTHER = 'Urusan lain';
const NO_AFFAIR = 'Urusan belum diisi';
const SHOWN_AFFAIRS = 12;

function otherAffairs({ rule, standing, basis }: IndexView): readonly string[] {
  const named = standing.portfolios[basis].innovations
    .map(({ affair }) => affair.trim())
    .filter((affair) => affair !== '' && basicServiceOf(rule, affair) === null);
  return [...new Set(named)].sort().slice(0, SHOWN_AFFAIRS);
}
