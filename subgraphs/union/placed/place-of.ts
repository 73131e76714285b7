import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import type { HubRecord } from '../../shared/record.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { IndustrialZone } from '../zone/industrial-zone.entity.js';
import { Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';

/** A record that lies on the territory of a unit. */
export interface InUnit extends HubRecord {
  readonly unit: string;
}

/** A record that lies in a zone, or in none. */
export interface InZone extends HubRecord {
  readonly zone: string | null;
}

/** Makes the resolver of the unit in which records of a class lie. */
export function unitOf<Row extends InUnit>(type: ClassType<Row>) {
  @Resolver(() => type)
  class UnitOfResolver {
    @FieldResolver(() => AdministrativeUnit, {
      nullable: true,
      description: both(
        'Đơn vị hành chính nơi đặt địa điểm, như khi ghi nhận',
        'The administrative unit in which it lies, as recorded.',
      ),
    })
    unit(@Root() { unit }: InUnit, @Ctx() { read }: SubgraphContext): Promise<AdministrativeUnit | null> {
      return read.byKey(AdministrativeUnit, unit);
    }
  }
  return UnitOfResolver;
}

/** Makes the resolver of the zone in which records of a class lie. */
export function zoneOf<Row extends InZone>(type: ClassType<Row>) {
  @Resolver(() => type)
  class ZoneOfResolver {
    @FieldResolver(() => IndustrialZone, {
      nullable: true,
      description: both('Khu công nghiệp hoặc khu khác; trống khi ở ngoài', 'Its zone; null when in none.'),
    })
    async zone(@Root() { zone }: InZone, @Ctx() { read }: SubgraphContext): Promise<IndustrialZone | null> {
      return zone === null ? null : read.byKey(IndustrialZone, zone);
    }
  }
  return ZoneOfResolver;
}
