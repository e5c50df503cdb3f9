// Every claim of what was sent, with the proof that opens: a head signs what was seen.

import type { FileState } from '../../domain/evidence/check.ts';
import { indicatorPoints } from '../../domain/instrument/points.ts';
import type { Snapshot } from '../../store/innovation-snapshot.read.ts';
import { approvalTexts } from '../../texts/id/innovation.ts';
import { type EntryView, levelText, pointsText } from '../innovator/entry-view.ts';
import { paths } from '../paths.ts';
import { ProofLink } from '../proof-link.tsx';
import { Details } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';

/** How files stand, by their content. */
type Files = ReadonlyMap<string, FileState>;
type FrozenClaim = Snapshot['body']['indicators'][number];

/** The claims as they were frozen, not as they stand: the decision is about this version. */
export function ClaimsWithProof({ view, snapshot, files }: { readonly view: EntryView; readonly snapshot: Snapshot; readonly files: Files }) {
  const { instrument } = view;
  const frozen = new Map(snapshot.body.indicators.map((row) => [row.code, row]));
  const rows = instrument.sid.map((indicator, at) => ({ indicator, name: `${at + 1}. ${indicator.name}`, claim: frozen.get(indicator.code) }));
  const [claimed, open] = [rows.filter(({ claim }) => isClaimed(claim)), rows.filter(({ claim }) => !isClaimed(claim))];
  return (
    <section class="tumpuk" aria-labelledby="klaim-bukti">
      <h2 id="klaim-bukti">{approvalTexts.claims}</h2>
      <p class="redup">{approvalTexts.claimsHint}</p>
      <Table
        label={approvalTexts.claimsTable}
        dense
        columns={[
          { key: 'name', label: approvalTexts.indicator, heading: true },
          { key: 'claim', label: approvalTexts.claimed },
          { key: 'proof', label: approvalTexts.proof },
          { key: 'points', label: approvalTexts.points, numeric: true, last: true },
        ]}
        rows={claimed.map(({ indicator, name, claim }) => {
          const level = claim?.level ?? 0;
          return {
            id: indicator.code,
            cells: {
              name,
              claim: level === 0 ? approvalTexts.notClaimed : levelText(indicator, level, claim?.basis ?? null),
              proof: <Proofs claim={claim} files={files} />,
              points: pointsText(indicatorPoints(indicator, level)),
            },
          };
        })}
      />
      {open.length > 0 && (
        <Details summary={approvalTexts.open(open.length)}>
          <ul>
            {open.map(({ indicator, name }) => (
              <li key={indicator.code} id={indicator.code}>
                {name}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}

/** Proof without a level is shown too: somebody meant something by it. */
function isClaimed(claim: FrozenClaim | undefined): boolean {
  return claim !== undefined && (claim.level > 0 || claim.evidence.length > 0);
}

function Proofs({ claim, files }: { readonly claim: FrozenClaim | undefined; readonly files: Files }) {
  const proofs = claim?.evidence ?? [];
  if (proofs.length === 0) return <span class="redup">{approvalTexts.noProof}</span>;
  return (
    <>
      {proofs.map(({ evidenceId, sha256, link, label, pages }) => (
        <p key={evidenceId}>
          <ProofLink file={files.get(sha256 ?? '')} href={link ?? paths.evidence(evidenceId)} label={label} />
          {pages !== '' && ` · ${approvalTexts.pages(pages)}`}
        </p>
      ))}
    </>
  );
}
