// The figures of a bundle, computed again: desk, inputs, result, publication, and that each was signed for as it stands.

import type { Indicator } from '../instrument/indicator.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { maxPoints } from '../instrument/points.ts';
import { openPairs, pairKey } from '../jury/panel.ts';
import { publishedResult } from '../publication/published-result.ts';
import { type KeptShortlist, keptShortlist, shortlistCanon } from '../result/desk-decision.ts';
import { computeFrozen, freezeInputs, waitingEntries } from '../result/frozen-inputs.ts';
import { computeShortlist, mayAnnounce } from '../result/shortlist.ts';
import { canonicalJson } from '../shared/decimal-json.ts';
import { memberPath } from '../shared/shape.ts';
import type { BundleParts, Hash } from './bundle.ts';
import { type BundleCheck, type BundleFault, difference, refused } from './bundle-fault.ts';

type Faults = readonly BundleFault[];

/** Every difference between the figures of the parts and what the rules make of their inputs; of each figure's part the first. */
export function checkFigures(parts: BundleParts, hash: Hash): Faults {
  const faults: BundleFault[] = [...checkOrder(parts)];
  const desk = recomputeDesk(parts, hash);
  faults.push(...desk.faults);
  if (desk.kept !== null) faults.push(...checkInputs(parts, desk.kept));
  faults.push(...checkPairs(parts), ...checkResult(parts, hash), ...checkSignatures(parts));
  return faults;
}

/** Lists of which the order means nothing stand in one order, each thing once. */
function checkOrder({ levels, names, rules, panel }: BundleParts): Faults {
  const byText = (a: string, b: string) => (a < b ? -1 : 1);
  return [
    ...ascending(
      'desk',
      '$.parts.levels',
      levels.map(({ id }) => id),
      byText,
    ),
    ...ascending(
      'publication',
      '$.parts.names',
      names.map(({ id }) => id),
      byText,
    ),
    ...ascending('inputs', '$.parts.panel', panel, (a, b) => a.length - b.length || byText(a, b)),
    ...ascending(
      'inputs',
      '$.parts.rules',
      rules.map(({ version }) => version),
      (a, b) => a - b,
    ),
  ];
}

function ascending<T>(check: BundleCheck, path: string, keys: readonly T[], order: (a: T, b: T) => number): Faults {
  return difference(check, path, keys, [...new Set(keys)].sort(order));
}

interface Desk {
  readonly kept: KeptShortlist | null;
  readonly faults: Faults;
}

function recomputeDesk(parts: BundleParts, hash: Hash): Desk {
  const { desk, levels, rules } = parts;
  const path = '$.parts.desk';
  const ruling = rules.find(({ version }) => version === desk.shortlist.rulesVersion);
  if (ruling === undefined) return { kept: null, faults: [refused('desk', `${path}.shortlist.rulesVersion`, 'bundle.no-such-rules')] };
  const instrument = instrumentOf(parts);
  if (maxPoints(instrument).n <= 0n) return { kept: null, faults: [refused('desk', '$.parts.instrument', 'bundle.no-points')] };
  const missing = checkLevels(parts);
  if (missing.length > 0) return { kept: null, faults: missing };
  const computed = computeShortlist(instrument, ruling.body, levels, { decisions: desk.decisions, lot: ruling.body.lot });
  if (!computed.ok) return { kept: null, faults: [refused('desk', path, computed.refusal.code)] };
  const kept = keptShortlist(computed.value, ruling.version, new Map(levels.map(({ id, entryId }) => [id, entryId])));
  const digest = hash(shortlistCanon(kept, desk.decisions));
  const ready = mayAnnounce(kept);
  return {
    kept,
    faults: [
      ...difference('desk', `${path}.shortlist`, desk.shortlist, kept),
      ...difference('desk', `${path}.digest`, desk.digest, digest),
      ...(ready.ok ? [] : [refused('desk', `${path}.shortlist`, ready.refusal.code)]),
    ],
  };
}

function instrumentOf({ instrument }: BundleParts): Instrument {
  const sid = instrument.indicators.map(({ code, name, weight }): Indicator => {
    return { code, name, weight, variable: '', mandatory: false, levels: [], evidence: '', formats: '' };
  });
  return { code: instrument.code, year: instrument.year, legalSource: '', sid, spd: [], count: null };
}

/** Each entry has a level of every indicator, and of no other. */
function checkLevels({ instrument, levels }: BundleParts): Faults {
  const codes = instrument.indicators.map(({ code }) => code).sort();
  const twice = codes.find((code, at) => code === codes[at - 1]);
  if (twice !== undefined) return [refused('desk', '$.parts.instrument.indicators', 'bundle.indicator-twice')];
  return levels.flatMap(({ verified }, at) => {
    const keys = Object.keys(verified).sort();
    const odd = keys.find((key) => !codes.includes(key)) ?? codes.find((code) => !Object.hasOwn(verified, code));
    return odd === undefined ? [] : [refused('desk', memberPath(`$.parts.levels[${at}].verified`, odd), 'bundle.level-not-of-the-instrument')];
  });
}

