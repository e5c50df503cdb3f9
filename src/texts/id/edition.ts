// Words of the room edition: stages, freezing, settings.

import { formatMoment } from './format.ts';
import type { Refusals } from './say.ts';

export const editionRefusals: Refusals = {
  'stage.absent': () => 'Edisi ini tidak memakai tahap itu.',
  'stage.not-open': ({ stage, opensAt }) => `Tahap ${stage} belum dibuka. Dibuka ${formatMoment(String(opensAt))}.`,
  'stage.closed': ({ stage, closedAt }) => `Tahap ${stage} ditutup ${formatMoment(String(closedAt))}. Tidak ada yang disimpan.`,
};
