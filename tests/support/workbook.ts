// Spreadsheets as offices send them: whole ones by the writer, broken ones put together by hand.

import { crc32, deflateRawSync } from 'node:zlib';
import { type Cell, type MergeRange, writeXlsx } from 'hucre/xlsx';

type Value = string | number | boolean | Date | null;

export interface SheetWish {
  readonly name?: string;
  readonly rows: readonly (readonly Value[])[];
  /** `row,column` from 0. */
  readonly cells?: Readonly<Record<string, Partial<Cell>>>;
  readonly merges?: readonly string[];
}

/** An XLSX file of the sheets. Merges are written as people write them: `A2:A3`. */
export async function workbook(sheets: readonly SheetWish[], dateSystem: '1900' | '1904' = '1900'): Promise<Uint8Array> {
  return writeXlsx({
    dateSystem,
    sheets: sheets.map(({ name = 'Pegawai', rows, cells = {}, merges = [] }) => ({
      name,
      rows: rows.map((row) => [...row]),
      cells: new Map(Object.entries(cells)),
      merges: merges.map(mergeOf),
    })),
  });
}

function mergeOf(text: string): MergeRange {
  const [from = '', to = ''] = text.split(':');
  const place = (cell: string) => ({ row: Number(cell.replace(/\D/g, '')) - 1, col: cell.charCodeAt(0) - 65 });
  const [start, end] = [place(from), place(to)];
  return { startRow: start.row, startCol: start.col, endRow: end.row, endCol: end.col };
}

export function day(text: string): Partial<Cell> {
  return { value: new Date(`${text}T00:00:00Z`), type: 'date', style: { numFmt: 'dd/mm/yyyy' } };
}

/** A workbook of one sheet whose XML is given as it is. */
export function rawWorkbook(sheetData: string, level = 1): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zip(
    {
      '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Besar" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    },
    level,
  );
}

/** A ZIP of the parts. */
export function zip(parts: Readonly<Record<string, string | Buffer>>, level = 1): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain, { level });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(plain), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(plain.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
}
