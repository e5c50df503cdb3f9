import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { nextGains } from '../../domain/regional-index/gains.ts';
import { computeIndex } from '../../domain/regional-index/iid.ts';
import { readIndexRule } from '../../domain/regional-index/rule.ts';
import { standingOf } from '../../domain/regional-index/standing.ts';
import type { Outcome } from '../../domain/shared/outcome.ts';
import { shippedCatalogues } from '../../platform/catalogues.ts';
import { indexRuleOf } from '../../platform/index-rules.ts';
import type { IndexInnovation } from '../../store/regional-index.read.ts';
import { sayIndexRefusal } from '../../texts/id/regional-index.ts';
import { say } from '../../texts/id/say.ts';
import { NOTHING_TRIED } from './iid-address.ts';
import { Headline, ThreeFigures } from './iid-figures.tsx';
import { BasicServiceRisk, NextGains } from './iid-gains.tsx';
import { OtherRules, PortfolioTable } from './iid-innovations.tsx';
import type { IndexView } from './iid-view.ts';
import { WhatIfCard } from './iid-what-if.tsx';

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

const catalogues = [...shippedCatalogues().values()];
const rule = must(indexRuleOf(2026, catalogues));
const catalogueText = (code: string) => shippedCatalogues().get(code)?.text ?? '';
const top = (rows: readonly { readonly code: string }[], level: number) => Object.fromEntries(rows.map(({ code }) => [code, level]));

/** Sixty innovations over all six basic services, everything at the top but the videos. */
function view(affairOf: (at: number) => string, instrument = 'iid-2026'): IndexView {
  const innovations = Array.from({ length: 60 }, (_, at): IndexInnovation => {
    const claims = Object.fromEntries(rule.sid.map(({ code }) => [code, { level: code === 'SID-35' ? 2 : 3, basis: null, evidence: 1 }]));
    const verdicts = Object.fromEntries(Object.entries(claims).map(([code, { level }]) => [code, { kind: 'agree' as const, level, reason: '' }]));
    const entry = {
      entryId: `e${at}`,
      year: 2026,
      name: `Inovasi ${at}`,
      agencyId: 'a',
      agencyName: 'Dinas',
      state: 'verified' as const,
      memberIds: [],
      isAnnounced: true,
    };
    return { ...entry, code: `BL-2026-${at}`, instrument: at < 8 ? instrument : 'iid-2026', affair: affairOf(at), claims, verdicts };
  });
  const standing = standingOf(rule, 2026, top(rule.spd, 3), innovations);
  const of = (basis: 'verified' | 'evidenced' | 'claimed') => must(computeIndex(rule, standing.portfolios[basis]));
  return {
    year: 2026,
    rule,
    catalogues,
    spd: { rows: {}, revision: 0, savedAt: null },
    innovations,
    standing,
    indices: { verified: of('verified'), evidenced: of('evidenced'), claimed: of('claimed') },
    basis: 'verified',
    closed: new Set(),
    gains: must(nextGains(rule, standing.portfolios.verified, 10)),
    simulation: null,
    refusal: null,
  };
}

const full = view((at) => rule.basicServices[at % 6] ?? '');
const address = { year: 2026, basis: null, page: 1, whatIf: NOTHING_TRIED };

test('names the innovation, its level and what one innovation more is worth', () => {
  const html = render(<NextGains view={full} isCommittee />);
  expect(html).toContain('Satu inovasi lagi');
  expect(html).toMatch(/Dengan kematangan 107,00\. Di bawah 83,82, satu inovasi lagi justru menurunkan indeks/);
  expect(html).toContain('<a href="/s/2026/usulan/e0">');
  expect(html).toContain('Video inovasi daerah: level 2 ke 3');
  expect(html).toContain('Inovasi 0 · Dinas · SID-35, bobot 4 · 5 unsur substansi');
  expect(render(<NextGains view={full} isCommittee={false} />)).not.toContain('<a href="/s/');
  expect(render(<NextGains view={{ ...full, gains: [] }} isCommittee />)).toContain('Tidak ada lagi yang dapat dinaikkan');
});

test('says what is lost when basic services fall below the threshold, and where affairs are missing', () => {
  expect(render(<BasicServiceRisk view={full} />)).toContain(
    '6 dari 6 urusan terisi; ambang 2026 adalah 5. Bila turun di bawah ambang, skor jumlah menjadi 0 dan indeks turun 9,12.',
  );
  const none = render(<BasicServiceRisk view={view((at) => (at === 0 ? 'Perikanan' : ''))} />);
  expect(none).toContain('Urusan lain yang tertulis: Perikanan.');
  expect(none).toContain('0 dari 6 urusan terisi');
});

test('parts a long portfolio into pages and names what another catalogue keeps out', () => {
  expect(render(<PortfolioTable view={full} address={address} />)).toContain('hal=2#portofolio');
  const last = render(<PortfolioTable view={full} address={{ ...address, page: 99 }} />);
  expect([last.includes('Inovasi 59'), last.includes('Inovasi 49<')]).toEqual([true, false]);
  const other = view((at) => rule.basicServices[at % 6] ?? '', 'iid-2025');
  expect(render(<ThreeFigures view={other} address={address} />)).toContain('8 inovasi memakai katalog tahun lain dan tidak dihitung: BL-2026-0, BL-2026-1');
  expect(render(<PortfolioTable view={other} address={address} />)).toContain('belum');
});

test('carries steps on that are no longer in the list', () => {
  const html = render(<WhatIfCard view={full} address={{ ...address, whatIf: { ...NOTHING_TRIED, steps: ['SID-20@BL-2026-7'] } }} />);
  expect(html).toContain('<input type="hidden" name="langkah" value="SID-20@BL-2026-7"');
});

test('stands above the highest threshold by so much', () => {
  expect(render(<Headline view={full} />)).toContain('12,11 di atas ambang 65,01');
});

test('shows another whole rule beside this one, and no figure where a rule is not whole', () => {
  const parsed = JSON.parse(catalogueText('iid-2026'));
  parsed.year = 2030;
  parsed.scoring.minDivisorByYear = { 2030: 100 };
  parsed.scoring.minBasicServiceAffairsByYear = { 2030: 6 };
  const rules = new Map([
    ['iid-2025', readIndexRule(catalogueText('iid-2025'))],
    ['iid-2026', readIndexRule(catalogueText('iid-2026'))],
    ['iid-2030', readIndexRule(JSON.stringify(parsed))],
  ]);
  const words = render(<OtherRules view={full} rules={rules} />)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(words).toContain('2025 – – – – Bobot tahun ini belum diketahui; tidak dihitung.');
  expect(words).toContain('iid-2030 100 6 60,00 −17,12 Inovatif');
  expect(words).toContain('2026, ditampilkan 60 5 77,12 0 Sangat Inovatif');
});

test('has a sentence for every refusal of the index, on pages and on the command line', () => {
  expect(say({ code: 'index-rule.incomplete', facts: { year: '2030', parts: ['total', 'lain'], codes: [] } })).toContain(
    'Yang tidak diketahui: skor maksimum; lain.',
  );
  expect(say({ code: 'spd.invalid', facts: {} })).toContain('Perbaiki baris yang ditandai');
  expect(say({ code: 'spd.source-too-long', facts: { most: 200 } })).toContain('200');
  expect(say({ code: 'spd.source-without-level', facts: {} })).toContain('Pilih levelnya');
  expect(sayIndexRefusal({ code: 'index-rule.incomplete', facts: { year: '2030', parts: ['total'], codes: ['SID-16'] } })).toContain(
    'bobot SID-16; skor maksimum (scoring.maxTotal)',
  );
});
