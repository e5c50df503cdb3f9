// A small contest made into a bundle without a database: four entries, one below the gate, a tie at the cut and one for the first place.

import { createHash } from 'node:crypto';
import { sheetCanon } from '../../src/domain/assessment/sheet.ts';
import { type BundleParts, type BundleRow, quoteInstrument, writeBundle } from '../../src/domain/audit/bundle.ts';
import { writeKey } from '../../src/domain/audit/bundle-key.ts';
import { inOrder } from '../../src/domain/audit/bundle-ledger.ts';
import { CHAIN_START, canonicalFacts, chainText } from '../../src/domain/audit/chain.ts';
import type { CategoryRules } from '../../src/domain/edition/category.ts';
import type { Instrument } from '../../src/domain/instrument/instrument.ts';
import type { Rubric } from '../../src/domain/instrument/rubric.ts';
import { publishedResult } from '../../src/domain/publication/published-result.ts';
import { keptShortlist, shortlistCanon } from '../../src/domain/result/desk-decision.ts';
import { computeFrozen, freezeInputs } from '../../src/domain/result/frozen-inputs.ts';
import { computeShortlist } from '../../src/domain/result/shortlist.ts';
import { canonicalJson } from '../../src/domain/shared/decimal-json.ts';
import type { Facts, Outcome } from '../../src/domain/shared/outcome.ts';

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
export const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = (minute: number) => `2026-08-20T0${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}:00.000Z`;

export const REGION = uuid(1);
export const CATEGORY = uuid(2);
const RESULT = uuid(3);
const SECRETARIAT = uuid(9);
export const jurorId = (code: string) => uuid(100 + Number(code.slice(1)));
export const entryIdOf = (id: string) => uuid(200 + Number(id.slice(-1)));

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

const instrument: Instrument = {
  code: 'iid-x',
  year: 2026,
  legalSource: '',
  sid: ['10', '5'].map((weight, k) => ({
    code: `SID-${k + 1}`,
    name: `Indikator ${k + 1}`,
    variable: '',
    weight,
    mandatory: false,
    levels: [],
    evidence: '',
    formats: '',
  })),
  spd: [],
  count: null,
};
export const rubric: Rubric = {
  version: 1,
  criteria: ['A', 'B'].map((code) => ({ code, name: `Kriteria ${code}`, weight: '1', min: '0', max: '10', step: '0.5', entry: 'number' })),
  scale: 'minmax',
  minJurors: 1,
  decimals: 2,
  rankOn: 'rounded',
  percent: false,
  aggregate: 'mean',
  trim: 0,
};
export const rules: CategoryRules = {
  whoEnters: ['skpd'],
  approver: 'head',
  floor: '10',
  shortlist: { kind: 'top', n: 2 },
  cut: 'unresolved',
  deskLadder: ['SID-1', 'decision'],
  deskShare: '40',
  juryShare: '60',
  finalLadder: ['decision'],
  winners: 1,
  lot: null,
  publicBundle: true,
};

const LEVELS = { 'BL-1': [3, 3], 'BL-2': [2, 1], 'BL-3': [2, 1], 'BL-4': [0, 1] } as const;
const SCORES = { 'BL-1': { J1: '6', J2: '7,5' }, 'BL-2': { J1: '9.5' } } as const;
export const COMMENT = 'Catatan yang hanya boleh dibaca panel.';

/** The sealed texts, by entry and juror: what the key of the secretariat holds. */
export const seals = Object.entries(SCORES).flatMap(([entry, row]) =>
  Object.entries(row).map(([juror, score], n) => {
    const facts = { regionId: REGION, sheetId: uuid(300 + n + 10 * Number(entry.slice(-1))), categoryId: CATEGORY, entryId: entryIdOf(entry) };
    const scores = { A: score, B: '8' };
    const text = sheetCanon({ ...facts, jurorId: jurorId(juror), comment: COMMENT, sealedAt: at(30) }, rubric, scores);
    return { entry, juror, scores, text };
  }),
);

