// Turns a refusal into a sentence that says what to do. Every code has words; a test holds the code to it.

import type { Facts, Refusal } from '../../domain/shared/outcome.ts';
import { accessRefusals } from './access.ts';
import { assessmentRefusals } from './assessment.ts';
import { backupKeyRefusals } from './backup-key.ts';
import { benefitRefusals } from './benefit.ts';
import { boardRefusals } from './board.ts';
import { catalogueRefusals } from './catalogue.ts';
import { checkRefusals } from './check.ts';
import { editionRefusals } from './edition.ts';
import { editionCheckRefusals } from './edition-checks.ts';
import { editionEditorRefusals } from './edition-editor.ts';
import { innovationRefusals } from './innovation.ts';
import { instrumentRefusals } from './instrument.ts';
import { juryRefusals } from './jury.ts';
import { limitRefusals } from './limits.ts';
import { messageRefusals } from './message-pages.ts';
import { peopleRefusals } from './people.ts';
import { peopleAdminRefusals } from './people-admin.ts';
import { regionRefusals } from './region.ts';
import { regionKeyRefusals } from './region-key.ts';
import { regionalIndexRefusals } from './regional-index.ts';
import { resultRefusals } from './result.ts';
import { rubricRefusals } from './rubric.ts';
import { sheetRefusals } from './sheets.ts';
import { signingRefusals } from './signing.ts';

export type Sentence = (facts: Facts) => string;
export type Refusals = Readonly<Record<string, Sentence>>;

const SENTENCES: Refusals = {
  ...accessRefusals,
  ...peopleRefusals,
  ...messageRefusals,
  ...peopleAdminRefusals,
  ...editionRefusals,
  ...editionEditorRefusals,
  ...editionCheckRefusals,
  ...instrumentRefusals,
  ...rubricRefusals,
  ...catalogueRefusals,
  ...innovationRefusals,
  ...juryRefusals,
  ...assessmentRefusals,
  ...resultRefusals,
  ...regionRefusals,
  ...backupKeyRefusals,
  ...regionalIndexRefusals,
  ...regionKeyRefusals,
  ...benefitRefusals,
  ...sheetRefusals,
  ...checkRefusals,
  ...boardRefusals,
  ...limitRefusals,
  ...signingRefusals,
};

/** The sentence of a refusal. An unknown code is a fault of ours and says so. */
export function say(refusal: Refusal): string {
  const sentence = SENTENCES[refusal.code];
  return sentence === undefined ? `Permintaan ini tidak dapat dikerjakan (${refusal.code}). Sampaikan kode ini kepada sekretariat.` : sentence(refusal.facts);
}

export function hasWords(code: string): boolean {
  return code in SENTENCES;
}
