import { MARK, companyName } from '../words.js';
import { during, REORGANISED_ON, since } from '../days.js';
import type { Nation, Rows } from '../nation.js';
import { communeOf, grassrootsAt, provinceAt, provinceOfUnion, provinceOfZone, WHOLE } from './structure.js';

/** First day of the provincial unions, which is before all figures. */
const BEGINNING = '2005-01-01';

/** The unions of every level, what is above each, and what each is in charge of. */
export function unionRows(nation: Nation): readonly Rows[] {
  return [zones(nation), ...organizations(nation), ...parents(nation), ...jurisdictions(nation)];
}

function zones(nation: Nation): Rows {
  return {
    type: 'IndustrialZone',
    count: nation.count(WHOLE.zones),
    row: (nth) => ({
      nameVi: `Khu công nghiệp ${nth + 1} ${provinceAt(nation, provinceOfZone(nation, nth)).name} ${MARK}`,
      kind: 'INDUSTRIAL_PARK',
      units: [`AdministrativeUnit:${provinceAt(nation, provinceOfZone(nation, nth)).key}`],
      ...since(REORGANISED_ON),
    }),
  };
}

function organizations(nation: Nation): readonly Rows[] {
  const type = 'UnionOrganization';
  return [
    {
      type,
      kind: 'provincial',
      count: nation.land.provinces.length,
      row: (nth) => ({
        nameVi: `Liên đoàn Lao động ${provinceAt(nation, nth).name} ${MARK}`,
        level: 'PROVINCIAL',
        ...since(BEGINNING),
      }),
    },
    {
      type,
      kind: 'zone',
      count: nation.count(WHOLE.zones),
      row: (nth) => ({
        nameVi: `Công đoàn Khu công nghiệp ${nth + 1} ${MARK}`,
        level: 'INDUSTRIAL_ZONE',
        ...since(REORGANISED_ON),
      }),
    },
    {
      type,
      kind: 'commune',
      count: nation.count(WHOLE.communeUnions),
      row: (nth) => ({
        nameVi: `Công đoàn ${communeOf(nation, nth).name} ${MARK}`,
        level: 'COMMUNE',
        ...since(REORGANISED_ON),
      }),
    },
    {
      type,
      kind: 'grassroots',
      count: nation.count(WHOLE.grassroots),
      row: (nth) => ({
        nameVi: `Công đoàn cơ sở ${companyName(nation.chance('company', nth), nth)}`,
        level: 'GRASSROOTS',
        ...since(`${grassrootsAt(nation, nth).since}-01-01`),
      }),
    },
  ];
}

/** One parent on every day: before the reorganisation the provincial union, since then that of the day. */
function parents(nation: Nation): readonly Rows[] {
  const type = 'OrganizationParent';
  const provincial = (nth: number): string => nation.key('provincial', nth);
  return [
    {
      type,
      kind: 'parent of provincial',
      count: nation.land.provinces.length,
      row: (nth) => ({ child: provincial(nth), parent: nation.land.confederation, ...since(BEGINNING) }),
    },
    ...(['zone', 'commune'] as const).map((kind) => ({
      type,
      kind: `parent of ${kind}`,
      count: nation.count(kind === 'zone' ? WHOLE.zones : WHOLE.communeUnions),
      row: (nth: number) => ({
        child: nation.key(kind, nth),
        parent: provincial(provinceOfUnion(nation, { kind, nth })),
        ...since(REORGANISED_ON),
      }),
    })),
    {
      type,
      kind: 'parent of grassroots',
      count: nation.count(WHOLE.grassroots),
      row: (nth) => {
        const { parent } = grassrootsAt(nation, nth);
        return {
          child: nation.key('grassroots', nth),
          parent: nation.key(parent.kind, parent.nth),
          ...since(REORGANISED_ON),
        };
      },
    },
    {
      type,
      kind: 'earlier parent of grassroots',
      count: nation.count(WHOLE.grassroots),
      row: (nth) => {
        const { commune, since } = grassrootsAt(nation, nth);
        return {
          child: nation.key('grassroots', nth),
          parent: provincial(commune.province),
          ...during(`${since}-01-01`, REORGANISED_ON),
        };
      },
    },
  ];
}

function jurisdictions(nation: Nation): readonly Rows[] {
  const type = 'UnionJurisdiction';
  return [
    {
      type,
      kind: 'territory of provincial',
      count: nation.land.provinces.length,
      row: (nth) => ({
        organization: nation.key('provincial', nth),
        unit: provinceAt(nation, nth).key,
        ...since(provinceAt(nation, nth).from),
      }),
    },
    {
      type,
      kind: 'territory of zone',
      count: nation.count(WHOLE.zones),
      row: (nth) => ({
        organization: nation.key('zone', nth),
        zone: nation.key('IndustrialZone', nth),
        ...since(REORGANISED_ON),
      }),
    },
    {
      type,
      kind: 'territory of commune',
      count: nation.count(WHOLE.communeUnions),
      row: (nth) => ({
        organization: nation.key('commune', nth),
        unit: communeOf(nation, nth).key,
        ...since(communeOf(nation, nth).from),
      }),
    },
  ];
}
