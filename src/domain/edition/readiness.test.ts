import { describe, expect, test } from 'vitest';
import { type CategoryFacts, type Check, checksBefore, type EditionFacts, leftIn, mayOpenByHand, stagesBefore } from './readiness.ts';
import type { Stage, StageKind } from './stage.ts';

const at = (day: string) => `2026-${day}T00:00:00.000Z` as const;
const stage = (kind: StageKind, position: number, opens: string, closes: string, exitCheck = true): Stage => ({
  stageId: kind,
  editionId: 'e',
  kind,
  name: `tahap ${kind}`,
  publicGroup: kind,
  position,
  opensAt: at(opens),
  closesAt: at(closes),
  graceMinutes: 0,
  exitCheck,
});
const STAGES = [
  stage('registration', 1, '06-01', '07-31'),
  stage('approval', 2, '06-01', '08-01'),
  stage('verification', 3, '08-03', '08-12'),
  stage('desk', 4, '08-12', '08-15'),
  stage('presentation', 5, '08-19', '08-20'),
  stage('plenary', 6, '08-20', '08-25'),
];
const category: CategoryFacts = {
  code: 'skpd',
  name: 'SKPD',
  approver: 'head',
  minJurors: 3,
  agencies: 4,
  withoutInnovator: 0,
  withoutHead: 0,
  jurors: 3,
  freeJurors: 3,
  hasChair: true,
  hasPrizes: true,
  entries: 5,
  unapproved: 0,
  unverified: 0,
  needsOutside: 0,
  isAnnounced: true,
  unsealed: 0,
  isPublished: true,
};
const edition: EditionFacts = { categories: [category], verifiers: 1, leaders: 1, hasVenue: true, hasContact: true, admins: [] };
const withCategory = (changed: Partial<CategoryFacts>): EditionFacts => ({ ...edition, categories: [{ ...category, ...changed }] });
const codes = (checks: readonly Check[]) => checks.map(({ what }) => what.code);
const unmet = (kind: StageKind, facts: EditionFacts, stages: readonly Stage[] = STAGES) =>
  checksBefore(kind, stages, facts)
    .filter(({ isMet }) => !isMet)
    .map(({ what, isNeeded, place, category: of }) => [what.code, isNeeded, place, of, what.facts]);

describe('before a stage opens', () => {
  test('is asked for what the stage needs, all met when all is there', () => {
    expect(codes(checksBefore('registration', STAGES, edition))).toEqual([
      'ready.categories',
      'ready.approval-stage',
      'ready.verification-stage',
      'ready.contact',
      'ready.agencies',
      'ready.innovators',
      'ready.heads',
    ]);
    expect(codes(checksBefore('verification', STAGES, edition))).toEqual(['ready.verifiers']);
    expect(codes(checksBefore('presentation', STAGES, edition))).toEqual(['ready.venue', 'ready.shortlist', 'ready.jurors', 'ready.chair', 'ready.prizes']);
    expect(codes(checksBefore('plenary', STAGES, edition))).toEqual(['ready.leader']);
    for (const kind of ['registration', 'verification', 'presentation', 'plenary'] as const) expect(unmet(kind, edition)).toEqual([]);
    for (const kind of ['outreach', 'approval', 'desk', 'field-validation', 'objection', 'follow-up'] as const)
      expect(checksBefore(kind, STAGES, edition)).toEqual([]);
  });

  test.each<[StageKind, EditionFacts, readonly unknown[]]>([
    ['registration', { ...edition, categories: [] }, [['ready.categories', true, 'categories', null, {}]]],
    [
      'registration',
      withCategory({ agencies: 0 }),
      [
        ['ready.agencies', true, 'agencies', 'skpd', { category: 'SKPD' }],
        ['ready.innovators', false, 'people', 'skpd', { category: 'SKPD', count: 0, of: 0 }],
        ['ready.heads', false, 'people', 'skpd', { category: 'SKPD', count: 0, of: 0 }],
      ],
    ],
    ['registration', withCategory({ withoutInnovator: 2 }), [['ready.innovators', false, 'people', 'skpd', { category: 'SKPD', count: 2, of: 4 }]]],
    ['registration', withCategory({ withoutHead: 1 }), [['ready.heads', false, 'people', 'skpd', { category: 'SKPD', count: 1, of: 4 }]]],
    ['registration', withCategory({ withoutHead: 1, approver: 'nobody' }), []],
    ['registration', { ...edition, hasContact: false }, [['ready.contact', false, 'settings', null, {}]]],
    ['verification', { ...edition, verifiers: 0 }, [['ready.verifiers', true, 'people', null, {}]]],
    ['plenary', { ...edition, leaders: 0 }, [['ready.leader', true, 'people', null, {}]]],
    ['presentation', { ...edition, hasVenue: false }, [['ready.venue', false, 'settings', null, {}]]],
    ['presentation', withCategory({ isAnnounced: false }), [['ready.shortlist', true, 'shortlist', 'skpd', { category: 'SKPD' }]]],
    ['presentation', withCategory({ freeJurors: 2 }), [['ready.jurors', true, 'panel', 'skpd', { category: 'SKPD', count: 2, least: 3, tied: 1 }]]],
    ['presentation', withCategory({ hasChair: false }), [['ready.chair', true, 'panel', 'skpd', { category: 'SKPD' }]]],
    ['presentation', withCategory({ hasPrizes: false }), [['ready.prizes', false, 'settings', 'skpd', { category: 'SKPD' }]]],
    ['presentation', withCategory({ entries: 0, jurors: 0, freeJurors: 0, hasChair: false, isAnnounced: false }), []],
  ])('of %s is told what is missing, where, and whether it is needed', (kind, facts, missing) => expect(unmet(kind, facts)).toEqual(missing));

  test('says what nobody asks for: a jury without entries, an approval without approvers', () => {
    const idle = (kind: StageKind, facts: EditionFacts) => codes(checksBefore(kind, STAGES, facts).filter(({ isAsked }) => !isAsked));
    expect(idle('presentation', withCategory({ entries: 0 }))).toEqual(['ready.shortlist', 'ready.jurors', 'ready.chair']);
    expect(idle('registration', withCategory({ approver: 'nobody' }))).toEqual(['ready.approval-stage']);
    for (const kind of ['registration', 'verification', 'presentation', 'plenary'] as const) expect(idle(kind, edition)).toEqual([]);
  });

  test('registration needs an approval that does not end before it, unless nobody approves', () => {
    const [registration, approval, verification] = STAGES as [Stage, Stage, Stage];
    const asked = (stages: readonly Stage[], facts = edition) => unmet('registration', facts, stages).map(([code]) => code);
    expect(asked([registration, verification])).toEqual(['ready.approval-stage']);
    expect(asked([registration, verification], withCategory({ approver: 'nobody' }))).toEqual([]);
    expect(asked([registration, verification, { ...approval, closesAt: at('07-30') }])).toEqual(['ready.approval-stage']);
    expect(asked([registration, verification, { ...approval, closesAt: registration.closesAt }])).toEqual([]);
    expect(asked([approval, verification])).toEqual([]);
    expect(asked([registration, approval])).toEqual(['ready.verification-stage']);
    const mixed = { ...edition, categories: [{ ...category, approver: 'nobody' as const }, category] };
    expect(asked([registration, verification], mixed)).toEqual(['ready.approval-stage']);
  });
});

