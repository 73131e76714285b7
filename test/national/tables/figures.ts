import { dated, exactly, YEARS } from '../days.js';
import type { Nation, Rows } from '../nation.js';
import { FIGURED, WHOLE } from './structure.js';
import { at } from '../random.js';

/** Ten years of figures: of every provincial union, and of one grassroots union in ten. */
export function figureRows(nation: Nation): readonly Rows[] {
  return [...memberships(nation), ...workforces(nation), welfare(nation), socialChannels(nation)];
}

/** Numbers of those of whom there are figures. */
type Scope = (nth: number) => string;

function yearOf(nth: number): number {
  return at(YEARS, nth);
}

function lastDayOf(nth: number) {
  return { asOf: dated(`${yearOf(nth)}-12-31`), state: 'PUBLISHED' };
}

function provincial(nation: Nation): Scope {
  return (nth) => nation.key('provincial', Math.floor(nth / YEARS.length) % nation.land.provinces.length);
}

function grassroots(nation: Nation): Scope {
  return (nth) => nation.key('grassroots', Math.floor(nth / YEARS.length) * FIGURED);
}

function figured({ land }: Nation): number {
  return land.provinces.length * YEARS.length;
}

function figuredBelow(nation: Nation): number {
  return Math.floor(nation.count(WHOLE.grassroots) / FIGURED) * YEARS.length;
}

function memberships(nation: Nation): readonly Rows[] {
  const rowsOf = (kind: string, count: number, scope: Scope, most: number): Rows => ({
    type: 'MembershipStatistic',
    kind,
    count,
    row: (nth) => ({
      organization: scope(nth),
      metric: 'MEMBERS',
      quantity: exactly(nation.chance(kind, nth).between(most / 10, most), 'people'),
      ...lastDayOf(nth),
    }),
  });
  return [
    rowsOf('members of provincial', figured(nation), provincial(nation), 900_000),
    rowsOf('members of grassroots', figuredBelow(nation), grassroots(nation), 900),
  ];
}

function workforces(nation: Nation): readonly Rows[] {
  const rowsOf = (kind: string, count: number, scope: Scope, most: number): Rows => ({
    type: 'WorkforceStatistic',
    kind,
    count,
    row: (nth) => ({
      organization: scope(nth),
      metric: 'WORKERS',
      sector: 'ENTERPRISE',
      quantity: exactly(nation.chance(kind, nth).between(most / 10, most), 'people'),
      ...lastDayOf(nth),
    }),
  });
  return [
    rowsOf('workers of provincial', figured(nation), provincial(nation), 1_000_000),
    rowsOf('workers of grassroots', figuredBelow(nation), grassroots(nation), 1_000),
  ];
}

function welfare(nation: Nation): Rows {
  return {
    type: 'WelfareStatistic',
    count: figured(nation),
    row: (nth) => ({
      organization: provincial(nation)(nth),
      metric: 'BENEFICIARIES',
      quantity: exactly(nation.chance('WelfareStatistic', nth).between(1_000, 90_000), 'people'),
      periodStart: dated(`${yearOf(nth)}-01-01`),
      ...lastDayOf(nth),
    }),
  };
}

function socialChannels(nation: Nation): Rows {
  return {
    type: 'SocialChannelStatistic',
    count: figured(nation),
    row: (nth) => ({
      organization: provincial(nation)(nth),
      metric: 'PAGES_AND_GROUPS',
      levels: ['GRASSROOTS'],
      quantity: exactly(nation.chance('SocialChannelStatistic', nth).between(50, 2_000), 'pages'),
      ...lastDayOf(nth),
    }),
  };
}
