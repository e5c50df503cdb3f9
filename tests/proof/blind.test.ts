// Before the scores are open somebody tries every score of a small rubric against every digest that any page shows.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { historyText } from '../../src/domain/assessment/sealed-sheet.ts';
import { sheetCanon } from '../../src/domain/assessment/sheet.ts';
import { canonicalFacts, chainText } from '../../src/domain/audit/chain.ts';
import type { Rubric } from '../../src/domain/instrument/rubric.ts';
import type { Actor } from '../../src/domain/people/role.ts';
import { sha256Hex } from '../../src/platform/crypto.ts';
import { createApp } from '../../src/web/app.ts';
import { asFirstForm } from '../factories/first-form.ts';
import { type JuryWeek, NOW, PLENARY, RUBRIC } from '../factories/jury.ts';
import { sealedWeek, untilBefore } from '../factories/sealed-week.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { putGrant, visit } from '../support/visitor.ts';

const POINTS = ['0', '50', '100'];
const SMALL: Rubric = { ...RUBRIC, criteria: RUBRIC.criteria.map((criterion) => ({ ...criterion, step: '50' })) };
const pointsOf = (serial: number) => POINTS[serial % 3] ?? '0';

interface Seen {
  readonly who: string;
  readonly personId: string | null;
  readonly path: string;
  readonly text: string;
}

