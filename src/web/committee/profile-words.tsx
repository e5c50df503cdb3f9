// The frozen profile, read only: choices in words, dates as dates, private contact only for those who need it.

import { PROFILE_FIELDS, type ProfileField } from '../../domain/innovation/profile.ts';
import { formatPlainDate, formatRupiah } from '../../texts/id/format.ts';
import { choiceWords, fieldLabels } from '../../texts/id/profile.ts';

interface ProfileWordsProps {
  readonly profile: unknown;
  /** Without names and numbers of people: what a juror needs. */
  readonly withoutPeople?: boolean;
}

const OF_PEOPLE = ['initiatorName', 'team', 'contactName', 'contactPhone', 'contactEmail'];

export function ProfileWords({ profile, withoutPeople }: ProfileWordsProps) {
  if (typeof profile !== 'object' || profile === null) return null;
  const texts = profile as Readonly<Record<string, unknown>>;
  const fields = PROFILE_FIELDS.filter((field) => !(withoutPeople && OF_PEOPLE.includes(field.name)));
  const given = fields.flatMap((field) => {
    const text = texts[field.name];
    return typeof text === 'string' && text !== '' ? [{ field, text: shown(field, text) }] : [];
  });
  if (given.length === 0) return null;
  return (
    <section class="baca tumpuk" aria-labelledby="profil">
      <h2 id="profil">Profil</h2>
      {given.map(({ field, text }) => (
        <div key={field.name}>
          <h3>{fieldLabels[field.name] ?? field.name}</h3>
          {text.split('\n').map((line) => line.trim() !== '' && <p>{line}</p>)}
        </div>
      ))}
    </section>
  );
}

function shown(field: ProfileField, text: string): string {
  if (field.kind === 'choice') return choiceWords[field.name]?.[text] ?? text;
  if (field.kind === 'date') return formatPlainDate(text);
  return field.kind === 'money' ? formatRupiah(text) : text;
}
