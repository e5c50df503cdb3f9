import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { addCategory, dropCategory, renameCategory } from '../../src/actions/edition/change-categories.ts';
import { changeRubric } from '../../src/actions/edition/change-rubric.ts';
import { changeRules } from '../../src/actions/edition/change-rules.ts';
import { changeSettings, settingsOf, settingsText } from '../../src/actions/edition/change-settings.ts';
import { addStage, changeStageFace, dropStage } from '../../src/actions/edition/change-stages.ts';
import { cloneEdition } from '../../src/actions/edition/clone-edition.ts';
import { moveStage } from '../../src/actions/edition/move-stage.ts';
import { type Act, perform } from '../../src/actions/perform.ts';
import { CATEGORY_TEMPLATES } from '../../src/domain/instrument/template.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { DAY, later } from '../../src/domain/shared/time.ts';
import { findEditionByYear, findStages, listCategorySettings } from '../../src/store/edition.read.ts';
import { listEditionChanges, listRulesVersions } from '../../src/store/edition-change.read.ts';
import { readEditionFacts } from '../../src/store/edition-facts.read.ts';
import { findActor } from '../../src/store/people.read.ts';
import { type EditionGround, editionGround } from '../factories/edition.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const NOW = '2026-08-19T02:00:00.000Z';
let db: TestDatabase;
let ground: EditionGround;
let editionId: string;

beforeAll(async () => {
  db = await testDatabase(NOW);
  ground = await editionGround(db);
  const copy = { editionId: db.platform.newId(), fromYear: 2026, year: 2027, name: 'Lomba Inovasi 2027', venue: '', reason: 'disalin' };
  editionId = copy.editionId;
  expect(await act((one) => cloneEdition(one, copy))).toMatchObject({ ok: true });
}, 60_000);
afterAll(() => db.end());

/** As the secretary, with the roles held at this moment. */
async function act<T>(what: (act: Act) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const actor = (await findActor(db.db, ground.regionId, ground.secretary.personId, NOW)) ?? ground.secretary;
  return perform(db.platform, { regionId: ground.regionId, actor }, what);
}
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);
const fieldsOf = (outcome: Outcome<unknown>) =>
  outcome.ok ? {} : Object.fromEntries(Object.entries(outcome.refusal.fields ?? {}).map(([k, v]) => [k, v.code]));
const settings = async () => new Map((await listCategorySettings(db.db, ground.regionId, editionId)).map((one) => [one.code, one]));
const stages = () => findStages(db.db, ground.regionId, editionId);
const stage = async (kind: string) => (await stages()).find((one) => one.kind === kind)!;

const kecamatan = () => ({
  categoryId: db.platform.newId(),
  editionId,
  name: 'Kecamatan',
  rules: { ...CATEGORY_TEMPLATES[0]!.rules, whoEnters: ['kecamatan'] as const },
  rubric: CATEGORY_TEMPLATES[1]!.rubric,
  moves: false,
  reason: 'kategori baru',
  decree: '',
});

