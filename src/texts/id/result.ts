// Words of the room result.

import type { Refusals } from './say.ts';

export const resultRefusals: Refusals = {};
