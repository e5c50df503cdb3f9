// QR codes as one SVG path: a square of dark modules, drawn by whoever shows it.

import QRCode from 'qrcode';

export interface QrDrawing {
  /** Modules along a side, quiet zone of four included. */
  readonly size: number;
  readonly path: string;
}

const QUIET = 4;

/** Medium error correction: a fold or a stain through the slip is forgiven. */
export function drawQr(text: string): QrDrawing {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      let run = 0;
      while (column + run < modules.size && modules.get(row, column + run)) run += 1;
      if (run > 0) path += `M${column + QUIET} ${row + QUIET}h${run}v1h-${run}z`;
      column += run;
    }
  }
  return { size: modules.size + 2 * QUIET, path };
}
