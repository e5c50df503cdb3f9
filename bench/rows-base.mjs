// The ground W1 stands on: edition, stages that are all open, categories, offices, people with sessions, panels, the announced desk.

import { idOf, sessionOf, sha256 } from './ids.mjs';

const DAY_MS = 86_400_000;
const STAGES = ['registration', 'approval', 'verification', 'desk', 'presentation', 'plenary'];
const SECRETARIES = 20;
const AGENCIES = 50;

export function baseRows(world) {
  const { now, workload } = world;
  const at = now.toISOString();
  const from = new Date(now.getTime() - 10 * DAY_MS).toISOString();
  const until = new Date(now.getTime() + 30 * DAY_MS).toISOString();
  const secretaries = Array.from({ length: SECRETARIES }, (_, index) => ({
    id: idOf('secretary', index + 1),
    name: `Sekretariat ${index + 1}`,
  }));
  const jurors = workload.jurors.map((juror) => ({ id: idOf('juror', juror.n), name: juror.name, n: juror.n }));
  const authors = Array.from({ length: world.drafts }, (_, index) => ({
    id: idOf('author', index + 1),
    name: workload.entries[index].authors[0],
    n: index + 1,
  }));
  const verifier = { id: idOf('verifier', 1), name: 'Verifikator' };
  const everybody = [...secretaries, ...jurors, ...authors, verifier];
  const grant = (person, role, category = null) => ({
    grant_id: idOf(`grant ${person.id} ${role} ${category}`, 1),
    person_id: person.id,
    role,
    edition_id: idOf('edition', 1),
    category_id: category,
    granted_from: from,
  });
  return {
    agency: Array.from({ length: AGENCIES }, (_, index) => ({
      agency_id: idOf('agency', index + 1),
      name: `Perangkat daerah ${index + 1}`,
      short_name: `PD ${index + 1}`,
      kind: 'skpd',
    })),
    person: everybody.map((person) => ({
      person_id: person.id,
      name: person.name,
      email: `${person.id}@bangku.example`,
      created_at: from,
    })),
    session: everybody.map((person) => ({
      session_id: idOf(`session ${person.id}`, 1),
      token_sha256: sessionOf(person.id).stored,
      person_id: person.id,
      started_at: at,
      seen_at: at,
    })),
    seat: authors.map((person) => ({
      seat_id: idOf('seat', person.n),
      agency_id: idOf('agency', ((person.n - 1) % AGENCIES) + 1),
      title: 'Inovator',
      role: 'innovator',
    })),
    seat_holding: authors.map((person) => ({
      holding_id: idOf('holding', person.n),
      seat_id: idOf('seat', person.n),
      person_id: person.id,
      held_from: from,
    })),
    role_grant: [
      ...secretaries.map((person) => grant(person, 'secretariat')),
      ...jurors.flatMap((person) => [1, 2].map((category) => grant(person, 'juror', idOf('category', category)))),
      grant(verifier, 'verifier'),
    ],
    edition: [
      {
        edition_id: idOf('edition', 1),
        year: world.year,
        name: `Lomba Inovasi ${world.year}`,
        kind: 'live',
        instrument: 'iid-2026',
        venue: 'Aula',
        texts: {},
        created_at: from,
      },
    ],
    stage: STAGES.map((kind, index) => ({
      stage_id: idOf('stage', index + 1),
      edition_id: idOf('edition', 1),
      kind,
      name: `Tahap ${index + 1}`,
      public_group: `Tahap ${index + 1}`,
      position: index + 1,
      opens_at: from,
      closes_at: until,
      grace_minutes: 0,
    })),
    category: ['bangku', 'pleno'].map((code, index) => ({
      category_id: idOf('category', index + 1),
      edition_id: idOf('edition', 1),
      code,
      name: `Kategori ${code}`,
      position: index + 1,
    })),
    category_rules: [1, 2].map((n) => ({
      category_id: idOf('category', n),
      version: 1,
      body: world.domain.rules,
      reason: 'Beban ukur',
      decree: '',
      decided_by: secretaries[0].id,
      decided_at: from,
    })),
    category_rubric: [1, 2].map((n) => ({
      category_id: idOf('category', n),
      version: 1,
      body: world.domain.rubric,
      reason: 'Beban ukur',
      decided_by: secretaries[0].id,
      decided_at: from,
    })),
    ...panelRows(jurors, secretaries[0], from),
    ...deskRows(world, secretaries[0], at),
  };
}

function panelRows(jurors, secretary, at) {
  const seat = (juror, category, chair) => ({
    category_id: idOf('category', category),
    person_id: juror.id,
    code: `J${juror.n}`,
    is_chair: chair,
    appointed_by: secretary.id,
    appointed_at: at,
  });
  const panel = [...jurors.map((juror) => seat(juror, 1, juror.n === 1)), ...jurors.slice(0, 4).map((juror) => seat(juror, 2, juror.n === 1))];
  return {
    panel_juror: panel,
    conflict_confirmation: panel.map(({ category_id, person_id }) => ({ category_id, person_id, confirmed_at: at })),
  };
}

/** The desk of the plenary's category stands announced, every entry alike: W1 ranks by the sheets alone. */
function deskRows({ workload, year }, secretary, at) {
  const entries = workload.entries.map(({ n }) => {
    const id = `BL-${year}-${String(1000 + n).padStart(4, '0')}`;
    return { entryId: idOf('pleno entry', n), id, registrationNumber: id, desk: '50' };
  });
  const shortlist = idOf('shortlist', 1);
  const body = { form: 'shortlist/1', entries };
  return {
    shortlist: [
      {
        shortlist_id: shortlist,
        category_id: idOf('category', 2),
        version: 1,
        body,
        digest: sha256(JSON.stringify(body)).toString('hex'),
        decisions: [],
        computed_by: secretary.id,
        computed_at: at,
      },
    ],
    shortlist_announcement: [{ category_id: idOf('category', 2), shortlist_id: shortlist, announced_by: secretary.id, announced_at: at }],
  };
}

/** Rubric and rules of W1, with the product's own exact total of a sheet. */
export async function domainOf(project) {
  const from = (path) => import(`${project}/build/src/${path}`);
  const [{ sheetTotal }, { toPair }, { shippedInstrument }] = await Promise.all([
    from('domain/assessment/sheet.js'),
    from('domain/shared/rational.js'),
    from('platform/catalogues.js'),
  ]);
  const { build } = await import('./workload.mjs');
  const criteria = build({ entries: 1 }).criteria.map(({ code, name, weight }) => ({
    code,
    name,
    weight: String(weight),
    min: '1',
    max: '5',
    step: '1',
    entry: 'number',
  }));
  const rubric = {
    version: 1,
    criteria,
    scale: 'max',
    minJurors: 3,
    decimals: 2,
    rankOn: 'exact',
    percent: true,
    aggregate: 'mean',
    trim: 0,
  };
  const rules = {
    whoEnters: ['skpd'],
    approver: 'head',
    floor: null,
    shortlist: { kind: 'threshold', above: '0' },
    cut: 'include',
    deskLadder: [],
    deskShare: '0',
    juryShare: '100',
    finalLadder: [],
    winners: 3,
    lot: null,
  };
  const { sid } = shippedInstrument('iid-2026');
  const weights = Object.fromEntries(sid.map(({ code, weight }) => [code, Number(weight)]));
  return { rubric, rules, weights, codes: sid.map(({ code }) => code), totalOf: (scores) => toPair(sheetTotal(rubric, scores).total) };
}
