// What a juror reads before scoring: the approved words and the evidence; no points, nobody else's scores.

import { isId } from '../../domain/shared/ids.ts';
import { findEntryHead, findOwnSheet } from '../../store/assessment-sheet.read.ts';
import { findFileStates } from '../../store/evidence.read.ts';
import { findSnapshots } from '../../store/innovation-snapshot.read.ts';
import { notFound, page } from '../answer.tsx';
import { ProfileWords } from '../committee/profile-words.tsx';
import { instrumentHere } from '../instrument-here.ts';
import { paths } from '../paths.ts';
import { ProofLink } from '../proof-link.tsx';
import { type Ctx, signedIn } from '../request.ts';

/** Only behind an own sheet: it exists after the conflicts were confirmed, and never for a recused pair. */
export async function showFinalist(c: Ctx): Promise<Response> {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const id = c.req.param('id') ?? '';
  const sheet = isId(id) ? await findOwnSheet(db, regionId, id, signedIn(c).actor.personId) : null;
  if (sheet === null) return notFound(c);
  const [head, snapshots, files] = await Promise.all([
    findEntryHead(db, regionId, sheet.entryId),
    findSnapshots(db, regionId, sheet.entryId),
    findFileStates(db, regionId, sheet.entryId),
  ]);
  const body = snapshots.find((snapshot) => snapshot.decision === 'approved')?.body;
  if (head === null || body === undefined) return notFound(c);
  const names = new Map((await instrumentHere(c, body.instrument)).sid.map((indicator) => [indicator.code, indicator.name]));
  return page(
    c,
    { title: `Usulan ${head.name}`, current: paths.jury, back: { href: paths.sheet(sheet.sheetId), label: 'Lembar penilaian' } },
    <div class="tumpuk ruang-5">
      <h1>{head.name}</h1>
      <p class="redup">
        {head.agencyName} · {head.registrationNumber}
      </p>
      <ProfileWords profile={body.profile} withoutPeople />
      <section class="baca tumpuk" aria-labelledby="bukti">
        <h2 id="bukti">Bukti dukung</h2>
        {body.indicators
          .filter((row) => row.evidence.length > 0)
          .map((row) => (
            <div key={row.code}>
              <h3>{names.get(row.code) ?? row.code}</h3>
              <ul>
                {row.evidence.map((item) => (
                  <li key={item.evidenceId}>
                    <ProofLink file={files.get(item.sha256 ?? '')} href={item.link ?? paths.evidence(item.evidenceId)} label={item.label} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
      </section>
    </div>,
  );
}
