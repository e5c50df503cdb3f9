// What a head reads: five lines of the profile, and what changed since the entry was returned.

import { PROFILE_FIELDS } from '../../domain/innovation/profile.ts';
import type { Snapshot } from '../../store/innovation-snapshot.read.ts';
import { formatMoment, type Zone } from '../../texts/id/format.ts';
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

export function ChangesSince({ snapshots, zone }: { readonly snapshots: readonly Snapshot[]; readonly zone: Zone }) {
  const [newest, before] = snapshots;
  if (newest === undefined || before === undefined) return null;
  const value = (snapshot: Snapshot, name: string) => snapshot.body.profile[name] ?? '';
  const changed = PROFILE_FIELDS.filter(({ name }) => value(newest, name) !== value(before, name));
  const levels = newest.body.indicators.filter((row) => {
    const earlier = before.body.indicators.find((one) => one.code === row.code);
    return earlier?.level !== row.level || earlier.basis !== row.basis || earlier.evidence.length !== row.evidence.length;
  });
  return (
    <section class="tumpuk" aria-labelledby="perubahan">
      <h2 id="perubahan">Perubahan sejak versi {before.version}</h2>
      <p class="redup">
        Versi {before.version} dikirim {formatMoment(before.takenAt, zone)}.
      </p>
      {changed.length === 0 && levels.length === 0 && <p>Tidak ada yang berubah.</p>}
      {changed.map(({ name }) => (
        <Diff title={fieldLabels[name] ?? name} before={answerText(name, value(before, name), false)} after={answerText(name, value(newest, name), false)} />
      ))}
      {levels.length > 0 && (
        <p>
          Klaim atau bukti berubah pada {levels.length} indikator: {levels.map((row) => row.code).join(', ')}.
        </p>
      )}
    </section>
  );
}
