import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { approveEntry, returnEntry } from '../../src/actions/innovation/approve.ts';
import { attachEvidence } from '../../src/actions/innovation/attach-evidence.ts';
import { detachEvidence } from '../../src/actions/innovation/detach-evidence.ts';
import { gatherDraft } from '../../src/actions/innovation/gather-draft.ts';
import { receiveEvidence } from '../../src/actions/innovation/receive-evidence.ts';
import { saveClaim } from '../../src/actions/innovation/save-claim.ts';
import { saveProfile } from '../../src/actions/innovation/save-profile.ts';
import { startEntry } from '../../src/actions/innovation/start.ts';
import { submitEntry } from '../../src/actions/innovation/submit.ts';
import { withdrawEntry } from '../../src/actions/innovation/withdraw.ts';
import { type Act, perform } from '../../src/actions/perform.ts';
import { PARTS as PART_NUMBERS } from '../../src/domain/innovation/profile.ts';
import type { Actor } from '../../src/domain/people/role.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { findEvidence } from '../../src/store/innovation-draft.read.ts';
import { findEntry } from '../../src/store/innovation-entry.read.ts';
import { findSnapshots } from '../../src/store/innovation-snapshot.read.ts';
import { ENTRY_PROMISES } from '../../src/store/invariants-entries.ts';
import { AFTER, type Door, DURING, MANDATORY, openDoor, PARTS, PDF } from '../factories/innovation.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let db: TestDatabase;
let door: Door;
beforeAll(async () => {
  db = await testDatabase(DURING);
  door = await openDoor(db);
});
beforeEach(() => db.at(DURING));
afterAll(() => db.end());

const doing = <T>(actor: Actor, act: (a: Act) => Promise<Outcome<T>>) => perform(db.platform, { regionId: door.regionId, actor }, act);
const own = <T>(act: (a: Act) => Promise<Outcome<T>>) => doing(door.own.innovator, act);
const value = async <T>(outcome: Promise<Outcome<T>>): Promise<T> => {
  const done = await outcome;
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};
const code = async (outcome: Promise<Outcome<unknown>>) => {
  const done = await outcome;
  return done.ok ? 'ok' : done.refusal.code;
};
const ledger = async (kind: string, entryId: string) =>
  (await db.db.one<{ n: number }>('SELECT count(*) AS n FROM audit_entry WHERE kind = $1 AND subject_id = $2', [kind, entryId]))?.n;

async function start(name: string, categoryId = door.categoryId): Promise<string> {
  const input = { entryId: db.platform.newId(), innovationId: db.platform.newId(), agencyId: door.own.agencyId, categoryId, name };
  return (await value(own((a) => startEntry(a, input)))).entryId;
}

async function attach(entryId: string, indicator: string, words: string) {
  const file = await value(receiveEvidence(db.platform.files, PDF(words), 'SK tim.pdf'));
  return value(own((a) => attachEvidence(a, { evidenceId: a.newId(), entryId, indicator, source: { file } })));
}

async function ready(name: string, categoryId = door.categoryId): Promise<string> {
  const entryId = await start(name, categoryId);
  for (const part of PART_NUMBERS) {
    const fields = part === 1 ? { ...PARTS[1], name } : PARTS[part];
    await value(own((a) => saveProfile(a, { entryId, part, revision: part === 1 ? 1 : 0, fields })));
  }
  for (const indicator of MANDATORY) {
    await value(own((a) => saveClaim(a, { entryId, indicator, revision: 0, level: '2', basis: 'a', note: '' })));
    await attach(entryId, indicator, `${name} ${indicator}`);
  }
  return entryId;
}

test('a replayed start makes one entry; a name too short, a strange category and a closed stage are refused', async () => {
  const input = {
    entryId: db.platform.newId(),
    innovationId: db.platform.newId(),
    agencyId: door.own.agencyId,
    categoryId: door.categoryId,
    name: 'Antar Akta',
  };
  expect(await Promise.all([1, 2, 3].map(() => code(own((a) => startEntry(a, input)))))).toEqual(['ok', 'ok', 'ok']);
  expect(await code(own((a) => startEntry(a, input)))).toBe('ok');
  expect(await ledger('entry.started', input.entryId)).toBe(1);
  const fresh = () => ({ ...input, entryId: db.platform.newId(), innovationId: db.platform.newId() });
  expect(await code(own((a) => startEntry(a, { ...fresh(), name: 'x' })))).toBe('profile.invalid');
  expect(await code(own((a) => startEntry(a, { ...fresh(), categoryId: db.platform.newId() })))).toBe('profile.invalid');
  expect(await code(own((a) => startEntry(a, { ...fresh(), agencyId: door.other.agencyId })))).toBe('agency.not-found');
  db.at(AFTER);
  expect(await code(own((a) => startEntry(a, fresh())))).toBe('stage.closed');
});

