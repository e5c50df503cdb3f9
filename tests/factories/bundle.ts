// A small contest as the parts of its bundle, made by the domain alone: four entries of which one is below the gate, a tie that was decided by
// minutes at the cut, three finalists, a panel of three with a recused pair and an absence.

import { createHash } from 'node:crypto';
import { sheetCanon } from '../../src/domain/assessment/sheet.ts';
import { CHAIN_START, canonicalFacts, chainText } from '../../src/domain/audit/chain.ts';
import type { CategoryRules } from '../../src/domain/edition/category.ts';
import type { Rubric } from '../../src/domain/instrument/rubric.ts';
import type { BundleParts, BundleRow } from '../../src/domain/proof/bundle.ts';
import type { BundleKey } from '../../src/domain/proof/bundle-key.ts';
import { inOrder } from '../../src/domain/proof/bundle-ledger.ts';
import { publishedResult } from '../../src/domain/publication/published-result.ts';
import { keptShortlist, shortlistCanon } from '../../src/domain/result/desk-decision.ts';
import { computeFrozen, freezeInputs } from '../../src/domain/result/frozen-inputs.ts';
import { computeShortlist } from '../../src/domain/result/shortlist.ts';
import { canonicalJson } from '../../src/domain/shared/decimal-json.ts';
import type { Facts, Outcome } from '../../src/domain/shared/outcome.ts';

export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const idOf = (serial: number) => `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`;
const [REGION, CATEGORY, RESULT, SECRETARY, LEADER] = [1, 2, 3, 4, 5].map(idOf) as [string, string, string, string, string];
const PEOPLE = ['J1', 'J2', 'J3'].map((code, at) => ({ code, personId: idOf(10 + at), name: `Juri ${at + 1}`, isChair: at === 0 }));
const NUMBERS = ['BL-2026-0001', 'BL-2026-0002', 'BL-2026-0003', 'BL-2026-0004'];
const at = (minute: number) => `2026-09-01T02:${String(minute).padStart(2, '0')}:00.000Z`;

const RULES: CategoryRules = {
  whoEnters: ['skpd'],
  approver: 'head',
  floor: '3',
  shortlist: { kind: 'top', n: 2 },
  cut: 'unresolved',
  deskLadder: ['SID-2', 'decision'],
  deskShare: '40',
  juryShare: '60',
  finalLadder: ['jury', 'desk'],
  winners: 1,
  lot: { seed: '2026', source: 'undian' },
};
const RUBRIC: Rubric = {
  version: 1,
  criteria: [
    { code: 'KEB', name: 'Kebaruan', weight: '60', min: '0', max: '100', step: '1', entry: 'number' },
    {
      code: 'MAN',
      name: 'Manfaat',
      weight: '40',
      min: '1',
      max: '3',
      step: '1',
      entry: 'levels',
      levels: ['1', '2', '3'].map((points) => ({ points, label: points })),
    },
  ],
  scale: 'max',
  minJurors: 1,
  decimals: 2,
  rankOn: 'rounded',
  percent: true,
  aggregate: 'mean',
  trim: 0,
};
const INSTRUMENT = [
  { code: 'SID-1', name: 'Regulasi', weight: '2' },
  { code: 'SID-2', name: 'Manfaat', weight: '0.38' },
];
/** Levels of both indicators: the second and third tie at the cut. */
const LEVELS: readonly (readonly [number, number])[] = [
  [3, 3],
  [3, 2],
  [3, 2],
  [1, 1],
];

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

