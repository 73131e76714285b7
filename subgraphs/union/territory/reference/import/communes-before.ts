import { exactKey } from '../../../../shared/fold.js';
import type { Mapping, NewLists, OldLists } from './packages.js';

/** A commune-level unit of 30 June 2025, and the codes of the units into which it went the next day. */
export interface CommuneBefore {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  readonly province: string;
  readonly into: readonly string[];
}

/**
 * The commune-level units of 30 June 2025, from the mapping and repaired: rows without an old code add a successor to
 * the unit of that name, those whose name no unit had any more are left out, and a unit that no row mentions is taken
 * from the older list.
 */
export function communesBefore(lists: NewLists, old: OldLists): readonly CommuneBefore[] {
  const codes = newCodes(lists);
  const coded = lists.mappings.filter((row) => row.old_ward_code !== '');
  const further = Map.groupBy(
    lists.mappings.filter((row) => row.old_ward_code === ''),
    oldPlace,
  );
  const listed = coded.map((row) => {
    const rows = [row, ...(further.get(oldPlace(row)) ?? [])];
    return { ...unitOf(row), into: [...new Set(rows.map((each) => codes.get(newPlace(each)) ?? ''))] };
  });
  return [...listed, ...overlooked(lists, old, listed)];
}

/** Codes of the new units by province and name: the mapping's own are wrong where it was extended later. */
function newCodes({ provinces, wards }: NewLists): ReadonlyMap<string, string> {
  const names = new Map(provinces.map(({ province_code: code, name }) => [code, name]));
  return new Map(
    wards.map(({ ward_code: code, name, province_code: province }) => [
      `${names.get(province)}/${name}`,
      code,
    ]),
  );
}

function newPlace({ new_province_name: province, new_ward_name: name }: Mapping): string {
  return `${province}/${name}`;
}

function oldPlace(row: Mapping): string {
  return [row.old_province_name, row.old_district_name, row.old_ward_name].map(exactKey).join('/');
}

function unitOf(row: Mapping): Omit<CommuneBefore, 'into'> {
  return {
    code: row.old_ward_code,
    name: row.old_ward_name,
    district: row.old_district_name,
    province: row.old_province_name,
  };
}

/** Units that go on under their name though the mapping forgot them; special zones are no communes that went on. */
function overlooked(
  { wards }: NewLists,
  { communes, districts }: OldLists,
  listed: readonly CommuneBefore[],
): readonly CommuneBefore[] {
  const mapped = new Set(listed.flatMap(({ into }) => into));
  const known = new Set(listed.map(({ code }) => code));
  const free = communes.filter(({ idCommune }) => !known.has(idCommune));
  return wards
    .filter(({ ward_code: code }) => !mapped.has(code))
    .flatMap(({ ward_code: code, name }) =>
      free
        .filter((each) => exactKey(each.name) === exactKey(name))
        .map(({ idCommune, idDistrict }) => {
          const district = districts.find((each) => each.idDistrict === idDistrict);
          return { code: idCommune, name, district: district?.name ?? '', province: '', into: [code] };
        }),
    );
}
