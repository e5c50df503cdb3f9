import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Rubric } from '../instrument/rubric.ts';
import { canonicalJson } from '../shared/decimal-json.ts';
import { checkSeals, type SealEvidence } from './seal-check.ts';
import { historyText, type KeptSheet } from './sealed-sheet.ts';
import { sheetCanon } from './sheet.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const rubric: Rubric = {
  version: 1,
  criteria: [
    { code: 'KEB', name: '', weight: '60', min: '0', max: '100', step: '0.5', entry: 'number' },
    { code: 'MAN', name: '', weight: '40', min: '0', max: '100', step: '0.5', entry: 'number' },
  ],
  scale: 'raw',
  minJurors: 1,
  decimals: 2,
  rankOn: 'rounded',
  percent: true,
  aggregate: 'mean',
  trim: 0,
};
const BLIND = 'ab'.repeat(16);
const [REGION, CATEGORY] = ['r', 'c'];
const sealedAt = '2026-08-19T02:00:00.000Z';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Writable<Item>[] : T[Key] };
type Edit = (evidence: Writable<SealEvidence>) => void;

/** Two jurors, two finalists: J1 sealed both, J2 sealed the first and was recused from the second. `first`: seals of the first form. */
function evidenceOf(first = false): SealEvidence {
  const pairs = [
    ['j1', 'e1'],
    ['j1', 'e2'],
    ['j2', 'e1'],
  ] as const;
  const blind = first ? {} : { blind: BLIND };
  const made = pairs.map(([jurorId, entryId], at) => {
    const [sheetId, scores] = [`s${at + 1}`, { KEB: '80.50', MAN: String(70 + at) }];
    const canon = sheetCanon({ regionId: REGION, sheetId, categoryId: CATEGORY, entryId, jurorId, comment: 'baik', sealedAt, ...blind }, rubric, scores);
    const save = { revision: 1, scores, comment: 'baik', savedBy: jurorId, savedAt: sealedAt };
    const history = hash(historyText([save], first ? null : BLIND));
    const [whole, ninth] = [80.5 * 6 + (70 + at) * 4, 10];
    const facts = { digest: hash(canon), history, revision: 1, ...(first ? {} : { category: CATEGORY, entry: entryId }) };
    return {
      sheet: {
        sheetId,
        entryId,
        jurorId,
        state: 'sealed' as const,
        scores: scores as unknown,
        comment: 'baik',
        digest: hash(canon) as string | null,
        revision: 1,
        rubricVersion: 1,
        total: reduced(whole, ninth),
      },
      act: {
        sheetId,
        actNo: 1,
        kind: 'sealed' as const,
        digest: hash(canon) as string | null,
        canon: canon as string | null,
        historyBlind: (first ? null : BLIND) as string | null,
        actedBy: jurorId,
        actedAt: sealedAt,
      },
      save: { sheetId, ...save },
      told: { seq: at + 2, kind: 'sheet.sealed', subjectId: sheetId, actorId: jurorId, actedAt: sealedAt, facts: canonicalJson(facts) },
      receipt: { sheetId, actNo: 1, entryId, jurorId, digest: hash(canon), sealedAt },
    };
  });
  const confirmed = { seq: 1, kind: 'conflict.confirmed', subjectId: CATEGORY, actorId: 'j2', actedAt: sealedAt };
  return {
    regionId: REGION,
    categoryId: CATEGORY,
    rubric,
    panel: [
      { personId: 'j1', code: 'J1' },
      { personId: 'j2', code: 'J2' },
    ],
    finalists: [
      { entryId: 'e1', registrationNumber: 'BL-1' },
      { entryId: 'e2', registrationNumber: 'BL-2' },
    ],
    sheets: made.map(({ sheet }) => sheet),
    acts: made.map(({ act }) => act),
    saves: made.map(({ save }) => save),
    recusals: [{ personId: 'j2', entryId: 'e2' }],
    receipts: first ? [] : made.map(({ receipt }) => receipt),
    told: [{ ...confirmed, facts: canonicalJson({ declared: [], found: ['e2'], sheets: 1 }) }, ...made.map(({ told }) => told)],
    elsewhere: [],
  };
}

function reduced(num: number, den: number): { num: string; den: string } {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const by = divisor(num, den);
  return { num: String(num / by), den: String(den / by) };
}

function check(edit: Edit = () => undefined, first = false) {
  const evidence = structuredClone(evidenceOf(first)) as Writable<SealEvidence>;
  edit(evidence);
  const outcome = checkSeals(evidence as SealEvidence, hash);
  if (outcome.ok) return outcome.value.map(({ sheetId }) => sheetId);
  const { sheets, what } = outcome.refusal.facts as { sheets: readonly string[]; what: readonly string[] };
  return outcome.refusal.code === 'seal.broken' ? sheets.map((name, at) => `${name}: ${what[at]}`) : outcome.refusal.code;
}

