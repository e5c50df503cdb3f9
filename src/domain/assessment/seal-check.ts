// Every seal of a category, held against the ledger both ways: what was sealed is there unchanged, and what is there was sealed.

import { checkRubric, type Rubric } from '../instrument/rubric.ts';
import { pairKey } from '../jury/panel.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import {
  factsOf,
  type KeptSheet,
  type NewestAct,
  type ReadSeal,
  type ReceiptRow,
  readSeal,
  type SavedRow,
  type SealFault,
  type ToldRow,
} from './sealed-sheet.ts';

/** Everything that is kept about the sheets of one category. */
export interface SealEvidence {
  readonly regionId: string;
  readonly categoryId: string;
  readonly rubric: Rubric;
  readonly panel: readonly { readonly personId: string; readonly code: string }[];
  readonly finalists: readonly { readonly entryId: string; readonly registrationNumber: string }[];
  readonly sheets: readonly KeptSheet[];
  readonly acts: readonly NewestAct[];
  readonly saves: readonly (SavedRow & { readonly sheetId: string })[];
  readonly recusals: readonly { readonly personId: string; readonly entryId: string }[];
  readonly receipts: readonly ReceiptRow[];
  /** In order of their numbers: seals, reopenings and absences of these sheets and of sheets that are gone; conflicts of the category. */
  readonly told: readonly ToldRow[];
  /** Sheets of other categories that are there, among those the ledger tells of. */
  readonly elsewhere: readonly string[];
}

export interface CountedSeal extends ReadSeal {
  readonly sheetId: string;
  readonly entryId: string;
  readonly jurorId: string;
}

/** `gone`: sealed by the ledger or a receipt, and no sheet is there. `state`: it stands otherwise than the ledger last said. `recusal`: stepped back from without a row. */
type CategoryFault = SealFault | 'gone' | 'state' | 'recusal';

interface Found {
  readonly jurorId: string | null;
  readonly entryId: string | null;
  readonly what: CategoryFault;
}

/**
 * The sealed sheets of a category with the scores of their sealed texts. A seal under another version of the rubric is left to the caller,
 * by `rubricVersion` of its sheet, and not among them.
 * Refuses `rubric.*`, and `seal.broken` with `sheets` (juror code and registration number, '?' where nothing tells) and `what`, side by side.
 * @basis RULES 5: any difference refuses and names the sheet; RULES 13: promises hold both ways.
 */
export function checkSeals(evidence: SealEvidence, hash: (text: string) => string): Outcome<readonly CountedSeal[]> {
  const rubric = checkRubric(evidence.rubric);
  if (!rubric.ok) return rubric;
  const known = tellings(evidence.told);
  const counted: CountedSeal[] = [];
  const found: Found[] = [];
  for (const sheet of evidence.sheets) {
    const read = readSheet(evidence, sheet, known.get(sheet.sheetId), hash);
    if (typeof read === 'string') found.push({ ...sheet, what: read });
    else if (read !== null) counted.push({ ...read, sheetId: sheet.sheetId, entryId: sheet.entryId, jurorId: sheet.jurorId });
  }
  found.push(...missingSheets(evidence, known), ...strangeRecusals(evidence));
  if (found.length === 0) return ok(counted);
  const codes = new Map(evidence.panel.map(({ personId, code }) => [personId, code]));
  const numbers = new Map(evidence.finalists.map(({ entryId, registrationNumber }) => [entryId, registrationNumber]));
  const nameOf = ({ jurorId, entryId }: Found) => `${codes.get(jurorId ?? '') ?? '?'} ${numbers.get(entryId ?? '') ?? '?'}`;
  const named = new Map(found.map((one) => [nameOf(one), one.what] as const).reverse());
  const sheets = [...named.keys()].sort();
  return refuse('seal.broken', { sheets, what: sheets.map((name) => named.get(name) ?? 'state') });
}

/** Of each sheet the newest row that says how it stands. */
function tellings(told: readonly ToldRow[]): ReadonlyMap<string, ToldRow> {
  return new Map(
    told.flatMap((row) => {
      if (!Object.hasOwn(STANDS, row.kind)) return [];
      const about = row.kind === 'conflict.declared' ? factsOf(row).sheet : row.subjectId;
      return typeof about === 'string' ? [[about, row] as const] : [];
    }),
  );
}

