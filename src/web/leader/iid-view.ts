// What the index page reads: the rule of the year, the region's own levels, its innovations, and the three figures made of them.

import { usableCatalogues } from '../../actions/instrument/known-catalogues.ts';
import { type Gain, nextGains } from '../../domain/regional-index/gains.ts';
import type { IndexFigures, IndexParts } from '../../domain/regional-index/iid.ts';
import { computeIndex, type RegionalIndex } from '../../domain/regional-index/iid.ts';
import type { IndexRule } from '../../domain/regional-index/rule.ts';
import { type Simulation, simulate, withParts } from '../../domain/regional-index/scenario.ts';
import { spdLevelsOf } from '../../domain/regional-index/spd.ts';
import { BASES, type Basis, type Standing, standingOf } from '../../domain/regional-index/standing.ts';
import { readWhatIf, type TypedWhatIf } from '../../domain/regional-index/what-if-form.ts';
import { type Outcome, ok, type Refusal } from '../../domain/shared/outcome.ts';
import type { Catalogue } from '../../platform/catalogues.ts';
import { indexRuleOf } from '../../platform/index-rules.ts';
import { findSpdLevels, type IndexInnovation, listIndexInnovations, type StandingSpd } from '../../store/regional-index.read.ts';
import { isOwn } from '../committee/committee-view.ts';
import type { Ctx } from '../request.ts';
import type { IndexAddress } from './iid-address.ts';

export interface IndexView {
  readonly year: number;
  readonly rule: IndexRule;
  /** Those that may rule some year, the oldest year first. */
  readonly catalogues: readonly Catalogue[];
  readonly spd: StandingSpd;
  readonly innovations: readonly IndexInnovation[];
  readonly standing: Standing;
  readonly indices: Readonly<Record<Basis, RegionalIndex>>;
  /** The figure the page is about. */
  readonly basis: Basis;
  /** Codes whose verdicts are closed to the visitor until the finalists are announced: the own agency's. */
  readonly closed: ReadonlySet<string>;
  readonly gains: readonly Gain[];
  readonly simulation: Simulation<IndexFigures & IndexParts> | null;
  /** Why the simulation was not computed. */
  readonly refusal: Refusal | null;
}

const SHOWN_GAINS = 10;

/** Refuses `index-rule.incomplete` and `index.year-unknown`: without a whole rule there is no number at all. */
export async function readIndexView(c: Ctx, address: IndexAddress): Promise<Outcome<IndexView>> {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const { year } = address;
  const catalogues = await usableCatalogues(db, regionId);
  const found = indexRuleOf(year, catalogues);
  if (!found.ok) return found;
  const rule = found.value;
  const spd = await findSpdLevels(db, regionId, year);
  const innovations = await listIndexInnovations(db, regionId, year);
  const standing = standingOf(rule, year, spdLevelsOf(rule, spd.rows), innovations);
  const indices = Object.fromEntries(BASES.map((basis) => [basis, computed(computeIndex(rule, standing.portfolios[basis]))])) as Record<Basis, RegionalIndex>;
  const basis = address.basis ?? (standing.portfolios.verified.innovations.length > 0 ? 'verified' : 'evidenced');
  const closed = new Set(innovations.filter((one) => !one.isAnnounced && isOwn(c, one)).map(({ code }) => code));
  const view = { year, rule, catalogues, spd, innovations, standing, indices, basis, closed };
  return ok({ ...view, gains: gainsOf(view), ...tryOut(view, address.whatIf) });
}

type Ground = Omit<IndexView, 'gains' | 'simulation' | 'refusal'>;

/** Steps that would tell a verdict on the visitor's own agency are left out. */
function gainsOf({ rule, standing, basis, closed }: Ground): readonly Gain[] {
  const hidden = basis === 'verified' ? closed : new Set<string>();
  const portfolio = standing.portfolios[basis];
  const most = SHOWN_GAINS + hidden.size * rule.sid.length;
  const gains = computed(nextGains(rule, portfolio, most));
  return gains.filter((gain) => gain.kind !== 'sid' || !hidden.has(gain.innovation)).slice(0, SHOWN_GAINS);
}

function tryOut(view: Ground, typed: TypedWhatIf): Pick<IndexView, 'simulation' | 'refusal'> {
  const { rule, standing, basis, closed } = view;
  const portfolio = standing.portfolios[basis];
  const open = typed.steps.filter((step) => basis !== 'verified' || !closed.has(step.split('@')[1] ?? ''));
  const tried = readWhatIf(rule, portfolio, { ...typed, steps: open });
  if (!tried.ok) return { simulation: null, refusal: tried.refusal };
  if (tried.value === null) return { simulation: null, refusal: null };
  const simulation = computed(simulate(rule, portfolio, tried.value.scenario));
  return { simulation: withParts(rule, simulation, tried.value.set), refusal: null };
}

/** Portfolios made by standingOf hold only rows of the rule: a refusal here is a fault of ours. */
function computed<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