/** A row of the ledger with other facts. */
const retold = (evidence: Writable<SealEvidence>, at: number, more: Record<string, unknown>) => {
  const row = evidence.told[at]!;
  row.facts = canonicalJson({ ...(JSON.parse(row.facts) as object), ...more });
};

describe('seals that hold', () => {
  test('give the scores of the sealed texts, as decimals', () => {
    const outcome = checkSeals(evidenceOf(), hash);
    expect(outcome.ok && outcome.value.map(({ scores }) => scores)).toEqual([
      { KEB: '80.5', MAN: '70' },
      { KEB: '80.5', MAN: '71' },
      { KEB: '80.5', MAN: '72' },
    ]);
  });

  test('may be of the first form, without blind and receipt', () => expect(check(() => undefined, true)).toEqual(['s1', 's2', 's3']));

  test('leave out drafts, absences and what was sealed under another rubric', () => {
    const kinds = ['sheet.reopened', 'sheet.absent', 'conflict.declared'];
    const states = ['draft', 'absent', 'absent'] as const;
    const acts = ['reopened', 'absent', 'absent'] as const;
    const turned = check((all) => {
      for (const [at, kind] of kinds.entries()) {
        const { sheetId, entryId, jurorId } = all.sheets[at]!;
        all.sheets[at]!.state = states[at]!;
        all.acts[at]!.kind = acts[at]!;
        const isDeclared = kind === 'conflict.declared';
        all.told.push({
          seq: 10 + at,
          kind,
          subjectId: isDeclared ? entryId : sheetId,
          actorId: jurorId,
          actedAt: sealedAt,
          facts: canonicalJson(isDeclared ? { sheet: sheetId } : {}),
        });
      }
      all.recusals.push({ personId: 'j2', entryId: 'e1' });
    });
    expect(turned).toEqual([]);
    const untouched: KeptSheet = { ...evidenceOf().sheets[0]!, sheetId: 's9', entryId: 'e2', jurorId: 'j2', state: 'draft', digest: null, total: null };
    expect(check((all) => all.sheets.push(untouched))).toEqual(['s1', 's2', 's3']);
    expect(check((all) => Object.assign(all.sheets[1]!, { rubricVersion: 2 }))).toEqual(['s1', 's3']);
  });

  test('do not answer for other categories, nor for other rows of the ledger', () => {
    const row = (subjectId: string, facts: object) => ({
      seq: 9,
      kind: 'sheet.sealed',
      subjectId,
      actorId: 'j1',
      actedAt: sealedAt,
      facts: canonicalJson(facts),
    });
    expect(check((all) => all.told.push(row('x', { category: 'other' })))).toEqual(['s1', 's2', 's3']);
    expect(check((all) => all.told.push(row('x', {})) && all.elsewhere.push('x' as never))).toEqual(['s1', 's2', 's3']);
    expect(check((all) => all.told.push({ ...row('x', {}), actorId: 'somebody' }))).toEqual(['s1', 's2', 's3']);
    expect(check((all) => all.told.push({ ...row('s1', {}), kind: 'sheet.late-score-refused' }))).toEqual(['s1', 's2', 's3']);
  });
});

