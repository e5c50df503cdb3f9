// The signing keys of an edition, to print before the presentation: who signs, with which key, and the digest of each list. A late key is confirmed here.

import { perform } from '../../actions/perform.ts';
import { keyListOf } from '../../actions/proof/category-keys.ts';
import { confirmKey } from '../../actions/proof/signing-keys.ts';
import type { Category } from '../../domain/edition/category.ts';
import { may } from '../../domain/people/permissions.ts';
import { isAfterOpening, keyListDigest } from '../../domain/proof/key-list.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import type { Instant } from '../../domain/shared/time.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { findCategories } from '../../store/edition.read.ts';
import { type CategorySigner, findSigningPlace, listCategorySigners } from '../../store/signing-key.read.ts';
import { formatDayMonthYear, shortCode, zoneOf } from '../../texts/id/format.ts';
import { CAPACITY_WORDS, signingKeyTexts } from '../../texts/id/signing.ts';
import { notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { keyCode, keyState } from '../key-words.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Form } from '../ui/form.tsx';
import { Table } from '../ui/table.tsx';
import { editionHere } from './committee-view.ts';

export function showKeyLists(c: Ctx): Promise<Response> {
  return draw(c, null);
}

export async function confirmKeyHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const edition = await editionHere(c);
  if (edition === null) return notFound(c);
  const by = await provenWho(c, form);
  const credentialId = form.text('kunci');
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => confirmKey(act, { credentialId })) : by;
  return outcome.ok ? seeOther(c, paths.signingKeysOf(edition.year), ['key-confirmed', keyCode(credentialId)]) : draw(c, outcome.refusal);
}

interface KeyLists {
  readonly category: Category;
  readonly signers: readonly CategorySigner[];
  readonly opensAt: Instant | null;
  readonly digest: string;
}

async function listsOf(c: Ctx, editionId: string): Promise<readonly KeyLists[]> {
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const { actor } = signedIn(c);
  const categories = (await findCategories(db, regionId, editionId)).filter(
    ({ categoryId }) => may(actor, 'signing-key.confirm', { editionId, categoryId }).ok,
  );
  return Promise.all(
    categories.map(async (category) => {
      const { categoryId } = category;
      const [place, signers, list] = await Promise.all([
        findSigningPlace(db, regionId, categoryId),
        listCategorySigners(db, regionId, categoryId, now()),
        keyListOf(db, regionId, categoryId, now()),
      ]);
      return { category, signers, opensAt: place?.opensAt ?? null, digest: list === null ? '' : keyListDigest(list, sha256Hex) };
    }),
  );
}

async function draw(c: Ctx, refusal: Refusal | null): Promise<Response> {
  const edition = await editionHere(c);
  if (edition === null) return notFound(c);
  const title = signingKeyTexts.listTitle(edition.year);
  return page(
    c,
    { title, year: edition.year, error: refusal !== null },
    <div class="tumpuk ruang-6">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{title}</h1>
      <p class="utama baca">{signingKeyTexts.listLead}</p>
      {(await listsOf(c, edition.editionId)).map((list) => (
        <CategoryKeys key={list.category.code} c={c} list={list} refusal={refusal} year={edition.year} />
      ))}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

interface CategoryKeysProps {
  readonly c: Ctx;
  readonly list: KeyLists;
  readonly year: number;
  readonly refusal: Refusal | null;
}

function CategoryKeys({ c, list: { category, signers, opensAt, digest }, year, refusal }: CategoryKeysProps) {
  const waiting = signers.filter(
    ({ personId, key }) =>
      key !== null && key.endedAt === null && key.confirmedAt === null && isAfterOpening(key.enrolledAt, opensAt) && personId !== signedIn(c).actor.personId,
  );
  return (
    <section class="tumpuk" aria-labelledby={`k-${category.code}`}>
      <h2 id={`k-${category.code}`}>{category.name}</h2>
      <Table
        label={`${signingKeyTexts.title} ${category.name}`}
        columns={[
          { key: 'person', label: 'Nama', heading: true },
          { key: 'code', label: 'Kode kunci' },
          { key: 'note', label: 'Keterangan' },
        ]}
        rows={signers.map((signer) => ({
          id: `${category.code}-${signer.key?.credentialId ?? signer.personId}`,
          cells: {
            person: (
              <>
                {signer.person}
                <small>{CAPACITY_WORDS[signer.capacity]}</small>
              </>
            ),
            code: signer.key === null ? '–' : <b class="angka">{keyCode(signer.key.credentialId)}</b>,
            note: <KeyNote c={c} signer={signer} opensAt={opensAt} />,
          },
        }))}
      />
      <p>
        {signingKeyTexts.digest}: <b class="angka">{shortCode(digest)}</b>
        <br />
        <code class="sidik">{digest}</code>
      </p>
      {waiting.map(({ person, key }) => (
        <Form
          key={key?.credentialId ?? ''}
          action={`${paths.signingKeysOf(year)}/konfirmasi`}
          csrf={signedIn(c).csrf}
          hidden={{ kunci: key?.credentialId ?? '' }}
          label={`${signingKeyTexts.confirm} ${person}`}
        >
          <p>
            <b>{person}</b>, kode <b class="angka">{keyCode(key?.credentialId ?? '')}</b>. {signingKeyTexts.confirmLead}
          </p>
          <ProofField c={c} refusal={refusal} id={`bukti-${category.code}-${keyCode(key?.credentialId ?? '')}`} />
          <p>
            <Button kind="netral">{signingKeyTexts.confirm}</Button>
          </p>
        </Form>
      ))}
    </section>
  );
}

function KeyNote({ c, signer: { key }, opensAt }: { readonly c: Ctx; readonly signer: CategorySigner; readonly opensAt: Instant | null }) {
  if (key === null) return <>{signingKeyTexts.noKey}</>;
  const isLate = isAfterOpening(key.enrolledAt, opensAt);
  const notes = [
    `sejak ${formatDayMonthYear(key.enrolledAt, zoneOf(c.var.region.zone))}`,
    isLate ? signingKeyTexts.afterOpening : '',
    key.confirmedBy === null ? '' : signingKeyTexts.confirmedBy(key.confirmedBy),
    key.endedAt === null ? keyState(key, isLate) : `${keyState(key, isLate)}: ${key.endReason}`,
  ];
  return <>{notes.filter(Boolean).join('; ')}</>;
}
