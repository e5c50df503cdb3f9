// Words of the room innovation.

import type { Refusals } from './say.ts';

export const innovationRefusals: Refusals = {};
