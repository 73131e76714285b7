import { exactKey } from '../../../../shared/fold.js';
import { communesBefore, type CommuneBefore } from './communes-before.js';
import { districtsBefore, type DistrictBefore } from './districts-before.js';
import type { NewLists, OldLists } from './packages.js';

/** What became of a commune: it stayed the same unit, was only spelt anew, went into one unit or into several. */
export type Step = 'KEPT' | 'RENAMED' | 'MERGED_INTO' | 'PART_MERGED_INTO';

/** A commune of 30 June 2025 with what became of it. */
export interface SteppedCommune {
  readonly code: string;
  readonly name: string;
  /** Code of its district. */
  readonly district: string;
  readonly step: Step;
  readonly into: readonly string[];
}

/** A commune-level unit of 1 July 2025. */
export interface CommuneAfter {
  readonly code: string;
  readonly name: string;
  /** Code of its province. */
  readonly province: string;
}

/** Both sides of the reorganisation, in the order of their codes. */
export interface Reorganisation {
  readonly districts: readonly DistrictBefore[];
  readonly before: readonly SteppedCommune[];
  readonly after: readonly CommuneAfter[];
}

/** Old codes of communes that only changed the spelling of their name, or that of one word of it. */
const SPELT_ANEW: ReadonlySet<string> = new Set(['16906', '23530', '04603', '26119', '23368', '25225']);

/** Brings both lists together and repairs them. */
export function reorganisation(lists: NewLists, old: OldLists): Reorganisation {
  const found = communesBefore(lists, old);
  const districts = districtsBefore(found, lists, old);
  const after = lists.wards.map((each) => ({
    code: each.ward_code,
    name: each.name,
    province: each.province_code,
  }));
  const stepped = steps(found, { districts: districts.codeOf, after });
  const corrected = keptCodes(stepped);
  const into = (codes: readonly string[]): readonly string[] =>
    codes.map((code) => corrected.get(code) ?? code);
  return {
    districts: byCode(districts.all),
    before: byCode(stepped.map((each) => ({ ...each, into: into(each.into) }))),
    after: byCode(after.map((each) => ({ ...each, code: corrected.get(each.code) ?? each.code }))),
  };
}

interface Known {
  readonly districts: (unit: CommuneBefore) => string;
  readonly after: readonly CommuneAfter[];
}

function steps(found: readonly CommuneBefore[], { districts, after }: Known): readonly SteppedCommune[] {
  const names = new Map(after.map(({ code, name }) => [code, name]));
  const shares = Map.groupBy(
    found.flatMap(({ into }) => into),
    (code) => code,
  );
  return found.map((unit) => {
    const [first = ''] = unit.into;
    const alone = shares.get(first)?.length === 1;
    const same = alone && exactKey(names.get(first) ?? '') === exactKey(unit.name);
    const step = same ? 'KEPT' : stepOf(unit);
    const into = same ? [first] : unit.into;
    return { code: unit.code, name: unit.name, district: districts(unit), step, into };
  });
}

function stepOf({ code, into }: CommuneBefore): Step {
  if (SPELT_ANEW.has(code)) return 'RENAMED';
  return into.length > 1 ? 'PART_MERGED_INTO' : 'MERGED_INTO';
}

/** A unit that stays the same keeps its code: that of the new list is wrong where it differs. */
function keptCodes(stepped: readonly SteppedCommune[]): ReadonlyMap<string, string> {
  return new Map(
    stepped
      .filter(({ step }) => step === 'KEPT')
      .flatMap(({ code, into: [listed = code] }) => (listed === code ? [] : [[listed, code] as const])),
  );
}

function byCode<Row extends { readonly code: string }>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((left, right) => (left.code < right.code ? -1 : 1));
}