/** The seal of a sheet that counts, null of one that does not. */
function readSheet(evidence: SealEvidence, sheet: KeptSheet, told: ToldRow | undefined, hash: (text: string) => string): ReadSeal | CategoryFault | null {
  const act = evidence.acts.find(({ sheetId }) => sheetId === sheet.sheetId);
  if (STANDS[told?.kind ?? ''] !== sheet.state || ACTED[act?.kind ?? ''] !== sheet.state) return 'state';
  const isRecused = evidence.recusals.some(({ personId, entryId }) => pairKey(personId, entryId) === pairKey(sheet.jurorId, sheet.entryId));
  if (isRecused && sheet.state === 'sealed') return 'recusal';
  if (sheet.state !== 'sealed' || act === undefined || told === undefined || sheet.rubricVersion !== evidence.rubric.version) return null;
  const receipt = evidence.receipts.find(({ sheetId, actNo }) => sheetId === sheet.sheetId && actNo === act.actNo) ?? null;
  const saves = evidence.saves
    .filter(({ sheetId }) => sheetId === sheet.sheetId)
    .map(({ revision, scores, comment, savedBy, savedAt }) => ({ revision, scores, comment, savedBy, savedAt }));
  const { regionId, categoryId } = evidence;
  return readSeal({ regionId, categoryId, sheet, act, told, receipt, saves }, evidence.rubric, hash);
}

/** How a sheet stands after the newest row of the ledger about it; one of which the ledger does not speak is a draft. */
const STANDS: Readonly<Record<string, KeptSheet['state']>> = {
  '': 'draft',
  'sheet.sealed': 'sealed',
  'sheet.reopened': 'draft',
  'sheet.absent': 'absent',
  'conflict.declared': 'absent',
};
const ACTED: Readonly<Record<string, KeptSheet['state']>> = { '': 'draft', sealed: 'sealed', reopened: 'draft', absent: 'absent' };

/** Sheets that the ledger or a receipt says were sealed, and that are gone. Rows of older seals do not name their category: their juror's panels answer for them. */
function missingSheets({ categoryId, sheets, panel, receipts, elsewhere }: SealEvidence, known: ReadonlyMap<string, ToldRow>): readonly Found[] {
  const there = new Set(sheets.map(({ sheetId }) => sheetId));
  const away = new Set(elsewhere);
  const jurors = new Set(panel.map(({ personId }) => personId));
  const told = [...known].flatMap(([sheetId, row]): Found[] => {
    const { category, entry } = factsOf(row);
    const isOurs = typeof category === 'string' ? category === categoryId : jurors.has(row.actorId ?? '') && !away.has(sheetId);
    if (row.kind !== 'sheet.sealed' || there.has(sheetId) || !isOurs) return [];
    return [{ jurorId: row.actorId, entryId: typeof entry === 'string' ? entry : null, what: 'gone' }];
  });
  return [...told, ...receipts.filter(({ sheetId }) => !there.has(sheetId)).map((receipt): Found => ({ ...receipt, what: 'gone' }))];
}

/** Pairs kept as recused that no juror confirmed or declared in the ledger. */
function strangeRecusals({ categoryId, recusals, told }: SealEvidence): readonly Found[] {
  const stepped = new Set(
    told.flatMap((row) => {
      const { found, declared } = factsOf(row);
      if (row.kind === 'conflict.declared') return [pairKey(row.actorId ?? '', row.subjectId ?? '')];
      if (row.kind !== 'conflict.confirmed' || row.subjectId !== categoryId) return [];
      return [found, declared].flatMap((list) => (Array.isArray(list) ? list.map((entryId) => pairKey(row.actorId ?? '', String(entryId))) : []));
    }),
  );
  return recusals.flatMap(({ personId, entryId }): Found[] =>
    stepped.has(pairKey(personId, entryId)) ? [] : [{ jurorId: personId, entryId, what: 'recusal' }],
  );
}
