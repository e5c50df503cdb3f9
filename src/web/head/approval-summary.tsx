// What a head reads: five lines of the profile, and what changed since the entry was returned.

import { PROFILE_FIELDS } from '../../domain/innovation/profile.ts';
import { unchangedClaims } from '../../domain/innovation/snapshot.ts';
import { positionOf } from '../../domain/instrument/points.ts';
import type { Snapshot } from '../../store/innovation-snapshot.read.ts';
import { formatMoment } from '../../texts/id/format.ts';
import { approvalTexts } from '../../texts/id/innovation.ts';
import { fieldLabels } from '../../texts/id/profile.ts';
import { answerText } from '../innovator/answers.tsx';
import type { EntryView } from '../innovator/entry-view.ts';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Diff } from '../ui/diff.tsx';

const LINES = ['aims', 'benefits', 'implementedOn', 'budget', 'team'];

export function Summary({ view }: { readonly view: EntryView }) {
  const { profile } = view.draft;
  return (
    <section aria-labelledby="ringkasan">
      <h2 id="ringkasan">Ringkasan</h2>
      <DefinitionList
        rows={LINES.filter((name) => (profile[name] ?? '') !== '').map((name) => ({
          term: fieldLabels[name] ?? name,
          value: answerText(name, profile[name] ?? ''),
        }))}
      />
    </section>
  );
}

export function ChangesSince({ snapshots, view }: { readonly snapshots: readonly Snapshot[]; readonly view: EntryView }) {
  const [newest, before] = snapshots;
  const { instrument, zone } = view;
  if (newest === undefined || before === undefined) return null;
  const value = (snapshot: Snapshot, name: string) => snapshot.body.profile[name] ?? '';
  const changed = PROFILE_FIELDS.filter(({ name }) => value(newest, name) !== value(before, name));
  const same = new Set(unchangedClaims(before.body, newest.body));
  const claims = instrument.sid.filter(({ code }) => !same.has(code));
  return (
    <section class="tumpuk" aria-labelledby="perubahan">
      <h2 id="perubahan">Perubahan sejak versi {before.version}</h2>
      <p class="redup">
        Versi {before.version} dikirim {formatMoment(before.takenAt, zone)}.
      </p>
      {changed.length === 0 && claims.length === 0 && <p>Tidak ada yang berubah.</p>}
      {changed.map(({ name }) => (
        <Diff title={fieldLabels[name] ?? name} before={answerText(name, value(before, name), false)} after={answerText(name, value(newest, name), false)} />
      ))}
      {claims.length > 0 && (
        <div>
          <p>{approvalTexts.changedClaims(claims.length)}</p>
          <ul>
            {claims.map(({ code, name }) => (
              <li key={code}>
                <a href={`#${code}`}>
                  {positionOf(instrument, code)}. {name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
