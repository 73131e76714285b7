import { exactKey } from '../../../../shared/fold.js';
import type { CommuneBefore } from './communes-before.js';
import type { NewLists, OldLists } from './packages.js';

/** A district-level unit of 30 June 2025. */
export interface DistrictBefore {
  readonly code: string;
  readonly name: string;
  /** Code of its province. */
  readonly province: string;
  /** Code of the special zone that it became when it had no communes, else empty. */
  readonly into: string;
}

/** The districts, and the code of the one in which a commune lay. */
export interface DistrictsBefore {
  readonly all: readonly DistrictBefore[];
  readonly codeOf: (unit: CommuneBefore) => string;
}

/** Names that the mapping has wrong: the older list and the law call the merged district by that of its largest part. */
const NAMES: Readonly<Record<string, string>> = { '682': 'Huyện Đạ Huoai' };

/** The district-level units of 30 June 2025: named as in the mapping, with the codes and provinces of the older list. */
export function districtsBefore(
  units: readonly CommuneBefore[],
  { wards }: NewLists,
  { districts, communes }: OldLists,
): DistrictsBefore {
  const codes = codesByCommunes(units, communes);
  const codeOf = (unit: CommuneBefore): string => codes.get(placeOf(unit)) ?? '';
  const names = new Map(
    units.filter(({ province }) => province).map((each) => [codeOf(each), each.district]),
  );
  const zones = new Map(wards.map(({ name, ward_code: code }) => [exactKey(name), code]));
  const all = districts.map(({ idDistrict: code, idProvince: province, name }) => ({
    code,
    name: NAMES[code] ?? names.get(code) ?? name,
    province,
    into: names.has(code) ? '' : (zones.get(exactKey(name.replace('Huyện', 'Đặc khu'))) ?? ''),
  }));
  return { all, codeOf };
}

function placeOf({ province, district }: CommuneBefore): string {
  return `${exactKey(province)}/${exactKey(district)}`;
}

/** A district's code is the one under which the older list has most of its communes, whatever it was called then. */
function codesByCommunes(
  units: readonly CommuneBefore[],
  communes: OldLists['communes'],
): ReadonlyMap<string, string> {
  const listed = new Map(communes.map(({ idCommune, idDistrict }) => [idCommune, idDistrict]));
  const groups = Map.groupBy(units, placeOf);
  return new Map(
    [...groups].map(([place, members]) => [
      place,
      mostOf(members.flatMap(({ code }) => listed.get(code) ?? [])),
    ]),
  );
}

function mostOf(codes: readonly string[]): string {
  const groups = [...Map.groupBy(codes, (code) => code).values()];
  return groups.toSorted((left, right) => right.length - left.length)[0]?.[0] ?? '';
}