describe('a category of its own', () => {
  it('needs ladders that its rubric knows, then enters once with version 1 of both', async () => {
    const wish = kecamatan();
    expect(fieldsOf(await act((one) => addCategory(one, wish)))).toEqual({ finalLadder: 'rules.ladder-unknown-step' });
    const sound = { ...wish, rules: { ...wish.rules, finalLadder: ['jury', 'criterion:ORI', 'decision'] } };
    const first = await act((one) => addCategory(one, sound));
    expect(first).toEqual({ ok: true, value: { code: 'kecamatan' } });
    expect(await act((one) => addCategory(one, sound))).toEqual(first);
    expect(fieldsOf(await act((one) => addCategory(one, { ...sound, categoryId: db.platform.newId() })))).toEqual({ name: 'category.name-taken' });
    expect((await settings()).get('kecamatan')).toMatchObject({ rulesVersion: 1, rubricVersion: 1, position: 3 });
  });

  it('takes a new rubric; a step whose criterion goes leaves the ladder by a version of the rules', async () => {
    const before = (await settings()).get('kecamatan')!;
    const criteria = before.rubric!.criteria.filter((one) => one.code !== 'ORI');
    const change = { categoryId: before.categoryId, basedOn: 1, body: { ...before.rubric!, criteria }, reason: 'lebih ringkas', confirmed: '' };
    const gone = before.rubric!.criteria.find((one) => one.code === 'ORI')!.name;
    expect(await act((one) => changeRubric(one, change))).toEqual({ ok: true, value: { version: 2, ladder: [gone, ''] } });
    expect((await settings()).get('kecamatan')).toMatchObject({ rulesVersion: 2, rules: { finalLadder: ['jury', 'decision'] } });
    expect(code(await act((one) => changeRubric(one, change)))).toBe('rules.stale');
  });

  it('asks once about percent that is not 100, for that sum only, and about a scale that cannot reach 100', async () => {
    const skpd = (await settings()).get('skpd')!;
    const criteria = skpd.rubric!.criteria.map((one, at) => (at === 0 ? { ...one, weight: '25' } : one));
    const change = { categoryId: skpd.categoryId, basedOn: 1, body: { ...skpd.rubric!, criteria }, reason: 'bobot baru', confirmed: '' };
    const asked = { sum: '95', best: '', ladder: [], hints: [] };
    expect(await act((one) => changeRubric(one, change))).toMatchObject({ refusal: { code: 'rubric.unsure', facts: asked } });
    const low = { ...change.body, percent: false, criteria: criteria.map((one) => ({ ...one, max: '5' })) };
    expect(await act((one) => changeRubric(one, { ...change, body: low }))).toMatchObject({ refusal: { facts: { sum: '', best: '5.00' } } });
    expect(code(await act((one) => changeRubric(one, { ...change, confirmed: JSON.stringify({ ...asked, sum: '90' }) })))).toBe('rubric.unsure');
    expect(code(await act((one) => changeRubric(one, { ...change, confirmed: JSON.stringify(asked) })))).toBe('ok');
  });

  it('with weights that sum to nothing is refused', async () => {
    const skpd = (await settings()).get('skpd')!;
    const criteria = skpd.rubric!.criteria.map((one) => ({ ...one, weight: '0' }));
    const change = { categoryId: skpd.categoryId, basedOn: 2, body: { ...skpd.rubric!, criteria }, reason: 'nol', confirmed: '' };
    expect(code(await act((one) => changeRubric(one, change)))).toBe('rubric.weight-not-positive');
  });

  it('changes its name with the reason kept, and goes only while nobody could have entered', async () => {
    const { categoryId } = (await settings()).get('kecamatan')!;
    expect(code(await act((one) => renameCategory(one, { categoryId, name: 'Kecamatan dan kelurahan', reason: '' })))).toBe('rules.needs-reason');
    expect(code(await act((one) => renameCategory(one, { categoryId, name: 'Kecamatan dan kelurahan', reason: 'kelurahan ikut' })))).toBe('ok');
    const extra = { ...kecamatan(), name: 'Rintisan', rules: CATEGORY_TEMPLATES[0]!.rules, rubric: CATEGORY_TEMPLATES[0]!.rubric };
    expect(code(await act((one) => addCategory(one, extra)))).toBe('ok');
    expect(code(await act((one) => dropCategory(one, { categoryId: extra.categoryId, reason: 'batal' })))).toBe('ok');
    expect([...(await settings()).keys()]).toEqual(['skpd', 'blud-puskesmas', 'kecamatan']);
    expect(code(await act((one) => dropCategory(one, { categoryId: ground.plan.categories[0]!.categoryId, reason: 'batal' })))).toBe('category.in-use');
    const kept = await listEditionChanges(db.db, ground.regionId, editionId);
    expect(kept.map(({ part, after, reason }) => [part, after === null, reason])).toEqual([
      ['category', true, 'batal'],
      ['category', false, 'kelurahan ikut'],
    ]);
  });

  it('two decisions at once: one version, the other is told', async () => {
    const { categoryId, rules } = (await settings()).get('kecamatan')!;
    const change = { categoryId, basedOn: 2, body: { ...rules!, winners: 2 }, reason: 'dua pemenang', decree: '' };
    const both = await Promise.all([act((one) => changeRules(one, change)), act((one) => changeRules(one, change))]);
    expect(both.map(code).sort()).toEqual(['ok', 'rules.stale']);
    const versions = await listRulesVersions(db.db, ground.regionId, editionId);
    expect(versions.filter((one) => one.categoryId === categoryId).map((one) => one.version)).toEqual([3, 2, 1]);
  });
});

describe('what never freezes', () => {
  it('keeps what it was, and lets nobody write over what they have not seen', async () => {
    const edition = (await findEditionByYear(db.db, ground.regionId, 2027))!;
    const before = settingsOf(edition);
    const change = {
      editionId,
      settings: { ...before, venue: 'Aula', prizes: { skpd: ['Piala', 'Piagam'] } },
      basedOn: settingsText(before),
      reason: 'tempat sudah pasti',
    };
    expect(code(await act((one) => changeSettings(one, { ...change, reason: ' ' })))).toBe('rules.needs-reason');
    expect(fieldsOf(await act((one) => changeSettings(one, { ...change, settings: { ...change.settings, name: '' } })))).toEqual({
      name: 'edition.name-missing',
    });
    expect(code(await act((one) => changeSettings(one, change)))).toBe('ok');
    expect(code(await act((one) => changeSettings(one, change)))).toBe('ok');
    expect(code(await act((one) => changeSettings(one, { ...change, settings: { ...change.settings, venue: 'Lapangan' } })))).toBe('edition.stale');
    const [newest] = await listEditionChanges(db.db, ground.regionId, editionId);
    expect(newest).toMatchObject({ part: 'settings', before: { venue: '' }, after: { venue: 'Aula' } });
  });
});