/** The frozen inputs are the ones that rules, rubric, desk decision and sheets make. */
function checkInputs(parts: BundleParts, kept: KeptShortlist): Faults {
  const { inputs, rules, contest, desk } = parts;
  const ruling = rules.find(({ version }) => version === inputs.rulesVersion);
  if (ruling === undefined) return [refused('inputs', '$.parts.inputs.rulesVersion', 'bundle.no-such-rules')];
  const deskOf = new Map(kept.entries.map((entry) => [entry.id, entry.desk]));
  const frozen = freezeInputs({
    categoryId: contest.category.id,
    rules: ruling,
    rubric: { version: inputs.rubricVersion, body: inputs.rubric },
    deskDigest: desk.digest,
    entries: kept.selected.map((id) => ({ id, desk: deskOf.get(id) ?? null })),
    sheets: inputs.sheets,
    recused: inputs.recused,
    absent: inputs.absent,
    decisions: inputs.decisions ?? [],
  });
  return difference('inputs', '$.parts.inputs', inputs, frozen);
}

/** Every juror of the panel and every finalist: one sealed sheet, or recused, or recorded absent. */
function checkPairs({ inputs, panel }: BundleParts): Faults {
  const finalists = inputs.entries.map(({ id }) => ({ entryId: id, registrationNumber: id }));
  const settled = new Set<string>();
  const known = new Set(panel.flatMap((code) => finalists.map(({ entryId }) => pairKey(code, entryId))));
  for (const list of ['sheets', 'recused', 'absent'] as const) {
    for (const [at, { juror, entry }] of inputs[list].entries()) {
      const key = pairKey(juror, entry);
      if (!known.has(key)) return [refused('inputs', `$.parts.inputs.${list}[${at}]`, 'bundle.pair-unknown')];
      if (settled.has(key)) return [refused('inputs', `$.parts.inputs.${list}[${at}]`, 'bundle.pair-twice')];
      settled.add(key);
    }
  }
  const open = openPairs(
    panel.map((code) => ({ personId: code, code })),
    finalists,
    settled,
  );
  return open.length === 0 ? [] : [refused('inputs', '$.parts.inputs.sheets', 'bundle.pair-open')];
}

function checkResult(parts: BundleParts, hash: Hash): Faults {
  const { inputs, result } = parts;
  const computed = computeFrozen(inputs, hash);
  if (!computed.ok) return [refused('result', '$.parts.inputs', computed.refusal.code)];
  const { body, digest } = computed.value;
  return [
    ...difference('result', '$.parts.result.body', result.body, body),
    ...difference('result', '$.parts.result.digest', result.digest, digest),
    ...(waitingEntries(body).length === 0 ? [] : [refused('result', '$.parts.result.body', 'result.unresolved')]),
    ...checkPublication(parts, body, hash),
  ];
}

function checkPublication(parts: BundleParts, body: BundleParts['result']['body'], hash: Hash): Faults {
  const { contest, inputs, result, certification, publication, names, panel } = parts;
  const { year, edition, category } = contest;
  const facts = {
    year,
    edition,
    category: { code: category.code, name: category.name },
    version: publication.version,
    resultDigest: result.digest,
    decree: certification.decree,
    certifiedAt: certification.certifiedAt,
    publishedAt: publication.publishedAt,
    panel: panel.length,
    names: new Map(names.map(({ id, name, agency }) => [id, { name, agency }])),
  };
  const published = publishedResult(facts, inputs, body);
  return [
    ...difference(
      'publication',
      '$.parts.names',
      names.map(({ id }) => id),
      inputs.entries.map(({ id }) => id),
    ),
    ...difference('publication', '$.parts.publication.body', publication.body, published),
    ...difference('publication', '$.parts.publication.digest', publication.digest, hash(canonicalJson(published))),
  ];
}

/** Signed by as many as must sign, in order of time, each for the result's digest; then certified, then published. */
function checkSignatures({ signatures, inputs, result, certification, publication }: BundleParts): Faults {
  const counted = new Set(inputs.sheets.map(({ juror }) => juror)).size;
  const chairs = signatures.filter(({ capacity }) => capacity === 'chair').length;
  const isWhole = chairs <= 1 && (signatures.length === counted || (chairs === 1 && signatures.length === counted + 1));
  const times = [result.computedAt, ...signatures.map(({ signedAt }) => signedAt), certification.certifiedAt, publication.publishedAt];
  const early = times.findIndex((at, place) => place > 0 && at < (times[place - 1] ?? ''));
  return [
    ...signatures.flatMap(({ digest }, at) => difference('signatures', `$.parts.signatures[${at}].digest`, digest, result.digest)),
    ...difference('signatures', '$.parts.certification.digest', certification.digest, result.digest),
    ...(isWhole ? [] : [refused('signatures', '$.parts.signatures', 'bundle.signatures-missing')]),
    ...(early === -1 ? [] : [refused('signatures', timePath(early, signatures.length), 'bundle.before-its-time')]),
  ];
}

function timePath(place: number, signatures: number): string {
  if (place <= signatures) return `$.parts.signatures[${place - 1}].signedAt`;
  return place === signatures + 1 ? '$.parts.certification.certifiedAt' : '$.parts.publication.publishedAt';
}
