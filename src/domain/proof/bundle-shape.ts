// What a bundle must look like before it is recomputed. Figures that are recomputed whole need no shape: they are compared.

import type { CategoryRules } from '../edition/category.ts';
import type { Criterion, Rubric } from '../instrument/rubric.ts';
import type { PublishedResult } from '../publication/published-result.ts';
import type { KeptShortlist } from '../result/desk-decision.ts';
import type { FrozenInputs } from '../result/frozen-inputs.ts';
import type { ResultBody } from '../result/result.ts';
import * as is from '../shared/shape.ts';
import { BUNDLE_FORM, type Bundle, type BundleParts, type BundleRow, FIRST_FORM, type RegionSeal } from './bundle.ts';
import type { ListedKey, SigningAssertion } from './signature.ts';

const code = is.text('code', /^[^\u0000-\u001f]{1,80}$/);
const number = is.text('registration-number', /^\S{1,40}$/);
/** A number as somebody typed it into a rubric: the comma is theirs. */
const typed = is.text('number', /^[+-]?\d+([.,]\d+|\/0*[1-9]\d*)?$/);
const juror = is.text('juror', /^J\d{1,2}$/);
const year = is.whole(2000, 2200);
const version = is.whole(1, 32_767);

const contest = is.object<BundleParts['contest']>({
  region: is.object({ id: is.id, code: is.words, name: is.words }),
  sample: is.flag,
  year,
  edition: is.words,
  category: is.object({ id: is.id, code, name: is.words }),
  program: is.words,
});

const instrument = is.object<BundleParts['instrument']>({
  code,
  year,
  indicators: is.list(is.object({ code, name: is.words, weight: is.exact })),
});

const lot = is.nullable(is.object({ seed: is.words, source: is.words }));
const cut = is.oneOf('include', 'exclude', 'unresolved');

/** Rules may say more than the figures need. */
const rules = is.openObject<CategoryRules>({
  whoEnters: is.anything as is.Shape<CategoryRules['whoEnters']>,
  approver: is.oneOf('head', 'nobody'),
  floor: is.nullable(is.words),
  shortlist: (value, path) => (isTop(value) ? top(value, path) : threshold(value, path)),
  cut,
  deskLadder: is.list(code),
  deskShare: is.exact,
  juryShare: is.exact,
  finalLadder: is.list(code),
  winners: is.whole(0, 999),
  lot,
  publicBundle: is.optional(is.flag) as is.Shape<boolean>,
});

const top = is.object({ kind: is.oneOf('top'), n: is.whole(1, 9999) });
const threshold = is.object({ kind: is.oneOf('threshold'), above: is.words });

function isTop(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'top';
}

const order = is.list(is.list(number));
const decision = { tied: is.list(number), order, act: is.words };

/** Only what a later step reads before the list is compared with the one computed anew. */
const shortlist = is.openObject<Pick<KeptShortlist, 'rulesVersion'>>({ rulesVersion: version });

const criterion = is.object<Criterion>({
  code,
  name: is.words,
  weight: typed,
  min: typed,
  max: typed,
  step: typed,
  entry: is.oneOf('levels', 'number'),
  hint: is.optional(is.words) as is.Shape<string>,
  levels: is.optional(is.list(is.object({ points: typed, label: is.words }))) as is.Shape<NonNullable<Criterion['levels']>>,
});

const rubric = is.object<Rubric>({
  version,
  criteria: is.list(criterion),
  scale: is.oneOf('minmax', 'max', 'raw'),
  minJurors: is.whole(1, 99),
  decimals: is.whole(0, 10),
  rankOn: is.oneOf('rounded', 'exact'),
  percent: is.flag,
  aggregate: is.oneOf('mean', 'trimmed', 'median'),
  trim: is.whole(0, 49),
});

const pair = is.object({ entry: number, juror });
const score = is.text('score', /^/, 40);

const inputs = is.object<FrozenInputs>({
  form: is.oneOf('inputs/1'),
  categoryId: is.id,
  rulesVersion: version,
  rubricVersion: version,
  deskDigest: is.digest,
  rubric,
  entries: is.list(is.object({ id: number, desk: is.nullable(is.exact) })),
  sheets: is.list(is.object({ entry: number, juror, scores: is.record(score), seal: is.digest })),
  recused: is.list(pair),
  absent: is.list(pair),
  deskShare: is.exact,
  juryShare: is.exact,
  ladder: is.list(code),
  winners: is.whole(0, 999),
  cut,
  incompleteSheet: is.oneOf('exclude'),
  decisions: is.list(is.object(decision)) as is.Shape<NonNullable<FrozenInputs['decisions']>>,
  lot,
});

