// The receipt of a sealed sheet, for its own juror: a code to keep as picture, print, copy or message. It shows no score.

import { groupedCode } from '../../domain/proof/check-code.ts';
import { isId } from '../../domain/shared/ids.ts';
import { drawQr } from '../../platform/qr.ts';
import { findEntryHead, findOwnSheet } from '../../store/assessment-sheet.read.ts';
import { listOwnReceipts, type OwnReceipt } from '../../store/proof-receipt.read.ts';
import { receiptTexts } from '../../texts/id/check.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { juryTexts } from '../../texts/id/jury.ts';
import { notFound, page } from '../answer.tsx';
import { ownAddress, whatsAppWith } from '../own-address.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Details } from '../ui/panels.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { SealCard } from '../ui/seal.tsx';

export async function showSheetReceipt(c: Ctx): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const { personId } = signedIn(c).actor;
  const sheet = isId(id) ? await findOwnSheet(db, regionId, id, personId) : null;
  const head = sheet === null ? null : await findEntryHead(db, regionId, sheet.entryId);
  if (sheet === null || head === null) return notFound(c);
  const receipts = await listOwnReceipts(db, regionId, sheet.sheetId, personId);
  const newest = sheet.state === 'sealed' ? receipts.find(({ digest }) => digest === sheet.digest) : undefined;
  if (sheet.state !== 'sealed' && receipts.length === 0) return notFound(c);
  return page(
    c,
    {
      title: `${receiptTexts.title}: ${head.name}`,
      islands: ['hand-out'],
      back: { href: paths.jury, label: juryTexts.list },
      roleContext: `menilai ${head.name}`,
    },
    <div class="baca tumpuk ruang-5">
      <h1>{receiptTexts.title}</h1>
      <p class="redup">
        {head.name} · {head.agencyName} · {head.registrationNumber}
      </p>
      {newest === undefined && sheet.digest !== null && (
        <SealCard title={receiptTexts.title} digest={sheet.digest}>
          <p>{receiptTexts.none}</p>
        </SealCard>
      )}
      {newest !== undefined && <Kept c={c} receipt={newest} number={head.registrationNumber} />}
      <Older receipts={receipts.filter((one) => one !== newest)} zone={c.var.region.zone} />
      <p class="baris jangan-cetak">
        <ButtonLink href={paths.jury}>{receiptTexts.next}</ButtonLink>
        <ButtonLink kind="netral" href={paths.sheet(sheet.sheetId)}>
          {receiptTexts.toSheet}
        </ButtonLink>
      </p>
    </div>,
  );
}

function Kept({ c, receipt, number }: { readonly c: Ctx; readonly receipt: OwnReceipt; readonly number: string }) {
  const code = groupedCode(receipt.code);
  const address = ownAddress(c, paths.checkCode(code));
  const at = formatDateTime(receipt.sealedAt, zoneOf(c.var.region.zone));
  const words = receiptTexts.words({ region: c.var.region.name, number, code, digest: receipt.digest, at, address });
  return (
    <>
      <p class="utama">{receiptTexts.lead}</p>
      <SealCard
        title={receiptTexts.title}
        code={code}
        digest={receipt.digest}
        rows={[
          { term: receiptTexts.entry, value: number },
          { term: receiptTexts.sealed, value: at },
        ]}
      >
        <QrCode drawing={drawQr(address)} label={receiptTexts.qr} />
      </SealCard>
      <div class="tumpuk jangan-cetak">
        <Field kind="textarea" name="tanda-terima" label={receiptTexts.share} rows={9} value={words} readOnly />
        <p class="baris">
          <span data-salin="tanda-terima" />
          <ButtonLink kind="netral" icon="bagi" href={whatsAppWith(words)}>
            {receiptTexts.whatsApp}
          </ButtonLink>
          <PrintButton />
        </p>
      </div>
    </>
  );
}

function Older({ receipts, zone }: { readonly receipts: readonly OwnReceipt[]; readonly zone: string }) {
  if (receipts.length === 0) return null;
  return (
    <Details summary={receiptTexts.older}>
      <p>{receiptTexts.olderLead}</p>
      <ul>
        {receipts.map(({ code, sealedAt }) => (
          <li key={code}>
            <a href={paths.checkCode(groupedCode(code))}>{groupedCode(code)}</a>, {formatDateTime(sealedAt, zoneOf(zone))}
          </li>
        ))}
      </ul>
    </Details>
  );
}
