import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeRules } from '../../src/actions/edition/change-rules.ts';
import { moveStage } from '../../src/actions/edition/move-stage.ts';
import { perform } from '../../src/actions/perform.ts';
import { isQuiet } from '../../src/domain/people/message.ts';
import type { Actor } from '../../src/domain/people/role.ts';
import { DAY, HOUR, type Instant, later } from '../../src/domain/shared/time.ts';
import { remindAll } from '../../src/jobs/remind.ts';
import { seedStory } from '../../src/seeds/sample.ts';
import { currentEdition, findCategories, findRules, findStages } from '../../src/store/edition.read.ts';
import { findActor } from '../../src/store/people.read.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const NOW = '2026-08-19T02:00:00.000Z';
let database: TestDatabase;
let regionId: string;
beforeAll(async () => {
  database = await testDatabase(NOW);
  regionId = (await seedStory(database.platform, 'published')).stage.regionId;
}, 120_000);
afterAll(() => database.end());

const rows = <R>(sql: string) => database.owner.all<R>(sql);
const actorOf = async (email: string): Promise<Actor> => {
  const person = await database.owner.one<{ id: string }>('SELECT person_id AS id FROM person WHERE email = $1', [email]);
  const actor = await findActor(database.db, regionId, person?.id ?? '', database.platform.now());
  if (actor === null) throw new Error(`nobody is ${email}`);
  return actor;
};

test('the story of the sample told those concerned, each once of each thing', async () => {
  const kinds = await rows<{ kind: string }>("SELECT DISTINCT kind FROM message WHERE kind NOT LIKE 'remind-%' ORDER BY kind");
  expect(kinds.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['approval-waiting', 'finalist-announced', 'juror-appointed', 'result-published', 'shortlist-announced', 'verification-assigned']),
  );
  expect(await rows("SELECT 1 FROM message WHERE person_id = created_by AND kind <> 'result-signed'")).toEqual([]);
  const finalists = await rows<{ untold: number }>(
    `SELECT count(*) AS untold FROM finalist f JOIN entry e USING (region_id, entry_id)
     WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.kind = 'finalist-announced' AND m.about_id = f.entry_id AND m.person_id = e.started_by)`,
  );
  expect(finalists[0]?.untold).toBe(0);
  expect(await rows("SELECT 1 FROM message m JOIN finalist f ON f.entry_id = m.about_id WHERE m.kind = 'shortlist-announced'")).toEqual([]);
  expect(await rows("SELECT 1 FROM message WHERE kind IN ('invited', 'password-reset')")).toEqual([]);
  expect(await rows("SELECT 1 FROM message WHERE state <> 'box'")).toEqual([]);
});

test('a moved stage tells who works in it, with the reason', async () => {
  const edition = await currentEdition(database.db, regionId, NOW);
  const stage = (await findStages(database.db, regionId, edition?.editionId ?? '')).find(({ kind }) => kind === 'presentation');
  if (stage === undefined) throw new Error('no presentation');
  const secretary = await actorOf('sekretariat@contoh.example');
  const wish = {
    changeId: database.platform.newId(),
    stageId: stage.stageId,
    opensAt: stage.opensAt,
    closesAt: later(stage.closesAt, DAY),
    reason: 'Aula dipakai.',
    isSure: true,
  };
  const moved = await perform(database.platform, { regionId, actor: secretary }, (act) => moveStage(act, wish));
  expect(moved.ok).toBe(true);
  const told = await rows<{ note: string; people: number; times: number }>(
    "SELECT facts->>'note' AS note, count(DISTINCT person_id) AS people, count(*) AS times FROM message WHERE kind = 'stage-moved' GROUP BY 1",
  );
  expect(told).toEqual([{ note: 'Aula dipakai.', people: told[0]?.times, times: told[0]?.times }]);
  const jurors = await rows<{ n: number }>('SELECT count(DISTINCT person_id) AS n FROM panel_juror');
  expect(told[0]?.people).toBeGreaterThanOrEqual(jurors[0]?.n ?? Number.POSITIVE_INFINITY);
});

