import { firstDataKey } from '../../../../schema/contract/ids.js';
import type { EntryValues } from '../../../shared/loading/entry-rules.js';
import { SuccessionKind } from '../succession-edge.entity.js';
import { RAISED_ON, REORGANISED_ON, type ListedCommune, type ListedDistrict, type Lists } from './lists.js';
import { resolutionOf } from './resolutions.js';
import { LAW, LIST } from './sources.js';

/** Which units followed which, as far as the data files do not tell it. */
export function edgeRecords(lists: Lists): readonly EntryValues[] {
  const { districts, before, after, raised } = lists;
  const recordOf = recordsBy(lists.keyOf);
  const provinces = new Map(after.map(({ record, within }) => [record, within]));
  const edges = [...before.flatMap(ofCommune), ...ofDistricts(districts, before)];
  return [
    ...edges.map((edge) =>
      recordOf(edge, {
        effectiveOn: REORGANISED_ON,
        legalDocument: resolutionOf(provinces.get(edge.to) ?? ''),
        provenance: LIST,
      }),
    ),
    ...raised.map(({ record, code }) =>
      recordOf(
        { from: `2025-${code}`, to: record, kind: SuccessionKind.UPGRADED },
        { effectiveOn: RAISED_ON, legalDocument: '237/NQ-UBTVQH16', provenance: LAW },
      ),
    ),
  ];
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: SuccessionKind;
}

function ofCommune({ record, step, into }: ListedCommune): readonly Edge[] {
  return step === 'KEPT' ? [] : into.map((to) => ({ from: record, to, kind: step }));
}

/** A district went where its communes did; special zones followed those without any. */
function ofDistricts(
  districts: readonly ListedDistrict[],
  before: readonly ListedCommune[],
): readonly Edge[] {
  const communes = Map.groupBy(before, ({ within }) => within);
  const origins = Map.groupBy(
    before.flatMap(({ within, into }) => into.map((to) => ({ to, within }))),
    ({ to }) => to,
  );
  const isShared = (to: string): boolean => new Set(origins.get(to)?.map(({ within }) => within)).size > 1;
  return districts
    .filter(({ isInFiles }) => !isInFiles)
    .flatMap(({ record, into }) => {
      const reached = [...new Set([...into, ...(communes.get(record) ?? []).flatMap((each) => each.into)])];
      return reached.map((to) => ({ from: record, to, kind: kindOfStep(reached.length, isShared(to)) }));
    });
}

/** As the data files have it: a district is split, and gives a part where others gave to the same unit. */
function kindOfStep(count: number, isShared: boolean): SuccessionKind {
  if (count === 1) return SuccessionKind.MERGED_INTO;
  return isShared ? SuccessionKind.PART_MERGED_INTO : SuccessionKind.SPLIT_INTO;
}

function recordsBy(keyOf: Lists['keyOf']) {
  return ({ from, to, kind }: Edge, rest: Readonly<Record<string, unknown>>): EntryValues => ({
    key: firstDataKey('SuccessionEdge', `${from}-to-${to}`),
    from: keyOf(from),
    to: keyOf(to),
    kind,
    ...rest,
  });
}
