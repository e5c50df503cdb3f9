// The verifier's own list: what waits, how far each is, what is next.

import { holdsGrant } from '../../domain/people/role.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { type AssignedRow, listAssigned, listWaitingYears } from '../../store/assessment-verification.read.ts';
import { verificationTexts } from '../../texts/id/assessment.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { entryStateWords } from '../../texts/id/innovation.ts';
import { notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { instrumentHere } from '../instrument-here.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Notice } from '../ui/notice.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';
import { VERIFYING } from './board.page.tsx';
import { boardAddress } from './board-address.ts';
import { editionHere, yearHere } from './committee-view.ts';
import { editionYears } from './edition-years.tsx';

export async function goToVerifications(c: Ctx): Promise<Response> {
  const [waiting] = await waitingFor(c);
  return seeOther(c, paths.verifications(waiting?.year ?? (await yearHere(c))));
}

/** The editions where the visitor, a verifier there, has entries to decide, newest first. */
async function waitingFor(c: Ctx) {
  const { db, now } = c.var.platform;
  const { actor } = signedIn(c);
  const years = await listWaitingYears(db, c.var.region.regionId, actor.personId, now());
  return years.filter(({ editionId }) => holdsGrant(actor, 'verifier', editionId));
}

export async function showVerificationList(c: Ctx): Promise<Response> {
  return drawVerificationList(c, null);
}

export async function drawVerificationList(c: Ctx, refusal: Refusal | null): Promise<Response> {
  const edition = await editionHere(c);
  if (edition === null) return notFound(c);
  const visitor = signedIn(c);
  if (visitor.role === 'secretariat') return seeOther(c, boardAddress(edition.year, { view: 'tabel', q: VERIFYING }));
  const rows = await listAssigned(c.var.platform.db, c.var.region.regionId, edition.editionId, visitor.actor.personId);
  const elsewhere = (await waitingFor(c)).filter(({ year }) => year !== edition.year);
  const first = (await instrumentHere(c, edition.instrument)).sid[0]?.code ?? '';
  return page(
    c,
    { title: 'Verifikasi saya', year: edition.year, current: paths.verifications(edition.year), error: refusal !== null },
    <div class="tumpuk ruang-5">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Verifikasi saya</h1>
      {await editionYears({ c, year: edition.year, roles: ['verifier', 'secretariat'], pathOf: paths.verifications })}
      {elsewhere.map(({ year, count }) => (
        <Notice key={year} kind="langkah">
          <p>
            <a href={paths.verifications(year)}>{verificationTexts.elsewhere(year, count)}</a>
          </p>
        </Notice>
      ))}
      {rows.length === 0 ? (
        <EmptyState title={verificationTexts.none}>Sekretariat menugaskan usulan dari halaman usulan.</EmptyState>
      ) : (
        <Assigned c={c} rows={rows} first={first} />
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function Assigned({ c, rows, first }: { readonly c: Ctx; readonly rows: readonly AssignedRow[]; readonly first: string }) {
  return (
    <Table
      label="Usulan yang ditugaskan kepada saya"
      dense
      columns={[
        { key: 'name', label: 'Usulan', heading: true },
        { key: 'number', label: 'Nomor' },
        { key: 'state', label: 'Status' },
        { key: 'done', label: 'Putusan', numeric: true },
        { key: 'repair', label: 'Perlu perbaikan', numeric: true },
      ]}
      rows={rows.map((row) => ({
        cells: {
          name: (
            <>
              <a href={paths.verification(row.entryId, first)}>{row.innovationName}</a>
              <small>
                {row.agencyName} · {row.categoryName}
              </small>
            </>
          ),
          number: row.registrationNumber,
          state: row.repairUntil
            ? `${entryStateWords[row.state]}, batas ${formatDateTime(row.repairUntil, zoneOf(c.var.region.zone))}`
            : entryStateWords[row.state],
          done: `${row.decided} dari ${row.claimed}`,
          repair: String(row.repairs),
        },
      }))}
    />
  );
}
