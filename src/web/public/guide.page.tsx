import { maxPoints } from '../../domain/instrument/points.ts';
import { weightSum } from '../../domain/instrument/weights.ts';
import { type WorkedExample, workedExample } from '../../domain/publication/worked-example.ts';
import type { Outcome } from '../../domain/shared/outcome.ts';
import { toText } from '../../domain/shared/rational.ts';
import { listCategorySettings } from '../../store/edition.read.ts';
import { formatDecimal } from '../../texts/id/format.ts';
import { exampleSteps, guideTexts, termsOf } from '../../texts/id/guide.ts';
import { rubricInWords, rulesInWords, shareInWords } from '../../texts/id/rules.ts';
import { notFound, page } from '../answer.tsx';
import { EditionTabs, editionAsked } from '../edition-asked.tsx';
import { instrumentHere } from '../instrument-here.ts';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Contact } from '../ui/contact.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Details, EmptyState, Trace } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';

export async function showGuide(c: Ctx): Promise<Response> {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const asked = await editionAsked(c);
  const { edition } = asked;
  if (asked.shown.length === 0)
    return page(
      c,
      { title: 'Pedoman', current: paths.guide },
      <EmptyState title="Belum ada pedoman">Pedoman mengikuti edisi yang dibuat sekretariat.</EmptyState>,
    );
  if (edition === null) return notFound(c);
  const categories = await listCategorySettings(db, regionId, edition.editionId);
  const instrument = await instrumentHere(c, edition.instrument);
  return page(
    c,
    { title: 'Pedoman', current: paths.guide },
    <div class="tumpuk">
      <h1>
        {guideTexts.title} {edition.name}
      </h1>
      <EditionTabs asked={asked} pathOf={paths.guideOf} />
      <p class="utama baca">{guideTexts.lead}</p>
      <Contact text={edition.texts.contact?.trim() || c.var.region.contact} />
      <Details summary={guideTexts.terms} open>
        <DefinitionList rows={termsOf(categories.flatMap(({ rules }) => rules ?? []))} />
      </Details>
      <div class="kolom2">
        {categories.map(({ categoryId, code, name, rules, rulesVersion, rubric, rubricVersion }) => (
          <section class="tumpuk" key={categoryId}>
            <h2>{name}</h2>
            {rules !== null && (
              <>
                <p class="redup">Ketentuan versi {rulesVersion}</p>
                <ul>
                  {rulesInWords(rules, rubric, instrument).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </>
            )}
            {rubric !== null && (
              <>
                <Table
                  label={`Rubrik juri ${name}`}
                  caption={`Rubrik juri versi ${rubricVersion}, jumlah bobot ${formatDecimal(toText(weightSum(rubric)))}`}
                  columns={[
                    { key: 'name', label: 'Kriteria', heading: true },
                    { key: 'weight', label: 'Bobot', numeric: true },
                    { key: 'share', label: 'Bagian', numeric: true },
                    { key: 'scale', label: 'Skala' },
                  ]}
                  rows={rubric.criteria.map((criterion) => ({
                    id: `${code}-${criterion.code}`,
                    cells: {
                      name: criterion.name,
                      weight: formatDecimal(criterion.weight),
                      share: shareInWords(rubric, criterion.code),
                      scale: criterion.levels?.map((level) => `${level.points} = ${level.label}`).join(', ') ?? `${criterion.min} sampai ${criterion.max}`,
                    },
                  }))}
                />
                <ul>
                  {rubricInWords(rubric).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </>
            )}
            {rules !== null && rubric !== null && <Example example={workedExample(rules, rubric, maxPoints(instrument))} />}
            <Prizes places={edition.prizes[code] ?? []} />
          </section>
        ))}
      </div>
      <section class="tumpuk">
        <h2>{guideTexts.indicators(instrument.year)}</h2>
        <p class="baca">
          {guideTexts.points} {guideTexts.source(instrument.legalSource)}
        </p>
        <div class="kolom2">
          {[0, HALF].map((from) => (
            <div key={from} class="tumpuk">
              {instrument.sid.slice(from, from + HALF).map((indicator, index) => (
                <Details
                  key={indicator.code}
                  summary={`${from + index + 1}. ${indicator.name} · bobot ${formatDecimal(indicator.weight)}${indicator.mandatory ? ' · wajib' : ''}`}
                >
                  <ol>
                    {indicator.levels.map((level) => (
                      <li key={level.level}>{level.label}</li>
                    ))}
                  </ol>
                  <p class="redup">Bukti: {indicator.evidence}</p>
                </Details>
              ))}
            </div>
          ))}
        </div>
      </section>
    </div>,
  );
}

/** How many indicators stand in each of the two columns. */
const HALF = 10;

function Example({ example }: { readonly example: Outcome<WorkedExample> }) {
  if (!example.ok) return null;
  const { lines, note } = exampleSteps(example.value);
  return <Trace summary={guideTexts.example} lines={lines} note={[guideTexts.exampleNote, note].filter(Boolean).join(' ')} />;
}

function Prizes({ places }: { readonly places: readonly string[] }) {
  if (places.length === 0) return null;
  return (
    <>
      <h3>Hadiah</h3>
      <ol>
        {places.map((prize) => (
          <li key={prize}>{prize}</li>
        ))}
      </ol>
    </>
  );
}
