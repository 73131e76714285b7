import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a public body is. Source: domain guide, section 3.2; the assembly and the armed forces are named by the sources. */
export enum PublicBodyKind {
  NATIONAL_ASSEMBLY = 'NATIONAL_ASSEMBLY',
  GOVERNMENT = 'GOVERNMENT',
  MINISTRY = 'MINISTRY',
  PEOPLES_COMMITTEE = 'PEOPLES_COMMITTEE',
  DEPARTMENT = 'DEPARTMENT',
  PARTY_BODY = 'PARTY_BODY',
  FATHERLAND_FRONT = 'FATHERLAND_FRONT',
  YOUTH_UNION = 'YOUTH_UNION',
  MANAGEMENT_BOARD = 'MANAGEMENT_BOARD',
  STEERING_COMMITTEE = 'STEERING_COMMITTEE',
  ARMED_FORCES = 'ARMED_FORCES',
  PRESS = 'PRESS',
  INTERNATIONAL = 'INTERNATIONAL',
}
registerEnumType(PublicBodyKind, {
  name: 'PublicBodyKind',
  description: both('Loại cơ quan, tổ chức', 'What a public body is.'),
  valuesConfig: {
    NATIONAL_ASSEMBLY: {
      description: both('Quốc hội và cơ quan của Quốc hội', 'The assembly and its bodies.'),
    },
    GOVERNMENT: { description: both('Chính phủ, Thủ tướng', 'The Government and the Prime Minister.') },
    MINISTRY: { description: both('Bộ, cơ quan ngang bộ', 'A ministry.') },
    PEOPLES_COMMITTEE: { description: both('Ủy ban nhân dân', "A People's Committee.") },
    DEPARTMENT: { description: both('Sở thuộc Ủy ban nhân dân tỉnh', 'A provincial department.') },
    PARTY_BODY: { description: both('Cơ quan của Đảng', 'A body of the Party.') },
    FATHERLAND_FRONT: { description: both('Mặt trận Tổ quốc Việt Nam', 'The Vietnam Fatherland Front.') },
    YOUTH_UNION: { description: both('Đoàn Thanh niên', 'The Youth Union.') },
    MANAGEMENT_BOARD: { description: both('Ban quản lý', 'A management board.') },
    STEERING_COMMITTEE: { description: both('Ban chỉ đạo', 'A steering committee.') },
    ARMED_FORCES: { description: both('Lực lượng vũ trang', 'Armed forces.') },
    PRESS: { description: both('Cơ quan báo chí', 'A press organisation.') },
    INTERNATIONAL: { description: both('Tổ chức quốc tế', 'An international organisation.') },
  },
});

/** A body of the State, the Party, the Front, the press or abroad that the agencies deal with. */
@Entity({ tableName: 'public_body' })
@Directive('@key(fields: "id")')
@ObjectType('PublicBody', {
  implements: HubRecord,
  description: both(
    'Cơ quan, tổ chức công ngoài công đoàn và công an',
    'A public body that is neither union nor police.',
  ),
})
export class PublicBody extends NamedRecord {
  @Field(() => PublicBodyKind, { description: both('Loại', 'What it is.') })
  @Enum({ items: () => PublicBodyKind })
  kind!: PublicBodyKind;

  @Field(() => String, { nullable: true, description: both('Tên viết tắt', 'Short name.') })
  @Property({ type: 'text', nullable: true })
  abbreviation: string | null = null;

  /** The administrative unit it serves; none for a national or foreign body. */
  @Index()
  @Property(refColumn(['AdministrativeUnit'], { nullable: true }))
  territory: string | null = null;

  /** Key of the body that it is a unit of. */
  @Index()
  @ManyToOne(() => PublicBody, { mapToPk: true, fieldName: 'parent_key', nullable: true })
  parent: string | null = null;

  /** The organisation that runs its standing office. */
  @Property(refColumn(['PoliceOrganization', 'PublicBody'], { nullable: true }))
  standingAgency: string | null = null;

  protected override names(): readonly (string | null)[] {
    return [...super.names(), this.abbreviation];
  }
}