describe('the list of stages', () => {
  const field = (change = {}) => ({
    stageId: db.platform.newId(),
    editionId,
    kind: 'field-validation' as const,
    name: 'Validasi lapangan',
    publicGroup: 'Presentasi',
    graceMinutes: 0,
    exitCheck: true,
    opensAt: '2027-08-25T01:00:00.000Z',
    closesAt: '2027-08-27T08:00:00.000Z',
    reason: 'diminta bupati',
    ...change,
  });

  test.each([
    ['closes before it opens', { closesAt: '2027-08-24T01:00:00.000Z' }, 'window.backwards'],
    ['is over before it is made', { opensAt: '2025-01-01T00:00:00.000Z', closesAt: '2025-02-01T00:00:00.000Z' }, 'window.in-the-past'],
    ['is there already', { kind: 'desk' as const }, 'stage.invalid'],
    ['has no reason', { reason: '' }, 'window.needs-reason'],
  ])('refuses a stage that %s', async (_name, change, why) => expect(code(await act((one) => addStage(one, field(change))))).toBe(why));

  it('grows and shrinks before the stage opens, and a kind may come back', async () => {
    const first = field();
    expect(code(await act((one) => addStage(one, first)))).toBe('ok');
    expect(code(await act((one) => addStage(one, first)))).toBe('ok');
    expect((await stages()).map((one) => one.kind).slice(5, 8)).toEqual(['presentation', 'field-validation', 'plenary']);
    const face = { stageId: first.stageId, name: 'Kunjungan lapangan', publicGroup: 'Presentasi', graceMinutes: 15, exitCheck: false, reason: 'nama resmi' };
    expect(code(await act((one) => changeStageFace(one, face)))).toBe('ok');
    expect(await stage('field-validation')).toMatchObject({ name: 'Kunjungan lapangan', graceMinutes: 15, exitCheck: false });
    expect(code(await act((one) => dropStage(one, { stageId: first.stageId, reason: 'tidak jadi' })))).toBe('ok');
    expect(code(await act((one) => addStage(one, field())))).toBe('ok');
    const open = ground.plan.stages.find((one) => one.kind === 'presentation')!;
    expect(code(await act((one) => dropStage(one, { stageId: open.stageId, reason: 'tutup saja' })))).toBe('window.already-open');
  });
});

describe('opening by hand', () => {
  const open = async (kind: string) => {
    const { stageId, closesAt } = await stage(kind);
    return act((one) => moveStage(one, { changeId: db.platform.newId(), stageId, opensAt: later(NOW, -DAY), closesAt, reason: 'dibuka', isSure: true }));
  };

  it('waits for what the stage needs, and opens at that moment, not before', async () => {
    const { stageId } = await stage('approval');
    expect(code(await act((one) => dropStage(one, { stageId, reason: 'salah hapus' })))).toBe('ok');
    expect(await open('registration')).toMatchObject({ refusal: { code: 'stage.not-ready', facts: { count: 1 } } });
    const approval = { opensAt: '2027-06-01T00:00:00.000Z', closesAt: '2027-07-30T08:00:00.000Z', graceMinutes: 0, exitCheck: true, reason: 'kembali' };
    const wish = { ...approval, stageId: db.platform.newId(), editionId, kind: 'approval' as const, name: 'Persetujuan kepala', publicGroup: 'Pendaftaran' };
    expect(code(await act((one) => addStage(one, wish)))).toBe('ok');
    expect(code(await open('registration'))).toBe('ok');
    expect((await stage('registration')).opensAt).toBe(NOW);
  });

  it('waits for the stage before it', async () => {
    expect(await open('presentation')).toMatchObject({ ok: true });
    const facts = await readEditionFacts(db.db, ground.regionId, editionId, NOW);
    expect(facts.categories.map(({ code, entries, unapproved, unsealed }) => [code, entries, unapproved, unsealed])).toEqual([
      ['skpd', 0, 0, 0],
      ['blud-puskesmas', 0, 0, 0],
      ['kecamatan', 0, 0, 0],
    ]);
    expect(facts.categories[0]!.agencies).toBeGreaterThan(0);
    expect(facts.verifiers).toBeGreaterThan(0);
  });
});
