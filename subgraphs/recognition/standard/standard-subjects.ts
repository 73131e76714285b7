import { both, text } from '../../../schema/contract/text.js';
import { askedRef, type Maybe } from '../../shared/reading/asked.js';
import { guard } from '../../shared/writing/refusal.js';
import {
  AdministrativeUnit,
  Enterprise,
  Facility,
  LodgingQuarter,
  PublicBody,
  UnionOrganization,
} from '../borrowed.js';
import { StandardSubjectKind, type RecognitionStandard } from './recognition-standard.entity.js';
import { StandardSubjectClass } from './standard-recognition.enums.js';
import { createUnionType } from 'type-graphql';

/** Names of the types that can be recognised, as references write them. Families are none of them. */
export const SUBJECT_TYPES = [
  'Enterprise',
  'LodgingQuarter',
  'UnionOrganization',
  'PublicBody',
  'Facility',
  'AdministrativeUnit',
] as const;

/** Whatever was recognised to meet a standard. */
export const StandardSubject = createUnionType({
  name: 'StandardSubject',
  description: both('Đối tượng đạt tiêu chuẩn', 'What can be recognised to meet a standard.'),
  types: () =>
    [Enterprise, LodgingQuarter, UnionOrganization, PublicBody, Facility, AdministrativeUnit] as const,
  resolveType: ({ __typename }) => __typename,
});

interface KindOfSubject {
  /** Types of the graph that are of the kind; none where the hub has no record of such. */
  readonly types: readonly (typeof SUBJECT_TYPES)[number][];
  /** What is told apart within the kind. */
  readonly classes: readonly StandardSubjectClass[];
}

const {
  MICRO_ENTERPRISE,
  SMALL_ENTERPRISE,
  MEDIUM_ENTERPRISE,
  LARGE_ENTERPRISE,
  ARMED_FORCES_UNIT,
  CIVILIAN_UNIT,
  PRE_SCHOOL,
  PRIMARY_SCHOOL,
  OTHER_SCHOOL,
} = StandardSubjectClass;

const BODY: KindOfSubject = {
  types: ['UnionOrganization', 'PublicBody'],
  classes: [ARMED_FORCES_UNIT, CIVILIAN_UNIT],
};
const LODGING: KindOfSubject = { types: ['LodgingQuarter'], classes: [] };

const KINDS: Readonly<Record<StandardSubjectKind, KindOfSubject>> = {
  AGENCY: BODY,
  UNIT: BODY,
  ENTERPRISE: {
    types: ['Enterprise'],
    classes: [MICRO_ENTERPRISE, SMALL_ENTERPRISE, MEDIUM_ENTERPRISE, LARGE_ENTERPRISE],
  },
  EDUCATIONAL_INSTITUTION: { types: ['Facility'], classes: [PRE_SCHOOL, PRIMARY_SCHOOL, OTHER_SCHOOL] },
  RESIDENTIAL_AREA: { types: [], classes: [] },
  COMMUNE: { types: ['AdministrativeUnit'], classes: [] },
  LODGING_HOUSE: LODGING,
  LODGING_QUARTER: LODGING,
};

/** A subject as the officer who registers it states it. */
export interface StatedSubject {
  readonly subject: string;
  readonly subjectKind: StandardSubjectKind;
  readonly subjectClass?: Maybe<StandardSubjectClass>;
}

/**
 * The reference of a subject of a kind that a standard applies to.
 *
 * @throws HubError INVALID_ID; Refusal GUARD_FAILED
 */
export function subjectOf(standard: RecognitionStandard, stated: StatedSubject): string {
  const { types } = KINDS[stated.subjectKind];
  guard(
    standard.subjectKinds.includes(stated.subjectKind) && types.length > 0,
    'standard-is-for-this-kind',
    text(
      `Tiêu chuẩn này áp dụng cho: ${standard.subjectKinds.join(', ')}.`,
      `This standard is for: ${standard.subjectKinds.join(', ')}.`,
    ),
  );
  return askedRef(stated.subject, types);
}

/** What is told apart within a kind of subject. */
export function classesOf(kind: StandardSubjectKind): readonly StandardSubjectClass[] {
  return KINDS[kind].classes;
}
