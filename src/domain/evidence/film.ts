// An MP4 read box by box to its end: a film that can be played, as long as it says, with nothing behind it.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { broken, type Inspected, lettersOf, MOST_SECONDS, MOST_SIDE } from './inspected.ts';

/** Bytes of a file that is too large to be held: `read` gives at most `length` of them from `from`. */
export interface Extent {
  readonly size: number;
  readonly read: (from: number, length: number) => Uint8Array;
}

interface Box {
  readonly name: string;
  readonly from: number;
  readonly until: number;
}

/** The list of a film's pieces; an hour of film has less than one megabyte of it. */
const MOST_MOOV = 24 * 1024 * 1024;
const MOST_BOXES = 20_000;

/** Refuses `evidence.broken`, `evidence.film-long` (hours). */
export function inspectFilm(file: Extent): Outcome<Inspected> {
  const boxes = boxesOf(file, 0, file.size);
  const moov = boxes?.find(({ name }) => name === 'moov');
  const media = boxes?.some(({ name, from, until }) => name === 'mdat' && until > from) ?? false;
  if (boxes?.[0]?.name !== 'ftyp' || moov === undefined || !media || moov.until - moov.from > MOST_MOOV) return broken('mp4');
  const film = filmIn(file.read(moov.from, moov.until - moov.from));
  if (film === null) return broken('mp4');
  return film.seconds > MOST_SECONDS ? refuse('evidence.film-long', { hours: MOST_SECONDS / 3600 }) : ok(film);
}

/** The boxes of a stretch, which fill it exactly; null otherwise. */
function boxesOf(file: Extent, start: number, end: number): readonly Box[] | null {
  const boxes: Box[] = [];
  let at = start;
  while (at < end) {
    const head = file.read(at, 16);
    if (head.length < 8 || boxes.length > MOST_BOXES) return null;
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    const stated = view.getUint32(0);
    const isLong = stated === 1;
    if (isLong && head.length < 16) return null;
    const size = isLong ? Number(view.getBigUint64(8)) : stated === 0 ? end - at : stated;
    const name = lettersOf(head, 4, 8);
    if (size < (isLong ? 16 : 8) || at + size > end || !/^[\x20-\x7e\u00a9]{4}$/.test(name)) return null;
    boxes.push({ name, from: at + (isLong ? 16 : 8), until: at + size });
    at += size;
  }
  return boxes;
}

interface Film {
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
}

function filmIn(moov: Uint8Array): Film | null {
  const whole: Extent = { size: moov.length, read: (from, length) => moov.subarray(from, from + length) };
  const boxes = boxesOf(whole, 0, moov.length);
  const head = boxes?.find(({ name }) => name === 'mvhd');
  if (boxes === null || head === undefined) return null;
  const seconds = secondsIn(moov.subarray(head.from, head.until));
  const isInPieces = boxes.some(({ name }) => name === 'mvex');
  const tracks = boxes.filter(({ name }) => name === 'trak').map(({ from, until }) => trackIn(whole, from, until));
  const shown = tracks.find((track) => track !== null && track.width > 0 && track.height > 0);
  if (seconds === null || shown === undefined || shown === null || (seconds === 0 && !isInPieces)) return null;
  return shown.width > MOST_SIDE || shown.height > MOST_SIDE ? null : { ...shown, seconds };
}

/** The length of the film, rounded up; null when the header has no scale. */
function secondsIn(mvhd: Uint8Array): number | null {
  const isLong = mvhd[0] === 1;
  if (mvhd.length < (isLong ? 32 : 20)) return null;
  const view = new DataView(mvhd.buffer, mvhd.byteOffset, mvhd.length);
  const scale = view.getUint32(isLong ? 20 : 12);
  const duration = isLong ? Number(view.getBigUint64(24)) : view.getUint32(16);
  return scale === 0 ? null : Math.ceil(duration / scale);
}

/** The size at which a picture track is shown: the last eight bytes of its header, in 16.16. */
function trackIn(file: Extent, from: number, until: number): Omit<Film, 'seconds'> | null {
  const head = boxesOf(file, from, until)?.find(({ name }) => name === 'tkhd');
  if (head === undefined || head.until - head.from < 84) return null;
  const bytes = file.read(head.until - 8, 8);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return { width: view.getUint16(0), height: view.getUint16(4) };
}
