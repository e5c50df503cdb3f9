// Lays W1 into an empty installation by bulk SQL, as the owner of the tables. Two categories: `bangku`, whose 1,000 entries are all
// finalists with 4,000 open sheets of 40 jurors, and `pleno`, the same entries with their sheets sealed by four jurors, for the plenary.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { idOf, sha256 } from './ids.mjs';
import { baseRows } from './rows-base.mjs';
import { build, numbersFrom, pdf, text } from './workload.mjs';

const CHUNK = 1000;
const DRAFTS = 200;
const PDF_BYTES = 20 * 1024;

/** Rows into a table in bulk; the columns are those of the first row. */
async function insert(client, table, rows) {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]).join(', ');
  const sql = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`;
  for (let at = 0; at < rows.length; at += CHUNK) await client.query(sql, [JSON.stringify(rows.slice(at, at + CHUNK))]);
}

/** The parts of a profile, filled as an office fills them. */
function profileOf(entry, words) {
  return {
    1: { name: entry.title, stage: 'implemented', technology: 'digital', form: 'public-service' },
    2: { initiator: 'agency', initiatorName: entry.authors[0], theme: 'Pelayanan publik', affair: 'Kesehatan', otherAffairs: '' },
    3: { trialOn: '2023-03-01', implementedOn: '2023-09-01', developed: 'no', developedOn: '' },
    4: { design: entry.text },
    5: { aims: text(words, 60), benefits: text(words, 60), results: text(words, 60) },
    6: { budget: '185000000', budgetSource: 'APBD', businessProfile: '' },
    7: {
      team: entry.authors.join('\n'),
      contactName: entry.authors[0],
      contactPhone: '0812 0000 0000',
      contactEmail: `tim${entry.n}@bangku.example`,
    },
  };
}

/** Loads everything; gives what the measured requests need to know. */
export async function loadWorkload(client, { data, domain }) {
  const workload = build();
  const { rows: regions } = await client.query('SELECT region_id FROM region');
  const region = regions[0].region_id;
  const now = new Date();
  const world = { region, now, workload, year: now.getUTCFullYear(), domain, drafts: DRAFTS };
  const rows = baseRows(world);
  const collected = { ...rows, ...entryRows(world, data), ...sheetRows(world) };
  await client.query('BEGIN');
  for (const table of TABLES)
    await insert(
      client,
      table,
      (collected[table] ?? []).map((row) => ({ region_id: region, ...row })),
    );
  await client.query('COMMIT');
  await client.query('VACUUM (ANALYZE)');
  return world;
}

const TABLES = `agency person seat seat_holding edition stage category category_rules category_rubric role_grant session innovation entry entry_member
  registration_counter profile_part profile_part_history claim stored_file evidence snapshot approval verification_assignment verdict finalist panel_juror
  conflict_confirmation shortlist shortlist_announcement sheet sheet_history sheet_act`.split(/\s+/);

/** Entries of both categories and the drafts, with profile, claims, evidence, snapshot and verdicts. */
function entryRows(world, data) {
  const out = Object.fromEntries(
    [
      'innovation',
      'entry',
      'entry_member',
      'profile_part',
      'profile_part_history',
      'claim',
      'stored_file',
      'evidence',
      'snapshot',
      'approval',
      'verdict',
      'finalist',
      'verification_assignment',
    ].map((name) => [name, []]),
  );
  const words = numbersFrom(5);
  const chance = numbersFrom(77);
  world.levels = new Map();
  for (const entry of world.workload.entries) {
    const levels = Object.fromEntries(
      world.domain.codes.map((code) => [code, Math.max(1, Math.min(3, Math.round(entry.quality * 0.5 + chance() * 1.6 - 0.3)))]),
    );
    addEntry(out, world, entry, { kind: 'bangku', serial: entry.n, profile: profileOf(entry, words), levels, data });
    addEntry(out, world, entry, { kind: 'pleno', serial: 1000 + entry.n, profile: profileOf(entry, words), levels: {}, data: null });
    if (entry.n <= world.drafts) addEntry(out, world, entry, { kind: 'draf', serial: null, profile: profileOf(entry, words), levels: {}, data: null });
  }
  out.registration_counter = [{ edition_id: idOf('edition', 1), last_serial: 2000 }];
  return out;
}

function addEntry(out, world, entry, { kind, serial, profile, levels, data }) {
  const at = world.now.toISOString();
  const id = idOf(`${kind} entry`, entry.n);
  const innovation = idOf(`${kind} innovation`, entry.n);
  const agency = idOf('agency', ((entry.n - 1) % 50) + 1);
  const author = idOf('author', ((entry.n - 1) % world.drafts) + 1);
  const number = serial === null ? null : `BL-${world.year}-${String(serial).padStart(4, '0')}`;
  const category = idOf('category', kind === 'pleno' ? 2 : 1);
  out.innovation.push({ innovation_id: innovation, agency_id: agency, name: entry.title, slug: `${kind}-${entry.n}`, created_at: at });
  out.entry.push({
    entry_id: id,
    edition_id: idOf('edition', 1),
    category_id: category,
    innovation_id: innovation,
    agency_id: agency,
    state: serial === null ? 'draft' : 'eligible',
    serial,
    registration_number: number,
    started_by: author,
    started_at: at,
    submitted_at: serial && at,
    approved_at: serial && at,
    moved_at: at,
    ...pointsOf(world, levels),
  });
  out.entry_member.push({ entry_id: id, person_id: author });
  if (kind === 'pleno') {
    out.finalist.push({ category_id: category, entry_id: id, position: entry.n, announced_at: at });
    return;
  }
  for (const [part, fields] of Object.entries(profile)) {
    const saved = { entry_id: id, part: Number(part), fields, revision: 1, saved_by: author, saved_at: at };
    out.profile_part.push(saved);
    out.profile_part_history.push(saved);
  }
  if (serial !== null) addSubmitted(out, world, entry, { id, number, category, author, agency, profile, levels, data, at });
}

/** Every claim of W1 stands verified as claimed; the plenary's entries carry no claims. */
function pointsOf({ domain }, levels) {
  const codes = Object.keys(levels);
  const points = codes.length === 0 ? null : codes.reduce((sum, code) => sum + domain.weights[code] * levels[code], 0);
  return { claimed_points: points, verified_points: points };
}

function addSubmitted(out, world, entry, { id, number, category, author, agency, profile, levels, data, at }) {
  const content = pdf(entry.title, PDF_BYTES, entry.n);
  const digest = sha256(content).toString('hex');
  mkdirSync(join(data, 'evidence', digest.slice(0, 2)), { recursive: true });
  writeFileSync(join(data, 'evidence', digest.slice(0, 2), digest), content);
  const evidence = {
    evidence_id: idOf('evidence', entry.n),
    entry_id: id,
    indicator: world.domain.codes[0],
    sha256: digest,
    label: `bukti ${entry.n}.pdf`,
    pages: '',
    attached_by: author,
    attached_at: at,
  };
  out.stored_file.push({ sha256: digest, kind: 'pdf', bytes: content.length, stored_at: at });
  out.evidence.push(evidence);
  const frozen = { evidenceId: evidence.evidence_id, sha256: digest, link: null, kind: 'pdf', label: evidence.label, pages: '' };
  const note = 'Uraian singkat dan bukti terlampir.';
  const indicators = world.domain.codes.map((code, place) => ({
    code,
    level: levels[code],
    basis: null,
    note,
    evidence: place === 0 ? [frozen] : [],
  }));
  const body = {
    version: 1,
    registrationNumber: number,
    instrument: 'iid-2026',
    category: { id: category, code: 'bangku', name: 'Bangku ukur' },
    agency: { id: agency, name: 'Perangkat daerah' },
    profile: Object.assign({}, ...Object.values(profile)),
    indicators,
    team: [author],
    history: digest,
    takenAt: at,
  };
  const canon = JSON.stringify(body);
  const snapshot = idOf('snapshot', entry.n);
  out.snapshot.push({
    snapshot_id: snapshot,
    entry_id: id,
    version: 1,
    body,
    canon,
    digest: sha256(canon).toString('hex'),
    taken_by: author,
    taken_at: at,
  });
  out.approval.push({
    approval_id: idOf('approval', entry.n),
    entry_id: id,
    snapshot_id: snapshot,
    decision: 'approved',
    decided_by: author,
    decided_at: at,
  });
  out.verification_assignment.push({ entry_id: id, person_id: idOf('verifier', 1), assigned_by: idOf('secretary', 1), assigned_at: at });
  for (const [place, code] of world.domain.codes.entries()) {
    const level = levels[code];
    out.claim.push({ entry_id: id, indicator: code, level, basis: null, note, revision: 1, saved_by: author, saved_at: at });
    out.verdict.push({
      verdict_id: idOf('verdict', entry.n * 100 + place),
      entry_id: id,
      snapshot_id: snapshot,
      indicator: code,
      kind: 'agree',
      claimed: level,
      level,
      given_by: idOf('verifier', 1),
      given_at: at,
    });
  }
  out.finalist.push({ category_id: category, entry_id: id, position: entry.n, announced_at: at });
  world.levels.set(entry.n, levels);
}

/** Open sheets of the panel of forty; sealed sheets of the plenary's panel of four. */
function sheetRows(world) {
  const at = world.now.toISOString();
  const out = { sheet: [], sheet_history: [], sheet_act: [] };
  const turns = new Map();
  for (const [index, sheet] of world.workload.sheets.entries()) {
    const turn = turns.get(sheet.entry) ?? 0;
    turns.set(sheet.entry, turn + 1);
    const total = world.domain.totalOf(sheet.scores);
    const common = {
      rubric_version: 1,
      scores: sheet.scores,
      comment: sheet.comment,
      total_num: total.num,
      total_den: total.den,
      revision: 1,
      saved_at: at,
    };
    const open = {
      sheet_id: idOf('sheet', index + 1),
      category_id: idOf('category', 1),
      entry_id: idOf('bangku entry', sheet.entry),
      juror_id: idOf('juror', sheet.juror),
      state: 'draft',
      ...common,
      digest: null,
    };
    const digest = sha256(`seal ${index}`).toString('hex');
    const sealed = {
      ...open,
      sheet_id: idOf('sealed', index + 1),
      category_id: idOf('category', 2),
      entry_id: idOf('pleno entry', sheet.entry),
      juror_id: idOf('juror', turn + 1),
      state: 'sealed',
      digest,
    };
    for (const one of [open, sealed]) {
      out.sheet.push(one);
      out.sheet_history.push({
        sheet_id: one.sheet_id,
        revision: 1,
        scores: one.scores,
        comment: one.comment,
        saved_by: one.juror_id,
        saved_at: at,
      });
    }
    out.sheet_act.push({
      sheet_id: sealed.sheet_id,
      act_no: 1,
      kind: 'sealed',
      digest,
      canon: '',
      acted_by: sealed.juror_id,
      acted_at: at,
    });
  }
  return out;
}
