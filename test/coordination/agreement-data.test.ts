import { isRejection, readSymbol } from '../../subgraphs/coordination/document/symbol/parse.js';
import type { IssuerKind } from '../../subgraphs/coordination/document/symbol/issuers.js';
import { entriesOf, type Entry } from './first-activities.js';
import { describe, expect, test } from '@jest/globals';

interface Dates {
  readonly from?: string | null;
  readonly to?: string;
}

interface Kept extends Entry {
  readonly validity?: Dates;
  readonly [property: string]: unknown;
}

const TYPES =
  'PoliceOrganization PoliceJurisdiction PoliceSuccession Counterpart PublicBody PublicBodySuccession Official OfficeHolding Document DocumentRelation CoordinationAgreement'.split(
    ' ',
  );
const FACTS = `
  F000-03 F000-09 F000-20 F000-33 F000-35 F001-04 F001-07 F001-16 F002-01 F002-02 F002-03 F002-04 F002-05 F002-114
  F002-115 F002-116 F002-117 F002-118 F002-119 F002-120 F002-121 F002-122 F002-23 F002-25 F002-26 F002-27 F002-28
  F002-29 F002-30 F002-31 F002-32 F002-33 F002-34 F002-35 F002-36 F002-37 F002-38 F002-39 F002-40 F002-41 F002-42
  F002-43 F002-44 F002-45 F002-49 F002-50 F002-51 F002-53 F002-54 F002-55 F002-80 F002-83 F002-85 F003-02 F003-04
  F003-05 F003-06 F003-07 F003-08 F003-12 F003-13 F003-14 F003-15 F004-01 F004-02 F004-03 F004-05 F004-06 F004-07
  F004-08 F004-21 F004-29`;
const entries = TYPES.flatMap((type) => of(type));

describe('the first data on organisations, documents and agreements', () => {
  test('carries each of its facts', () => {
    const cited = new Set(entries.flatMap(({ sources }) => sources.map(({ fact }) => fact)));
    const wanted = FACTS.trim().split(/\s+/);

    expect(wanted.filter((fact) => !cited.has(fact))).toEqual([]);
  });

  test.each([
    ['UnionOrganization', 'union'],
    ['AdministrativeUnit', 'union'],
    ['PoliceOrganization', 'coordination'],
    ['PublicBody', 'coordination'],
  ])('points only at a %s that has a record', (type, subgraph) => {
    const known = new Set(entriesOf(subgraph, type).map(({ key }) => key));
    const named = entries.flatMap((entry) => refsTo(type, entry));

    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });

  test('knows four persons by name', () => {
    expect(of('Official').map(({ name }) => name)).toEqual([
      'Tô Lâm',
      'Lê Quốc Hùng',
      'Nguyễn Đình Khang',
      'Nguyễn Mạnh Hùng',
    ]);
  });
});

describe('the documents', () => {
  const numbered = of('Document').filter(({ symbol }) => symbol);

  test.each(numbered)('$key has a symbol that agrees with its type and system', (document) => {
    const reading = readSymbol(String(document['symbol']));
    if (isRejection(reading)) throw new Error(`${document.key} has no symbol.`);
    const families = new Set(reading.issuers.map(({ kind }) => kind && FAMILIES[kind]));

    expect(reading.canonical).toBe(document['symbol']);
    expect([...reading.documentTypes, 'COORDINATION_PROGRAMME']).toContain(document['documentType']);
    expect(families.size > 1 ? 'JOINT' : [...families][0]).toBe(document['family']);
  });

  test.each(numbered)('$key has as many issuers as its symbol names', (document) => {
    const reading = readSymbol(String(document['symbol']));

    expect(document['issuers']).toHaveLength(isRejection(reading) ? 0 : reading.issuers.length);
  });

  test('without a symbol say why in a flag, but for a treaty', () => {
    const silent = of('Document').filter(
      ({ symbol, flags, documentType }) =>
        !symbol && documentType !== 'TREATY' && !codes(flags).includes('SYMBOL_UNKNOWN'),
    );

    expect(silent).toEqual([]);
  });

  test('of one source that disagree are one record with both spellings', () => {
    const disputed = of('Document').filter(({ symbolStatus }) => symbolStatus === 'DISPUTED');

    expect(disputed).toMatchObject([
      {
        key: 'regulation-mps-vgcl-2017',
        aliases: [{ value: '03/QCPH-BCA-TLĐ' }, { value: '03/QC-BCA-TLĐLĐ' }],
      },
    ]);
  });
});

