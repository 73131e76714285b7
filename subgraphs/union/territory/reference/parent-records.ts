import { firstDataKey } from '../../../../schema/contract/ids.js';
import type { EntryValues } from '../../../shared/loading/entry-rules.js';
import { DatePrecision } from '../../../shared/values/partial-date.js';
import { RAISED_ON, REORGANISED_ON, type ListedUnit, type Lists } from './lists.js';
import { LIST, listedOn } from './sources.js';

/** The day from which the older lists hold; where a unit lay before is not known. */
const BEFORE = {
  ...listedOn('2025-03-01', REORGANISED_ON),
  validFromPrecision: DatePrecision.UNKNOWN,
};

/** A province of 2025 and what it was raised to the next year. Source: Resolution 30/2026/QH16. */
const RAISED_PROVINCE = { before: 'dong-nai-2025', after: 'dong-nai-2026' };

/** What lay within what, as far as the data files do not tell it. */
export function parentRecords(lists: Lists): readonly EntryValues[] {
  const { districts, before, after, raised, keyOf } = lists;
  const risen = new Set(raised.map(({ code }) => code));
  const listed = [
    ...[...districts, ...before].filter(isNew).map((unit) => ({ unit, days: BEFORE })),
    ...after.filter(isNew).flatMap((unit) => sinceReorganisation(unit, risen)),
    ...raised.map((unit) => ({ unit, days: listedOn(RAISED_ON, null) })),
  ];
  return listed.map(({ unit: { record, within }, days }) => ({
    key: firstDataKey('AdministrativeParent', `${record}-in-${within}`),
    child: keyOf(record),
    parent: keyOf(within),
    ...days,
    provenance: LIST,
  }));
}

interface Belonging {
  readonly unit: ListedUnit;
  readonly days: Readonly<Record<string, unknown>>;
}

function isNew({ isInFiles }: ListedUnit): boolean {
  return !isInFiles;
}

function sinceReorganisation(unit: ListedUnit, risen: ReadonlySet<string>): readonly Belonging[] {
  if (unit.within !== RAISED_PROVINCE.before) return [{ unit, days: listedOn(REORGANISED_ON, null) }];
  const first = { unit, days: listedOn(REORGANISED_ON, RAISED_ON) };
  if (risen.has(unit.code)) return [first];
  return [first, { unit: { ...unit, within: RAISED_PROVINCE.after }, days: listedOn(RAISED_ON, null) }];
}
