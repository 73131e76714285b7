import { dated, exactly, REORGANISED_ON, since, someDay, YEARS } from '../days.js';
import type { Nation, Rows } from '../nation.js';
import { at } from '../random.js';
import { MARK } from '../words.js';
import { communeOf, provinceAt, unionRef, WHOLE } from './structure.js';

/** Police organisations, and what they and the unions agreed, wrote and did. */
export function coordinationRows(nation: Nation): readonly Rows[] {
  return [...police(nation), ...papers(nation), ...work(nation)];
}

/** The provincial union and police of a province. */
export function sides(nation: Nation, province: number) {
  return {
    union: unionRef(nation, { kind: 'provincial', nth: province }),
    police: nation.ref('PoliceOrganization', 'provincial police', province),
  };
}

function police(nation: Nation): readonly Rows[] {
  const { provinces, ministry } = nation.land;
  const communes = Math.min(nation.count(WHOLE.communePolice), nation.land.communes.length);
  return [
    {
      type: 'PoliceOrganization',
      kind: 'provincial police',
      count: provinces.length,
      row: (nth) => ({
        nameVi: `Công an ${provinceAt(nation, nth).name} ${MARK}`,
        level: 'PROVINCIAL',
        superior: ministry,
        ...since('2005-01-01'),
      }),
    },
    {
      type: 'PoliceOrganization',
      kind: 'commune police',
      count: communes,
      row: (nth) => ({
        nameVi: `Công an ${communeOf(nation, nth).name} ${MARK}`,
        level: 'COMMUNE',
        superior: nation.key('provincial police', communeOf(nation, nth).province),
        ...since(REORGANISED_ON),
      }),
    },
    {
      type: 'PoliceJurisdiction',
      count: communes,
      row: (nth) => ({
        police: nation.key('commune police', nth),
        unit: `AdministrativeUnit:${communeOf(nation, nth).key}`,
        ...since(communeOf(nation, nth).from),
      }),
    },
    {
      type: 'Counterpart',
      count: provinces.length,
      row: (nth) => ({
        unionSide: sides(nation, nth).union,
        policeSide: nation.key('provincial police', nth),
        ...since(REORGANISED_ON),
      }),
    },
  ];
}

function papers(nation: Nation): readonly Rows[] {
  const { provinces } = nation.land;
  const documents = nation.count(WHOLE.documents);
  return [
    {
      type: 'Document',
      count: documents,
      row: (nth) => {
        const chance = nation.chance('Document', nth);
        const province = nth % provinces.length;
        const year = chance.of(YEARS);
        return {
          symbol: `${String(100 + chance.between(0, 9_000))}/KH-LĐLĐ`,
          symbolStatus: 'CLEAR',
          nameVi: `Kế hoạch bảo đảm an ninh, trật tự ${year} số ${nth + 1}, ${provinceAt(nation, province).name} ${MARK}`,
          family: 'FEDERATION_OF_LABOUR',
          documentType: 'PLAN',
          issuers: [sides(nation, province).union],
          issuedOn: dated(someDay(chance, year)),
          state: 'ISSUED',
        };
      },
    },
    {
      type: 'DocumentRelation',
      count: Math.min(nation.count(WHOLE.relations), documents - 1),
      row: (nth) => ({
        from: nation.key('Document', nth + 1),
        to: nation.key('Document', nth),
        kind: 'CONTINUES',
      }),
    },
    {
      type: 'CoordinationAgreement',
      count: nation.count(WHOLE.agreements),
      row: (nth) => {
        const province = nth % provinces.length;
        const { union, police } = sides(nation, province);
        const signedOn = someDay(
          nation.chance('CoordinationAgreement', nth),
          at(YEARS, Math.floor(nth / provinces.length)),
        );
        return {
          nameVi: `Kế hoạch phối hợp ${nth + 1}, ${provinceAt(nation, province).name} ${MARK}`,
          kind: 'PLAN',
          parties: [union, police],
          signedOn: dated(signedOn),
          state: 'IN_FORCE',
          ...since(signedOn),
        };
      },
    },
  ];
}

const KINDS = ['COMMUNICATION_SESSION', 'TRAINING', 'CONFERENCE', 'REVIEW', 'COMMENDATION', 'FESTIVAL'];

function work(nation: Nation): readonly Rows[] {
  return [
    {
      type: 'Activity',
      count: nation.count(WHOLE.activities),
      row: (nth) => {
        const chance = nation.chance('Activity', nth);
        const commune = communeOf(nation, chance.between(0, nation.land.communes.length - 1));
        const { union, police } = sides(nation, commune.province);
        return {
          kind: chance.of(KINDS),
          level: 'COMMUNE',
          nameVi: `Hoạt động phối hợp ${nth + 1} tại ${commune.name} ${MARK}`,
          organisers: [union],
          coOrganisers: [police],
          places: [`AdministrativeUnit:${commune.key}`],
          audienceKinds: ['WORKER'],
          heldOn: dated(someDay(chance, chance.of([2025, 2026]))),
          movement: nation.land.movement,
          participantsBand: exactly(chance.between(20, 900), 'people'),
          state: 'HELD',
        };
      },
    },
    {
      type: 'CommunicationProduct',
      count: nation.count(WHOLE.products),
      row: (nth) => ({
        activity: nation.key('Activity', nth),
        kind: 'LEAFLET',
        quantity: exactly(nation.chance('CommunicationProduct', nth).between(100, 5_000), 'leaflets'),
      }),
    },
    {
      type: 'SelfManagedTeam',
      count: nation.count(WHOLE.teams),
      row: (nth) => {
        const chance = nation.chance('SelfManagedTeam', nth);
        const of = chance.between(0, nation.count(WHOLE.communeUnions) - 1);
        return {
          kind: chance.of(['LODGING_QUARTER', 'WORKPLACE']),
          place: `AdministrativeUnit:${communeOf(nation, of).key}`,
          supportingUnion: unionRef(nation, { kind: 'commune', nth: of }),
          guidingPolice: sides(nation, communeOf(nation, of).province).police,
          establishedOn: dated(someDay(chance, 2025)),
          memberCount: chance.between(3, 15),
          state: 'ACTIVE',
        };
      },
    },
  ];
}