describe('over time', () => {
  const agreements = of('CoordinationAgreement');

  test.each(agreements.filter(({ supersedes }) => supersedes))(
    '$key closes its predecessor on its own first day',
    ({ supersedes, validity }) => {
      const predecessor = agreements.find(({ key }) => key === supersedes);

      expect(predecessor?.validity?.to).toBe(validity?.from);
    },
  );

  test.each([
    ['PoliceSuccession', 'PoliceOrganization'],
    ['PublicBodySuccession', 'PublicBody'],
  ])('each %s leads, on its day, from an ended organisation to one valid then', (steps, type) => {
    const bodies = new Map(of(type).map((body) => [body.key, body]));
    const wrong = of(steps).filter(({ from, to, effectiveOn }) => {
      const next = bodies.get(String(to))?.validity;
      return bodies.get(String(from))?.validity?.to !== effectiveOn || !holds(next, String(effectiveOn));
    });

    expect(wrong).toEqual([]);
  });

  test('no police or public body that ended is without a successor', () => {
    const steps = [...of('PoliceSuccession'), ...of('PublicBodySuccession')].map(({ from }) => from);
    const ended = [...of('PoliceOrganization'), ...of('PublicBody')].filter(({ validity }) => validity?.to);

    expect(ended.filter(({ key }) => !steps.includes(key))).toEqual([]);
  });

  test('each territory is in the charge of a police organisation while both exist', () => {
    const units = new Map(entriesOf('union', 'AdministrativeUnit').map((unit) => [unit.key, unit as Kept]));
    const police = new Map(of('PoliceOrganization').map((each) => [each.key, each]));
    const wrong = of('PoliceJurisdiction').filter(({ unit, police: key, validity }) =>
      [units.get(String(unit)), police.get(String(key))].some((body) => !covers(body?.validity, validity)),
    );

    expect(wrong).toEqual([]);
  });
});

const FAMILIES: { readonly [kind in IssuerKind]: string } = {
  GOVERNMENT: 'GOVERNMENT',
  PRIME_MINISTER: 'GOVERNMENT',
  NATIONAL_ASSEMBLY: 'NATIONAL_ASSEMBLY',
  ASSEMBLY_STANDING_COMMITTEE: 'NATIONAL_ASSEMBLY',
  MINISTRY: 'MINISTRY',
  UNION_CONFEDERATION: 'CONFEDERATION_OF_LABOUR',
  UNION_FEDERATION: 'FEDERATION_OF_LABOUR',
  FATHERLAND_FRONT: 'FATHERLAND_FRONT',
  PEOPLES_COMMITTEE: 'PEOPLES_COMMITTEE',
  PEOPLES_COUNCIL: 'PEOPLES_COUNCIL',
  PROVINCIAL_PARTY_COMMITTEE: 'PARTY_PROVINCIAL',
  DISTRICT_PARTY_COMMITTEE: 'PARTY_DISTRICT',
  PARTY_CENTRE: 'PARTY_CENTRAL',
  STEERING_COMMITTEE: 'STEERING_COMMITTEE',
  PROVINCIAL_POLICE: 'PROVINCIAL_POLICE',
};

/** Properties that hold the bare key of a record of another subgraph. */
const BARE: { readonly [type: string]: readonly string[] } = {
  UnionOrganization: ['unionSide'],
  AdministrativeUnit: ['unit', 'territory'],
};

function of(type: string): readonly Kept[] {
  return entriesOf('coordination', type);
}

function refsTo(type: string, entry: Kept): readonly string[] {
  const typed = Object.values(entry)
    .flat()
    .filter((value) => typeof value === 'string' && value.startsWith(`${type}/`))
    .map((value) => String(value).slice(type.length + 1));
  const bare = (BARE[type] ?? []).map((property) => entry[property]).filter((value) => value !== undefined);
  return [...typed, ...bare.map(String)];
}

function codes(flags: unknown): readonly string[] {
  return ((flags ?? []) as readonly { readonly code: string }[]).map(({ code }) => code);
}

function holds({ from, to }: Dates = {}, day: string): boolean {
  return (from ?? day) <= day && (!to || day < to);
}

function covers(whole: Dates = {}, part: Dates = {}): boolean {
  const begins = !whole.from || (!!part.from && whole.from <= part.from);
  return begins && (!whole.to || (!!part.to && part.to <= whole.to));
}
