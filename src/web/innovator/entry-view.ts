// What every page of an entry reads first: the entry within the visitor's agencies, its stages, its draft, its notes.

import { gatherDraft, type WholeDraft } from '../../actions/innovation/gather-draft.ts';
import { boundCatalogue } from '../../actions/instrument/known-catalogues.ts';
import type { Stage } from '../../domain/edition/stage.ts';
import { agenciesOf, mayChange } from '../../domain/innovation/editing.ts';
import { type Eligibility, type Readiness, readinessOf } from '../../domain/innovation/readiness.ts';
import { type EntryScore, scoreOf } from '../../domain/innovation/score.ts';
import { asksForBasis, type Indicator, levelLabel } from '../../domain/instrument/indicator.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import { holdsSeat } from '../../domain/people/role.ts';
import type { Outcome } from '../../domain/shared/outcome.ts';
import { type Rational, roundHalfUp, toText } from '../../domain/shared/rational.ts';
import { findRepairNotes, type RepairNote } from '../../store/assessment-verification.read.ts';
import { findStages } from '../../store/edition.read.ts';
import { type EntryDetail, findEntry } from '../../store/innovation-entry.read.ts';
import { formatDecimal, type Zone, zoneOf } from '../../texts/id/format.ts';
import { instrumentHere } from '../instrument-here.ts';
import { type Ctx, signedIn } from '../request.ts';

export interface EntryView {
  readonly entry: EntryDetail;
  readonly instrument: Instrument;
  readonly eligibility: Eligibility;
  readonly stages: readonly Stage[];
  readonly draft: WholeDraft;
  readonly readiness: Readiness;
  readonly score: EntryScore;
  readonly notes: readonly RepairNote[];
  readonly openPlaces: ReadonlySet<string>;
  /** Whether this visitor may change it now, or why not. */
  readonly change: Outcome<true>;
  /** The same at a place: in a repair only what was noted. */
  readonly changeAt: (place: string) => Outcome<true>;
  /** Whether the visitor works on it, or only reads it as the head. */
  readonly edits: boolean;
  readonly zone: Zone;
}

/** The entry of the address, or null when it is not of the visitor's agencies. */
export async function viewEntry(c: Ctx): Promise<EntryView | null> {
  const { actor } = signedIn(c);
  const { platform, region } = c.var;
  const entry = await findEntry(platform.db, region.regionId, idOf(c), agenciesOf(actor, 'innovator', 'head'));
  if (entry === null) return null;
  const [stages, draft, notes] = await Promise.all([
    findStages(platform.db, region.regionId, entry.editionId),
    gatherDraft(platform.db, region.regionId, entry),
    findRepairNotes(platform.db, region.regionId, entry.entryId),
  ]);
  const instrument = await instrumentHere(c, entry.instrument);
  const { eligibility } = await boundCatalogue(platform.db, region.regionId, entry.instrument);
  const registration = stages.find((stage) => stage.kind === 'registration') ?? null;
  const openPlaces = new Set(notes.filter((note) => note.closedAt === null).map((note) => note.place));
  const changeAt = (place?: string) => mayChange({ ...entry, repairPlaces: [...openPlaces], registration }, platform.now(), place);
  return {
    entry,
    instrument,
    eligibility,
    stages,
    draft,
    notes,
    readiness: readinessOf(instrument, eligibility, draft),
    score: scoreOf(instrument, draft.claims, draft.evidenced),
    openPlaces,
    change: changeAt(),
    changeAt,
    edits: holdsSeat(actor, 'innovator', entry.agencyId),
    zone: zoneOf(region.zone),
  };
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NOTHING = '00000000-0000-0000-0000-000000000000';

/** The id of the address; a text that is no id finds nothing. */
export function idOf(c: Ctx, name = 'id'): string {
  const id = c.req.param(name) ?? '';
  return ID.test(id) ? id : NOTHING;
}

/** A posted id; a text that is no id finds nothing. */
export function idIn(text: string): string {
  return ID.test(text) ? text : NOTHING;
}

/** Points as people read them: whole where they are whole. */
export function pointsText(points: Rational): string {
  return formatDecimal(points.d === 1n ? toText(points) : roundHalfUp(points, 2));
}

/** A claimed level with the words of the catalogue. */
export function levelText(indicator: Indicator, level: number, basis: string | null): string {
  const words = levelLabel(indicator, level, asksForBasis(indicator) ? basis : null);
  return [`Level ${level}`, words].filter(Boolean).join(': ');
}

/** The newest save of anything in the draft. */
export function lastSaved({ draft }: EntryView): string | null {
  const times = [...draft.parts, ...draft.savedClaims].map((one) => one.savedAt);
  return times.sort().at(-1) ?? null;
}
