// The index of this region (UX B15): the figure, what it is made of, what moves it, what threatens it, and a simulation.

import { usableCatalogues } from '../../actions/instrument/known-catalogues.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { type Catalogue, yearOfCode } from '../../platform/catalogues.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { say } from '../../texts/id/say.ts';
import { page, statusOf } from '../answer.tsx';
import { toLocalField } from '../local-time.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Chips } from '../ui/browsing.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Notice } from '../ui/notice.tsx';
import { Details, EmptyState } from '../ui/panels.tsx';
import { type IndexAddress, indexAddress, NOTHING_TRIED, readIndexAddress } from './iid-address.ts';
import { Headline, ThreeFigures, ThreeParts } from './iid-figures.tsx';
import { BasicServiceRisk, NextGains } from './iid-gains.tsx';
import { OtherRules, PortfolioTable } from './iid-innovations.tsx';
import { type IndexView, readIndexView } from './iid-view.ts';
import { WhatIfCard } from './iid-what-if.tsx';

export async function showIndex(c: Ctx): Promise<Response> {
  const address = readIndexAddress(c, yearNow(c));
  const found = await readIndexView(c, address);
  if (!found.ok) return drawWithoutRule(c, address, found.refusal, await usableCatalogues(c.var.platform.db, c.var.region.regionId));
  const view = found.value;
  return page(
    c,
    {
      title: `${view.simulation === null ? '' : 'SIMULASI · '}Indeks Inovasi Daerah ${view.year}`,
      current: paths.index,
      error: view.refusal !== null,
      ruleVersion: `Aturan ${view.rule.code}`,
      saved: `Data ${formatDateTime(c.var.platform.now(), zoneOf(c.var.region.zone))}`,
    },
    <div class="dua dua--lebar">
      <div class="tumpuk ruang-6">
        {view.innovations.length === 0 ? <Empty view={view} /> : <Figures view={view} address={address} isCommittee={signedIn(c).role === 'secretariat'} />}
      </div>
      <aside class="tumpuk ruang-5">
        <WhatIfCard view={view} address={address} />
        {view.innovations.length > 0 && <BasicServiceRisk view={view} />}
        <SpdCard view={view} />
        <RuleFacts view={view} />
        <p class="kecil redup jangan-cetak">Cetak halaman ini dari peramban (Ctrl+P). Simulasi ikut tercetak dengan kata SIMULASI.</p>
      </aside>
    </div>,
    view.refusal === null ? 200 : statusOf(view.refusal),
  );
}

/** The year on the region's calendar. */
export function yearNow(c: Ctx): number {
  return Number(toLocalField(c.var.platform.now(), zoneOf(c.var.region.zone)).slice(0, 4));
}

interface FiguresProps {
  readonly view: IndexView;
  readonly address: IndexAddress;
  readonly isCommittee: boolean;
}

function Figures({ view, address, isCommittee }: FiguresProps) {
  return (
    <>
      <div class="tumpuk">
        <Years catalogues={view.catalogues} address={address} />
        {view.indices[view.basis].maturity.size === 0 ? <NoneVerified view={view} /> : <Headline view={view} />}
      </div>
      <ThreeFigures view={view} address={address} />
      <ThreeParts view={view} />
      <NextGains view={view} isCommittee={isCommittee} />
      <div>
        <Details summary="Menurut ketentuan tahun lain">
          <OtherRules view={view} rules={new Map(view.catalogues.map(({ code, rule }) => [code, rule]))} />
        </Details>
        <div id="portofolio" class="jangan-cetak">
          <Details summary={`Inovasi yang dihitung (${view.innovations.length})`} open={address.page > 1}>
            <PortfolioTable view={view} address={address} />
          </Details>
        </div>
      </div>
    </>
  );
}

/** Years a figure could be asked for: those a whole rule knows, and those whose rule lacks something. */
function Years({ catalogues, address }: { readonly catalogues: readonly Catalogue[]; readonly address: IndexAddress }) {
  const ruled = catalogues.flatMap(({ code, rule }) => (rule.ok ? [...rule.value.years.keys()].filter((year) => year >= rule.value.year) : [yearOfCode(code)]));
  const years = [...new Set(ruled)].sort();
  return (
    <Chips
      label="Tahun indeks"
      places={years.map((year) => ({
        href: indexAddress({ ...address, year, page: 1, whatIf: NOTHING_TRIED }),
        label: String(year),
        current: year === address.year,
      }))}
    />
  );
}

function NoneVerified({ view }: { readonly view: IndexView }) {
  return (
    <section class="tumpuk">
      <h1>Indeks Inovasi Daerah {view.year}, sementara</h1>
      <Notice kind="info">Belum ada inovasi yang selesai diverifikasi, jadi belum ada indeks terverifikasi. Lihat angka berbukti di bawah.</Notice>
    </section>
  );
}

function Empty({ view }: { readonly view: IndexView }) {
  return (
    <>
      <h1>Indeks Inovasi Daerah {view.year}</h1>
      <EmptyState title="Belum ada data tahun ini.">Indeks muncul setelah ada usulan yang disetujui kepala perangkat daerah.</EmptyState>
    </>
  );
}

function drawWithoutRule(c: Ctx, address: IndexAddress, refusal: Refusal, catalogues: readonly Catalogue[]): Response {
  return page(
    c,
    { title: `Indeks Inovasi Daerah ${address.year}`, current: paths.index },
    <div class="baca tumpuk">
      <Years catalogues={catalogues} address={address} />
      <h1>Indeks Inovasi Daerah {address.year} tidak dapat dihitung</h1>
      <Notice kind="awas">{say(refusal)}</Notice>
      <p>
        <ButtonLink kind="netral" href={paths.index}>
          Ke indeks tahun ini
        </ButtonLink>
      </p>
    </div>,
  );
}

function SpdCard({ view }: { readonly view: IndexView }) {
  const filled = view.rule.spd.filter(({ code }) => (view.spd.rows[code]?.level ?? null) !== null).length;
  const open = view.rule.spd.length - filled;
  return (
    <section class="kartu tumpuk jangan-cetak" aria-labelledby="spd-judul">
      <h2 id="spd-judul">Level SPD daerah</h2>
      <p>
        {filled} dari {view.rule.spd.length} baris terisi. {open > 0 && 'Baris yang belum terisi dihitung 0. '}Isian daerah sendiri, bukan hasil verifikasi.
      </p>
      <p class="jangan-cetak">
        <ButtonLink kind="netral" href={paths.spd(view.year)}>
          Buka level SPD
        </ButtonLink>
      </p>
    </section>
  );
}

function RuleFacts({ view }: { readonly view: IndexView }) {
  const index = view.indices[view.basis];
  return (
    <DefinitionList
      dense
      rows={[
        { term: 'Aturan', value: view.rule.code },
        { term: 'Dasar', value: view.rule.legalSource },
        { term: 'Pembagi', value: `paling kecil ${index.terms.divisor}` },
        { term: 'Inovasi dihitung', value: String(index.maturity.size) },
      ]}
    />
  );
}