/** Everything of the bundle, consistent in itself; three rows of the ledger are of jurors, so that their actors are left out. */
export function smallParts(): BundleParts {
  const levels = Object.entries(LEVELS).map(([id, [one, two]]) => ({ id, entryId: entryIdOf(id), verified: { 'SID-1': one, 'SID-2': two } }));
  const deskDecisions = [{ tied: ['BL-2', 'BL-3'], order: [['BL-2'], ['BL-3']], act: 'BA 1', reason: 'dampak lebih luas' }];
  const kept = keptShortlist(
    must(computeShortlist(instrument, rules, levels, { decisions: deskDecisions, lot: null })),
    2,
    new Map(levels.map(({ id, entryId }) => [id, entryId])),
  );
  const deskDigest = sha256(shortlistCanon(kept, deskDecisions));
  const inputs = freezeInputs({
    categoryId: CATEGORY,
    rules: { version: 2, body: rules },
    rubric: { version: 1, body: rubric },
    deskDigest,
    entries: kept.selected.map((id) => ({ id, desk: kept.entries.find((entry) => entry.id === id)?.desk ?? null })),
    sheets: seals.map(({ entry, juror, scores, text }) => ({ entry, juror, scores, seal: sha256(text) })),
    recused: [{ entry: 'BL-2', juror: 'J2' }],
    absent: [
      { entry: 'BL-1', juror: 'J3' },
      { entry: 'BL-2', juror: 'J3' },
    ],
    decisions: [],
  });
  const { body, digest } = must(computeFrozen(inputs, sha256));
  const signatures = inOrder([
    { capacity: 'juror' as const, signedAt: at(50), digest },
    { capacity: 'chair' as const, signedAt: at(50), digest },
  ]);
  const certification = { decree: '188/2026', certifiedAt: at(60), digest };
  const contest = {
    region: { id: REGION, code: '63.11', name: 'Kabupaten Contoh' },
    sample: true,
    year: 2026,
    edition: 'Lomba 2026',
    category: { id: CATEGORY, code: 'skpd', name: 'SKPD' },
    program: 'bailang 0.1.0',
  };
  const names = kept.selected.map((id) => ({ id, name: `Inovasi ${id}`, agency: 'Dinkes' })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const published = publishedResult(
    {
      year: 2026,
      edition: contest.edition,
      category: { code: 'skpd', name: 'SKPD' },
      version: 1,
      resultDigest: digest,
      decree: certification.decree,
      certifiedAt: certification.certifiedAt,
      publishedAt: at(70),
      panel: 3,
      names: new Map(names.map(({ id, ...rest }) => [id, rest])),
    },
    inputs,
    body,
  );
  return {
    contest,
    instrument: quoteInstrument(instrument),
    rules: [
      { version: 1, decidedAt: at(0), body: { ...rules, floor: '5' } },
      { version: 2, decidedAt: at(1), body: rules },
    ],
    levels,
    desk: { shortlist: kept, decisions: deskDecisions, digest: deskDigest, announcedAt: at(20) },
    names,
    panel: ['J1', 'J2', 'J3'],
    inputs,
    result: { id: RESULT, version: 1, computedAt: at(40), body, digest },
    signatures,
    certification,
    publication: { version: 1, publishedAt: at(70), body: published, digest: sha256(canonicalJson(published)) },
    ledger: ledgerOf([
      { minute: 0, kind: 'category.rules-decided', subjectId: CATEGORY, facts: { version: 1 } },
      { minute: 2, kind: 'category.rubric-decided', subjectId: CATEGORY, facts: { version: 1 }, skips: 4 },
      { minute: 20, kind: 'shortlist.announced', subjectId: CATEGORY, facts: { digest: deskDigest } },
      ...seals.map(({ text, juror }, n) => ({
        minute: 30,
        kind: 'sheet.sealed',
        subjectId: uuid(400 + n),
        facts: { digest: sha256(text) },
        actorId: jurorId(juror),
      })),
      { minute: 40, kind: 'result.computed', subjectId: RESULT, facts: { digest, version: 1 }, skips: 2 },
      ...signatures.map(({ capacity }) => ({ minute: 50, kind: 'result.signed', subjectId: RESULT, facts: { capacity, digest } })),
      { minute: 60, kind: 'result.certified', subjectId: RESULT, facts: { decree: certification.decree, digest } },
    ]),
  };
}

interface Act {
  readonly minute: number;
  readonly kind: string;
  readonly subjectId: string;
  readonly facts: Facts;
  /** Numbers of rows in between that the bundle does not quote. */
  readonly skips?: number;
  readonly actorId?: string;
}

function ledgerOf(acts: readonly Act[]): readonly BundleRow[] {
  const rows: BundleRow[] = [];
  for (const { minute, kind, subjectId, facts, skips = 0, actorId } of acts) {
    const before = rows.at(-1);
    const row = {
      seq: (before?.seq ?? 10) + 1 + skips,
      kind,
      actorId: actorId ?? SECRETARIAT,
      subjectId,
      actedAt: at(minute),
      facts: canonicalFacts(facts),
      previous: skips === 0 && before !== undefined ? before.digest : CHAIN_START,
    };
    const digest = sha256(chainText({ ...row, regionId: REGION }));
    rows.push({ ...row, actorId: actorId === undefined ? SECRETARIAT : null, closed: actorId !== undefined, digest });
  }
  return rows;
}

/** The key that opens the small bundle. */
export function smallKey(parts: BundleParts) {
  return {
    bundle: writeBundle(parts, sha256).digest,
    jurors: parts.panel.map((code) => ({ code, personId: jurorId(code), name: `Juri ${code}`, isChair: code === 'J1' })),
    seals: seals.map(({ entry, juror, text }) => ({ entry, juror, text })),
    actors: parts.ledger.filter(({ closed }) => closed).map(({ seq }, n) => ({ seq, actorId: jurorId(seals[n]?.juror ?? '') })),
  };
}

export const keyText = (key: ReturnType<typeof smallKey>) => writeKey(key);
