import { firstDataKey } from '../../../../schema/contract/ids.js';
import { linesOf } from '../../../shared/loading/reference-list.js';
import { SuccessionKind } from '../succession-edge.entity.js';

/** Last days and first days of the two reorganisations. Source: Resolution 202/2025/QH15; Resolution 30/2026/QH16. */
export const REORGANISED_ON = '2025-07-01';
export const RAISED_ON = '2026-04-30';

/** A unit of a list, by the name from which its key derives. */
export interface ListedUnit {
  readonly record: string;
  readonly code: string;
  readonly name: string;
  /** Name of the record of the unit above it on its first day in the list. */
  readonly within: string;
  /** Whether the data files have it, so that the list adds nothing but what others refer to. */
  readonly isInFiles: boolean;
}

/** A district-level unit of 30 June 2025. */
export interface ListedDistrict extends ListedUnit {
  /** Record of the special zone that followed a district without communes. */
  readonly into: readonly string[];
}

/** A commune-level unit of 30 June 2025; what it went into is itself where it stayed the same unit. */
export interface ListedCommune extends ListedUnit {
  readonly step: SuccessionKind | 'KEPT';
  readonly into: readonly string[];
}

/** All lists, of which the records name each other. */
export interface Lists {
  readonly districts: readonly ListedDistrict[];
  readonly before: readonly ListedCommune[];
  readonly after: readonly ListedUnit[];
  readonly raised: readonly ListedUnit[];
  /** Key of a unit by the name of its record, derived once for all that refer to it. */
  readonly keyOf: (record: string) => string;
}

/** Reads the four lists from the texts of their files. */
export function readLists([districts = '', before = '', after = '', raised = '']: readonly string[]): Lists {
  const units = linesOf(after).map(unitOf('2025'));
  const recordOf = recordsByCode(units);
  const divided = linesOf(districts).map((line) => districtOf(line, recordOf));
  const records = { after: recordOf, districts: recordsByCode(divided) };
  return {
    districts: divided,
    before: linesOf(before).map((line) => communeOf(line, records)),
    after: units,
    raised: linesOf(raised).map(unitOf('2026')),
    keyOf: unitKeys(),
  };
}

function unitKeys(): Lists['keyOf'] {
  const known = new Map<string, string>();
  return (record) => {
    const key = known.get(record) ?? firstDataKey('AdministrativeUnit', record);
    known.set(record, key);
    return key;
  };
}

type RecordOf = (code: string) => string;

function recordsByCode(units: readonly ListedUnit[]): RecordOf {
  const records = new Map(units.map(({ code, record }) => [code, record]));
  return (code) => records.get(code) ?? unknownCode(code);
}

function unknownCode(code: string): never {
  throw new Error(`The lists of administrative units have no code ${code}.`);
}

function unitOf(list: string) {
  return ([code = '', name = '', within = '', inFiles = '']: readonly string[]): ListedUnit => ({
    record: inFiles || `${list}-${code}`,
    code,
    name,
    within,
    isInFiles: inFiles !== '',
  });
}

function districtOf(line: readonly string[], recordOf: RecordOf): ListedDistrict {
  const zone = line[4];
  return { ...unitOf('before-2025')(line), into: zone ? [recordOf(zone)] : [] };
}

function communeOf(
  [code = '', name = '', district = '', step = '', into = '']: readonly string[],
  { after, districts }: { readonly after: RecordOf; readonly districts: RecordOf },
): ListedCommune {
  const unit = { code, name, within: districts(district), isInFiles: false };
  if (step === 'KEPT') return { ...unit, record: after(code), step, into: [after(code)] };
  const kind = SuccessionKind[step as SuccessionKind];
  return { ...unit, record: `before-2025-${code}`, step: kind, into: into.split(' ').map(after) };
}
