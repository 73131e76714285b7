import type { EntryValues } from '../../../shared/loading/entry-rules.js';
import { LAW, LIST, listedOn } from './sources.js';
import { doubtsOf } from './doubts.js';
import { kindOf } from './kinds.js';
import { RAISED_ON, REORGANISED_ON, type ListedUnit, type Lists } from './lists.js';

/** The units of the lists that the data files do not have. */
export function unitRecords(lists: Lists): readonly EntryValues[] {
  const { before, after, raised } = lists;
  const kept = new Set(before.filter(({ step }) => step === 'KEPT').map(({ record }) => record));
  const risen = new Set(raised.map(({ code }) => code));
  const ended = [...lists.districts, ...before.filter(({ step }) => step !== 'KEPT')];
  const recordOf = recordsBy(lists.keyOf);
  return [
    ...ended.filter(isNew).map((unit) => recordOf(unit, { from: null, to: REORGANISED_ON })),
    ...after.filter(isNew).map((unit) =>
      recordOf(unit, {
        from: kept.has(unit.record) ? null : REORGANISED_ON,
        to: risen.has(unit.code) ? RAISED_ON : null,
      }),
    ),
    ...raised.map((unit) => recordOf(unit, { from: RAISED_ON, to: null })),
  ];
}

function isNew({ isInFiles }: ListedUnit): boolean {
  return !isInFiles;
}

interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

function recordsBy(keyOf: Lists['keyOf']) {
  return ({ record, code, name }: ListedUnit, { from, to }: Days): EntryValues => ({
    key: keyOf(record),
    code,
    ...kindOf(name),
    ...listedOn(from, to),
    provenance: from === RAISED_ON ? LAW : LIST,
    dataQualityFlags: doubtsOf(record),
  });
}
