// Agencies (perangkat daerah and others who may enter) and their kinds.

export type AgencyKind = 'skpd' | 'kecamatan' | 'puskesmas' | 'blud' | 'school' | 'village' | 'group' | 'outside';

export interface Agency {
  readonly agencyId: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
}