const bareRow = {
  seq: is.whole(1, Number.MAX_SAFE_INTEGER),
  kind: code,
  actorId: is.nullable(is.id),
  closed: is.flag,
  subjectId: is.nullable(is.id),
  actedAt: is.instant,
  facts: is.words,
  previous: is.digest,
  digest: is.digest,
};

const common = {
  contest,
  instrument,
  rules: is.list(is.object({ version, decidedAt: is.instant, body: rules })),
  levels: is.list(is.object({ id: number, entryId: is.id, verified: is.record(is.whole(0, 3)) })),
  desk: is.object<BundleParts['desk']>({
    shortlist: shortlist as is.Shape<KeptShortlist>,
    decisions: is.list(is.object({ ...decision, reason: is.words })),
    digest: is.digest,
    announcedAt: is.instant,
  }),
  names: is.list(is.object({ id: number, name: is.words, agency: is.words })),
  panel: is.list(juror),
  inputs,
  result: is.object({ id: is.id, version, computedAt: is.instant, body: is.anything as is.Shape<ResultBody>, digest: is.digest }),
  publication: is.object({ version, publishedAt: is.instant, body: is.anything as is.Shape<PublishedResult>, digest: is.digest }),
};

const signed = { capacity: is.oneOf('juror', 'chair'), signedAt: is.instant, digest: is.digest };
const certified = { decree: is.words, certifiedAt: is.instant, digest: is.digest };
const base64url = is.text('base64url', /^[A-Za-z0-9_-]+$/, 8192);

const assertion = is.nullable(
  is.object<SigningAssertion>({ credentialId: base64url, authenticatorData: base64url, clientDataJSON: base64url, signature: base64url }),
);

const key = is.object<ListedKey>({
  credentialId: base64url,
  publicKey: base64url,
  algorithm: is.oneNumber(-7, -8, -257),
  rpId: is.words,
  origin: is.words,
  capacity: is.oneOf('juror', 'chair', 'leader'),
  holder: is.whole(1, 9999),
  enrolledAt: is.instant,
  afterOpening: is.flag,
  confirmedAt: is.nullable(is.instant),
  endedAt: is.nullable(is.instant),
});

type Loose = is.Shape<BundleParts>;

const firstParts = is.object({
  ...common,
  signatures: is.list(is.object(signed)),
  certification: is.object(certified),
  ledger: is.list(is.object<BundleRow>(bareRow as never)),
}) as Loose;

const parts = is.object({
  ...common,
  keys: is.list(key),
  signatures: is.list(is.object({ ...signed, assertion })),
  certification: is.object({ ...certified, assertion }),
  ledger: is.list(is.object<BundleRow>({ ...bareRow, actorBlind: is.nullable(blind()), actorMark: is.nullable(is.digest) } as never)),
}) as Loose;

function blind(): is.Shape<string> {
  return is.text('blind', /^[0-9a-f]{32}$/);
}

const firstDigests = {
  contest: is.digest,
  instrument: is.digest,
  rules: is.digest,
  levels: is.digest,
  desk: is.digest,
  names: is.digest,
  panel: is.digest,
  inputs: is.digest,
  result: is.digest,
  signatures: is.digest,
  certification: is.digest,
  publication: is.digest,
  ledger: is.digest,
};

const region = is.nullable(
  is.object<RegionSeal>({ publicKey: is.text('base64url', /^[A-Za-z0-9_-]{43}$/), signature: is.text('base64url', /^[A-Za-z0-9_-]{86}$/) }),
);

const first = is.object({ bailang: is.oneOf(FIRST_FORM), digests: is.object(firstDigests), parts: firstParts }) as is.Shape<Bundle>;
const second = is.object({
  bailang: is.oneOf(BUNDLE_FORM),
  digests: is.object({ ...firstDigests, keys: is.digest }),
  parts,
  region,
}) as is.Shape<Bundle>;

/** The first place where the value is not a bundle of the form it names, or null. */
export const bundleShape: is.Shape<Bundle> = (value, path) => (isFirst(value) ? first(value, path) : second(value, path));

function isFirst(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { bailang?: unknown }).bailang === FIRST_FORM;
}
