import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { TotalsKept } from '../../shared/reading/kept-totals.js';
import { Decision } from '../decision/decision.entity.js';
import { RevocationGround } from '../revocation/revocation.entity.js';
import { RecognitionStandard, StandardSubjectKind } from './recognition-standard.entity.js';
import {
  StandardGrade,
  StandardRecognitionState,
  StandardSubjectClass,
} from './standard-recognition.enums.js';
import { SUBJECT_TYPES } from './standard-subjects.js';
import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

const PUBLISHED = `('RECOGNISED', 'EXPIRED', 'WITHDRAWN_FOR_CAUSE')`;

/**
 * That a subject is registered for, and perhaps recognised to meet, a standard in one year. Only the result is kept,
 * never what happened there. It is internal to those who register and appraise until it is recognised.
 */
@Entity({ tableName: 'standard_recognition' })
@TotalsKept('standard', 'year', 'grade', 'state')
@Index({ properties: ['year', 'key'] })
@Unique({ name: 'standard_recognition_once_a_year', properties: ['standard', 'subject', 'year'] })
@Check({ name: 'standard_recognition_appraised_elsewhere', expression: 'appraiser <> organization' })
@Check({
  name: 'standard_recognition_separation_of_duties',
  expression: `appraising_unit is null or coalesce(appraising_unit <> self_assessing_unit
    and appraiser_digest <> self_assessor_digest, false)`,
})
@Check({
  name: 'standard_recognition_steps_are_taken',
  expression: `(state = 'REGISTERED') = (self_assessing_unit is null)
    and (state in ('REGISTERED', 'SELF_ASSESSED')) = (appraising_unit is null)
    and (appraising_unit is null) = (appraised_on is null)`,
})
@Check({
  name: 'standard_recognition_is_decided',
  expression: `(state in ${PUBLISHED}) = (decision_key is not null) and (decision_key is null or grade is not null)`,
})
@Check({
  name: 'standard_recognition_is_public_once_recognised',
  expression: `(state in ${PUBLISHED}) = (classification = 'PUBLIC')`,
})
@Check({
  name: 'standard_recognition_withdrawn_for_cause',
  expression: `(state = 'WITHDRAWN_FOR_CAUSE') = (withdrawal_ground is not null)
    and (withdrawal_ground is null) = (withdrawal_key is null)`,
})
@Directive('@key(fields: "id")')
@ObjectType('StandardRecognition', {
  implements: HubRecord,
  description: both(
    'Việc đăng ký, thẩm định và công nhận một đối tượng đạt tiêu chuẩn trong một năm; chỉ lưu kết quả',
    'The yearly recognition of one subject by one standard; only the result is kept.',
  ),
})
export class StandardRecognition extends HubRecord {
  @ManyToOne(() => RecognitionStandard, { mapToPk: true, fieldName: 'standard_key' })
  standard!: string;

  @Index()
  @Property(refColumn(SUBJECT_TYPES))
  subject!: string;

  @Field(() => StandardSubjectKind, { description: both('Loại đối tượng', 'What kind of subject it is.') })
  @Enum({ items: () => StandardSubjectKind })
  subjectKind!: StandardSubjectKind;

  /** As stated when it was registered. */
  @Field(() => StandardSubjectClass, {
    nullable: true,
    description: both(
      'Phân loại do người đăng ký khai; trống: tiêu chuẩn không phân biệt',
      'Its class as stated at registration; null where the standard tells none apart.',
    ),
  })
  @Enum({ items: () => StandardSubjectClass, nullable: true })
  subjectClass: StandardSubjectClass | null = null;

  /** Unit: year. */
  @Field(() => Int, { description: both('Năm', 'The year.') })
  @Property({ type: 'integer' })
  year!: number;

  @Field(() => StandardRecognitionState, { description: both('Tình trạng', 'How far it has come.') })
  @Index()
  @Enum({ items: () => StandardRecognitionState })
  state!: StandardRecognitionState;

  @Field(() => StandardGrade, {
    nullable: true,
    description: both(
      'Mức đạt; trước khi công nhận là mức thẩm định đề xuất',
      'How well the standard was met; before the decision, what the appraisal led to.',
    ),
  })
  @Enum({ items: () => StandardGrade, nullable: true })
  grade: StandardGrade | null = null;

  /** The subject's union organisation, which registers and assesses it. */
  @Index()
  @Property(refColumn(['UnionOrganization']))
  organization!: string;

  /** To whom the file goes to be appraised. */
  @Index()
  @Property(refColumn(['PoliceOrganization', 'UnionOrganization']))
  appraiser!: string;

  /** Who decides. */
  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  authority!: string;

  @Field(() => LocalDate, { description: both('Ngày đăng ký', 'Day of registration.') })
  @Property({ type: 'date' })
  registeredOn!: string;

  /** For which organisation whoever assessed it acted. */
  @Property(refColumn(ORGANIZATION_TYPES, { nullable: true }))
  selfAssessingUnit: string | null = null;

  /** Which account assessed it, as a digest that means nothing in another file. */
  @Property({ type: 'text', nullable: true })
  selfAssessorDigest: string | null = null;

  /** For which organisation whoever appraised it acted. */
  @Property(refColumn(ORGANIZATION_TYPES, { nullable: true }))
  appraisingUnit: string | null = null;

  /** Which account appraised it, as a digest that means nothing in another file. */
  @Property({ type: 'text', nullable: true })
  appraiserDigest: string | null = null;

  @Field(() => LocalDate, { nullable: true, description: both('Ngày thẩm định', 'Day of the appraisal.') })
  @Property({ type: 'date', nullable: true })
  appraisedOn: string | null = null;

  @Index()
  @ManyToOne(() => Decision, { mapToPk: true, fieldName: 'decision_key', nullable: true })
  decision: string | null = null;

  @Field(() => RevocationGround, {
    nullable: true,
    description: both('Căn cứ thu hồi', 'Why it was taken back; null where it was not.'),
  })
  @Enum({ items: () => RevocationGround, nullable: true })
  withdrawalGround: RevocationGround | null = null;

  /** The decision by which it was taken back. */
  @ManyToOne(() => Decision, { mapToPk: true, fieldName: 'withdrawal_key', nullable: true })
  withdrawal: string | null = null;
}
