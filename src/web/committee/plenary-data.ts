// What a plenary page may show to whom: states always, figures only to those who lead the plenary and only once it has opened.

import { certificationOf } from '../../actions/result/certification.ts';
import type { Category } from '../../domain/edition/category.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import { hasOpened } from '../../domain/edition/stage.ts';
import type { Finalist, PanelJuror } from '../../domain/jury/panel.ts';
import { may } from '../../domain/people/permissions.ts';
import type { Actor } from '../../domain/people/role.ts';
import { type Certification, type ResultState, resultState } from '../../domain/result/certificate.ts';
import { listStandings, type SheetStanding } from '../../store/assessment-sheet.read.ts';
import { findCategoryByCode, findStages } from '../../store/edition.read.ts';
import { findFinalists, findPanel, findRecusals } from '../../store/jury.read.ts';
import { findShownResult, type ResultVersion } from '../../store/result.read.ts';
import { editionAsked } from '../edition-asked.tsx';
import { type Ctx, signedIn } from '../request.ts';

export interface PlenaryData {
  readonly edition: Edition;
  readonly category: Category;
  readonly opened: boolean;
  readonly opensAt: string | null;
  readonly panel: readonly PanelJuror[];
  readonly finalists: readonly Finalist[];
  readonly standings: readonly SheetStanding[];
  readonly recused: ReadonlySet<string>;
  readonly result: ResultVersion | null;
  readonly certification: Certification | null;
  readonly state: ResultState | null;
  /** Leads the plenary: secretariat or chair. A juror who is not the chair never sees figures here. */
  readonly leads: boolean;
  readonly isChair: boolean;
  readonly isSecretariat: boolean;
}

/** What a person is in the plenary of a category. A member of the secretariat who sits on the panel does not lead it. */
export function partIn(actor: Actor, { editionId, categoryId }: Pick<Category, 'editionId' | 'categoryId'>, panel: readonly PanelJuror[]) {
  const own = panel.find((juror) => juror.personId === actor.personId);
  const isSecretariat = may(actor, 'result.publish', { editionId, categoryId }).ok;
  const isChair = own?.isChair === true && may(actor, 'result.decide', { editionId, categoryId }).ok;
  return { isSecretariat, isChair, isJuror: own !== undefined, leads: isChair || (isSecretariat && own === undefined) };
}

/** The plenary of a category of the edition asked for, for this visitor; null when it is not theirs. */
export async function plenaryOf(c: Ctx, code: string): Promise<PlenaryData | null> {
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const { actor } = signedIn(c);
  const { edition } = await editionAsked(c);
  const category = edition === null ? null : await findCategoryByCode(db, regionId, edition.year, code);
  if (edition === null || category === null) return null;
  const panel = await findPanel(db, regionId, category.categoryId);
  const { isSecretariat, isChair, isJuror, leads } = partIn(actor, category, panel);
  if (!isSecretariat && !isJuror) return null;
  const stages = await findStages(db, regionId, edition.editionId);
  const recusals = await findRecusals(db, regionId, category.categoryId);
  const result = await findShownResult(db, regionId, category.categoryId);
  const certification = result === null ? null : await certificationOf(db, regionId, result);
  return {
    edition,
    category,
    opened: hasOpened(stages, 'plenary', now()),
    opensAt: stages.find((stage) => stage.kind === 'plenary')?.opensAt ?? null,
    panel,
    finalists: await findFinalists(db, regionId, category.categoryId),
    standings: await listStandings(db, regionId, category.categoryId),
    recused: new Set(recusals.map((one) => `${one.personId} ${one.entryId}`)),
    result,
    certification,
    state: certification === null ? null : resultState(certification),
    leads,
    isChair,
    isSecretariat,
  };
}
