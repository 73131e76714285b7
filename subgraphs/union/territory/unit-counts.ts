import { both } from '../../../schema/contract/text.js';
import { heldOnDay } from '../../shared/reading/filter.js';
import type { Reader } from '../../shared/reading/reader.js';
import {
  AdministrativeLevel,
  AdministrativeUnit,
  AdministrativeUnitType,
} from './administrative-unit.entity.js';
import { sql } from 'kysely';
import { Field, Int, ObjectType } from 'type-graphql';

/** How many units of one type there were. */
@ObjectType({ description: both('Số đơn vị của một loại', 'How many units of one type there were.') })
export class AdministrativeUnitTypeCount {
  @Field(() => AdministrativeUnitType, { description: both('Loại đơn vị', 'What they are called by law.') })
  readonly unitType!: AdministrativeUnitType;

  /** Unit: administrative units. */
  @Field(() => Int, { description: both('Số đơn vị', 'How many, in units.') })
  readonly count!: number;
}

/** How many units of one level there were on a day. */
@ObjectType({
  description: both(
    'Số đơn vị của một cấp vào một ngày',
    'How many administrative units of one level there were on a day.',
  ),
})
export class AdministrativeUnitCount {
  @Field(() => AdministrativeLevel, { description: both('Cấp', 'Level.') })
  readonly level!: AdministrativeLevel;

  /** Unit: administrative units. */
  @Field(() => Int, { description: both('Số đơn vị trong danh bạ', 'How many the register has, in units.') })
  readonly count!: number;

  @Field({
    description: both(
      'Danh bạ có đủ mọi đơn vị của cấp này vào ngày đó hay không',
      'Whether the register has all units of the level as they were on that day.',
    ),
  })
  readonly isComplete!: boolean;

  @Field(() => [AdministrativeUnitTypeCount], {
    description: both('Theo loại, nhiều nhất trước', 'By type, the most frequent first.'),
  })
  readonly byType!: readonly AdministrativeUnitTypeCount[];
}

interface Days {
  readonly from: string;
  /** The first day of changes that are not in the register. */
  readonly until?: string;
}

/**
 * For which days all units of a level are in the register as they were.
 *
 * Source: the provinces have been 63 since 1 August 2008; the lists show the other levels as of 1 March 2025; Resolutions
 * 36/2026/QH16 and 388/NQ-UBTVQH16 are not loaded.
 */
const COMPLETE: Readonly<Record<AdministrativeLevel, Days>> = {
  PROVINCE: { from: '2008-08-01', until: '2026-09-01' },
  DISTRICT: { from: '2025-03-01' },
  COMMUNE: { from: '2025-03-01', until: '2026-09-20' },
};

interface CountRow extends AdministrativeUnitTypeCount {
  readonly level: AdministrativeLevel;
}

/** Counts the units of a day with one statement, by level and type; a level without units counts none. */
export async function unitCounts(read: Reader, day: string): Promise<readonly AdministrativeUnitCount[]> {
  const units = read.listed(AdministrativeUnit, { filters: heldOnDay(day) });
  const rows = await read.rows(sql<CountRow>`
    select u.level, u.unit_type as "unitType", count(*)::int as count
    from ${units} u group by u.level, u.unit_type order by count desc, u.unit_type`);
  return Object.values(AdministrativeLevel).map((level) => {
    const byType = rows.filter((row) => row.level === level);
    const count = byType.reduce((sum, row) => sum + row.count, 0);
    return { level, count, isComplete: isComplete(COMPLETE[level], day), byType };
  });
}

function isComplete({ from, until }: Days, day: string): boolean {
  return from <= day && (until === undefined || day < until);
}