/** Everything a person reaches by following links, from the first pages of every room. */
async function wander(db: TestDatabase, week: JuryWeek, who: string, actor: Actor | undefined): Promise<readonly Seen[]> {
  const { get } = await visit(db, createApp(db.platform), week.regionId, actor);
  const waiting = [
    '/',
    '/hasil',
    '/inovasi',
    '/jadwal',
    '/riwayat',
    '/cek',
    '/saya',
    '/juri',
    '/pleno',
    '/pleno/skpd',
    '/pimpinan',
    '/s/2026/jejak',
    '/status',
  ];
  waiting.push('/pleno/skpd/lembar.csv', '/hasil/2026/skpd', '/hasil/2026/skpd/bundel.json', '/s/2026/papan', '/s/2026/penetapan/skpd', '/admin/orang');
  waiting.push('/admin/pesan', '/admin/server', '/admin/cadangan', '/s/2026/panel/skpd');
  const known = new Set(waiting);
  const seen: Seen[] = [];
  for (let path = waiting.shift(); path !== undefined && seen.length < 150; path = waiting.shift()) {
    const { html, to, status } = await get(path);
    seen.push({ who, personId: actor?.personId ?? null, path, text: `${status} ${html}` });
    for (const next of [...html.matchAll(/href="(\/[^"#]*)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&')).concat(to ?? [])) {
      if (next.startsWith('/aset') || /\.(css|js|woff2|svg)/.test(next) || known.has(next)) continue;
      known.add(next);
      waiting.push(next);
    }
  }
  return seen;
}

/** Of every sheet, for every score: the digests that somebody computes who knows all else, as beginnings that a page might print. */
async function guesses({ db }: TestDatabase, { regionId, categoryId }: JuryWeek): Promise<ReadonlyMap<string, string>> {
  const rows = await db.all<Record<'sheetId' | 'entryId' | 'jurorId' | 'comment' | 'savedAt' | 'sealedAt' | 'actorId' | 'previous', string> & { seq: number }>(
    `SELECT s.sheet_id AS "sheetId", s.entry_id AS "entryId", s.juror_id AS "jurorId", s.comment, s.saved_at AS "savedAt", a.acted_at AS "sealedAt", a.actor_id AS "actorId",
       a.seq, a.previous FROM sheet s JOIN audit_entry a ON a.region_id = s.region_id AND a.subject_id = s.sheet_id AND a.kind = 'sheet.sealed'`,
  );
  const found = new Map<string, string>();
  for (const { sheetId, entryId, jurorId, comment, savedAt, sealedAt, actorId, seq, previous } of rows) {
    for (const KEB of POINTS) {
      for (const MAN of POINTS) {
        const scores = { KEB, MAN };
        const digest = sha256Hex(sheetCanon({ regionId, sheetId, categoryId, entryId, jurorId, comment, sealedAt }, SMALL, scores));
        const history = sha256Hex(historyText([{ revision: 1, scores, comment, savedBy: jurorId, savedAt }], null));
        const row = { regionId, seq, kind: 'sheet.sealed', actorId, subjectId: sheetId, actedAt: sealedAt, previous };
        const ledger = sha256Hex(chainText({ ...row, facts: canonicalFacts({ digest, revision: 1, history }) }));
        for (const guess of [digest, history, ledger]) found.set(guess.slice(0, 8), jurorId);
      }
    }
  }
  return found;
}

/** What a page lets somebody try out, but for the own sheets of its reader. */
function tellings(seen: readonly Seen[], known: ReadonlyMap<string, string>): readonly string[] {
  return seen.flatMap(({ who, personId, path, text }) =>
    [...text.toLowerCase().matchAll(/[0-9a-f]{4}-?[0-9a-f]{4}[0-9a-f-]*/g)]
      .map(([digits]) => known.get(digits.replaceAll('-', '').slice(0, 8)))
      .filter((jurorId) => jurorId !== undefined && jurorId !== personId)
      .map(() => `${who} ${path}`),
  );
}

async function lookAround(db: TestDatabase, week: JuryWeek): Promise<readonly Seen[]> {
  const [chair, second, third] = week.jurors as [Actor, Actor, Actor];
  const people: readonly (readonly [string, Actor | undefined])[] = [
    ['umum', undefined],
    ['ketua', chair],
    ['juri 2', second],
    ['juri 3', third],
    ['sekretariat dan admin', week.secretariat],
    ['pimpinan', week.leader],
  ];
  const seen: Seen[] = [];
  for (const [who, actor] of people) seen.push(...(await wander(db, week, who, actor)));
  return seen;
}

describe.each([
  ['seals of today', false],
  ['seals of the first form', true],
])('TR-A3: %s', (_name, first) => {
  let db: TestDatabase;
  let week: JuryWeek;
  beforeAll(async () => {
    db = await testDatabase(NOW);
    week = await sealedWeek(db, SMALL, pointsOf);
    if (first) await asFirstForm(db, week, SMALL);
    const grants = [
      [week.secretariat, 'secretariat', week.editionId],
      [week.secretariat, 'admin', null],
      [week.publisher, 'secretariat', week.editionId],
      [week.leader, 'leader', null],
    ] as const;
    for (const [actor, role, editionId] of grants) await putGrant(db, week.regionId, { actor, role, editionId, from: NOW });
  });
  afterAll(() => db.end());

  test('no score of a small rubric fits a digest that anybody is shown before the plenary, nor one in it', async () => {
    const known = await guesses(db, week);
    for (const at of [NOW, PLENARY]) {
      db.at(at);
      const seen = await lookAround(db, week);
      expect(seen.filter(({ text }) => text.startsWith('200')).length).toBeGreaterThan(60);
      expect(seen.some(({ path, text }) => path.includes('jejak') && text.includes('mengunci lembar penilaian'))).toBe(true);
      expect(tellings(seen, known)).toEqual([]);
    }
  });

  test('the attack finds each digest where one is shown: of the seal and of its row, of the first form only', async () => {
    const known = await guesses(db, week);
    const planted = await db.db.all<{ digest: string }>(
      `SELECT digest FROM sheet UNION ALL SELECT left(digest, 12) FROM audit_entry WHERE kind = 'sheet.sealed' UNION ALL SELECT facts::jsonb ->> 'history' FROM audit_entry
       WHERE kind = 'sheet.sealed'`,
    );
    const found = planted.filter(({ digest }) => tellings([{ who: 'x', personId: null, path: '/', text: `200 ${digest}` }], known).length > 0);
    expect(planted.length).toBe(24);
    expect(found.length).toBe(first ? 24 : 0);
  });

  test('the result is computed from such seals, and published', async () => {
    await untilBefore(db, week, 'nothing');
    const ledger = (await wander(db, week, 'sekretariat', week.secretariat)).filter(({ path }) => path.includes('jejak'));
    expect(ledger.length).toBeGreaterThan(0);
    expect(ledger.some(({ text }) => text.includes('ditutup sampai pengumuman'))).toBe(false);
  });
});
