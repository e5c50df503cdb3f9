// Sixty files that somebody may send instead of evidence: what each is called, its bytes, and how it is refused; null: taken, and made harmless.

import { deflateSync } from 'node:zlib';
import { box, jpgOf, movieHeader, mp4Of, objectStream, pdfOf, pdfWith, plainPdf, pngChunk, pngOf, track, webpOf } from './files.ts';

export interface BadFile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly code: string | null;
}

const latin = (text: string) => Buffer.from(text, 'latin1');
const HTML = '<html><script>alert(document.domain)</script></html>';
/** An archive of one stored file, as any unpacker reads it from its end. */
export const ZIP = Buffer.concat([
  latin('PK\u0003\u0004\u0014\0\0\0\0\0\0\0\0\0\0\0\0\0\u0004\0\0\0\u0004\0\0\0\u0001\0\0\0atest'),
  latin(`PK\u0001\u0002\u0014\0\u0014\0${'\0'.repeat(12)}\u0004\0\0\0\u0004\0\0\0\u0001\0${'\0'.repeat(16)}a`),
  latin('PK\u0005\u0006\0\0\0\0\u0001\0\u0001\0\u002f\0\0\0\u0023\0\0\0\0\0'),
]);
/** The test word of virus scanners, put together here so that no scanner takes this source for one. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const JS = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const stream = (body: string, head = '') => `<< /Length ${body.length} ${head} >>\nstream\n${body}\nendstream`;
const manyPages = (count: number) =>
  pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Count ${count} /Kids [${'3 0 R '.repeat(count)}] >>`, '<< /Type /Page /Parent 2 0 R >>']);
/** Ten times ten … the same page: a small file. */
const nestedPages = () => {
  const lists = [4, 5, 6, 7].map((next) => `[${`<< /Type /Pages /Kids ${next} 0 R >> `.repeat(10)}]`);
  return pdfOf(['<< /Type /Catalog /Pages << /Type /Pages /Kids 3 0 R >> >>', '<< /Type /Page >>', ...lists, `[${'2 0 R '.repeat(10)}]`]);
};
const bomb = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * 1024 * 1024));

