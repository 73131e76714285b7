import { both } from '../../../schema/contract/text.js';
import { jsonColumn, refColumn, refListColumn } from '../../shared/database/columns.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { StandardAppraiserKind, StandardSubjectClass } from './standard-recognition.enums.js';
import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';

/** What can meet a standard. Families are not subjects. Source: domain rule on private persons. */
export enum StandardSubjectKind {
  AGENCY = 'AGENCY',
  UNIT = 'UNIT',
  ENTERPRISE = 'ENTERPRISE',
  EDUCATIONAL_INSTITUTION = 'EDUCATIONAL_INSTITUTION',
  RESIDENTIAL_AREA = 'RESIDENTIAL_AREA',
  COMMUNE = 'COMMUNE',
  LODGING_HOUSE = 'LODGING_HOUSE',
  LODGING_QUARTER = 'LODGING_QUARTER',
}
registerEnumType(StandardSubjectKind, {
  name: 'StandardSubjectKind',
  description: both(
    'Đối tượng được xét công nhận; gia đình không phải là đối tượng',
    'What can meet a standard; families are not recorded.',
  ),
  valuesConfig: {
    AGENCY: { description: both('Cơ quan', 'An agency.') },
    UNIT: { description: both('Đơn vị', 'A unit.') },
    ENTERPRISE: { description: both('Doanh nghiệp', 'An enterprise.') },
    EDUCATIONAL_INSTITUTION: { description: both('Cơ sở giáo dục', 'An educational institution.') },
    RESIDENTIAL_AREA: { description: both('Khu dân cư', 'A residential area.') },
    COMMUNE: { description: both('Xã, phường, thị trấn', 'A commune, ward or township.') },
    LODGING_HOUSE: { description: both('Nhà trọ', 'A lodging house.') },
    LODGING_QUARTER: { description: both('Khu nhà trọ', 'A quarter of lodging houses.') },
  },
});

const subjectKinds: z.ZodType<readonly StandardSubjectKind[]> = z.array(z.enum(StandardSubjectKind)).min(1);
const excludedClasses: z.ZodType<readonly StandardSubjectClass[]> = z.array(z.enum(StandardSubjectClass));
const nameVariants: z.ZodType<readonly string[]> = z.array(z.string().min(1));

/** A standard that an agency, an enterprise or a lodging place can be recognised to meet. */
@Entity({ tableName: 'recognition_standard' })
@Directive('@key(fields: "id")')
@ObjectType('RecognitionStandard', {
  implements: HubRecord,
  description: both('Tiêu chuẩn, danh hiệu được xét công nhận', 'A standard that can be recognised as met.'),
})
export class RecognitionStandard extends NamedRecord {
  @Field({ description: both('Mã tiêu chuẩn, ví dụ AN_TOAN_VE_ANTT', 'Code, such as AN_TOAN_VE_ANTT.') })
  @Index()
  @Property({ type: 'text' })
  code!: string;

  @Field(() => [String], { description: both('Cách gọi khác', 'Other wordings of the name.') })
  @Property({ ...jsonColumn(nameVariants), default: '[]' })
  nameVariants: readonly string[] = [];

  @Field(() => [StandardSubjectKind], { description: both('Đối tượng được xét', 'What can meet it.') })
  @Property(jsonColumn(subjectKinds))
  subjectKinds!: readonly StandardSubjectKind[];

  @Field(() => [StandardSubjectClass], {
    description: both('Các loại đối tượng không áp dụng', 'Classes of subjects that are outside of it.'),
  })
  @Property({ ...jsonColumn(excludedClasses), default: '[]' })
  excludedClasses: readonly StandardSubjectClass[] = [];

  @Field(() => String, {
    nullable: true,
    description: both('Đối tượng không áp dụng', 'What it does not apply to, in Vietnamese.'),
  })
  @Property({ type: 'text', nullable: true })
  exclusionsVi: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: both('Đối tượng không áp dụng, tiếng Anh', 'What it does not apply to, in English.'),
  })
  @Property({ type: 'text', nullable: true })
  exclusionsEn: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: both('Hướng dẫn xét công nhận', 'Guidance on the recognition, in Vietnamese.'),
  })
  @Property({ type: 'text', nullable: true })
  guidanceVi: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: both('Hướng dẫn xét công nhận, tiếng Anh', 'Guidance on the recognition, in English.'),
  })
  @Property({ type: 'text', nullable: true })
  guidanceEn: string | null = null;

  @Field(() => Boolean, {
    nullable: true,
    description: both(
      'Xét hằng năm; trống: nguồn không nêu',
      'Whether it is assessed yearly; null when not stated.',
    ),
  })
  @Property({ type: 'boolean', nullable: true })
  isYearly: boolean | null = null;

  @Field(() => StandardAppraiserKind, {
    nullable: true,
    description: both('Bên thẩm định; trống: nguồn không nêu', 'Who appraises by it; null when not stated.'),
  })
  @Enum({ items: () => StandardAppraiserKind, nullable: true })
  appraisedBy: StandardAppraiserKind | null = null;

  @Property(refListColumn(['Document']))
  legalBases: readonly string[] = [];

  /** The unit in which it applies; the whole country when there is none. */
  @Index()
  @Property(refColumn(['AdministrativeUnit'], { nullable: true }))
  territory: string | null = null;

  protected override names(): readonly (string | null)[] {
    return [...super.names(), ...this.nameVariants];
  }
}