test('several people of the agency edit; a stale save is refused and overwrites nothing; another agency finds nothing', async () => {
  const entryId = await start('Puding Pian');
  expect(await value(own((a) => saveProfile(a, { entryId, part: 4, revision: 0, fields: { design: 'satu' } })))).toEqual({ revision: 1 });
  const second = (revision: number) => doing(door.own.colleague, (a) => saveProfile(a, { entryId, part: 4, revision, fields: { design: 'dua' } }));
  expect(await code(second(0))).toBe('profile.stale');
  expect(await value(second(1))).toEqual({ revision: 2 });
  expect(await value(second(1))).toEqual({ revision: 2 });
  expect(await code(doing(door.other.innovator, (a) => saveProfile(a, { entryId, part: 4, revision: 2, fields: { design: 'curi' } })))).toBe('entry.not-found');
  expect(await code(doing(door.own.head, (a) => saveProfile(a, { entryId, part: 4, revision: 2, fields: { design: 'x' } })))).toBe('entry.not-found');
  db.at(AFTER);
  expect(await code(second(2))).toBe('stage.closed');
  expect(await code(own((a) => saveProfile(a, { entryId, part: 5, revision: 0, fields: { aims: 'x' } })))).toBe('stage.closed');
});

test('claims take a level of the catalogue and a basis for the benefit; stale claims are refused', async () => {
  const entryId = await start('Klaim Saja');
  const claim = (indicator: string, level: string, basis = '', revision = 0) =>
    code(own((a) => saveClaim(a, { entryId, indicator, level, basis, note: '', revision })));
  expect(await claim('SID-33', '2')).toBe('claim.invalid');
  expect(await claim('SID-33', '2', 'g')).toBe('claim.invalid');
  expect(await claim('SID-33', '2', 'b')).toBe('ok');
  expect(await claim('SID-33', '3', 'b', 0)).toBe('claim.stale');
  expect(await claim('SID-33', '4', 'b', 1)).toBe('claim.invalid');
  expect(await claim('SPD-01', '1')).toBe('indicator.not-found');
});

