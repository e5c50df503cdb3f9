// Words of the room assessment.

import type { Refusals } from './say.ts';

export const assessmentRefusals: Refusals = {};
