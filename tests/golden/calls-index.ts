// Golden quantities of the index room and of the satisfaction survey.

import { computeSkm } from '../../src/domain/benefit/skm.ts';
import { type IndexNode, minMax, weighHierarchy } from '../../src/domain/regional-index/hierarchy.ts';
import { type Rational, rational, toText } from '../../src/domain/shared/rational.ts';

interface VectorNode {
  readonly id: string;
  readonly weight: number | string;
  readonly children?: readonly VectorNode[];
}

const exact = (value: number | string): Rational => rational(String(value));
const shown = (value: Rational | null): string | null => value && toText(value);
const nodeOf = ({ id, weight, children = [] }: VectorNode): IndexNode => ({ id, weight: exact(weight), children: children.map(nodeOf) });

export const INDEX_CALLS: Readonly<Record<string, (input: never) => unknown>> = {
  ikm({ responses }: { responses: (number | null)[][] }) {
    const survey = computeSkm(responses, responses[0]?.length ?? 0);
    if (!survey.ok) throw new Error(survey.refusal.code);
    return { nrr: survey.value.elements.map(({ average }) => shown(average)), published: survey.value.value?.rounded };
  },
  minmax({ values, lo, hi, top }: { values: string[]; lo: string; hi: string; top: number }) {
    const posts = { low: exact(lo), high: exact(hi), top: exact(top), reversed: false };
    return values.map((value) => shown(minMax(exact(value), posts)));
  },
  hierarchy({ tree, leaves }: { tree: VectorNode; leaves: Record<string, number | string> }) {
    const weighed = weighHierarchy(nodeOf(tree), new Map(Object.entries(leaves).map(([id, value]) => [id, exact(value)])));
    if (!weighed.ok) throw new Error(weighed.refusal.code);
    return Object.fromEntries([...weighed.value].map(([id, value]) => [id, shown(value)]));
  },
};
