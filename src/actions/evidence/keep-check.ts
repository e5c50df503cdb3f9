// Keeps what the scanner for viruses said of a file. What carries something counts no more from here on, and those it concerns are told.

import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { holdersOf, teamOf } from '../../store/audience.read.ts';
import { findUses, type UseOfFile } from '../../store/evidence.read.ts';
import { type FileCheck, insertCheck } from '../../store/evidence.write.ts';
import { lockContent } from '../../store/innovation-draft.write.ts';
import { aboutEntries, type Notice, tell } from '../people/tell.ts';
import type { Act } from '../perform.ts';

/** A second answer about the same content changes nothing. */
export async function keepCheck(act: Act, check: FileCheck): Promise<Outcome<{ readonly kept: boolean }>> {
  const { tx, regionId, now } = act;
  await lockContent(tx, check.sha256);
  if ((await insertCheck(tx, regionId, check, now)) === 0) return ok({ kept: false });
  if (check.verdict === 'quarantined') await quarantine(act, check);
  return ok({ kept: true });
}

async function quarantine(act: Act, { sha256, found }: FileCheck): Promise<void> {
  const uses = await findUses(act.tx, act.regionId, sha256);
  for (const [entryId, here] of Map.groupBy(uses, (use) => use.entryId)) {
    act.record({ kind: 'evidence.quarantined', subjectId: entryId, facts: { sha256, found, indicators: here.map(({ indicator }) => indicator) } });
    await tell(act, await noticesOf(act, entryId, here));
  }
}

/** The innovators of the entry, and the secretariat of its edition. */
async function noticesOf(act: Act, entryId: string, uses: readonly UseOfFile[]): Promise<readonly Notice[]> {
  const team = await teamOf(act.tx, act.regionId, entryId, act.now);
  const [use] = uses;
  const facts = { file: use?.label ?? '', year: use?.year ?? 0 };
  const [one] = team;
  const office = await holdersOf(act.tx, act.regionId, use?.editionId ?? '', ['secretariat'], act.now);
  const others = office.filter((personId) => !team.some((member) => member.personId === personId));
  return [
    ...aboutEntries('evidence-quarantined', team, facts),
    ...(one === undefined
      ? []
      : aboutEntries(
          'evidence-quarantined',
          others.map((personId) => ({ ...one, personId })),
          { ...facts, secretariat: true },
        )),
  ];
}