test('each file that is not taken says why and leaves nothing; the same bytes twice make one row', async () => {
  const entryId = await start('Bukti Saja');
  const files = db.platform.files;
  expect(await code(receiveEvidence(files, Buffer.alloc(0), 'kosong.pdf'))).toBe('evidence.empty');
  expect(await code(receiveEvidence(files, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.png'))).toBe('evidence.misnamed');
  expect(await code(receiveEvidence(files, Buffer.from('MZ\u0090\u0000 program'), 'a.pdf'))).toBe('evidence.misnamed');
  expect(await code(receiveEvidence(files, Buffer.from('%PDF-1.7\ntrailer\n<< /Root 1 0 R /Encrypt 5 0 R >>'), 'kunci.pdf'))).toBe('evidence.locked');
  expect(await code(receiveEvidence(files, Buffer.concat([PDF('besar'), Buffer.alloc(20 * 1024 * 1024)]), 'besar.pdf'))).toBe('evidence.too-large');
  expect(await db.db.one('SELECT count(*) AS n FROM stored_file WHERE region_id = $1', [door.regionId])).toEqual({ n: 0 });
  expect((await attach(entryId, 'SID-16', 'sama')).attached).toBe(true);
  expect((await attach(entryId, 'SID-16', 'sama')).attached).toBe(false);
  expect(await ledger('evidence.attached', entryId)).toBe(1);
  const [item] = await findEvidence(db.db, door.regionId, entryId);
  const reuse = (pages: string) =>
    code(own((a) => attachEvidence(a, { evidenceId: a.newId(), entryId, indicator: 'SID-17', source: { reuse: item?.sha256 ?? '' }, pages })));
  expect([await reuse('3-2'), await reuse('2-3, 7')]).toEqual(['evidence.invalid', 'ok']);
  const link = (address: string) =>
    code(own((a) => attachEvidence(a, { evidenceId: a.newId(), entryId, indicator: 'SID-18', source: { link: address, label: '' } })));
  expect([await link('http://a.go.id'), await link('javascript:alert(1)'), await link('https://balangankab.go.id/berita')]).toEqual([
    'evidence.invalid',
    'evidence.invalid',
    'ok',
  ]);
  const detach = (actor: Actor) => code(doing(actor, (a) => detachEvidence(a, { entryId, evidenceId: item?.evidenceId ?? '' })));
  expect([await detach(door.other.innovator), await detach(door.own.innovator), await detach(door.own.innovator)]).toEqual(['entry.not-found', 'ok', 'ok']);
  expect(await ledger('evidence.detached', entryId)).toBe(1);
});

test('an entry that lacks something is not submitted; a ready one gets one number however often it is sent', async () => {
  const bare = await start('Belum Siap');
  expect(await code(own((a) => submitEntry(a, { entryId: bare })))).toBe('entry.not-ready');
  const entryId = await ready('Lasungku Talu');
  const receipts = await Promise.all([1, 2, 3, 4, 5].map(() => value(own((a) => submitEntry(a, { entryId })))));
  expect(new Set(receipts.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(receipts[0]?.registrationNumber).toBe('BL-2026-0001');
  expect(await ledger('entry.submitted', entryId)).toBe(1);
  expect(await code(own((a) => saveProfile(a, { entryId, part: 5, revision: 1, fields: { aims: 'lain' } })))).toBe('entry.not-editable');
  const [snapshot] = await findSnapshots(db.db, door.regionId, entryId);
  const decide = (actor: Actor, snapshotId = snapshot?.snapshotId ?? '') => code(doing(actor, (a) => approveEntry(a, { entryId, snapshotId })));
  expect([await decide(door.other.head), await decide(door.own.innovator), await decide(door.own.head, entryId)]).toEqual([
    'entry.not-found',
    'entry.not-found',
    'approval.stale',
  ]);
  expect(await code(doing(door.own.head, (a) => returnEntry(a, { entryId, snapshotId: snapshot?.snapshotId ?? '', reason: ' ' })))).toBe('approval.invalid');
  expect(await code(doing(door.own.head, (a) => returnEntry(a, { entryId, snapshotId: snapshot?.snapshotId ?? '', reason: 'Anggaran belum cocok' })))).toBe(
    'ok',
  );
  await value(own((a) => saveProfile(a, { entryId, part: 5, revision: 1, fields: { aims: 'Dokumen jadi hari itu juga.' } })));
  expect(await value(own((a) => submitEntry(a, { entryId })))).toMatchObject({ registrationNumber: 'BL-2026-0001', version: 2 });
  const [second] = await findSnapshots(db.db, door.regionId, entryId);
  expect(await decide(door.own.head)).toBe('approval.stale');
  expect([await decide(door.own.head, second?.snapshotId), await decide(door.own.head, second?.snapshotId)]).toEqual(['ok', 'ok']);
  expect(await ledger('entry.approved', entryId)).toBe(1);
  expect(await code(own((a) => withdrawEntry(a, { entryId })))).toBe('entry.wrong-state');
  expect(second?.body.profile.implementedOn).toBe('2024-03-01');
  expect(second?.body.team).toContain(door.own.innovator.personId);
});

test('where nobody approves a submit approves itself; a withdrawn entry keeps its number', async () => {
  const entryId = await ready('Terbuka Sekali', door.openCategoryId);
  expect((await value(own((a) => submitEntry(a, { entryId })))).registrationNumber).toBe('BL-2026-0002');
  expect((await findEntry(db.db, door.regionId, entryId, [door.own.agencyId]))?.state).toBe('approved');
  const gone = await ready('Ditarik Lagi');
  await value(own((a) => submitEntry(a, { entryId: gone })));
  expect([await code(own((a) => withdrawEntry(a, { entryId: gone }))), await code(own((a) => withdrawEntry(a, { entryId: gone })))]).toEqual(['ok', 'ok']);
  expect(await findEntry(db.db, door.regionId, gone, [door.own.agencyId])).toMatchObject({ state: 'withdrawn', registrationNumber: 'BL-2026-0003' });
  db.at(AFTER);
  const draft = await db.db.one<{ entryId: string }>(`SELECT entry_id AS "entryId" FROM entry WHERE state = 'draft' LIMIT 1`);
  expect(await code(own((a) => submitEntry(a, { entryId: draft?.entryId ?? '' })))).toBe('stage.closed');
});

test('a draft knows who else bears its name, and every promise about entries holds', async () => {
  const twin = await start('lasungku  TALU');
  const entry = await findEntry(db.db, door.regionId, twin, [door.own.agencyId]);
  expect((await gatherDraft(db.db, door.regionId, entry as NonNullable<typeof entry>)).sharesName).toBe(true);
  for (const promise of ENTRY_PROMISES) expect([promise.name, await db.owner.all(promise.sql, [door.regionId])]).toEqual([promise.name, []]);
});
