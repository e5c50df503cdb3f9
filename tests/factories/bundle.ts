// A small contest as the parts of its bundle, made by the domain alone: four entries of which one is below the gate, a tie that was decided by
// minutes at the cut, three finalists, a panel of three with a recused pair and an absence; signed by passkeys of software.

import { createHash } from 'node:crypto';
import { sheetCanon } from '../../src/domain/assessment/sheet.ts';
import { actorMark, CHAIN_START, canonicalFacts, chainText } from '../../src/domain/audit/chain.ts';
import type { CategoryRules } from '../../src/domain/edition/category.ts';
import type { Rubric } from '../../src/domain/instrument/rubric.ts';
import type { Bundle, BundleParts, BundleRow } from '../../src/domain/proof/bundle.ts';
import { FIRST_FORM, partDigests } from '../../src/domain/proof/bundle.ts';
import type { BundleKey } from '../../src/domain/proof/bundle-key.ts';
import { inOrder } from '../../src/domain/proof/bundle-ledger.ts';
import type { ListedKey, SigningCapacity } from '../../src/domain/proof/signature.ts';
import { publishedResult } from '../../src/domain/publication/published-result.ts';
import { keptShortlist, shortlistCanon } from '../../src/domain/result/desk-decision.ts';
import { computeFrozen, freezeInputs } from '../../src/domain/result/frozen-inputs.ts';
import { computeShortlist } from '../../src/domain/result/shortlist.ts';
import { canonicalJson } from '../../src/domain/shared/decimal-json.ts';
import type { Facts, Outcome } from '../../src/domain/shared/outcome.ts';
import { authenticator } from '../support/authenticator.ts';
import { listed, signs } from './signing.ts';

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

const SIGNERS: readonly ReturnType<typeof authenticator>[] = [authenticator(), authenticator(), authenticator()];
const CAPACITIES: readonly SigningCapacity[] = ['chair', 'juror', 'leader'];

/** What a contest is made of: a forger with the database chooses it anew and lets the program make the rest. */
export interface ContestFacts {
  readonly rules: CategoryRules;
  /** Without keys and marks, as bundles were first made. */
  readonly first: boolean;
  readonly regionId: string;
  readonly regionName: string;
  readonly sample: boolean;
  readonly levels: readonly (readonly [number, number])[];
  readonly indicators: readonly string[];
  readonly score: (place: number, seat: number) => string;
  readonly recused: number;
  readonly nameOf: (id: string) => string;
  readonly agency: string;
  readonly decree: string;
  readonly publishedAt: string;
  readonly sealedAt: string;
  readonly secretary: string;
  /** What ledger blinds are drawn from. */
  readonly chance: string;
  readonly signers: readonly ReturnType<typeof authenticator>[] | null;
}

const GENUINE: ContestFacts = {
  rules: RULES,
  first: false,
  regionId: REGION,
  regionName: 'Kabupaten Uji',
  sample: false,
  levels: LEVELS,
  indicators: ['Regulasi', 'Manfaat'],
  score: (place, seat) => String(70 + 10 * place + seat),
  recused: 0,
  nameOf: (id) => `Inovasi ${id}`,
  agency: 'Dinas',
  decree: 'SK 1',
  publishedAt: at(40),
  sealedAt: at(10),
  secretary: SECRETARY,
  chance: 'blind',
  signers: SIGNERS,
};

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

/** The list of keys: chair, juror, leader. */
function keysOf(signers: typeof SIGNERS): readonly ListedKey[] {
  const keys = signers.map((key, place) => listed(key, { capacity: CAPACITIES[place]!, holder: place + 1, enrolledAt: at(1) }));
  return [...keys].sort((a, b) => (a.credentialId < b.credentialId ? -1 : 1));
}

/** The text of a bundle as it was written before there were keys and marks. */
export function firstBundle(): { readonly text: string; readonly digest: string } {
  const { parts } = smallBundle({ first: true });
  const bundle: Bundle = { bailang: FIRST_FORM, digests: partDigests(parts, hash), parts };
  const text = canonicalJson(bundle);
  return { text, digest: hash(text) };
}

