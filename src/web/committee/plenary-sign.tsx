// Who stands for the result: by signature with a key, or by a statement, each named as what it is.

import type { Finalist } from '../../domain/jury/panel.ts';
import { firstPlaces } from '../../domain/result/first-places.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import type { ResultVersion } from '../../store/result.read.ts';
import { formatDateTime, shortCode, zoneOf } from '../../texts/id/format.ts';
import { plenaryTexts } from '../../texts/id/result.ts';
import { sureTexts } from '../../texts/id/said.ts';
import { attestedWords, CAPACITY_WORDS, signingKeyTexts, signingTexts } from '../../texts/id/signing.ts';
import { AttestForm, ownKeysFor } from '../attest-form.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Signatures } from '../ui/seal.tsx';
import type { PlenaryData } from './plenary-data.ts';

interface SignPartProps {
  readonly data: PlenaryData;
  readonly c: Ctx;
  readonly refusal: Refusal | null;
}

export async function signPart({ data, c, refusal }: SignPartProps) {
  const { result, certification, category, edition } = data;
  if (result === null || certification === null) return null;
  const { actor } = signedIn(c);
  const zone = zoneOf(c.var.region.zone);
  const people = new Map(data.panel.map((juror) => [juror.personId, juror]));
  const signers = certification.needed.map((signer) => {
    const signature = result.signatures.find(({ personId }) => personId === signer.personId);
    return {
      name: people.get(signer.personId)?.name ?? '',
      role: CAPACITY_WORDS[signer.capacity],
      ...(signature ? { done: `${attestedWords(signature)}, ${formatDateTime(signature.signedAt, zone)}`, byKey: signature.assertion !== null } : {}),
    };
  });
  const mine = certification.needed.find((one) => one.personId === actor.personId);
  const waits = mine !== undefined && !certification.signedBy.includes(actor.personId);
  const canSign = waits && certification.unresolved.length === 0 && (data.state === 'computed' || data.state === 'signed');
  const { version, digest } = result;
  return (
    <section class="tumpuk" aria-labelledby="pernyataan">
      <h2 id="pernyataan">{signingTexts.part}</h2>
      <p>
        {plenaryTexts.resultCode(version)}: <b class="angka">{shortCode(digest)}</b>
        <br />
        <small class="redup">
          Sidik lengkapnya <code class="sidik">{digest}</code>
        </small>
      </p>
      {canSign && (
        <>
          <FirstPlaces result={result} finalists={data.finalists} />
          <AttestForm
            c={c}
            keys={await ownKeysFor(c, { category: category.categoryId, version, digest, capacity: mine.capacity, act: 'sign' })}
            action={paths.plenaryAct(edition.year, category.code, 'pernyataan')}
            hidden={{ hasil: result.resultId, sidik: digest }}
            refusal={refusal}
            sure={sureTexts}
            button={signingTexts}
          />
          <p class="kecil redup">{signingTexts.sent}</p>
        </>
      )}
      {waits && certification.unresolved.length > 0 && <p class="redup">{signingTexts.waitsForTie}</p>}
      <Signatures signers={signers} />
      {(data.isSecretariat || data.isChair) && (
        <p>
          <a href={paths.signingKeysOf(edition.year)}>{signingKeyTexts.listTitle(edition.year)}</a>
        </p>
      )}
    </section>
  );
}

/** What a signer compares with the screen in the hall: places and names, no figure. */
export function FirstPlaces({ result, finalists }: { readonly result: ResultVersion; readonly finalists: readonly Finalist[] }) {
  const names = new Map(finalists.map(({ registrationNumber, name }) => [registrationNumber, name]));
  return (
    <div class="tumpuk ruang-2">
      <h3>{signingTexts.places}</h3>
      <ol>
        {firstPlaces(result.body).map(({ rank, id }) => (
          <li key={id} value={rank}>
            {names.get(id) ?? id}
          </li>
        ))}
      </ol>
      <p class="redup">{signingTexts.compare}</p>
    </div>
  );
}