test('a registration opened by hand or extended tells every innovator and head, also those without an entry; one still planned tells those with a draft only', async () => {
  const edition = await currentEdition(database.db, regionId, NOW);
  const stage = (await findStages(database.db, regionId, edition?.editionId ?? '')).find(({ kind }) => kind === 'registration');
  if (stage === undefined) throw new Error('no registration');
  const secretary = await actorOf('sekretariat@contoh.example');
  const move = async (opensAt: Instant, closesAt: Instant, reason: string) => {
    const wish = { changeId: database.platform.newId(), stageId: stage.stageId, opensAt, closesAt, reason, isSure: true };
    expect((await perform(database.platform, { regionId, actor: secretary }, (act) => moveStage(act, wish))).ok).toBe(true);
  };
  const untold = async (reason: string) =>
    (
      await rows<{ n: number }>(
        `SELECT count(DISTINCT h.person_id) AS n FROM seat_holding h JOIN seat s USING (region_id, seat_id)
         WHERE s.role IN ('innovator', 'head') AND h.held_until IS NULL AND NOT EXISTS
           (SELECT 1 FROM message m WHERE m.person_id = h.person_id AND m.kind = 'stage-moved' AND m.facts->>'note' = '${reason}')`,
      )
    )[0]?.n ?? 0;
  database.at(later(stage.opensAt, -10 * DAY));
  await move(later(stage.opensAt, DAY), stage.closesAt, 'Digeser sehari.');
  expect(await untold('Digeser sehari.')).toBeGreaterThan(0);
  await move(database.platform.now(), stage.closesAt, 'Dibuka lebih awal.');
  expect(await untold('Dibuka lebih awal.')).toBe(0);
  database.at(NOW);
  await database.owner.run('UPDATE stage SET opens_at = $2, closes_at = $3 WHERE stage_id = $1', [stage.stageId, stage.opensAt, stage.closesAt]);
});

test('changed rules tell every draft of the category', async () => {
  const opening = (await findStages(database.db, regionId, (await currentEdition(database.db, regionId, NOW))?.editionId ?? '')).find(
    ({ kind }) => kind === 'registration',
  );
  database.at(later(opening?.opensAt ?? NOW, DAY));
  const edition = await currentEdition(database.db, regionId, database.platform.now());
  const [category] = await findCategories(database.db, regionId, edition?.editionId ?? '');
  if (category === undefined) throw new Error('no category');
  await database.owner.run("UPDATE entry SET state = 'draft' WHERE category_id = $1 AND state = 'eligible'", [category.categoryId]);
  const rules = await findRules(database.db, regionId, category.categoryId);
  const secretary = await actorOf('sekretariat@contoh.example');
  const change = { categoryId: category.categoryId, basedOn: rules?.version ?? 0, body: rules?.body as never, reason: 'Pedoman baru.', decree: '188/2026' };
  const changed = await perform(database.platform, { regionId, actor: secretary }, (act) => changeRules(act, change));
  expect(changed.ok).toBe(true);
  const untold = await rows(
    `SELECT 1 FROM entry e WHERE e.category_id = '${category.categoryId}' AND e.state = 'draft'
       AND NOT EXISTS (SELECT 1 FROM message m WHERE m.kind = 'rules-changed' AND m.about_id = e.entry_id AND m.facts->>'decree' = '188/2026')`,
  );
  expect(untold).toEqual([]);
  expect((await rows("SELECT 1 FROM message WHERE kind = 'rules-changed'")).length).toBeGreaterThan(0);
  await database.owner.run("UPDATE entry SET state = 'eligible' WHERE category_id = $1 AND state = 'draft' AND registration_number IS NOT NULL", [
    category.categoryId,
  ]);
});

test('whoever is late is reminded 7, 3 and 1 days before the close, by day', async () => {
  await database.owner.run("UPDATE sheet SET state = 'draft', digest = NULL WHERE state = 'sealed'");
  const { closes } = (await database.owner.one<{ closes: Instant }>(
    "SELECT closes_at AS closes FROM stage WHERE kind = 'presentation' ORDER BY 1 DESC LIMIT 1",
  )) ?? {
    closes: NOW,
  };
  for (let hour = 8 * 24; hour >= -24; hour -= 1) {
    database.at(later(closes, -hour * HOUR));
    await remindAll(database.platform);
  }
  const told = await rows<{ kind: string; at: Instant; person: string; about: string }>(
    "SELECT kind, created_at AS at, person_id AS person, about_id AS about FROM message WHERE kind = 'remind-sheets' ORDER BY created_at",
  );
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter(({ at }) => isQuiet(at, 8))).toEqual([]);
  const times = Map.groupBy(told, ({ person, about }) => `${person} ${about}`);
  for (const [, one] of times) {
    expect(one.map(({ at }) => Math.ceil((Date.parse(closes) - Date.parse(at)) / DAY))).toEqual([7, 3, 1]);
  }
  const late = await rows<{ n: number }>('SELECT count(DISTINCT (person_id, category_id)) AS n FROM panel_juror');
  expect(times.size).toBe(late[0]?.n);
});
