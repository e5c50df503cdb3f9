// The plenary of a category: states of the sheets, then the figures, ties, signatures, publication.

import type { Category } from '../../domain/edition/category.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import { may } from '../../domain/people/permissions.ts';
import type { Actor } from '../../domain/people/role.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { listCategories, listShownEditions } from '../../store/edition.read.ts';
import { findCard } from '../../store/result-card.read.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { plenaryTexts, RESULT_STATES, sheetListTexts } from '../../texts/id/result.ts';
import { sureTexts } from '../../texts/id/said.ts';
import { notFound, page, problemsOf, statusOf } from '../answer.tsx';
import type { Form as Typed } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Sure } from '../sure.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Robustness } from '../ui/robustness.tsx';
import { Tag } from '../ui/tag.tsx';
import { type PlenaryData, plenaryOf } from './plenary-data.ts';
import { ResultTables } from './plenary-figures.tsx';
import { SheetStates } from './plenary-sheets.tsx';
import { signPart } from './plenary-sign.tsx';
import { OpenTies } from './plenary-ties.tsx';

export async function listPlenaries(c: Ctx): Promise<Response> {
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const editions = await listShownEditions(db, regionId, now());
  const ids = editions.map(({ editionId }) => editionId);
  const categories = (await listCategories(db, regionId, ids)).filter((category) => mayAttend(signedIn(c).actor, category));
  const ofEdition = ({ editionId }: Edition) => categories.filter((category) => category.editionId === editionId);
  const attended = editions.filter((edition) => ofEdition(edition).length > 0);
  const only = attended.length > 1 ? undefined : (attended[0] ?? editions[0]);
  const title = only === undefined ? 'Pleno' : `Pleno ${only.year}`;
  return page(
    c,
    { title, current: paths.plenaries },
    <div class="baca tumpuk">
      <h1>{title}</h1>
      {attended.map((edition) => (
        <section class="tumpuk" key={edition.year} aria-label={String(edition.year)}>
          {only === undefined && <h2>{edition.year}</h2>}
          <ul class="tugas">
            {ofEdition(edition).map((category) => (
              <li key={category.code}>
                <a href={paths.plenary(edition.year, category.code)}>
                  <span class="tugas__nama">{category.name}</span>
                  <span class="redup">Buka</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>,
  );
}

/** The secretariat sees every plenary, a juror only those of the own panels. */
function mayAttend(actor: Actor, { editionId, categoryId }: Category): boolean {
  return may(actor, 'result.publish', { editionId, categoryId }).ok || may(actor, 'sheet.score', { editionId, categoryId }).ok;
}

export async function showPlenary(c: Ctx): Promise<Response> {
  return drawPlenary(c, null);
}

/** The page with what was refused on top; nothing has changed. */
export async function drawPlenary(c: Ctx, refusal: Refusal | null, typed: Typed | null = null): Promise<Response> {
  const data = await plenaryOf(c, c.req.param('category') ?? '');
  if (data === null) return notFound(c);
  const { category, edition, result, state } = data;
  const shows = data.leads && data.opened;
  return page(
    c,
    {
      title: `Pleno ${category.name} ${edition.year}`,
      current: paths.plenaries,
      year: edition.year,
      error: refusal !== null,
      roleContext: category.name,
      islands: ['passkey'],
    },
    <div class="tumpuk ruang-6">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <div class="baris baris--jauh">
        <h1>
          Pleno {category.name} {edition.year}
        </h1>
        <Tag state={state === 'published' ? 'selesai' : state === 'certified' ? 'terkunci' : 'menunggu'}>
          {state === null ? 'Belum dihitung' : RESULT_STATES[state]}
        </Tag>
      </div>
      {!data.opened && <NotOpen data={data} zone={c.var.region.zone} />}
      {data.opened && !data.leads && <Notice kind="info">{result === null ? plenaryTexts.jurorWaits : plenaryTexts.jurorView}</Notice>}
      {shows && <ComputeForm data={data} csrf={signedIn(c).csrf} />}
      {shows && result && <ResultTables result={result} finalists={data.finalists} />}
      {shows && result && (
        <p>
          <a href={paths.plenarySheets(edition.year, category.code)} download>
            {sheetListTexts.download}
          </a>
        </p>
      )}
      {shows && result && (
        <Robustness
          card={await findCard(c.var.platform.db, c.var.region.regionId, result.resultId)}
          names={new Map(data.finalists.map((one) => [one.registrationNumber, one.name]))}
          criteria={result.inputs.rubric.criteria}
          {...(data.isChair ? { jurors: new Map(data.panel.map((juror) => [juror.code, juror.name])) } : {})}
        />
      )}
      {shows && result && <OpenTies data={data} result={result} csrf={signedIn(c).csrf} typed={typed} />}
      {data.opened && result && (await signPart({ data, c, refusal }))}
      {shows && data.isSecretariat && state === 'certified' && <PublishForm data={data} csrf={signedIn(c).csrf} refusal={refusal} />}
      {state === 'published' && (
        <Notice kind="sukses">
          <p>
            Hasil sudah diumumkan. <a href={paths.result(edition.year, category.code)}>Lihat halaman hasil</a>
          </p>
        </Notice>
      )}
      {(data.isSecretariat || data.isChair) && (
        <SheetStates data={data} csrf={signedIn(c).csrf} refused={typed && { act: c.req.path.split('/').at(-1) ?? '', typed, refusal }} />
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function NotOpen({ data, zone }: { readonly data: PlenaryData; readonly zone: string }) {
  const when = data.opensAt === null ? '' : ` Dibuka ${formatDateTime(data.opensAt, zoneOf(zone))}.`;
  return <Notice kind="segel" title="Pleno belum dibuka">{`${data.leads ? plenaryTexts.notOpen : plenaryTexts.jurorNotOpen}${when}`}</Notice>;
}

interface PartProps {
  readonly data: PlenaryData;
  readonly csrf: string;
}

function ComputeForm({ data, csrf }: PartProps) {
  if (data.state === 'certified' || data.state === 'published') return null;
  return (
    <Form action={paths.plenaryAct(data.edition.year, data.category.code, 'hitung')} csrf={csrf}>
      <p>
        <Button kind={data.result === null ? 'utama' : 'netral'}>{data.result === null ? plenaryTexts.compute : plenaryTexts.computeAgain}</Button>
      </p>
      {data.result && <p class="redup">Versi {data.result.version}. Masukan yang sama menghasilkan versi dan sidik yang sama.</p>}
    </Form>
  );
}

function PublishForm({ data, csrf, refusal }: PartProps & { readonly refusal: Refusal | null }) {
  if (data.result === null) return null;
  return (
    <Form action={paths.plenaryAct(data.edition.year, data.category.code, 'pengumuman')} csrf={csrf} hidden={{ hasil: data.result.resultId }}>
      <p>Halaman umum menampilkan nilai akhir, nilai juri, nilai meja, rata-rata per kriteria, dan peringkat. Lembar dan nama juri tidak ikut.</p>
      <Sure label={sureTexts.publish} refusal={refusal} />
      <p>
        <Button kind="utama">{plenaryTexts.publish}</Button>
      </p>
    </Form>
  );
}