/** The parts of a bundle that holds, and the key that opens it (its `bundle` digest is left to the caller). */
export function smallBundle(rules: CategoryRules = RULES): { readonly parts: BundleParts; readonly key: Omit<BundleKey, 'bailang' | 'bundle'> } {
  const levels = NUMBERS.map((id, place) => ({ id, entryId: idOf(20 + place), verified: { 'SID-1': LEVELS[place]![0], 'SID-2': LEVELS[place]![1] } }));
  const desk = deskOf(rules, levels);
  const finalists = [...desk.shortlist.selected].sort();
  const seals = sealsOf(finalists);
  const inputs = freezeInputs({
    categoryId: CATEGORY,
    rules: { version: 2, body: rules },
    rubric: { version: 1, body: RUBRIC },
    deskDigest: desk.digest,
    entries: finalists.map((id) => ({ id, desk: desk.shortlist.entries.find((entry) => entry.id === id)?.desk ?? null })),
    sheets: seals.map(({ entry, juror, scores, text }) => ({ entry, juror, scores, seal: hash(text) })),
    recused: [{ entry: finalists[0]!, juror: 'J3' }],
    absent: finalists.slice(1).map((entry) => ({ entry, juror: 'J3' })),
    decisions: [],
  });
  const { body, digest } = must(computeFrozen(inputs, hash));
  const names = finalists.map((id) => ({ id, name: `Inovasi ${id}`, agency: 'Dinas' }));
  const [category, decree, certifiedAt, publishedAt] = [{ code: 'skpd', name: 'SKPD' }, 'SK 1', at(30), at(40)];
  const facts = { year: 2026, edition: 'Lomba 2026', category, version: 1, resultDigest: digest, decree, certifiedAt, publishedAt, panel: PEOPLE.length };
  const published = publishedResult({ ...facts, names: new Map(names.map((one) => [one.id, one])) }, inputs, body);
  const signatures = inOrder([1, 0].map((place) => ({ capacity: place === 0 ? ('chair' as const) : ('juror' as const), signedAt: at(20), digest })));
  const { rows, actors } = ledgerOf(
    desk.digest,
    seals.map(({ text }) => hash(text)),
    digest,
    decree,
  );
  const parts: BundleParts = {
    contest: {
      region: { id: REGION, code: '63.11', name: 'Kabupaten Uji' },
      sample: false,
      year: 2026,
      edition: 'Lomba 2026',
      category: { id: CATEGORY, ...category },
      program: 'bailang uji',
    },
    instrument: { code: 'iid-2026', year: 2026, indicators: INSTRUMENT },
    rules: [{ version: 2, decidedAt: at(0), body: rules }],
    levels,
    desk: { ...desk, announcedAt: at(5) },
    names,
    panel: PEOPLE.map(({ code }) => code),
    inputs,
    result: { id: RESULT, version: 1, computedAt: at(15), body, digest },
    signatures,
    certification: { decree, certifiedAt, digest },
    publication: { version: 1, publishedAt, body: published, digest: hash(canonicalJson(published)) },
    ledger: rows,
  };
  return { parts, key: { jurors: PEOPLE, seals: seals.map(({ entry, juror, text }) => ({ entry, juror, text })), actors } };
}

function deskOf(rules: CategoryRules, levels: BundleParts['levels']) {
  const sid = INSTRUMENT.map((one) => ({ ...one, variable: '', mandatory: false, levels: [], evidence: '', formats: '' }));
  const instrument = { code: 'iid-2026', year: 2026, legalSource: '', sid, spd: [], count: null };
  const decisions = [{ tied: [NUMBERS[1]!, NUMBERS[2]!], order: [[NUMBERS[2]!], [NUMBERS[1]!]], act: 'BA-1', reason: 'Suara terbanyak' }];
  const body = must(computeShortlist(instrument, rules, levels, { decisions, lot: rules.lot }));
  const shortlist = keptShortlist(body, 2, new Map(levels.map(({ id, entryId }) => [id, entryId])));
  return { shortlist, decisions, digest: hash(shortlistCanon(shortlist, decisions)) };
}

function sealsOf(finalists: readonly string[]) {
  return finalists.flatMap((entry, place) =>
    PEOPLE.slice(0, 2).map(({ code, personId }, seat) => {
      const scores = { KEB: String(70 + 10 * place + seat), MAN: String(1 + seat) };
      const entryId = idOf(20 + NUMBERS.indexOf(entry));
      const facts = {
        regionId: REGION,
        sheetId: idOf(40 + 2 * place + seat),
        categoryId: CATEGORY,
        entryId,
        jurorId: personId,
        comment: 'Catatan.',
        sealedAt: at(10),
      };
      return { entry, juror: code, scores, text: sheetCanon(facts, RUBRIC, scores) };
    }),
  );
}

function ledgerOf(desk: string, seals: readonly string[], result: string, decree: string) {
  const rows: BundleRow[] = [];
  const actors: { seq: number; actorId: string }[] = [];
  let previous = CHAIN_START;
  const add = (kind: string, actorId: string, subjectId: string, minute: number, given: Facts, gap = 1) => {
    const closed = PEOPLE.some(({ personId }) => personId === actorId);
    const before = rows.at(-1);
    const row = { seq: (before?.seq ?? 0) + gap, kind, subjectId, actedAt: at(minute), facts: canonicalFacts(given), previous };
    previous = hash(chainText({ ...row, actorId, regionId: REGION }));
    rows.push({ ...row, actorId: closed ? null : actorId, closed, digest: previous });
    if (closed) actors.push({ seq: row.seq, actorId });
  };
  add('category.rules-decided', SECRETARY, CATEGORY, 0, { version: 2, decree: '' });
  add('shortlist.announced', SECRETARY, CATEGORY, 5, { digest: desk }, 7);
  for (const [place, digest] of seals.entries()) add('sheet.sealed', PEOPLE[place % 2]!.personId, idOf(40 + place), 10, { digest, revision: 1 });
  add('result.computed', SECRETARY, RESULT, 15, { digest: result, version: 1 });
  for (const [place, capacity] of ['chair', 'juror'].entries()) add('result.signed', PEOPLE[place]!.personId, RESULT, 20, { capacity, digest: result });
  add('result.certified', LEADER, RESULT, 30, { digest: result, decree });
  return { rows, actors };
}
