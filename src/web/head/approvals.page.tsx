import { agenciesOf } from '../../domain/innovation/editing.ts';
import { ownSeats } from '../../domain/people/role.ts';
import { listEntries } from '../../store/innovation-entry.read.ts';
import { formatMoment, zoneOf } from '../../texts/id/format.ts';
import { page } from '../answer.tsx';
import { StateTag } from '../innovator/entry-pieces.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { EmptyState } from '../ui/panels.tsx';

/** Away for some days? The way to name who decides meanwhile. */
function DelegateLink({ c }: { readonly c: Ctx }) {
  const seat = ownSeats(signedIn(c).actor).find((one) => one.role === 'head' && !one.delegation);
  return seat === undefined ? null : (
    <p>
      <a href={paths.seat(seat.seatId)}>Delegasikan selama Anda berhalangan</a>
    </p>
  );
}

/** What waits for the head's decision. */
export async function showApprovals(c: Ctx): Promise<Response> {
  const own = agenciesOf(signedIn(c).actor, 'head');
  const rows = await listEntries(c.var.platform.db, c.var.region.regionId, own, 'submitted');
  return page(
    c,
    { title: 'Persetujuan', current: paths.approvals },
    <div class="baca tumpuk">
      <h1>Persetujuan</h1>
      <DelegateLink c={c} />
      {rows.length === 0 ? (
        <EmptyState title="Tidak ada yang menunggu Anda">Usulan muncul di sini begitu inovator kantor Anda mengirimnya.</EmptyState>
      ) : (
        <>
          <p class="utama">{rows.length} usulan menunggu keputusan Anda</p>
          <ul class="tugas">
            {rows.map((row) => (
              <li key={row.entryId}>
                <a href={paths.approval(row.entryId)}>
                  <span class="tugas__nama">{row.innovationName}</span>
                  <span class="tugas__ket">
                    {[row.registrationNumber, row.categoryName, row.submittedAt && `dikirim ${formatMoment(row.submittedAt, zoneOf(c.var.region.zone))}`]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <StateTag state={row.state} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>,
  );
}
