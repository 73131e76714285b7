import { since } from '../days.js';
import type { Nation, Rows } from '../nation.js';
import { companyName, MARK } from '../words.js';
import { communeOf, grassrootsAt, WHOLE } from './structure.js';

const OWNERSHIPS = ['PRIVATE', 'PRIVATE', 'PRIVATE', 'FDI', 'STATE', 'COOPERATIVE'];
const SIZES = ['MICRO', 'SMALL', 'SMALL', 'MEDIUM', 'LARGE'];
const CHANNELS = ['FACEBOOK', 'FACEBOOK', 'ZALO', 'ZALO', 'TIKTOK', 'PORTAL'];

/** Registration numbers of synthetic enterprises begin here, where no real ones are. */
const REGISTRATIONS = 9_900_000_000;

/** What lies in the communes: enterprises, lodging quarters, facilities; and the channels of unions. */
export function placeRows(nation: Nation): readonly Rows[] {
  return [enterprises(nation), channels(nation), lodging(nation), facilities(nation)];
}

/** How large the nth enterprise is, and whose. */
export function enterpriseAt(nation: Nation, nth: number) {
  const chance = nation.chance('Enterprise', nth);
  return { ownership: chance.of(OWNERSHIPS), sizeClass: chance.of(SIZES) };
}

function enterprises(nation: Nation): Rows {
  return {
    type: 'Enterprise',
    count: nation.count(WHOLE.enterprises),
    row: (nth) => {
      const { commune, parent } = grassrootsAt(nation, nth);
      return {
        nameVi: companyName(nation.chance('company', nth), nth),
        registrationNumber: String(REGISTRATIONS + nth),
        ...enterpriseAt(nation, nth),
        unit: commune.key,
        zone: parent.kind === 'zone' ? nation.key('IndustrialZone', parent.nth) : null,
        grassrootsUnion: nation.key('grassroots', nth),
        ...since(commune.from),
      };
    },
  };
}

function channels(nation: Nation): Rows {
  const step = WHOLE.grassroots / WHOLE.channels;
  return {
    type: 'OfficialChannel',
    count: nation.count(WHOLE.channels),
    row: (nth) => {
      const of = Math.floor(nth * step);
      const kind = nation.chance('OfficialChannel', nth).of(CHANNELS);
      return {
        nameVi: `Kênh ${kind} số ${nth + 1} ${MARK}`,
        organization: nation.key('grassroots', of),
        kind,
        ...since(`${grassrootsAt(nation, of).since}-01-01`),
      };
    },
  };
}

function lodging(nation: Nation): Rows {
  return {
    type: 'LodgingQuarter',
    count: nation.count(WHOLE.lodging),
    row: (nth) => {
      const chance = nation.chance('LodgingQuarter', nth);
      const commune = communeOf(nation, chance.between(0, nation.count(WHOLE.communeUnions) - 1));
      return {
        kind: chance.of(['HOUSE', 'QUARTER', 'SOCIAL_HOUSING']),
        sizeBand: chance.of(['UP_TO_10', 'FROM_11_TO_50', 'FROM_51_TO_100', 'OVER_100']),
        operatorKind: chance.of(['HOUSEHOLD', 'COMPANY', 'STATE']),
        unit: commune.key,
        ...since(commune.from),
      };
    },
  };
}

function facilities(nation: Nation): Rows {
  return {
    type: 'Facility',
    count: nation.count(WHOLE.facilities),
    row: (nth) => ({
      nameVi: `Nhà văn hóa lao động ${nth + 1} ${MARK}`,
      kind: 'CULTURE_HOUSE',
      unit: communeOf(nation, nth).key,
      organization: nation.key('commune', nth % nation.count(WHOLE.communeUnions)),
      ...since(communeOf(nation, nth).from),
    }),
  };
}
