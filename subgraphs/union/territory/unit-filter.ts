import { both } from '../../../schema/contract/text.js';
import type { AsOfArgs } from '../../shared/as-of.js';
import { isGiven, type Maybe } from '../../shared/reading/asked.js';
import { has, heldOnDay, named, type Filter } from '../../shared/reading/filter.js';
import { UnionLevel } from '../organization/union-level.js';
import { AdministrativeLevel, AdministrativeUnitType } from './administrative-unit.entity.js';
import { ArgsType, Field, type ClassType } from 'type-graphql';

/** Which administrative units are asked for. */
export interface AskedUnits extends AsOfArgs {
  readonly level?: AdministrativeLevel;
  readonly unitType?: AdministrativeUnitType;
  readonly code?: string;
  readonly name?: string;
  readonly withoutUnion?: UnionLevel;
}

/** The arguments of a list of administrative units, where `Day` tells what the day means. */
export function unitFilter(Day: ClassType<AsOfArgs>): ClassType<AskedUnits> {
  @ArgsType()
  class UnitFilter extends Day implements AskedUnits {
    @Field(() => AdministrativeLevel, {
      nullable: true,
      description: both('Chỉ cấp này', 'Of this level only.'),
    })
    readonly level?: AdministrativeLevel;

    @Field(() => AdministrativeUnitType, {
      nullable: true,
      description: both('Chỉ loại đơn vị này', 'Called this by law only.'),
    })
    readonly unitType?: AdministrativeUnitType;

    @Field(() => String, {
      nullable: true,
      description: both('Mã đơn vị; nên kèm asOf', 'With this code; give asOf as well.'),
    })
    readonly code?: string;

    @Field(() => String, {
      nullable: true,
      description: both('Tên có các từ bắt đầu bằng', 'With words in the name that begin so.'),
    })
    readonly name?: string;

    @Field(() => UnionLevel, {
      nullable: true,
      description: both(
        'Chỉ đơn vị không có công đoàn cấp này phụ trách vào ngày asOf, hoặc hôm nay',
        'Only those of which no union of this level was in charge on the day asOf, or is today.',
      ),
    })
    readonly withoutUnion?: UnionLevel;
  }
  return UnitFilter;
}

/** The days that a list of administrative units is about. */
export interface UnitDays {
  /** On which the units hold; all times when not said. */
  readonly heldOn: Maybe<string>;
  readonly today: string;
}

/** The conditions that the arguments make, on a day. @throws HubError INVALID_INPUT */
export function conditionsOf(
  { level, unitType, code, name, withoutUnion }: AskedUnits,
  { heldOn, today }: UnitDays,
): readonly Filter[] {
  return [
    ...heldOnDay(heldOn),
    ...has('level', level),
    ...has('unitType', unitType),
    ...has('code', code),
    ...named(name),
    ...lacksUnion(withoutUnion, heldOn ?? today),
  ];
}

function lacksUnion(level: Maybe<UnionLevel>, heldOn: string): readonly Filter[] {
  if (!isGiven(level)) return [];
  const link = { table: 'union_jurisdiction', from: 'unit_key', to: 'organization_key' };
  const having = { level, is_planned: false };
  return [{ unlinked: { ...link, others: 'union_organization', having, heldOn } }];
}
