// The whole draft in short: each part's answers, and a row for each indicator.

import { counts } from '../../domain/evidence/check.ts';
import { fieldsOf, PARTS, type ProfileFields } from '../../domain/innovation/profile.ts';
import { countWords } from '../../domain/innovation/words.ts';
import { indicatorPoints } from '../../domain/instrument/points.ts';
import { formatPlainDate, formatRupiah } from '../../texts/id/format.ts';
import { choiceWords, fieldLabels, partTitles } from '../../texts/id/profile.ts';
import { paths } from '../paths.ts';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Table } from '../ui/table.tsx';
import { StateNote } from '../ui/tag.tsx';
import { type EntryView, pointsText } from './entry-view.ts';

const SHORT = 160;

/** A kept value as people read it; long texts by their beginning when `short`. */
export function answerText(name: string, value: string, short = true): string {
  if (value === '') return '';
  const choice = choiceWords[name]?.[value];
  if (choice !== undefined) return choice;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatPlainDate(value);
  if (name === 'budget') return formatRupiah(value);
  if (name === 'design' && short) return `${countWords(value)} kata`;
  return short && value.length > SHORT ? `${value.slice(0, SHORT).trimEnd()}…` : value;
}

export function AnswersOfProfile({ view }: { readonly view: EntryView }) {
  return (
    <section class="tumpuk">
      <h2>Profil</h2>
      {PARTS.map((part) => (
        <section key={part} id={`bagian-${part}`}>
          <div class="baris baris--jauh">
            <h3>{partTitles[part]}</h3>
            {view.edits && view.changeAt(`profile:${part}`).ok && (
              <a href={paths.profile(view.entry.entryId, part)}>
                Ubah<span class="hanya-baca"> {partTitles[part]}</span>
              </a>
            )}
          </div>
          <DefinitionList dense rows={rowsOf(view.draft.profile, part)} />
        </section>
      ))}
    </section>
  );
}

function rowsOf(profile: ProfileFields, part: (typeof PARTS)[number]) {
  return fieldsOf(part)
    .filter((field) => field.mandatory || (profile[field.name] ?? '') !== '')
    .map(({ name }) => ({ term: fieldLabels[name] ?? name, value: answerText(name, profile[name] ?? '') }));
}

export function ClaimsTable({ view, links = true }: { readonly view: EntryView; readonly links?: boolean }) {
  const { instrument, draft, entry, score } = view;
  return (
    <section class="tumpuk" aria-labelledby="tabel-indikator">
      <h2 id="tabel-indikator">Indikator</h2>
      <Table
        label="Tabel indikator"
        dense
        columns={[
          { key: 'no', label: 'No', numeric: true, hiddenOnPhone: true },
          { key: 'name', label: 'Indikator', heading: true },
          { key: 'level', label: 'Level', numeric: true },
          { key: 'evidence', label: 'Bukti' },
          { key: 'points', label: 'Poin', numeric: true, last: true },
        ]}
        rows={instrument.sid.map((indicator, at) => {
          const level = draft.claims[indicator.code]?.level ?? 0;
          const count = draft.evidence.filter((item) => item.indicator === indicator.code && counts(item)).length;
          const points = pointsText(indicatorPoints(indicator, level));
          const name = links ? <a href={paths.indicator(entry.entryId, indicator.code)}>{indicator.name}</a> : indicator.name;
          return {
            id: indicator.code,
            cells: {
              no: at + 1,
              name: indicator.mandatory ? [name, <small>wajib</small>] : name,
              level,
              evidence: <EvidenceState level={level} count={count} />,
              points: level > 0 && count === 0 ? <em>{points} klaim</em> : points,
            },
          };
        })}
        foot={
          <tr>
            <th scope="row" colSpan={4}>
              Jumlah: {pointsText(score.evidenced)} berbukti, {pointsText(score.bare)} baru klaim
            </th>
            <td class="n besar">{pointsText(score.claimed)}</td>
          </tr>
        }
      />
    </section>
  );
}

function EvidenceState({ level, count }: { readonly level: number; readonly count: number }) {
  if (count > 0) return <StateNote state="selesai">{count} bukti</StateNote>;
  return level > 0 ? <StateNote state="perbaikan">Belum ada</StateNote> : <span class="redup">Belum diisi</span>;
}
