// Index maths any composite index needs: min-max scaling with fixed goalposts, and a weighted hierarchy.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { add, compare, div, mul, type Rational, sub, sum, ZERO } from '../shared/rational.ts';

export interface Goalposts {
  /** Fixed in advance, never the observed ends. */
  readonly low: Rational;
  readonly high: Rational;
  /** The scaled value of the better end: 5 for 0..5, 100 for 0..100. */
  readonly top: Rational;
  /** Whether less is better. */
  readonly reversed: boolean;
}

/**
 * top (x - low) / (high - low), or top (high - x) / (high - low) when reversed; clamped to 0..top. Null when high = low: no value.
 * @basis SCORING 14; OECD/JRC Handbook (2008), min-max.
 */
export function minMax(value: Rational, { low, high, top, reversed }: Goalposts): Rational | null {
  const span = sub(high, low);
  if (span.n === 0n) return null;
  const scaled = div(mul(top, reversed ? sub(high, value) : sub(value, low)), span);
  if (compare(scaled, ZERO) < 0) return ZERO;
  return compare(scaled, top) > 0 ? top : scaled;
}

export interface IndexNode {
  readonly id: string;
  readonly weight: Rational;
  /** None for a leaf. */
  readonly children: readonly IndexNode[];
}

/**
 * Node id -> value: a leaf's own value, above it sum(w v) / sum(w) of the children, exact. A missing leaf makes all its ancestors missing
 * (null): weights are never silently redistributed.
 * Refuses `hierarchy.duplicate-id`, `hierarchy.weight-negative` and `hierarchy.weights-zero` (id).
 * @basis SCORING 14; OECD/JRC Handbook (2008), step 7.
 */
export function weighHierarchy(tree: IndexNode, leaves: ReadonlyMap<string, Rational>): Outcome<ReadonlyMap<string, Rational | null>> {
  const nodes = flatten(tree);
  const ids = new Set<string>();
  for (const { id, weight, children } of nodes) {
    if (ids.has(id)) return refuse('hierarchy.duplicate-id', { id });
    ids.add(id);
    if (compare(weight, ZERO) < 0) return refuse('hierarchy.weight-negative', { id });
    if (children.length > 0 && sum(children.map((child) => child.weight)).n === 0n) return refuse('hierarchy.weights-zero', { id });
  }
  const values = new Map<string, Rational | null>();
  for (const node of nodes.reverse()) values.set(node.id, nodeValue(node, leaves, values));
  return ok(values);
}

/** Every node before its children. */
function flatten(tree: IndexNode): IndexNode[] {
  const nodes = [tree];
  for (const node of nodes) nodes.push(...node.children);
  return nodes;
}

function nodeValue({ id, children }: IndexNode, leaves: ReadonlyMap<string, Rational>, values: ReadonlyMap<string, Rational | null>): Rational | null {
  if (children.length === 0) return leaves.get(id) ?? null;
  let [points, weights] = [ZERO, ZERO];
  for (const child of children) {
    const value = values.get(child.id) ?? null;
    if (value === null) return null;
    points = add(points, mul(child.weight, value));
    weights = add(weights, child.weight);
  }
  return div(points, weights);
}
