// What is missing before a stage can open, and what is left to do before one can end.

import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import type { CategoryRules } from './category.ts';
import type { Stage, StageKind } from './stage.ts';

/** Counted at one moment. Every count is of things, whole and never negative. */
export interface CategoryFacts {
  readonly code: string;
  readonly name: string;
  readonly approver: CategoryRules['approver'];
  readonly minJurors: number;
  /** Agencies of the kinds that may enter, and those among them without an innovator or a head who may come in. */
  readonly agencies: number;
  readonly withoutInnovator: number;
  readonly withoutHead: number;
  readonly jurors: number;
  /** The fewest jurors that any finalist is left with, for whoever is too near to it does not score; all of them before there are finalists. */
  readonly freeJurors: number;
  readonly hasChair: boolean;
  readonly hasPrizes: boolean;
  /** Entries on their way: approved or further, refused ones too. A category without any asks nothing of its jury. */
  readonly entries: number;
  /** Entries that wait for their approver; approved ones that are not verified; those every verifier is too near to. */
  readonly unapproved: number;
  readonly unverified: number;
  readonly needsOutside: number;
  readonly isAnnounced: boolean;
  /** Pairs of juror and finalist without a sealed sheet, a recusal or a recorded absence. */
  readonly unsealed: number;
  readonly isPublished: boolean;
}

export interface EditionFacts {
  readonly categories: readonly CategoryFacts[];
  readonly verifiers: number;
  readonly leaders: number;
  readonly hasVenue: boolean;
  /** Whom participants may ask: the edition's contact is filled in. */
  readonly hasContact: boolean;
  /** Names of the admins, who alone invite people and register agencies: whoever finds some missing is told whom to ask. */
  readonly admins: readonly string[];
}

/** Where a thing that is missing is put right. */
export type MendingPlace = 'categories' | 'agencies' | 'people' | 'stages' | 'settings' | 'panel' | 'shortlist' | 'verification' | 'approvals' | 'plenary';

export interface Check {
  /** `ready.*` or `left.*`, with the facts of its sentence. */
  readonly what: Refusal;
  /** What is not asked here counts as met. */
  readonly isMet: boolean;
  /** False where nothing in the edition asks for it: a category without entries needs no jury. */
  readonly isAsked: boolean;
  /** Without it the stage is not opened by hand; the others are advice. */
  readonly isNeeded: boolean;
  readonly place: MendingPlace;
  /** The category it is about; null when it is about the edition. */
  readonly category: string | null;
}

type Ask = readonly [code: string, isMet: boolean, isNeeded: boolean, place: MendingPlace, facts?: Refusal['facts'], isAsked?: boolean];

/**
 * What stands between an edition and the opening of a stage of the kind, met or not. Empty where nothing is asked.
 * @basis RULES 2 (settings that freeze when a stage opens must be there), 5 (fewer than the minimum jurors blocks), 6 (who does what).
 */
export function checksBefore(kind: StageKind, stages: readonly Stage[], facts: EditionFacts): readonly Check[] {
  const ofEdition = (asks: readonly Ask[]) => asks.map((ask) => toCheck(ask, null));
  const ofCategories = (asks: (category: CategoryFacts) => readonly Ask[]) =>
    facts.categories.flatMap((category) => asks(category).map((ask) => toCheck(ask, category)));
  switch (kind) {
    case 'registration':
      return [
        ...ofEdition([
          ['ready.categories', facts.categories.length > 0, true, 'categories'],
          ['ready.approval-stage', approvalFollows(stages), true, 'stages', {}, facts.categories.some(({ approver }) => approver !== 'nobody')],
          ['ready.verification-stage', verificationFollows(stages), false, 'stages'],
          ['ready.contact', facts.hasContact, false, 'settings'],
        ]),
        ...ofCategories(({ agencies, withoutInnovator, withoutHead, approver }) => [
          ['ready.agencies', agencies > 0, true, 'agencies'],
          ['ready.innovators', agencies > 0 && withoutInnovator === 0, false, 'people', { count: withoutInnovator, of: agencies }],
          ...(approver === 'nobody'
            ? []
            : [['ready.heads', agencies > 0 && withoutHead === 0, false, 'people', { count: withoutHead, of: agencies }] as const]),
        ]),
      ];
    case 'verification':
      return ofEdition([['ready.verifiers', facts.verifiers > 0, true, 'people']]);
    case 'presentation':
      return [
        ...ofEdition([['ready.venue', facts.hasVenue, false, 'settings']]),
        ...ofCategories(({ entries, jurors, freeJurors, minJurors, hasChair, isAnnounced, hasPrizes }) => [
          ['ready.shortlist', isAnnounced, true, 'shortlist', {}, entries > 0],
          ['ready.jurors', freeJurors >= minJurors, true, 'panel', { count: freeJurors, least: minJurors, tied: jurors - freeJurors }, entries > 0],
          ['ready.chair', hasChair, true, 'panel', {}, entries > 0],
          ['ready.prizes', hasPrizes, false, 'settings'],
        ]),
      ];
    case 'plenary':
      return ofEdition([['ready.leader', facts.leaders > 0, true, 'people']]);
    default:
      return [];
  }
}

