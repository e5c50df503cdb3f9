// The thread that reads one spreadsheet and ends.

import { parentPort, workerData } from 'node:worker_threads';
import { readCells, type SheetLimits } from './sheet-cells.ts';

const { bytes, limits } = workerData as { readonly bytes: Uint8Array; readonly limits: SheetLimits };
parentPort?.postMessage(await readCells(bytes, limits));