/** The parts of a bundle that holds, and the key that opens it (its `bundle` digest is left to the caller). */
export function smallBundle(chosen: Partial<ContestFacts> = {}): { readonly parts: BundleParts; readonly key: Omit<BundleKey, 'bailang' | 'bundle'> } {
  const facts: ContestFacts = { ...GENUINE, ...chosen };
  const { rules, first, regionId, decree, publishedAt, signers } = facts;
  const levels = NUMBERS.map((id, place) => ({
    id,
    entryId: idOf(20 + place),
    verified: { 'SID-1': facts.levels[place]![0], 'SID-2': facts.levels[place]![1] },
  }));
  const desk = deskOf(rules, levels);
  const finalists = [...desk.shortlist.selected].sort();
  const seals = sealsOf(finalists, facts);
  const recused = finalists[facts.recused]!;
  const inputs = freezeInputs({
    categoryId: CATEGORY,
    rules: { version: 2, body: rules },
    rubric: { version: 1, body: RUBRIC },
    deskDigest: desk.digest,
    entries: finalists.map((id) => ({ id, desk: desk.shortlist.entries.find((entry) => entry.id === id)?.desk ?? null })),
    sheets: seals.map(({ entry, juror, scores, text }) => ({ entry, juror, scores, seal: hash(text) })),
    recused: [{ entry: recused, juror: 'J3' }],
    absent: finalists.filter((entry) => entry !== recused).map((entry) => ({ entry, juror: 'J3' })),
    decisions: [],
  });
  const { body, digest } = must(computeFrozen(inputs, hash));
  const names = finalists.map((id) => ({ id, name: facts.nameOf(id), agency: facts.agency }));
  const [category, certifiedAt] = [{ code: 'skpd', name: 'SKPD' }, at(30)];
  const said = { year: 2026, edition: 'Lomba 2026', category, version: 1, resultDigest: digest, decree, certifiedAt, publishedAt, panel: PEOPLE.length };
  const published = publishedResult({ ...said, names: new Map(names.map((one) => [one.id, one])) }, inputs, body);
  const signature = (place: number) => (first ? {} : { assertion: signers === null ? null : signingOf({ regionId, digest, place, signers }) });
  const signatures = inOrder(
    [1, 0].map((place) => ({ capacity: place === 0 ? ('chair' as const) : ('juror' as const), signedAt: at(20), digest, ...signature(place) })),
  );
  const { rows, actors } = ledgerOf(
    desk.digest,
    seals.map(({ text }) => hash(text)),
    digest,
    facts,
  );
  const parts: BundleParts = {
    contest: {
      region: { id: regionId, code: '63.11', name: facts.regionName },
      sample: facts.sample,
      year: 2026,
      edition: 'Lomba 2026',
      category: { id: CATEGORY, ...category },
      program: 'bailang uji',
    },
    instrument: { code: 'iid-2026', year: 2026, indicators: INSTRUMENT.map((one, place) => ({ ...one, name: facts.indicators[place]! })) },
    rules: [{ version: 2, decidedAt: at(0), body: rules }],
    levels,
    desk: { ...desk, announcedAt: at(5) },
    names,
    ...(first ? {} : { keys: keysOf(signers ?? []) }),
    panel: PEOPLE.map(({ code }) => code),
    inputs,
    result: { id: RESULT, version: 1, computedAt: at(15), body, digest },
    signatures,
    certification: { decree, certifiedAt, digest, ...signature(2) },
    publication: { version: 1, publishedAt, body: published, digest: hash(canonicalJson(published)) },
    ledger: rows,
  };
  return { parts, key: { jurors: PEOPLE, seals: seals.map(({ entry, juror, text }) => ({ entry, juror, text })), actors } };
}

