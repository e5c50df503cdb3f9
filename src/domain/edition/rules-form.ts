// New numbers for a category's rules, as somebody typed them, read exactly.

import { type Facts, fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import type { CategoryRules, ShortlistRule } from './category.ts';

export interface RulesForm {
  readonly floor: string;
  readonly kind: ShortlistRule['kind'];
  readonly bound: string;
  readonly deskShare: string;
  readonly juryShare: string;
  readonly winners: string;
  readonly publicBundle: boolean;
}

/**
 * The rules with the typed numbers; everything else stays. An empty floor means no gate.
 * Refuses `rules.invalid` with the fields at fault: `rules.number-invalid`, `rules.shares-sum`.
 */
export function readRulesForm(rules: CategoryRules, form: RulesForm): Outcome<CategoryRules> {
  const faults: Record<string, Refusal> = {};
  const read = (field: Exclude<keyof RulesForm, 'kind' | 'publicBundle'>, isWhole = false): string => {
    const text = form[field].trim().replace(',', '.');
    const isFine = isWhole ? /^[1-9]\d{0,2}$/.test(text) : /^\d{1,3}(\.\d{1,6})?$/.test(text);
    if (!isFine) faults[field] = fault('rules.number-invalid', { typed: form[field] } satisfies Facts);
    return text;
  };
  const floor = form.floor.trim() === '' ? null : read('floor');
  const bound = read('bound', form.kind === 'top');
  const [deskShare, juryShare, winners] = [read('deskShare'), read('juryShare'), read('winners', true)];
  const isComplete = faults.deskShare === undefined && faults.juryShare === undefined;
  if (isComplete && millionths(deskShare) + millionths(juryShare) !== 100_000_000n) faults.juryShare = fault('rules.shares-sum');
  if (Object.keys(faults).length > 0) return refuse('rules.invalid', {}, faults);
  const shortlist: ShortlistRule = form.kind === 'top' ? { kind: 'top', n: Number(bound) } : { kind: 'threshold', above: bound };
  return ok({ ...rules, floor, shortlist, deskShare, juryShare, winners: Number(winners), publicBundle: form.publicBundle });
}

function millionths(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(6, '0'));
}
