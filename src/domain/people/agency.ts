// Agencies (perangkat daerah and others who may enter), their kinds, and their target of innovations.

import { fault, type Refusal } from '../shared/outcome.ts';

export type AgencyKind = 'skpd' | 'kecamatan' | 'puskesmas' | 'blud' | 'school' | 'village' | 'group' | 'outside';

/** Kinds an office can be of; a group of citizens is not an office. */
export const AGENCY_KINDS: readonly AgencyKind[] = ['skpd', 'kecamatan', 'puskesmas', 'blud', 'school', 'village', 'outside'];

export interface Agency {
  readonly agencyId: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
}

export const LONGEST_AGENCY_NAME = 200;
export const LONGEST_SHORT_NAME = 60;
export const MOST_TARGET = 999;

/** What is wrong with the names of an agency, by field: `field.length`. */
export function agencyFaults({ name, shortName }: Pick<Agency, 'name' | 'shortName'>): Readonly<Record<string, Refusal>> {
  return {
    ...(name === '' || name.length > LONGEST_AGENCY_NAME ? { name: fault('field.length', { max: LONGEST_AGENCY_NAME }) } : {}),
    ...(shortName === '' || shortName.length > LONGEST_SHORT_NAME ? { shortName: fault('field.length', { max: LONGEST_SHORT_NAME }) } : {}),
  };
}

/** A target as typed: a whole number of 0 to 999; null where it is not one. Empty means none is set. */
export function readTarget(typed: string): number | null {
  return /^\d{1,3}$/.test(typed) ? Number(typed) : null;
}

export type TargetStanding = 'reached' | 'short' | 'no-target';

/** Where an agency stands: entries that were sent and not withdrawn, against its target; a target of 0 asks nothing. */
export function standingOf(target: number | null, sent: number): TargetStanding {
  if (target === null || target === 0) return 'no-target';
  return sent >= target ? 'reached' : 'short';
}
