// The figures of a computed result as columns of the board: per criterion the mean over the counted sheets, then jury, desk, final.

import { hasOpened } from '../../domain/edition/stage.ts';
import { may } from '../../domain/people/permissions.ts';
import type { EntryResult } from '../../domain/result/result.ts';
import { findShownResult, type ResultVersion } from '../../store/result.read.ts';
import { boardTexts } from '../../texts/id/board.ts';
import { formatScore } from '../../texts/id/format.ts';
import { type Ctx, signedIn } from '../request.ts';
import type { LongColumn } from '../ui/long-table.tsx';
import type { Board, BoardItem } from './board-view.ts';

/**
 * The newest result of the one category the search leaves. Null when there is none, before the plenary opens, and for whoever does not lead it
 * (RULES 5): a member of the secretariat who sits on the panel sees no figures here.
 */
export async function figuresOf(c: Ctx, { edition, stages, chosen, now }: Board): Promise<ResultVersion | null> {
  const [category, ...others] = chosen;
  if (category === undefined || others.length > 0 || category.isOnPanel) return null;
  const place = { editionId: edition.editionId, categoryId: category.categoryId };
  if (!may(signedIn(c).actor, 'result.publish', place).ok || !hasOpened(stages, 'plenary', now)) return null;
  return findShownResult(c.var.platform.db, c.var.region.regionId, category.categoryId);
}

export function figureColumns({ body, inputs }: ResultVersion): readonly LongColumn<BoardItem>[] {
  const entries = new Map(body.entries.map((entry) => [entry.id, entry]));
  const { decimals } = body.formula;
  const said = new Map<string, string>();
  const say = (rounded: string | undefined): string => {
    if (rounded === undefined) return '–';
    const words = said.get(rounded) ?? formatScore(rounded, decimals);
    said.set(rounded, words);
    return words;
  };
  const column = (key: string, label: string, value: (entry: EntryResult) => string | number | undefined): LongColumn<BoardItem> => ({
    key,
    label,
    phoneLabel: label,
    numeric: true,
    cell: (item) => {
      const entry = entries.get(item.registrationNumber ?? '');
      const found = entry === undefined ? undefined : value(entry);
      return typeof found === 'number' ? found : say(found);
    },
  });
  return [
    column('rank', boardTexts.columns.rank, ({ rank }) => rank),
    ...inputs.rubric.criteria.map(({ code, name }, at) =>
      column(code, name, ({ criteria }) => (criteria[at]?.code === code ? criteria[at] : criteria.find((one) => one.code === code))?.mean.rounded),
    ),
    column('jury', boardTexts.columns.jury, ({ jury }) => jury.rounded),
    column('desk', boardTexts.columns.desk, ({ desk }) => desk?.rounded),
    column('final', boardTexts.columns.final, ({ final }) => final.rounded),
    column('sheets', boardTexts.columns.sheets, ({ sheets }) => sheets),
  ];
}
