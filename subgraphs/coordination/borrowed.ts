import { both } from '../../schema/contract/text.js';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** A union organisation, owned by the union: known here by its id and by those above it. */
@Directive('@key(fields: "id")')
@ObjectType('UnionOrganization')
export class UnionOrganization {
  readonly __typename = 'UnionOrganization';

  @Field(() => ID, { description: both('Mã toàn cục, không đổi', 'Global id: opaque and permanent.') })
  readonly id!: string;

  @Directive('@external')
  @Field(() => [UnionOrganization], { description: both('Các cấp trên', 'The unions above it.') })
  readonly ancestors!: readonly UnionOrganization[];
}

/** Level of an administrative unit, as its owner, the union, names it. */
export enum AdministrativeLevel {
  PROVINCE = 'PROVINCE',
  DISTRICT = 'DISTRICT',
  COMMUNE = 'COMMUNE',
}
registerEnumType(AdministrativeLevel, {
  name: 'AdministrativeLevel',
  description: both('Cấp hành chính', 'Level of an administrative unit.'),
});

/** An administrative unit, owned by the union: known here by its id and its level. */
@Directive('@key(fields: "id")')
@ObjectType('AdministrativeUnit')
export class AdministrativeUnit {
  readonly __typename = 'AdministrativeUnit';

  @Field(() => ID, { description: both('Mã toàn cục, không đổi', 'Global id: opaque and permanent.') })
  readonly id!: string;

  @Directive('@external')
  @Field(() => AdministrativeLevel, { description: both('Cấp', 'Level.') })
  readonly level!: AdministrativeLevel;
}

/** An enterprise, owned by the union: known here by its id and by the unit in which it stands. */
@Directive('@key(fields: "id")')
@ObjectType('Enterprise')
export class Enterprise {
  readonly __typename = 'Enterprise';

  @Field(() => ID, { description: both('Mã toàn cục, không đổi', 'Global id: opaque and permanent.') })
  readonly id!: string;

  @Directive('@external')
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: both('Đơn vị hành chính', 'The administrative unit.'),
  })
  readonly unit!: AdministrativeUnit | null;
}
