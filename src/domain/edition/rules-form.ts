// A category's rules as somebody typed them, read exactly.

import type { AgencyKind } from '../people/agency.ts';
import { fault, type Outcome, type Refusal, refuse } from '../shared/outcome.ts';
import type { CategoryRules, CutPolicy } from './category.ts';
import { checkRules, ENTRANT_KINDS, type KnownCodes } from './rules-check.ts';

/** Everything as text, as a form sends it. Ladders hold one step a line; an empty line is passed over. */
export interface RulesForm {
  readonly whoEnters: readonly string[];
  readonly approver: string;
  readonly floor: string;
  readonly kind: string;
  readonly bound: string;
  readonly cut: string;
  readonly deskLadder: readonly string[];
  readonly deskShare: string;
  readonly juryShare: string;
  readonly finalLadder: readonly string[];
  readonly winners: string;
  readonly seed: string;
  readonly source: string;
  readonly publicBundle: boolean;
}

const CUTS: readonly CutPolicy[] = ['include', 'exclude', 'unresolved'];

/**
 * The rules that the form says. An empty floor means no gate. Refuses `rules.invalid` with every field at fault: what checkRules refuses, and
 * `rules.number-invalid` for text that is no number.
 */
export function readRulesForm(form: RulesForm, known: KnownCodes): Outcome<CategoryRules> {
  const faults: Record<string, Refusal> = {};
  const decimal = (field: 'floor' | 'bound' | 'deskShare' | 'juryShare'): string => {
    const text = form[field].trim().replace(',', '.');
    if (!/^\d{1,3}(\.\d{1,6})?$/.test(text)) faults[field] = fault('rules.number-invalid', { typed: form[field] });
    return text;
  };
  const count = (field: 'bound' | 'winners'): number => {
    if (!/^[1-9]\d{0,2}$/.test(form[field].trim())) faults[field] = fault('rules.count-invalid', { typed: form[field] });
    return Number(form[field]);
  };
  const seed = form.seed.trim();
  const source = form.source.trim();
  const rules: CategoryRules = {
    whoEnters: ENTRANT_KINDS.filter((kind): kind is AgencyKind => form.whoEnters.includes(kind)),
    approver: form.approver === 'nobody' ? 'nobody' : 'head',
    floor: form.floor.trim() === '' ? null : decimal('floor'),
    shortlist: form.kind === 'threshold' ? { kind: 'threshold', above: decimal('bound') } : { kind: 'top', n: count('bound') },
    cut: CUTS.find((cut) => cut === form.cut) ?? 'unresolved',
    deskLadder: form.deskLadder.filter((step) => step !== ''),
    deskShare: decimal('deskShare'),
    juryShare: decimal('juryShare'),
    finalLadder: form.finalLadder.filter((step) => step !== ''),
    winners: count('winners'),
    lot: seed === '' && source === '' ? null : { seed, source },
    publicBundle: form.publicBundle,
  };
  const checked = checkRules(rules, known);
  const fields = { ...(checked.ok ? {} : checked.refusal.fields), ...faults };
  return Object.keys(fields).length > 0 ? refuse('rules.invalid', {}, fields) : checked;
}

/** The form that says these rules. */
export function rulesAsForm(rules: CategoryRules): RulesForm {
  const { shortlist, lot } = rules;
  const comma = (text: string) => text.replace('.', ',');
  return {
    ...rules,
    floor: comma(rules.floor ?? ''),
    kind: shortlist.kind,
    bound: shortlist.kind === 'top' ? String(shortlist.n) : comma(shortlist.above),
    deskShare: comma(rules.deskShare),
    juryShare: comma(rules.juryShare),
    winners: String(rules.winners),
    seed: lot?.seed ?? '',
    source: lot?.source ?? '',
    publicBundle: rules.publicBundle === true,
  };
}