describe('TR-S9: a seal that does not hold is named with what contradicts it', () => {
  const scored = (MAN: string) => ({ KEB: '80.50', MAN });
  test.each<[string, string, Edit]>([
    ['another score on the sheet', 'J1 BL-1: scores', (all) => Object.assign(all.sheets[0]!, { scores: scored('99') })],
    ['another comment on the sheet', 'J1 BL-1: scores', (all) => Object.assign(all.sheets[0]!, { comment: 'buruk' })],
    ['scores that are none', 'J1 BL-1: scores', (all) => Object.assign(all.sheets[0]!, { scores: [9] })],
    ['a score left out', 'J1 BL-1: scores', (all) => Object.assign(all.sheets[0]!, { scores: { KEB: '80.5' } })],
    ['another total', 'J1 BL-1: scores', (all) => Object.assign(all.sheets[0]!, { total: { num: '1', den: '1' } })],
    ['no total', 'J1 BL-1: scores', (all) => Object.assign(all.sheets[0]!, { total: null })],
    ['another juror', 'J2 BL-2: text', (all) => Object.assign(all.sheets[1]!, { jurorId: 'j2' }) && all.recusals.splice(0)],
    ['no text', 'J1 BL-1: text', (all) => Object.assign(all.acts[0]!, { canon: null })],
    ['another text', 'J1 BL-1: text', (all) => Object.assign(all.acts[0]!, { canon: all.acts[0]!.canon?.replace('70', '99') ?? '' })],
    ['a text that is none', 'J1 BL-1: text', (all) => Object.assign(all.acts[0]!, { canon: '{"form":"sheet/2"}' })],
    ['a score that is no number', 'J1 BL-1: text', (all) => Object.assign(all.acts[0]!, { canon: all.acts[0]!.canon?.replace('"70"', '7') ?? '' })],
    ['another digest of the act', 'J1 BL-1: digest', (all) => Object.assign(all.acts[0]!, { digest: '0'.repeat(64) })],
    ['another digest of the sheet', 'J1 BL-1: digest', (all) => Object.assign(all.sheets[0]!, { digest: null })],
    ['another author', 'J1 BL-1: digest', (all) => Object.assign(all.acts[0]!, { actedBy: 'j2' })],
    ['another time', 'J1 BL-1: digest', (all) => Object.assign(all.acts[0]!, { actedAt: '2026-08-19T02:00:00.001Z' })],
    ['another digest in the ledger', 'J1 BL-1: ledger', (all) => retold(all, 1, { digest: '0'.repeat(64) })],
    ['no history in the ledger', 'J1 BL-1: ledger', (all) => retold(all, 1, { history: null })],
    ['another actor in the ledger', 'J1 BL-1: ledger', (all) => Object.assign(all.told[1]!, { actorId: 'j2' })],
    ['another time in the ledger', 'J1 BL-1: ledger', (all) => Object.assign(all.told[1]!, { actedAt: '2026-08-19T02:00:00.001Z' })],
    ['facts that are none', 'J1 BL-1: ledger', (all) => Object.assign(all.told[1]!, { facts: '[]' })],
    ['no receipt', 'J1 BL-1: receipt', (all) => all.receipts.shift()],
    ['a receipt of another digest', 'J1 BL-1: receipt', (all) => Object.assign(all.receipts[0]!, { digest: '0'.repeat(64) })],
    ['a receipt of another time', 'J1 BL-1: receipt', (all) => Object.assign(all.receipts[0]!, { sealedAt: '2026-08-19T02:00:00.001Z' })],
    ['a receipt of another juror', 'J1 BL-1: receipt', (all) => Object.assign(all.receipts[0]!, { jurorId: 'j2' })],
    ['a receipt of another entry', 'J1 BL-1: receipt', (all) => Object.assign(all.receipts[0]!, { entryId: 'e2' })],
    ['a receipt of another act', 'J1 BL-1: receipt', (all) => Object.assign(all.receipts[0]!, { actNo: 2 })],
    ['another save', 'J1 BL-1: history', (all) => Object.assign(all.saves[0]!, { scores: scored('99') })],
    ['a save more', 'J1 BL-1: history', (all) => all.saves.push({ ...all.saves[0]!, revision: 2 })],
    ['no blind of the history', 'J1 BL-1: history', (all) => Object.assign(all.acts[0]!, { historyBlind: null })],
    ['a sheet made a draft', 'J1 BL-1: state', (all) => Object.assign(all.sheets[0]!, { state: 'draft' })],
    ['a sheet made absent', 'J1 BL-1: state', (all) => Object.assign(all.sheets[0]!, { state: 'absent' })],
    ['acts taken away', 'J1 BL-1: state', (all) => all.acts.shift()],
    ['a reopening that is not in the ledger', 'J1 BL-1: state', (all) => Object.assign(all.acts[0]!, { kind: 'reopened' })],
    ['a seal that is not in the ledger', 'J1 BL-1: state', (all) => all.told.splice(1, 1)],
    ['a sheet taken away', 'J1 BL-1: gone', (all) => all.sheets.shift()],
    ['a sheet taken away that only its receipt knows', 'J1 BL-1: gone', (all) => all.sheets.shift() && all.told.splice(1, 1)],
    ['a recusal over a sealed sheet', 'J1 BL-1: recusal', (all) => all.recusals.push({ personId: 'j1', entryId: 'e1' })],
    ['a recusal for nothing', 'J2 BL-2: recusal', (all) => all.told.shift()],
    ['a sheet of nobody known', '? ?: state', (all) => Object.assign(all.sheets[0]!, { jurorId: 'x', entryId: 'y', state: 'draft' })],
  ])('%s', (_name, named, edit) => expect(check(edit)).toContain(named));

  test('also of the first form: a text without its blind, a sheet of which nothing is left but the ledger', () => {
    expect(check((all) => Object.assign(all.acts[0]!, { historyBlind: BLIND }), true)).toEqual(['J1 BL-1: history']);
    expect(check((all) => all.receipts.push(evidenceOf().receipts[0]!), true)).toEqual(['J1 BL-1: receipt']);
    expect(check((all) => all.sheets.shift(), true)).toEqual(['J1 ?: gone']);
  });

  test('and a rubric that cannot score is refused before', () =>
    expect(check((all) => Object.assign(all, { rubric: { ...rubric, criteria: [] } }))).toBe('rubric.no-criteria'));
});
