// The bytes of a piece of evidence, for those who may read its entry: shown in the page where a browser can, never run.

import { Readable } from 'node:stream';
import { isOpenToOthers } from '../../domain/evidence/check.ts';
import { disposition } from '../../domain/evidence/file-name.ts';
import type { FileKind } from '../../domain/innovation/evidence.ts';
import { may } from '../../domain/people/permissions.ts';
import type { Actor } from '../../domain/people/role.ts';
import { type EvidenceFile, findEvidenceFile } from '../../store/innovation-draft.read.ts';
import { checkTexts } from '../../texts/id/evidence.ts';
import { notFound, page } from '../answer.tsx';
import { rangeOf } from '../range.ts';
import { type Ctx, signedIn } from '../request.ts';
import { idOf } from './entry-view.ts';

const TYPES: Readonly<Record<FileKind, string>> = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', mp4: 'video/mp4' };
/** Nothing in a file runs, asks or leads anywhere, whatever a browser takes it for. */
const policyOf = (sandbox: string) =>
  `${sandbox}; default-src 'none'; img-src 'self'; media-src 'self'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

/** A film opened by itself asks for its own bytes again, with the visitor's cookie; without scripts its origin does no harm. */
const POLICIES = { film: policyOf('sandbox allow-same-origin'), other: policyOf('sandbox') };

export async function sendEvidence(c: Ctx): Promise<Response> {
  const { platform, region } = c.var;
  const item = await findEvidenceFile(platform.db, region.regionId, idOf(c));
  if (item === null || item.sha256 === null || item.kind === 'link' || item.checkState === 'quarantined') return notFound(c);
  if (!mayRead(signedIn(c).actor, item) || !(await platform.files.has(item.sha256))) return notFound(c);
  if (!isOwn(signedIn(c).actor, item) && !isOpenToOthers(item.checkState, platform.scanner !== null)) return notYet(c);
  const size = await platform.files.size(item.sha256);
  const headers: Record<string, string> = {
    'content-type': TYPES[item.kind],
    'content-disposition': disposition(item.label, item.kind, isShown(item)),
    'content-security-policy': item.kind === 'mp4' ? POLICIES.film : POLICIES.other,
    'accept-ranges': 'bytes',
  };
  const asked = rangeOf(c.req.header('range'), size);
  if (asked === 'nothing') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
  const isPart = asked !== 'whole';
  const range = isPart ? asked : { start: 0, end: size - 1 };
  headers['content-length'] = String(range.end - range.start + 1);
  if (isPart) headers['content-range'] = `bytes ${range.start}-${range.end}/${size}`;
  const body = Readable.toWeb(platform.files.read(item.sha256, range)) as ReadableStream;
  return new Response(body, { status: isPart ? 206 : 200, headers });
}

/** Before the scanner has looked, only those open a file whose own it is. */
function notYet(c: Ctx): Response {
  return page(c, { title: checkTexts.waiting }, checkTexts.waitingLead, 409);
}

function isOwn({ seats }: Actor, { agencyId }: EvidenceFile): boolean {
  return seats.some((seat) => seat.agencyId === agencyId);
}

/** Only what was read to its end is shown in a page; a file from before that is kept on disk by who asks for it. */
function isShown({ facts }: EvidenceFile): boolean {
  return facts !== null && (facts.pages !== null || facts.width !== null);
}

/** The agency's own people, the secretariat and leaders; verifiers and jurors only for what was given to them. */
function mayRead(actor: Actor, { agencyId, editionId, verifierIds, jurorIds }: EvidenceFile): boolean {
  return may(actor, 'entry.read', { agencyId, editionId }).ok || verifierIds.includes(actor.personId) || jurorIds.includes(actor.personId);
}
