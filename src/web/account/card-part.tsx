// The printed card of codes on the page of the second factor, and its receipt on paper.

import type { Refusal } from '../../domain/shared/outcome.ts';
import type { FactorState } from '../../store/people-factor.read.ts';
import { cardTexts } from '../../texts/id/access.ts';
import { formatDayMonthYear, formatWhole } from '../../texts/id/format.ts';
import { paths } from '../paths.ts';
import { ProofField } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Form } from '../ui/form.tsx';

interface CardProps {
  readonly c: Ctx;
  readonly factors: FactorState;
  readonly refusal: Refusal | null;
}

export function CardPart({ c, factors, refusal }: CardProps) {
  const { cardSince, codesLeft } = factors;
  return (
    <section class="tumpuk" aria-labelledby="kartu-kode">
      <h2 id="kartu-kode">{cardTexts.title}</h2>
      <p>{cardSince === null ? cardTexts.lead : cardTexts.since(formatDayMonthYear(cardSince), formatWhole(codesLeft))}</p>
      <Form action={paths.codeCard} csrf={signedIn(c).csrf} label={cardTexts.title}>
        <ProofField c={c} refusal={refusal} id="bukti-kartu" />
        <p class="baris">
          <Button>{cardSince === null ? cardTexts.make : cardTexts.anew}</Button>
          {cardSince !== null && factors.timeCodeSince === null && (
            <Button kind="bahaya" formAction={`${paths.secondFactor}/lepas`}>
              Lepas pengaman kedua
            </Button>
          )}
        </p>
      </Form>
    </section>
  );
}

/** What is signed when the card is handed over. */
export function Receipt({ name }: { readonly name: string }) {
  return (
    <>
      <DefinitionList
        dense
        rows={[
          { term: cardTexts.owner, value: name },
          { term: cardTexts.signature, value: '________________________' },
        ]}
      />
      <p>{cardTexts.received}</p>
    </>
  );
}
