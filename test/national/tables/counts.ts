import {
  publishTipCounts,
  type ReportedTips,
} from '../../../subgraphs/coordination/tips/published-tip-counts.js';
import { ClaimKind } from '../../../subgraphs/union/dispute/claim-vocabulary.js';
import { DisputeKind } from '../../../subgraphs/union/dispute/dispute-vocabulary.js';
import { publish } from '../../../subgraphs/union/dispute/published-counts.js';
import { dated, exactly, YEARS } from '../days.js';
import type { Nation, Rows } from '../nation.js';
import { at } from '../random.js';
import { sides } from './coordination.js';

/** Teams and tips of each year: tips as the provinces reported them, and what may be told of them. */
export function countRows(nation: Nation): readonly Rows[] {
  return [teams(nation), ...tips(nation)];
}

function yearOf(nth: number): number {
  return at(YEARS, nth);
}

function provinceOf(nth: number): number {
  return Math.floor(nth / YEARS.length);
}

function teams(nation: Nation): Rows {
  return {
    type: 'TeamStatistic',
    count: nation.land.provinces.length * YEARS.length,
    row: (nth) => ({
      kind: 'LODGING_QUARTER',
      count: exactly(nation.chance('TeamStatistic', nth).between(10, 200), 'teams'),
      asOf: dated(`${yearOf(nth)}-12-31`),
      organization: sides(nation, provinceOf(nth)).union,
    }),
  };
}

function tips(nation: Nation): readonly Rows[] {
  return [
    {
      type: 'TipStatistic',
      kind: 'tips of province',
      count: nation.land.provinces.length * YEARS.length,
      row: (nth) => {
        const { place, tips, valuable } = reported(nation, nth);
        return {
          classification: 'INTERNAL',
          scope: 'PROVINCE',
          place,
          reporter: sides(nation, provinceOf(nth)).police,
          period: period(yearOf(nth)),
          tips: exactly(tips, 'tips'),
          valuable: exactly(valuable, 'tips'),
        };
      },
    },
    {
      type: 'TipPublication',
      count: YEARS.length,
      row: (nth) => ({
        year: yearOf(nth),
        countedOn: `${yearOf(nth) + 1}-03-31`,
        counts: publishTipCounts(
          nation.land.provinces.map((_, province) => reported(nation, province * YEARS.length + nth)),
        ),
      }),
    },
  ];
}

function period(year: number) {
  return { from: `${year}-01-01`, to: `${year}-12-31`, precision: 'YEAR', text: null };
}

function reported(nation: Nation, nth: number): ReportedTips {
  const chance = nation.chance('tips of province', nth);
  const tips = chance.between(5, 900);
  const { key } = at(nation.land.provinces, provinceOf(nth));
  return { place: `AdministrativeUnit:${key}`, tips, valuable: chance.between(0, tips) };
}

/** Each year's tables of disputes by kind, those resolved and the others. */
const PUBLICATIONS = Object.values(DisputeKind).flatMap((kind) =>
  [true, false].flatMap((isResolved) => YEARS.map((year) => ({ kind, isResolved, year }))),
);

/** What was published of labour disputes, of years before those of the cases that are made up. */
export function disputeRows(nation: Nation): readonly Rows[] {
  return [
    {
      type: 'DisputePublication',
      count: PUBLICATIONS.length,
      row: (nth) => {
        const { year, ...table } = at(PUBLICATIONS, nth);
        return { ...table, year, countedOn: `${year + 1}-03-31`, counts: disputes(nation, nth) };
      },
    },
  ];
}

function disputes(nation: Nation, nth: number) {
  const chance = nation.chance('DisputePublication', nth);
  const keys = nation.land.provinces.map(({ key }) => key);
  const counted = keys.flatMap((province) =>
    Object.values(ClaimKind).map((mainClaim) => ({ province, mainClaim, count: chance.between(0, 60) })),
  );
  return publish(keys, counted);
}