describe('before a stage ends', () => {
  test.each<[StageKind, Partial<CategoryFacts>, readonly unknown[]]>([
    ['approval', { unapproved: 2 }, [['left.approval', 'approvals', 2]]],
    ['verification', { unverified: 3 }, [['left.verification', 'verification', 3]]],
    ['verification', { needsOutside: 1 }, [['left.outside-verifier', 'people', 1]]],
    [
      'verification',
      { unverified: 3, needsOutside: 1 },
      [
        ['left.verification', 'verification', 3],
        ['left.outside-verifier', 'people', 1],
      ],
    ],
    ['desk', { isAnnounced: false }, [['left.announcement', 'shortlist', 1]]],
    ['desk', { isAnnounced: false, entries: 0 }, []],
    ['presentation', { unsealed: 4 }, [['left.sheets', 'plenary', 4]]],
    ['plenary', { isPublished: false }, [['left.publication', 'plenary', 1]]],
    ['plenary', { isPublished: false, isAnnounced: false }, []],
    ['registration', { unapproved: 2, unverified: 3, unsealed: 4, isPublished: false, isAnnounced: false }, []],
  ])('%s with %j has left what is counted', (kind, changed, left) => {
    const found = leftIn(kind, withCategory(changed));
    expect(found.map(({ what, place }) => [what.code, place, what.facts.count])).toEqual(left);
    for (const { isMet, isNeeded, category: of, what } of found) expect([isMet, isNeeded, of, what.facts.category]).toEqual([false, true, 'skpd', 'SKPD']);
    expect(leftIn(kind, edition)).toEqual([]);
  });
});

describe('opening by hand', () => {
  const [, , verification, desk, presentation] = STAGES as [Stage, Stage, Stage, Stage, Stage];

  test('asks the stages that are to be over by then, of an earlier place, and ask to be finished', () => {
    const names = (one: Stage, stages = STAGES) => stagesBefore(one, stages).map(({ kind }) => kind);
    expect(names(desk)).toEqual(['registration', 'approval', 'verification']);
    expect(names(STAGES[1]!)).toEqual([]);
    expect(names(desk, [{ ...verification, closesAt: at('08-13') }, desk])).toEqual([]);
    expect(names(desk, [{ ...verification, exitCheck: false }, desk])).toEqual([]);
    expect(names(desk, [{ ...verification, position: 4 }, desk])).toEqual([]);
    expect(names(desk, [{ ...verification, position: 5 }, desk])).toEqual([]);
    expect(names(desk, [{ ...verification, stageId: 'desk' }, desk])).toEqual([]);
  });

  test('is refused while something needed is missing, with how much', () => {
    expect(mayOpenByHand(presentation, STAGES, edition)).toEqual({ ok: true, value: presentation });
    expect(mayOpenByHand(presentation, STAGES, withCategory({ jurors: 0, freeJurors: 0, hasChair: false, hasPrizes: false }))).toEqual({
      ok: false,
      refusal: { code: 'stage.not-ready', facts: { stage: 'tahap presentation', count: 2 } },
    });
    expect(mayOpenByHand(presentation, STAGES, withCategory({ hasPrizes: false })).ok).toBe(true);
  });

  test('is refused while a stage before has work left, and names it', () => {
    expect(mayOpenByHand(desk, STAGES, withCategory({ unverified: 1 }))).toEqual({
      ok: false,
      refusal: { code: 'stage.not-finished', facts: { stage: 'tahap desk', before: 'tahap verification' } },
    });
    expect(mayOpenByHand(verification, STAGES, withCategory({ unverified: 1 })).ok).toBe(true);
  });
});
