// What the board shows of an edition to this visitor: the entries a search finds, each with its place, its delay and what may be seen of it.

import { tieBetween } from '../../domain/assessment/verification.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { Stage } from '../../domain/edition/stage.ts';
import { may } from '../../domain/people/permissions.ts';
import { matchesSearch, parseSearch, type SearchedEntry, type Term } from '../../domain/result/entry-search.ts';
import { columnOf, overdueSince } from '../../domain/result/pipeline.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { DAY, type Instant, millisecondsBetween } from '../../domain/shared/time.ts';
import { findVerifiers, type Verifier } from '../../store/assessment-verification.read.ts';
import { type BoardCategory, type BoardEntry, listBoard, listBoardCategories } from '../../store/board.read.ts';
import { findStages } from '../../store/edition.read.ts';
import { boardTexts, SEARCH } from '../../texts/id/board.ts';
import { formatDecimal } from '../../texts/id/format.ts';
import { type Ctx, signedIn } from '../request.ts';
import { editionHere } from './committee-view.ts';

export interface BoardItem extends BoardEntry, Pick<SearchedEntry, 'column' | 'verifiers' | 'idleDays'> {
  readonly category: BoardCategory;
  readonly overdue: Instant | null;
  /** Of the visitor's own agency or team. */
  readonly isOwn: boolean;
}

export interface Board {
  readonly edition: Edition;
  readonly stages: readonly Stage[];
  readonly categories: readonly BoardCategory[];
  /** The categories that the search leaves. */
  readonly chosen: readonly BoardCategory[];
  readonly verifiers: readonly Verifier[];
  readonly text: string;
  /** Why the search was not understood; then nothing is listed. */
  readonly refusal: Refusal | null;
  readonly items: readonly BoardItem[];
  readonly isSecretariat: boolean;
  readonly now: Instant;
}

/** The board of `:year` for a search text; null when there is no such edition. */
export async function boardOf(c: Ctx, text: string): Promise<Board | null> {
  const edition = await editionHere(c);
  if (edition === null) return null;
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const { actor } = signedIn(c);
  const now = c.var.platform.now();
  const search = parseSearch(text, SEARCH);
  const [stages, categories, verifiers] = [
    await findStages(db, regionId, edition.editionId),
    await listBoardCategories(db, regionId, edition.editionId, actor.personId),
    await findVerifiers(db, regionId, edition.editionId, now),
  ];
  const isSecretariat = may(actor, 'desk.read', { editionId: edition.editionId }).ok;
  const known = isSecretariat ? verifiers : verifiers.filter(({ personId }) => personId === actor.personId);
  const base = { edition, stages, categories, verifiers: known, text, now, isSecretariat };
  if (!search.ok) return { ...base, chosen: categories, refusal: search.refusal, items: [] };
  const terms = search.value;
  const chosen = categoriesOf(terms, categories);
  const categoryIds = chosen.length === categories.length ? null : chosen.map(({ categoryId }) => categoryId);
  const rows = await listBoard(db, regionId, edition.editionId, { personId: actor.personId, categoryIds, onlyAssigned: !base.isSecretariat });
  const look = looker(c, base);
  const items = rows.map(look).filter((item) => terms.length === 0 || matchesSearch(terms, searched(item), actor.personId));
  return { ...base, chosen, refusal: null, items };
}

function categoriesOf(terms: readonly Term[], categories: readonly BoardCategory[]): readonly BoardCategory[] {
  return categories.filter((category) => terms.every((term) => term.key !== 'category' || nameOf(category).toLowerCase().includes(term.text) !== term.not));
}

function nameOf({ code, name }: BoardCategory): string {
  return `${code} ${name}`;
}

/** Gives each row its place; hides from the own agency and from other verifiers what they may not see yet (RULES 6). */
function looker(c: Ctx, board: Pick<Board, 'categories' | 'stages' | 'verifiers' | 'isSecretariat' | 'now'>): (row: BoardEntry) => BoardItem {
  const { stages, now, isSecretariat } = board;
  const { actor } = signedIn(c);
  const categories = new Map(board.categories.map((one) => [one.categoryId, one]));
  const ties = new Map<string, boolean>();
  const isTied = (agencyId: string) => {
    const known = ties.get(agencyId) ?? tieBetween(actor, { agencyId, memberIds: [] }, now) !== null;
    ties.set(agencyId, known);
    return known;
  };
  return (row) => {
    const category = categories.get(row.categoryId);
    if (category === undefined) throw new Error(`entry ${row.entryId} is of no category of its edition`);
    const isOwn = row.isMember || isTied(row.agencyId);
    const verifiers = assignedOf(row.assigned);
    const holds = verifiers.some(({ personId }) => personId === actor.personId);
    const seesVerdicts = category.isAnnounced ? isSecretariat || holds : !isOwn && (isSecretariat || holds);
    return {
      ...row,
      category,
      verified: seesVerdicts ? row.verified : null,
      column: columnOf(row, category, stages, now),
      overdue: overdueSince(row, stages, now),
      idleDays: Math.floor(millisecondsBetween(row.movedAt, now) / DAY),
      verifiers,
      isOwn,
    };
  };
}

function assignedOf(lines: string): BoardItem['verifiers'] {
  if (lines === '') return [];
  return lines.split('\n').map((line) => {
    const end = line.indexOf(' ');
    return { personId: line.slice(0, end), name: line.slice(end + 1) };
  });
}

function searched(item: BoardItem): SearchedEntry {
  return {
    name: item.innovationName,
    agency: item.agencyName,
    number: item.registrationNumber ?? '',
    category: nameOf(item.category),
    column: item.column,
    state: item.state,
    verifiers: item.verifiers,
    claimed: item.claimed,
    verified: item.verified,
    idleDays: item.idleDays,
    isLate: item.overdue !== null,
  };
}

/** `klaim 107 → terverifikasi 103` once verified, `klaim 92` before, nothing before the first submit. */
export function shownPoints({ claimed, verified }: BoardItem): string {
  if (claimed === null) return '';
  return verified === null ? boardTexts.claimed(formatDecimal(claimed)) : boardTexts.claimedAndVerified(formatDecimal(claimed), formatDecimal(verified));
}

/** Whole days past what was due; null while nothing is late. */
export function daysLate({ overdue }: BoardItem, now: Instant): number | null {
  return overdue === null ? null : Math.floor(millisecondsBetween(overdue, now) / DAY);
}

export function waitsForVerifier(item: BoardItem): boolean {
  return item.verifiers.length === 0 && (item.state === 'approved' || item.state === 'in-verification');
}
