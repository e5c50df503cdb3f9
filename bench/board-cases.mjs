// The board and what leaves it: W-b by pages and columns, W-g; each answer checked by an own calculation.

import { asked, compute, page, secretary } from './asking.mjs';
import { idOf } from './ids.mjs';

export function boardCases({ port, client, world }) {
  const { year } = world;
  return [
    {
      id: 'W-b',
      what: 'secretariat: 1,000 entries with the mean of each criterion, one page',
      goal: 20,
      must: 60,
      requests: async () => asked(Array.from({ length: 64 }, () => figuresTable(year, true))),
      proof: () => proveFigures(port, client, world),
    },
    {
      id: 'W-b50',
      what: 'the same, 50 rows a page',
      goal: 20,
      must: 60,
      requests: async () => asked(Array.from({ length: 60 }, (_, at) => `${figuresTable(year, false)}&hal=${(at % 20) + 1}`)),
    },
    {
      id: 'W-bp',
      what: 'secretariat: the board of 1,000 entries by columns',
      goal: 20,
      must: 60,
      requests: async () => asked(Array.from({ length: 64 }, () => `/s/${year}/papan?q=kategori:bangku`)),
    },
    {
      id: 'W-bt',
      what: 'secretariat: the working table of 1,000 entries, points and verifiers, one page',
      goal: 20,
      must: 60,
      requests: async () => asked(Array.from({ length: 64 }, () => `/s/${year}/papan?tampilan=tabel&baris=semua&q=kategori:bangku+nomor:bl`)),
    },
    {
      id: 'W-g',
      what: 'export: 4,000 sheets as CSV, one row each',
      goal: 10,
      must: 30,
      requests: async () => asked(Array.from({ length: 64 }, () => SHEETS_FILE)),
      proof: () => proveSheetsFile(port, client),
    },
  ];
}

const SHEETS_FILE = '/pleno/pleno/lembar.csv';
const figuresTable = (year, all) => `/s/${year}/papan?tampilan=tabel&kolom=nilai&q=kategori:pleno${all ? '&baris=semua' : ''}`;

/** Every entry of the plenary stands on the page once, with the means of its criteria as an own calculation gives them. */
async function proveFigures(port, client, world) {
  await compute(port, '/pleno/pleno/hitung');
  const html = await page(port, figuresTable(world.year, true), secretary(0).cookie);
  const shown = new Map(
    [...html.matchAll(/<tr>.*?<\/tr>/gs)].flatMap(([row]) => {
      const number = />(BL-\d+-\d+)</.exec(row)?.[1];
      return number === undefined ? [] : [[number, [...row.matchAll(/<td class="n"[^>]*>([^<]*)</g)].map(([, value]) => value)]];
    }),
  );
  const { rows } = await client.query('SELECT entry_id, scores FROM sheet WHERE category_id = $1', [idOf('category', 2)]);
  const wrong = world.workload.entries.filter(({ n }) => {
    const scores = rows.filter((row) => row.entry_id === idOf('pleno entry', n)).map((row) => row.scores);
    const means = [1, 2, 3, 4, 5, 6].map((at) => {
      const hundredths = Math.floor((scores.reduce((sum, one) => sum + Number(one[`C${at}`]), 0) * 100) / scores.length + 0.5);
      return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
    });
    const found = shown.get(`BL-${world.year}-${String(1000 + n).padStart(4, '0')}`)?.slice(1, 7);
    return found === undefined || found.some((value, at) => value !== means[at]);
  });
  if (shown.size !== world.workload.entries.length || wrong.length > 0)
    throw new Error(`W-b: ${shown.size} entries are shown, ${wrong.length} with wrong means, such as ${wrong[0]?.n}`);
  return { html, rows: shown.size };
}

/** One row a sealed sheet, with its scores as they stand in the table. */
async function proveSheetsFile(port, client) {
  await compute(port, '/pleno/pleno/hitung');
  const lines = (await page(port, SHEETS_FILE, secretary(0).cookie)).trimEnd().split('\r\n').slice(1);
  const key = (entry, juror, scores) => `${entry};${juror};${scores.join(';')}`;
  const told = new Set(
    lines.map((line) => {
      const cells = line.split(';');
      return key(cells[0], cells[2], cells.slice(3, 9));
    }),
  );
  const { rows } = await client.query(
    `SELECT e.registration_number AS entry, j.code, s.scores FROM sheet s JOIN entry e USING (region_id, entry_id)
     JOIN panel_juror j ON j.category_id = s.category_id AND j.person_id = s.juror_id WHERE s.category_id = $1`,
    [idOf('category', 2)],
  );
  const missing = rows.filter(
    ({ entry, code, scores }) =>
      !told.has(
        key(
          entry,
          code,
          [1, 2, 3, 4, 5, 6].map((at) => scores[`C${at}`]),
        ),
      ),
  );
  if (lines.length !== rows.length || missing.length > 0) throw new Error(`W-g: ${lines.length} rows of ${rows.length}, ${missing.length} missing`);
  return { rows: lines.length };
}
