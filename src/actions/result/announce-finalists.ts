// Announces a category's shortlist: states, finalists and the public list change together, once.

import { mayAnnounceKept, mayAnnounceWhile, type PublishedFinalists, presentationOrder } from '../../domain/result/desk-decision.ts';
import { canonicalJson } from '../../domain/shared/decimal-json.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { approversOf, teamsOf } from '../../store/audience.read.ts';
import { lastPublicationVersion } from '../../store/publication.read.ts';
import { insertPublication } from '../../store/publication.write.ts';
import { type DeskRow, findAnnouncement, findShortlist, listOnTheWay } from '../../store/result-desk.read.ts';
import { closeDesk, insertAnnouncement, insertFinalists } from '../../store/result-desk.write.ts';
import { aboutEntries, tell } from '../people/tell.ts';
import type { Act } from '../perform.ts';
import { type Desk, openDesk, type WorkedOut, workOut } from './desk.ts';

export interface FinalistsAnnouncement {
  readonly categoryId: string;
  /** The list that was on the screen. */
  readonly shortlistId: string;
  readonly publicationId: string;
  /** Whoever announces has read which earlier stages are still open, and whom that leaves out. */
  readonly knowing?: boolean;
}

/** Refuses `shortlist.*`, among them `shortlist.stages-open`. Announced already with this list: nothing changes. */
export async function announceFinalists(act: Act, input: FinalistsAnnouncement): Promise<Outcome<{ categoryId: string }>> {
  const desk = await openDesk(act, input.categoryId, 'desk.announce');
  if (!desk.ok) return desk;
  const announced = await findAnnouncement(act.tx, act.regionId, input.categoryId);
  if (announced !== null) return announced.shortlistId === input.shortlistId ? ok({ categoryId: input.categoryId }) : refuse('shortlist.already-announced');
  const kept = await findShortlist(act.tx, act.regionId, input.categoryId);
  if (kept === null) return refuse('shortlist.not-computed');
  if (kept.shortlistId !== input.shortlistId) return refuse('shortlist.outdated');
  const fresh = await workOut(act, desk.value, kept.decisions);
  if (!fresh.ok) return fresh;
  const ready = mayAnnounceKept(kept.digest, fresh.value.digest, kept.body);
  if (!ready.ok) return ready;
  const onTheWay = (await listOnTheWay(act.tx, act.regionId, input.categoryId)).map(({ innovationName }) => innovationName);
  const ended = mayAnnounceWhile(desk.value.stages, onTheWay, act.now, input.knowing === true);
  return ended.ok ? announce(act, input, desk.value, { ...fresh.value, stillOpen: ended.value }) : ended;
}

interface Announced extends WorkedOut {
  readonly stillOpen: readonly string[];
}

async function announce(act: Act, input: FinalistsAnnouncement, desk: Desk, worked: Announced): Promise<Outcome<{ categoryId: string }>> {
  const { body, digest, rows, stillOpen } = worked;

  const byNumber = new Map(rows.map((row) => [row.registrationNumber, row]));
  const idsOf = (numbers: readonly string[]) => numbers.flatMap((number) => byNumber.get(number)?.entryId ?? []);
  const refused = body.lines.filter(({ state }) => state === 'below-floor').map(({ id }) => id);
  const eligible = body.lines.filter(({ state }) => state !== 'below-floor').map(({ id }) => id);
  const order = presentationOrder(body.selected, desk.rules.lot);
  await closeDesk(act.tx, act.regionId, { eligible: idsOf(eligible), refused: idsOf(refused), refusalCode: 'desk.below-floor' }, act.now);
  const { categoryId, shortlistId } = input;
  await insertAnnouncement(act.tx, act.regionId, { categoryId, shortlistId, announcedBy: act.actor.personId }, act.now);
  await insertFinalists(act.tx, act.regionId, desk.categoryId, idsOf(order), act.now);
  const publication = await publish(act, input.publicationId, desk, publicBody(desk, order, byNumber));
  await tellOfFinalists(act, desk, new Set(idsOf(order)));
  const facts = { shortlist: input.shortlistId, digest, finalists: order, refused, publication, stillOpen };
  act.record({ kind: 'shortlist.announced', subjectId: desk.categoryId, facts });
  return ok({ categoryId: desk.categoryId });
}

async function tellOfFinalists(act: Act, desk: Desk, finalists: ReadonlySet<string>): Promise<void> {
  const { tx, regionId, now } = act;
  const judged = { editionId: desk.editionId, categoryId: desk.categoryId, states: ['eligible', 'refused'] as const };
  const teams = await teamsOf(tx, regionId, judged, now);
  const heads = await approversOf(tx, regionId, judged, now);
  const chosen = [...teams, ...heads].filter(({ entryId }) => finalists.has(entryId));
  const others = teams.filter(({ entryId }) => !finalists.has(entryId));
  const facts = { category: desk.name };
  await tell(act, [...aboutEntries('finalist-announced', chosen, facts), ...aboutEntries('shortlist-announced', others, facts)]);
}

function publicBody(desk: Desk, order: readonly string[], byNumber: ReadonlyMap<string, DeskRow>): PublishedFinalists {
  const entries = order.flatMap((id, at) => {
    const row = byNumber.get(id);
    return row === undefined ? [] : [{ position: at + 1, id, name: row.innovationName, agency: row.agencyName, slug: row.slug }];
  });
  return { form: 'published-finalists/1', year: desk.year, category: { code: desk.code, name: desk.name }, entries };
}

async function publish(act: Act, publicationId: string, desk: Desk, body: PublishedFinalists): Promise<string> {
  const canon = canonicalJson(body);
  const digest = sha256Hex(canon);
  const version = (await lastPublicationVersion(act.tx, act.regionId, desk.categoryId, 'finalists')) + 1;
  const place = { editionId: desk.editionId, categoryId: desk.categoryId, version, resultId: null };
  await insertPublication(act.tx, act.regionId, { publicationId, kind: 'finalists', ...place, canon, digest, publishedBy: act.actor.personId }, act.now);
  return digest;
}
