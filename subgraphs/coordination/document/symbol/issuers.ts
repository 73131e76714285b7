import { text, type Text } from '../../../../schema/contract/text.js';

/** What kind of organisation an issuer's code stands for. */
export type IssuerKind =
  | 'GOVERNMENT'
  | 'PRIME_MINISTER'
  | 'NATIONAL_ASSEMBLY'
  | 'ASSEMBLY_STANDING_COMMITTEE'
  | 'MINISTRY'
  | 'UNION_CONFEDERATION'
  | 'UNION_FEDERATION'
  | 'FATHERLAND_FRONT'
  | 'PEOPLES_COMMITTEE'
  | 'PEOPLES_COUNCIL'
  | 'PROVINCIAL_PARTY_COMMITTEE'
  | 'DISTRICT_PARTY_COMMITTEE'
  | 'PARTY_CENTRE'
  | 'STEERING_COMMITTEE'
  | 'PROVINCIAL_POLICE';

/** What must be known besides the symbol before the issuing organisation is known. */
export type IssuerNeed = 'NOTHING' | 'TERRITORY' | 'BODY_FROM_TITLE';

/** One row of the issuer table. */
export interface IssuerRule {
  readonly kind: IssuerKind;
  readonly needs: IssuerNeed;
  /** The need when a central body is named in the same symbol, where that makes a difference. */
  readonly needsBesideCentre?: IssuerNeed;
  /** Whether this body writes its symbols the Party way. */
  readonly party?: true;
  readonly name: Text;
}

const VGCL: IssuerRule = {
  kind: 'UNION_CONFEDERATION',
  needs: 'NOTHING',
  name: text('Tổng Liên đoàn Lao động Việt Nam', 'Vietnam General Confederation of Labour'),
};

/**
 * The issuers whose codes are known, without the assemblies (see {@link LEGISLATURES}).
 *
 * A code always fills a whole part of a symbol, so the longest one wins: TLĐLĐVN is never TLĐLĐ with a rest. MTTQ means the
 * Front's centre only beside a central body; alone, a Front committee of any territory may write it.
 * Source: domain guide, section 5.
 */
export const ISSUERS: Readonly<Record<string, IssuerRule>> = {
  CP: { kind: 'GOVERNMENT', needs: 'NOTHING', name: text('Chính phủ', 'Government') },
  TTg: { kind: 'PRIME_MINISTER', needs: 'NOTHING', name: text('Thủ tướng Chính phủ', 'Prime Minister') },
  BCA: { kind: 'MINISTRY', needs: 'NOTHING', name: text('Bộ Công an', 'Ministry of Public Security') },
  TLĐ: VGCL,
  TLĐLĐ: VGCL,
  TLĐLĐVN: VGCL,
  MTTQ: {
    kind: 'FATHERLAND_FRONT',
    needs: 'TERRITORY',
    needsBesideCentre: 'NOTHING',
    name: text('Mặt trận Tổ quốc Việt Nam', 'Vietnam Fatherland Front'),
  },
  MTTW: {
    kind: 'FATHERLAND_FRONT',
    needs: 'NOTHING',
    name: text('Trung ương Mặt trận Tổ quốc Việt Nam', 'centre of the Vietnam Fatherland Front'),
  },
  UBND: {
    kind: 'PEOPLES_COMMITTEE',
    needs: 'TERRITORY',
    name: text('Ủy ban nhân dân', "People's Committee"),
  },
  HĐND: {
    kind: 'PEOPLES_COUNCIL',
    needs: 'TERRITORY',
    name: text('Hội đồng nhân dân', "People's Council"),
  },
  LĐLĐ: {
    kind: 'UNION_FEDERATION',
    needs: 'TERRITORY',
    name: text('Liên đoàn Lao động', 'Federation of Labour'),
  },
  BCĐ: { kind: 'STEERING_COMMITTEE', needs: 'TERRITORY', name: text('Ban Chỉ đạo', 'Steering Committee') },
  CAT: { kind: 'PROVINCIAL_POLICE', needs: 'TERRITORY', name: text('Công an tỉnh', 'provincial police') },
  TU: {
    kind: 'PROVINCIAL_PARTY_COMMITTEE',
    needs: 'TERRITORY',
    party: true,
    name: text('Tỉnh ủy hoặc Thành ủy', 'provincial Party Committee'),
  },
  HU: {
    kind: 'DISTRICT_PARTY_COMMITTEE',
    needs: 'TERRITORY',
    party: true,
    name: text('Huyện ủy', 'district Party Committee'),
  },
  TW: {
    kind: 'PARTY_CENTRE',
    needs: 'BODY_FROM_TITLE',
    party: true,
    name: text('Trung ương Đảng', 'Party centre: Central Committee, Politburo or Secretariat'),
  },
};

/** The assemblies, whose code is followed by the two digits of their term, as in QH15. Source: domain guide, section 5. */
export const LEGISLATURES = {
  QH: { kind: 'NATIONAL_ASSEMBLY', needs: 'NOTHING', name: text('Quốc hội', 'National Assembly') },
  UBTVQH: {
    kind: 'ASSEMBLY_STANDING_COMMITTEE',
    needs: 'NOTHING',
    name: text('Ủy ban Thường vụ Quốc hội', 'Standing Committee of the National Assembly'),
  },
} as const satisfies Readonly<Record<string, IssuerRule>>;

/** The code of an assembly without its term. */
export type LegislatureBody = keyof typeof LEGISLATURES;
