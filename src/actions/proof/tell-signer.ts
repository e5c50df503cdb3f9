// Tells a signer what they have just put their name to: the first three places and the code, so that another signature got by deceit is noticed.

import { firstPlaces } from '../../domain/result/first-places.ts';
import { findCategory, findEdition } from '../../store/edition.read.ts';
import { findFinalists } from '../../store/jury.read.ts';
import type { ResultVersion } from '../../store/result.read.ts';
import { tell } from '../people/tell.ts';
import type { Act } from '../perform.ts';
import type { Attested } from './attest.ts';

export async function tellSigner(act: Act, result: ResultVersion, { assertion }: Attested): Promise<void> {
  const { tx, regionId } = act;
  const category = await findCategory(tx, regionId, result.categoryId);
  const edition = category === null ? null : await findEdition(tx, regionId, category.editionId);
  const names = new Map((await findFinalists(tx, regionId, result.categoryId)).map(({ registrationNumber, name }) => [registrationNumber, name]));
  const places = firstPlaces(result.body).map(({ rank, id }) => `${rank}. ${names.get(id) ?? id}`);
  const facts = {
    category: category?.name ?? '',
    categoryCode: category?.code ?? '',
    year: edition?.year ?? 0,
    version: result.version,
    digest: result.digest,
    way: assertion === null ? 'statement' : 'signature',
    places,
  };
  await tell(act, [{ kind: 'result-signed', personId: act.actor.personId, aboutId: result.resultId, facts }]);
}