const PAPERS: readonly BadFile[] = [
  ['a PDF that begins a web page', 'a.pdf', Buffer.concat([latin(`%PDF-1.4\n%${HTML}\n`), plainPdf()]), 'evidence.two-in-one'],
  ['a PDF with a web page behind it', 'b.pdf', Buffer.concat([plainPdf(), latin(HTML)]), 'evidence.two-in-one'],
  ['a PDF with a web page in a stream', 'c.pdf', pdfWith('', stream(`${'x'.repeat(5000)}${HTML}`)), 'evidence.two-in-one'],
  ['a PDF that is an archive too', 'd.pdf', Buffer.concat([plainPdf(), ZIP]), 'evidence.two-in-one'],
  ['a PDF in the comment of an archive', 'e.pdf', Buffer.concat([plainPdf(), ZIP, latin('%%EOF\n')]), 'evidence.two-in-one'],
  ['a PDF with a script on opening', 'f.pdf', pdfWith(`/OpenAction ${JS}`), 'evidence.pdf-active'],
  ['a PDF with a script under another spelling', 'g.pdf', pdfWith('/OpenAction << /S /#4Aava#53cript /JS (x) >>'), 'evidence.pdf-active'],
  ['a PDF with a script among its names', 'h.pdf', pdfWith(`/Names << /JavaScript << /Names [(a) 4 0 R] >> >>`, JS), 'evidence.pdf-active'],
  ['a PDF with a script in an object stream', 'i.pdf', pdfWith('/OpenAction 5 0 R', objectStream([[5, JS]])), 'evidence.pdf-active'],
  [
    'a PDF with a script in a bare object stream',
    'j.pdf',
    pdfWith(
      '',
      objectStream([[5, JS]], '', (text) => text),
    ),
    'evidence.pdf-active',
  ],
  ['a PDF with a script in a stream nobody names', 'k.pdf', pdfWith('', objectStream([[5, JS]], '/Filter [/Fl]')), 'evidence.pdf-active'],
  [
    'a PDF with objects packed so that nobody can look',
    'l.pdf',
    pdfWith('', objectStream([[5, JS]], '/Filter [/ASCIIHexDecode /FlateDecode]')),
    'evidence.broken',
  ],
  [
    'a PDF with objects packed wrongly',
    'm.pdf',
    pdfWith(
      '',
      objectStream([[5, JS]], '/Filter /FlateDecode', () => latin('nothing packed')),
    ),
    'evidence.broken',
  ],
  [
    'a PDF with a script on a page',
    'n.pdf',
    pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] >>', `<< /Type /Page /AA << /O ${JS} >> >>`]),
    'evidence.pdf-active',
  ],
  ['a PDF that starts a program', 'o.pdf', pdfWith('/OpenAction << /S /Launch /F (cmd.exe) >>'), 'evidence.pdf-active'],
  ['a PDF that opens an address', 'p.pdf', pdfWith('/OpenAction << /S /URI /URI (http://contoh.example) >>'), 'evidence.pdf-active'],
  ['a PDF that opens an address from elsewhere', 'q.pdf', pdfWith('/OpenAction 4 0 R', '<< /S /URI /URI (http://contoh.example) >>'), 'evidence.pdf-active'],
  ['a PDF that sends a form', 'r.pdf', pdfWith('', '<< /S /SubmitForm /F (http://contoh.example) >>'), 'evidence.pdf-active'],
  ['a PDF with a form of its own language', 's.pdf', pdfWith('/AcroForm << /XFA [(a) 4 0 R] >>', stream('<xdp/>')), 'evidence.pdf-active'],
  ['a PDF with a film that runs', 't.pdf', pdfWith('', '<< /Subtype /RichMedia >>'), 'evidence.pdf-active'],
  [
    'a PDF with a file inside',
    'u.pdf',
    pdfWith('/Names << /EmbeddedFiles << /Names [(a) << /EF << /F 4 0 R >> >>] >> >>', stream('MZ', '/Type /EmbeddedFile')),
    'evidence.pdf-carries',
  ],
  ['a PDF with a file pinned to a page', 'v.pdf', pdfWith('', '<< /Subtype /FileAttachment >>'), 'evidence.pdf-carries'],
  ['a PDF with a file inside, spelt otherwise', 'w.pdf', pdfWith('', '<< /Type /Embedded#46ile >>'), 'evidence.pdf-carries'],
  ['a PDF behind a password', 'x.pdf', pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] >>'], '/Encrypt 2 0 R'), 'evidence.locked'],
  ['a PDF of 100,000 pages', 'y.pdf', manyPages(100_000), 'evidence.too-many-pages'],
  ['a PDF of 100,000 pages out of five objects', 'z.pdf', nestedPages(), 'evidence.too-many-pages'],
  ['a PDF without pages', 'aa.pdf', pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] >>']), 'evidence.broken'],
  ['a PDF whose pages go round in a ring', 'ab.pdf', pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] >>']), 'evidence.broken'],
  ['a PDF cut short', 'ac.pdf', plainPdf('kata').subarray(0, 120), 'evidence.broken'],
  ['a PDF of brackets without end', 'ad.pdf', latin(`%PDF-1.4\n1 0 obj\n${'['.repeat(200_000)}\nendobj\n%%EOF\n`), 'evidence.broken'],
  [
    'a zip bomb in a PDF',
    'ae.pdf',
    pdfWith(
      '',
      objectStream([[5, '1']], '/Filter /FlateDecode', () => bomb(300)),
    ),
    'evidence.broken',
  ],
].map(asFile);