/** What the key of a place (chair, juror, leader) answers when it signs the result of this digest. */
function signingOf({ regionId, digest, place, signers }: { regionId: string; digest: string; place: number; signers: typeof SIGNERS }) {
  const capacity = CAPACITIES[place]!;
  const subject = { region: regionId, edition: 2026, category: CATEGORY, version: 1, digest, capacity };
  return signs(signers[place]!, { ...subject, act: capacity === 'leader' ? 'certify' : 'sign' });
}

function deskOf(rules: CategoryRules, levels: BundleParts['levels']) {
  const sid = INSTRUMENT.map((one) => ({ ...one, variable: '', mandatory: false, levels: [], evidence: '', formats: '' }));
  const instrument = { code: 'iid-2026', year: 2026, legalSource: '', sid, spd: [], count: null };
  const decisions = [{ tied: [NUMBERS[1]!, NUMBERS[2]!], order: [[NUMBERS[2]!], [NUMBERS[1]!]], act: 'BA-1', reason: 'Suara terbanyak' }];
  const body = must(computeShortlist(instrument, rules, levels, { decisions, lot: rules.lot }));
  const shortlist = keptShortlist(body, 2, new Map(levels.map(({ id, entryId }) => [id, entryId])));
  return { shortlist, decisions, digest: hash(shortlistCanon(shortlist, decisions)) };
}

function sealsOf(finalists: readonly string[], { regionId, score, sealedAt }: ContestFacts) {
  return finalists.flatMap((entry, place) =>
    PEOPLE.slice(0, 2).map(({ code, personId }, seat) => {
      const scores = { KEB: score(place, seat), MAN: String(1 + seat) };
      const entryId = idOf(20 + NUMBERS.indexOf(entry));
      const facts = {
        regionId,
        sheetId: idOf(40 + 2 * place + seat),
        categoryId: CATEGORY,
        entryId,
        jurorId: personId,
        comment: 'Catatan.',
        sealedAt,
      };
      return { entry, juror: code, scores, text: sheetCanon(facts, RUBRIC, scores) };
    }),
  );
}

function ledgerOf(desk: string, seals: readonly string[], result: string, { regionId, decree, first, secretary, chance }: ContestFacts) {
  const rows: BundleRow[] = [];
  const actors: { seq: number; actorId: string; blind?: string }[] = [];
  let previous = CHAIN_START;
  const add = (kind: string, actorId: string, subjectId: string, minute: number, given: Facts, gap = 1) => {
    const closed = PEOPLE.some(({ personId }) => personId === actorId);
    const before = rows.at(-1);
    const row = { seq: (before?.seq ?? 0) + gap, kind, subjectId, actedAt: at(minute), facts: canonicalFacts(given), previous };
    const blind = first ? null : hash(`${chance} ${row.seq}`).slice(0, 32);
    const mark = actorMark(actorId, blind, hash);
    previous = hash(chainText({ ...row, actorId, actorMark: mark, regionId }));
    const marks = blind === null ? {} : { actorBlind: closed ? null : blind, actorMark: closed ? mark : null };
    rows.push({ ...row, actorId: closed ? null : actorId, ...marks, closed, digest: previous });
    if (closed) actors.push({ seq: row.seq, actorId, ...(blind === null ? {} : { blind }) });
  };
  add('category.rules-decided', secretary, CATEGORY, 0, { version: 2, decree: '' });
  add('shortlist.announced', secretary, CATEGORY, 5, { digest: desk }, 7);
  for (const [place, digest] of seals.entries()) add('sheet.sealed', PEOPLE[place % 2]!.personId, idOf(40 + place), 10, { digest, revision: 1 });
  add('result.computed', secretary, RESULT, 15, { digest: result, version: 1 });
  for (const [place, capacity] of ['chair', 'juror'].entries()) add('result.signed', PEOPLE[place]!.personId, RESULT, 20, { capacity, digest: result });
  add('result.certified', LEADER, RESULT, 30, { digest: result, decree });
  return { rows, actors };
}
