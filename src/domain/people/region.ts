// A region (daerah) is data: name, zone, letter prefix. Nothing of a region is written into code.

export interface Region {
  readonly regionId: string;
  readonly code: string;
  readonly name: string;
  readonly zone: string;
  readonly zoneWord: string;
  readonly prefix: string;
  readonly contact: string;
  readonly isSample: boolean;
}

const ZONE_HOURS: Readonly<Record<string, number>> = { 'Asia/Jakarta': 7, 'Asia/Pontianak': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 };

/** Whole hours ahead of UTC of a zone of Indonesia, all year round; 8 (WITA) for any other name. */
export function zoneHours(zone: string): number {
  return ZONE_HOURS[zone] ?? 8;
}