const PICTURES: readonly BadFile[] = [
  ['a JPG that is an archive too', 'a.jpg', jpgOf(4, 3, { tail: ZIP }), 'evidence.two-in-one'],
  ['a JPG with a page in its comment', 'b.jpg', jpgOf(4, 3, { comment: HTML }), 'evidence.two-in-one'],
  ['a JPG with a page behind it', 'c.jpg', jpgOf(4, 3, { tail: latin(`\n${HTML}`) }), 'evidence.two-in-one'],
  ['a JPG with a program behind it', 'd.jpg', jpgOf(4, 3, { tail: latin('MZ\u0090\0') }), 'evidence.two-in-one'],
  ['a JPG with a PDF behind it', 'e.jpg', jpgOf(4, 3, { tail: plainPdf() }), 'evidence.two-in-one'],
  ['a JPG cut in its picture', 'f.jpg', jpgOf(4, 3).subarray(0, -3), 'evidence.broken'],
  ['a JPG that is only a beginning', 'g.jpg', latin('\u00ff\u00d8\u00ff\u00e0'), 'evidence.broken'],
  ['a JPG of 65,000 squared', 'h.jpg', jpgOf(65_000, 65_000), 'evidence.too-many-pixels'],
  ['a PNG of 65,000 squared', 'a.png', pngOf(65_000, 65_000), 'evidence.too-many-pixels'],
  ['a PNG without a picture', 'b.png', pngOf(4, 3, []), 'evidence.broken'],
  ['a PNG cut short', 'c.png', pngOf(4, 3).subarray(0, -5), 'evidence.broken'],
  ['a PNG with an archive behind it', 'd.png', Buffer.concat([pngOf(4, 3), ZIP]), 'evidence.two-in-one'],
  [
    'a PNG with a script in its words',
    'e.png',
    pngOf(4, 3, [pngChunk('tEXt', latin(`Comment\0${HTML}`)), pngChunk('IDAT', Buffer.alloc(4))]),
    'evidence.two-in-one',
  ],
  ['a WebP longer than it says', 'a.webp', Buffer.concat([webpOf(4, 3), ZIP]), 'evidence.two-in-one'],
  ['a WebP shorter than it says', 'b.webp', webpOf(4, 3).subarray(0, -4), 'evidence.broken'],
  ['an SVG with a script', 'gambar.svg', latin('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'evidence.wrong-kind'],
  ['an SVG that calls itself PNG', 'gambar.png', latin('<svg onload="alert(1)"/>'), 'evidence.misnamed'],
  ['a GIF that is an archive too', 'gambar.gif', Buffer.concat([latin('GIF89a\u0001\0\u0001\0\0\0\0;'), ZIP]), 'evidence.wrong-kind'],
].map(asFile);

const FILMS_AND_OTHERS: readonly BadFile[] = [
  ['an MP4 of twelve bytes', 'a.mp4', latin('\0\0\0\u000cftypisom'), 'evidence.broken'],
  ['an MP4 without its list', 'b.mp4', Buffer.concat([mp4Of().subarray(0, 20), box('mdat', Buffer.alloc(9))]), 'evidence.broken'],
  ['an MP4 whose boxes overlap', 'c.mp4', mp4Of({ moov: [latin('\0\u00ff\u00ff\u00ffmvhd')] }), 'evidence.broken'],
  ['an MP4 without pictures', 'd.mp4', mp4Of({ moov: [movieHeader(9), track(0, 0)] }), 'evidence.broken'],
  ['an MP4 with an archive behind it', 'e.mp4', mp4Of({ after: ZIP }), 'evidence.broken'],
  ['an MP4 of ten hours', 'f.mp4', mp4Of({ seconds: 36_000 }), 'evidence.film-long'],
  ['a program that calls itself PDF', 'tagihan.pdf', latin('MZ\u0090\0\u0003'), 'evidence.misnamed'],
  ['a document with macros', 'Surat.docm', ZIP, 'evidence.wrong-kind'],
  ['a document with macros that calls itself DOCX', 'Surat.docx', ZIP, 'evidence.office'],
  ['an archive that unpacks to a gigabyte', 'semua.zip', Buffer.concat([ZIP, bomb(50)]), 'evidence.wrong-kind'],
  ['nothing', 'kosong.pdf', Buffer.alloc(0), 'evidence.empty'],
  ['a paper one byte over the limit', 'besar.pdf', Buffer.concat([plainPdf(), Buffer.alloc(20 * 1024 * 1024 + 1 - plainPdf().length)]), 'evidence.too-large'],
  ['a name that runs from right to left', 'tagihan\u202efdp.exe', plainPdf('rtl'), null],
  ['a name of 255 bytes', `${'ä'.repeat(125)}a.pdf`, plainPdf('panjang'), null],
  ['a name that climbs out of its folder', '../../../etc/passwd', plainPdf('naik'), null],
  ['a paper that calls itself a program', 'setup.exe', plainPdf('exe'), null],
  ['a paper with the test word of virus scanners', 'uji.pdf', pdfWith('', stream(EICAR)), null],
].map(asFile);

export const BAD_FILES: readonly BadFile[] = [...PAPERS, ...PICTURES, ...FILMS_AND_OTHERS];

function asFile(row: (string | Buffer | null)[]): BadFile {
  const [what, name, bytes, code] = row as [string, string, Buffer, string | null];
  return { what, name, bytes, code };
}
