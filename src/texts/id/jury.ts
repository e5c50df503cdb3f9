// Words of the room jury.

import type { Refusals } from './say.ts';

export const juryRefusals: Refusals = {};
