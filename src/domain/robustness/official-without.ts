// The official result without one juror, by the official rule itself: desk value, ladder and minimum of jurors included.

import { computeResult } from '../result/compute.ts';
import type { ResultBody, ResultInput } from '../result/result.ts';

export interface OfficialWithout {
  readonly juror: string;
  readonly winners: readonly string[];
  readonly entering: readonly string[];
  readonly leaving: readonly string[];
  readonly maxRankShift: number;
  /** Entries that would have too few jurors: not estimable. */
  readonly blocked: readonly string[];
}

/** By juror code. `top` is N of the watched line. The inputs are those of the computed result. @basis SCORING 8. */
export function officialWithoutEach(input: ResultInput, body: ResultBody, top: number): readonly OfficialWithout[] {
  const jurors = [...new Set(input.sheets.map(({ juror }) => juror))].sort();
  return jurors.flatMap((juror) => {
    const fewer = computeResult({ ...input, sheets: input.sheets.filter((sheet) => sheet.juror !== juror) });
    return fewer.ok ? [compareBodies(juror, body, fewer.value, top)] : [];
  });
}

function compareBodies(juror: string, full: ResultBody, fewer: ResultBody, top: number): OfficialWithout {
  const ranks = new Map(full.entries.map(({ id, rank }) => [id, rank]));
  const first = (body: ResultBody) => body.entries.filter(({ rank }) => rank <= top).map(({ id }) => id);
  const [before, after] = [first(full), first(fewer)];
  const known = new Set(full.blocked.map(({ id }) => id));
  return {
    juror,
    winners: fewer.entries.filter(({ rank }) => rank === 1).map(({ id }) => id),
    entering: after.filter((id) => !before.includes(id)),
    leaving: before.filter((id) => !after.includes(id)),
    maxRankShift: Math.max(0, ...fewer.entries.map(({ id, rank }) => Math.abs(rank - (ranks.get(id) ?? rank)))),
    blocked: fewer.blocked.map(({ id }) => id).filter((id) => !known.has(id)),
  };
}
