// Words for bounds on what may be made.

import type { Refusals } from './say.ts';

export const limitRefusals: Refusals = {
  'limit.editions': ({ most }) => `Daerah ini sudah punya ${most} edisi, dan itu batasnya. Pakai edisi yang sudah ada.`,
  'limit.catalogues': ({ most }) => `Daerah ini sudah menyimpan ${most} katalog, dan itu batasnya. Pakai katalog yang sudah ada.`,
  'limit.entries': ({ most }) => `Kantor ini sudah memulai ${most} usulan pada edisi ini, dan itu batasnya. Lanjutkan usulan yang sudah ada.`,
  'limit.links': ({ most }) => `Anda sudah membuat ${most} tautan dalam satu jam, dan itu batasnya. Tunggu satu jam, lalu lanjutkan.`,
};
