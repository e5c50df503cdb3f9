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
