// The measured pages: what is asked, by whom, and how the answer is checked apart from the code that made it.

import { asked, compute, page, secretary } from './asking.mjs';
import { boardCases } from './board-cases.mjs';
import { formOf } from './forms.mjs';
import { idOf, sessionOf } from './ids.mjs';
import { numbersFrom, text } from './workload.mjs';

const ROTATION = ['3', '4', '2', '5', '1'];

/** W-a, W-c, W-d, W-e, W-f and W-f50; `requests` is built anew before every run, from what stands in the database. */
export function casesOf({ port, client, world }) {
  const { year, workload, drafts } = world;
  return [
    {
      id: 'W-a',
      what: 'public home, no cookie',
      goal: 0.28,
      must: 1,
      requests: async () => Array.from({ length: 64 }, () => ({ method: 'GET', path: '/' })),
      proof: () => page(port, '/'),
    },
    ...boardCases({ port, client, world }),
    {
      id: 'W-c',
      what: 'secretariat: one entry, text, authors, evidence, 4 sheets',
      goal: 4,
      must: 8,
      requests: async () => asked(workload.entries.map(({ n }) => `/s/${year}/usulan/${idOf('bangku entry', n)}`)),
      proof: () => proveEntry(port, world),
    },
    {
      id: 'W-d',
      what: 'innovator saves 300 words of a draft',
      goal: 1.5,
      must: 5,
      requests: () => draftSaves(port, client, world, drafts),
      prove: (acknowledged) => proveDrafts(client, acknowledged),
    },
    {
      id: 'W-e',
      what: 'juror overwrites 6 scores and a comment',
      goal: 1.5,
      must: 5,
      requests: () => sheetSaves(port, client, world),
      prove: (acknowledged) => proveSheets(client, acknowledged),
    },
    {
      id: 'W-f',
      what: 'plenary: 1,000 entries ranked from 4,000 sheets, one page',
      goal: 17,
      must: 60,
      requests: async () => asked(Array.from({ length: 64 }, () => '/pleno/pleno')),
      proof: () => provePlenary(port, client, world),
    },
    {
      id: 'W-f50',
      what: 'desk scoring: 50 of 1,000 ranked entries, with every formula',
      goal: 17,
      must: 60,
      requests: async () => asked(Array.from({ length: 60 }, (_, at) => `/s/${year}/nilai-meja/bangku?hal=${(at % 20) + 1}`)),
      proof: () => proveDesk(port, world),
    },
  ];
}

async function proveEntry(port, world) {
  const entry = world.workload.entries[6];
  const html = await page(port, `/s/${world.year}/usulan/${idOf('bangku entry', entry.n)}`, secretary(0).cookie);
  const missing = [entry.title, entry.text.slice(0, 60), ...entry.authors.map((name) => name.replace('&', '&amp;')), `bukti ${entry.n}.pdf`].filter(
    (words) => !html.includes(words),
  );
  if (missing.length > 0) throw new Error(`W-c: the page lacks ${missing.join(' | ')}`);
  return html;
}

async function draftSaves(port, client, { region }, count) {
  const { rows } = await client.query('SELECT entry_id, revision FROM profile_part WHERE region_id = $1 AND part = 4', [region]);
  const revisions = new Map(rows.map((row) => [row.entry_id, row.revision]));
  const path = (n) => `/usulan/${idOf('draf entry', n)}/profil/4`;
  const first = sessionOf(idOf('author', 1));
  const form = formOf(await page(port, path(1), first.cookie), 'design');
  const next = numbersFrom(11);
  return Array.from({ length: count }, (_, index) => {
    const [n, session, id] = [index + 1, sessionOf(idOf('author', index + 1)), idOf('draf entry', index + 1)];
    const revision = { field: 'revision', value: revisions.get(id) };
    return {
      method: 'POST',
      path: path(n),
      cookie: session.cookie,
      target: id,
      fields: { ...form, csrf: session.csrf, design: text(next, 298) },
      stamp: 'design',
      revision,
      start: revisions.get(id),
    };
  });
}

async function sheetSaves(port, client, { region, workload }) {
  const { rows } = await client.query('SELECT sheet_id, revision FROM sheet WHERE region_id = $1', [region]);
  const revisions = new Map(rows.map((row) => [row.sheet_id, row.revision]));
  const path = (index) => `/juri/lembar/${idOf('sheet', index + 1)}`;
  const form = formOf(await page(port, path(0), sessionOf(idOf('juror', workload.sheets[0].juror)).cookie), 'catatan');
  const lacking = workload.criteria.filter(({ code }) => !(`nilai-${code}` in form));
  if (lacking.length > 0) throw new Error(`the sheet's form lacks ${lacking.map(({ code }) => code)}`);
  const turns = Object.fromEntries(workload.criteria.map(({ code }, at) => [`nilai-${code}`, [...ROTATION.slice(at % 5), ...ROTATION.slice(0, at % 5)]]));
  return workload.sheets.map((sheet, index) => {
    const session = sessionOf(idOf('juror', sheet.juror));
    const id = idOf('sheet', index + 1);
    const fields = { ...form, csrf: session.csrf, catatan: sheet.comment, tindakan: 'simpan' };
    return {
      method: 'POST',
      path: path(index),
      cookie: session.cookie,
      target: id,
      fields,
      turns,
      stamp: 'catatan',
      revision: { field: 'revisi', value: revisions.get(id) },
      start: revisions.get(id),
    };
  });
}

