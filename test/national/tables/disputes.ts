import { ClaimKind } from '../../../subgraphs/union/dispute/claim-vocabulary.js';
import type { Nation, Rows } from '../nation.js';
import { at, type Chance } from '../random.js';
import { grassrootsAt, provinceAt, WHOLE } from './structure.js';

/** Cases of the union alone, of a year of which nothing is published yet. */
const RESTRICTED = { classification: 'RESTRICTED' } as const;
const MONTHS = ['2026-05', '2026-06', '2026-07', '2026-08'] as const;

/** How far cases have come, and what resolved them. */
const LIVES = [
  { state: 'CLOSED', resolution: 'AGREEMENT' },
  { state: 'IN_DIALOGUE', resolution: null },
  { state: 'RESOLVED', resolution: 'JUDGMENT' },
  { state: 'REPORTED', resolution: null },
  { state: 'VERIFIED', resolution: null },
  { state: 'CLOSED', resolution: 'AGREEMENT' },
  { state: 'IN_MEDIATION', resolution: null },
  { state: 'AGREED', resolution: null },
  { state: 'REFERRED', resolution: null },
  { state: 'CLOSED', resolution: 'ARBITRATION' },
] as const;

const BANDS = ['UP_TO_50', 'FROM_51_TO_200', 'FROM_51_TO_200', 'FROM_201_TO_500', 'OVER_1000'];

/** Claims that are about a sum. */
const OF_MONEY = [
  ClaimKind.UNPAID_WAGES,
  ClaimKind.UNPAID_WAGES,
  ClaimKind.SOCIAL_INSURANCE_ARREARS,
  ClaimKind.OTHER_INSURANCE_ARREARS,
  ClaimKind.BONUS_ALLOWANCE,
];
const OF_NO_SUM = [ClaimKind.WORKING_CONDITIONS, ClaimKind.MEALS];

/** One in so many cases has a second claim, that is about no sum. */
const SECOND_EVERY = 3;

/** Labour disputes with what is claimed: of some enterprises, nobody is named. */
export function disputeCaseRows(nation: Nation): readonly Rows[] {
  return [cases(nation), ...claims(nation)];
}

function mainClaimOf(nation: Nation, nth: number): ClaimKind {
  return nation.chance('Claim', nth).of(OF_MONEY);
}

function cases(nation: Nation): Rows {
  const step = WHOLE.enterprises / WHOLE.disputes;
  return {
    type: 'LabourDisputeCase',
    count: nation.count(WHOLE.disputes),
    row: (nth) => {
      const chance = nation.chance('LabourDisputeCase', nth);
      const { province } = grassrootsAt(nation, nth * step).commune;
      return {
        ...RESTRICTED,
        enterprise: nation.key('Enterprise', nth * step),
        handlingUnion: nation.key('provincial', province),
        province: provinceAt(nation, province).key,
        startedOn: `${chance.of(MONTHS)}-${chance.between(10, 28)}`,
        kind: chance.of(['COLLECTIVE_DISPUTE', 'WORK_STOPPAGE']),
        cause: chance.of(['EMPLOYER_VIOLATION', 'EMPLOYER_VIOLATION', 'INTEREST_DEMAND', 'OTHER']),
        mainClaim: mainClaimOf(nation, nth),
        ...at(LIVES, nth),
      };
    },
  };
}

function claims(nation: Nation): readonly Rows[] {
  const [type, count] = ['Claim', nation.count(WHOLE.disputes)];
  return [
    {
      type,
      count,
      row: (nth) => {
        const amountVnd = nation.chance('amount', nth).between(100, 5_000) * 1_000_000;
        return { ...claimOf(nation, nth), kind: mainClaimOf(nation, nth), ...outcomeOf(nth, amountVnd) };
      },
    },
    {
      type,
      kind: 'second claim',
      count,
      row: (nth) => {
        if (nth % SECOND_EVERY > 0) return null;
        const kind = nation.chance('second claim', nth).of(OF_NO_SUM);
        return { ...claimOf(nation, nth), kind, ...outcomeOf(nth, null) };
      },
    },
  ];
}

function claimOf(nation: Nation, nth: number) {
  const chance: Chance = nation.chance('workers', nth);
  return {
    ...RESTRICTED,
    disputeCase: nation.key('LabourDisputeCase', nth),
    workersBand: chance.of(BANDS),
  };
}

/** What became of a claim: nothing yet, or what was agreed in full, or judged in part. */
function outcomeOf(nth: number, amountVnd: number | null) {
  const { resolution } = at(LIVES, nth);
  if (resolution === null) return { outcome: 'PENDING', amountVnd, resolvedVnd: 0 };
  if (resolution === 'AGREEMENT') return { outcome: 'MET', amountVnd, resolvedVnd: amountVnd ?? 0 };
  return { outcome: 'UNRESOLVED', amountVnd, resolvedVnd: (amountVnd ?? 0) / 2 };
}
