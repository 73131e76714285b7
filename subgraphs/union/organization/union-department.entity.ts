import { both } from '../../../schema/contract/text.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { UnionOrganization } from './union-organization.entity.js';
import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** What kind of part of a union organisation it is. */
export enum UnionDepartmentKind {
  STANDING_BOARD = 'STANDING_BOARD',
  PERMANENT_LEADERSHIP = 'PERMANENT_LEADERSHIP',
  SPECIALISED_BOARD = 'SPECIALISED_BOARD',
  OFFICE = 'OFFICE',
  RECORDS_OFFICE = 'RECORDS_OFFICE',
  CULTURE_HOUSE = 'CULTURE_HOUSE',
  SECRECY_TEAM = 'SECRECY_TEAM',
}
registerEnumType(UnionDepartmentKind, {
  name: 'UnionDepartmentKind',
  description: both('Loại bộ phận của tổ chức công đoàn', 'Kind of a part of a union organisation.'),
  valuesConfig: {
    STANDING_BOARD: { description: both('Ban Thường vụ', 'Standing board.') },
    PERMANENT_LEADERSHIP: { description: both('Thường trực', 'Permanent leadership.') },
    SPECIALISED_BOARD: { description: both('Ban chuyên đề', 'Specialised board.') },
    OFFICE: { description: both('Văn phòng', 'Office.') },
    RECORDS_OFFICE: { description: both('Văn thư', 'Records office.') },
    CULTURE_HOUSE: { description: both('Nhà văn hóa lao động', 'Labour culture house.') },
    SECRECY_TEAM: {
      description: both(
        'Tổ bảo vệ bí mật nhà nước (chỉ nêu tên)',
        'State-secret protection team, by name only.',
      ),
    },
  },
});

/** A board, office or institution of a union organisation: the public structure, never its members. */
@Entity({ tableName: 'union_department' })
@Directive('@key(fields: "id")')
@ObjectType('UnionDepartment', {
  implements: HubRecord,
  description: both(
    'Bộ phận, đơn vị trực thuộc của tổ chức công đoàn; không có thành viên',
    'A board, office or institution of a union organisation; members are not recorded.',
  ),
})
export class UnionDepartment extends NamedRecord {
  @Index()
  @ManyToOne(() => UnionOrganization, { mapToPk: true, fieldName: 'organization_key' })
  organization!: string;

  @Field(() => UnionDepartmentKind, { description: both('Loại bộ phận', 'Its kind.') })
  @Enum({ items: () => UnionDepartmentKind })
  kind!: UnionDepartmentKind;

  @Field(() => String, { nullable: true, description: both('Tên viết tắt', 'Abbreviated name.') })
  @Property({ type: 'text', nullable: true })
  abbreviation: string | null = null;

  protected override names(): readonly (string | null)[] {
    return [this.nameVi, this.nameEn, this.abbreviation];
  }
}