/** Every answered save stands in the table with its text, and its history has one row a revision. */
async function proveDrafts(client, acknowledged) {
  const { rows } = await client.query(
    `SELECT p.entry_id AS id, p.revision, p.fields ->> 'design' AS words, (SELECT count(*)::int FROM profile_part_history h WHERE h.entry_id = p.entry_id AND h.part = 4) AS kept
     FROM profile_part p WHERE p.part = 4 AND p.entry_id = ANY($1::uuid[])`,
    [Object.keys(acknowledged)],
  );
  return compare('W-d', rows, acknowledged, (row, { fields }) => row.words === fields.design);
}

async function proveSheets(client, acknowledged) {
  const { rows } = await client.query(
    `SELECT s.sheet_id AS id, s.revision, s.scores, s.comment, s.total_num, s.total_den, (SELECT count(*)::int FROM sheet_history h WHERE h.sheet_id = s.sheet_id) AS kept
     FROM sheet s WHERE s.sheet_id = ANY($1::uuid[])`,
    [Object.keys(acknowledged)],
  );
  const weights = [30, 20, 15, 15, 10, 10];
  return compare('W-e', rows, acknowledged, (row, { fields }) => {
    const scores = weights.map((_, at) => row.scores[`C${at + 1}`]);
    const total = scores.reduce((sum, score, at) => sum + Number(score) * weights[at], 0); // of 500; the page's total is 100 x this / 500
    return (
      row.comment === fields.catatan &&
      scores.every((score, at) => score === fields[`nilai-C${at + 1}`]) &&
      Number(row.total_num) * 5 === total * Number(row.total_den)
    );
  });
}

function compare(id, rows, acknowledged, isSame) {
  const wrong = rows.filter(
    (row) => row.kept !== row.revision || !isSame(row, acknowledged[row.id]) || row.revision !== acknowledged[row.id].start + acknowledged[row.id].saves,
  );
  if (rows.length !== Object.keys(acknowledged).length || wrong.length > 0)
    throw new Error(`${id}: ${wrong.length} of ${rows.length} saves are not stored as answered, such as ${wrong[0]?.id}`);
  return rows.length;
}

/** The order in which the names of the entries stand on the page. */
function orderOn(html, world) {
  const byTitle = new Map(world.workload.entries.map((entry) => [entry.title, entry.n]));
  const seen = [];
  for (const [, title] of html.matchAll(/>([^<>]+)</g)) {
    const n = byTitle.get(title);
    if (n !== undefined && !seen.includes(n)) seen.push(n);
  }
  return seen;
}

function sameOrder(id, shown, value, { workload }) {
  if (shown.length !== workload.entries.length) throw new Error(`${id}: ${shown.length} of ${workload.entries.length} entries are shown`);
  const right = [...shown].sort((a, b) => value(b) - value(a) || a - b);
  const at = shown.findIndex((n, place) => value(n) !== value(right[place]));
  if (at >= 0) throw new Error(`${id}: place ${at + 1} shows entry ${shown[at]} (${value(shown[at])}) where ${right[at]} (${value(right[at])}) belongs`);
  return shown.length;
}

/** Computes once, then reads the ranking page by page. */
async function proveDesk(port, world) {
  const computing = await compute(port, `/s/${world.year}/penetapan/bangku/hitung`);
  const shown = [];
  for (let at = 1; at <= 20; at += 1) shown.push(...orderOn(await page(port, `/s/${world.year}/nilai-meja/bangku?hal=${at}`, secretary(0).cookie), world));
  const { weights } = world.domain;
  const value = (n) => Object.entries(world.levels.get(n)).reduce((sum, [code, level]) => sum + Math.round(weights[code] * 10) * level, 0);
  return { computing, rows: sameOrder('W-f50', shown, value, world) };
}

async function provePlenary(port, client, world) {
  const computing = await compute(port, '/pleno/pleno/hitung');
  const html = await page(port, '/pleno/pleno', secretary(0).cookie);
  const { rows } = await client.query('SELECT entry_id, scores FROM sheet WHERE category_id = $1', [idOf('category', 2)]);
  const weights = [30, 20, 15, 15, 10, 10];
  const sums = new Map();
  for (const row of rows)
    sums.set(row.entry_id, (sums.get(row.entry_id) ?? 0) + weights.reduce((sum, weight, at) => sum + weight * Number(row.scores[`C${at + 1}`]), 0));
  return { html, computing, rows: sameOrder('W-f', orderOn(html, world), (n) => sums.get(idOf('pleno entry', n)), world) };
}
