// What waits for the leader: signed results to certify, and what was certified.

import { certificationOf } from '../../actions/result/certification.ts';
import type { Category } from '../../domain/edition/category.ts';
import type { Finalist } from '../../domain/jury/panel.ts';
import { type Certification, resultState, signersMissing } from '../../domain/result/certificate.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { currentEdition, findCategories } from '../../store/edition.read.ts';
import { findFinalists } from '../../store/jury.read.ts';
import { findShownResult, type ResultVersion } from '../../store/result.read.ts';
import { plenaryTexts, RESULT_STATES } from '../../texts/id/result.ts';
import { errorOf, page, problemsOf, statusOf } from '../answer.tsx';
import { ResultTables } from '../committee/plenary-figures.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Tag } from '../ui/tag.tsx';

interface Waiting {
  readonly category: Category;
  readonly result: ResultVersion;
  readonly certification: Certification;
  readonly finalists: readonly Finalist[];
}

export async function showLeader(c: Ctx): Promise<Response> {
  return drawLeader(c, null);
}

export async function drawLeader(c: Ctx, refusal: Refusal | null): Promise<Response> {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const edition = await currentEdition(db, regionId, c.var.platform.now());
  const categories = edition === null ? [] : await findCategories(db, regionId, edition.editionId);
  const found = await Promise.all(
    categories.map(async (category): Promise<Waiting | null> => {
      const result = await findShownResult(db, regionId, category.categoryId);
      if (result === null) return null;
      return {
        category,
        result,
        certification: await certificationOf(db, regionId, result),
        finalists: await findFinalists(db, regionId, category.categoryId),
      };
    }),
  );
  const results = found.filter((one) => one !== null);
  return page(
    c,
    { title: 'Penetapan', current: paths.leader, error: refusal !== null },
    <div class="tumpuk ruang-6">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Yang menunggu penetapan Anda</h1>
      {results.length === 0 && <p class="utama">Belum ada hasil yang dihitung. Hasil muncul di sini sesudah pleno.</p>}
      {results.map((one) => (
        <ResultCard key={one.category.code} waiting={one} csrf={signedIn(c).csrf} year={edition?.year ?? 0} refusal={refusal} />
      ))}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

interface ResultCardProps {
  readonly waiting: Waiting;
  readonly csrf: string;
  readonly year: number;
  readonly refusal: Refusal | null;
}

function ResultCard({ waiting, csrf, year, refusal }: ResultCardProps) {
  const { category, result, certification, finalists } = waiting;
  const state = resultState(certification);
  return (
    <section class="tumpuk" aria-labelledby={`k-${category.code}`}>
      <div class="baris baris--jauh">
        <h2 id={`k-${category.code}`}>{category.name}</h2>
        <Tag state={state === 'signed' ? 'menunggu' : state === 'computed' ? 'proses' : 'selesai'}>{RESULT_STATES[state]}</Tag>
      </div>
      {state === 'computed' && <p>Masih menunggu {signersMissing(certification).length} tanda tangan. Angka dibuka sesudah semua menandatangani.</p>}
      {state !== 'computed' && <ResultTables result={result} finalists={finalists} summary />}
      {state !== 'computed' && (
        <p>
          Sidik hasil: <code class="sidik">{result.digest}</code>
        </p>
      )}
      {state === 'signed' && (
        <Form action={paths.plenaryAct(category.code, 'penetapan')} csrf={csrf} hidden={{ hasil: result.resultId }}>
          <Field
            name="sk"
            id={`sk-${category.code}`}
            label="Nomor keputusan"
            hint="Boleh diisi kemudian pada dokumen keputusan."
            optional
            maxLength={200}
            error={errorOf(refusal, 'sk')}
          />
          <p>Sistem menghitung ulang dari masukan yang dibekukan sebelum menetapkan.</p>
          <p>
            <Button kind="utama">{plenaryTexts.certify}</Button>
          </p>
        </Form>
      )}
      {state === 'published' && (
        <p>
          <a href={paths.result(year, category.code)}>Lihat halaman hasil</a>
        </p>
      )}
    </section>
  );
}