/** Approval has its own window and must not end before registration does. */
function approvalFollows(stages: readonly Stage[]): boolean {
  const approval = stages.find(({ kind }) => kind === 'approval');
  const registration = stages.find(({ kind }) => kind === 'registration');
  return approval !== undefined && (registration === undefined || approval.closesAt >= registration.closesAt);
}

/** What is entered on the last day is verified too. */
function verificationFollows(stages: readonly Stage[]): boolean {
  const verification = stages.find(({ kind }) => kind === 'verification');
  const registration = stages.find(({ kind }) => kind === 'registration');
  return verification !== undefined && (registration === undefined || verification.opensAt >= registration.closesAt);
}

/**
 * What a stage of the kind still has to do before it can end: only what is left, all of it needed.
 * @basis RULES 6: an entry whose agency employs every verifier blocks the exit of verification.
 */
export function leftIn(kind: StageKind, facts: EditionFacts): readonly Check[] {
  const left = (code: string, place: MendingPlace, count: (category: CategoryFacts) => number) =>
    facts.categories.flatMap((category) => (count(category) === 0 ? [] : [toCheck([code, false, true, place, { count: count(category) }], category)]));
  switch (kind) {
    case 'approval':
      return left('left.approval', 'approvals', ({ unapproved }) => unapproved);
    case 'verification':
      return [
        ...left('left.verification', 'verification', ({ unverified }) => unverified),
        ...left('left.outside-verifier', 'people', ({ needsOutside }) => needsOutside),
      ];
    case 'desk':
      return left('left.announcement', 'shortlist', ({ isAnnounced, entries }) => (isAnnounced || entries === 0 ? 0 : 1));
    case 'presentation':
      return left('left.sheets', 'plenary', ({ unsealed }) => unsealed);
    case 'plenary':
      return left('left.publication', 'plenary', ({ isAnnounced, isPublished }) => (isAnnounced && !isPublished ? 1 : 0));
    default:
      return [];
  }
}

function toCheck([code, isMet, isNeeded, place, facts = {}, isAsked = true]: Ask, category: CategoryFacts | null): Check {
  const what = fault(code, category === null ? facts : { ...facts, category: category.name });
  return { what, isMet: isMet || !isAsked, isAsked, isNeeded, place, category: category?.code ?? null };
}

/** Stages that are planned to be over when this one opens, and ask that they be finished. */
export function stagesBefore(stage: Stage, stages: readonly Stage[]): readonly Stage[] {
  return stages.filter((one) => one.exitCheck && one.stageId !== stage.stageId && one.position < stage.position && one.closesAt <= stage.opensAt);
}

/**
 * Whether a stage may be opened by hand now. Refuses `stage.not-ready` with the first thing that is missing, `stage.not-finished` with the stage
 * before it that has work left. The clock opens a stage without asking: a date that was announced is kept.
 */
export function mayOpenByHand(stage: Stage, stages: readonly Stage[], facts: EditionFacts): Outcome<Stage> {
  const missing = checksBefore(stage.kind, stages, facts).filter((check) => check.isNeeded && !check.isMet);
  if (missing[0] !== undefined) return refuse('stage.not-ready', { stage: stage.name, count: missing.length });
  const unfinished = stagesBefore(stage, stages).find(({ kind }) => leftIn(kind, facts).length > 0);
  return unfinished === undefined ? ok(stage) : refuse('stage.not-finished', { stage: stage.name, before: unfinished.name });
}
