import { OrganizationParent } from '../../subgraphs/union/organization/organization-parent.entity.js';
import { UnionJurisdiction } from '../../subgraphs/union/organization/union-jurisdiction.entity.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { keyIn, unionId, unitId, written } from './a-union.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const BAC_GIANG = unionId('ldld-bac-giang');

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
});
afterAll(() => asked.close());

describe('the federation of Bắc Giang', () => {
  test('belongs to the confederation, is responsible for its province, and merged into that of Bắc Ninh', async () => {
    const { data, errors, statements } = await asked.ask(
      `query ($id: ID!) { unionOrganization(id: $id) {
        nameVi level abbreviation validity { from fromPrecision to } parent { nameVi level }
        jurisdictions { unit { nameVi code } zone { id } provenance { source { code } } }
        successors { kind effectiveOn to { nameVi validity { from } } provenance { certainty } }
      } }`,
      { id: BAC_GIANG },
    );

    expect(errors).toBeUndefined();
    expect(data.unionOrganization).toEqual({
      nameVi: 'Liên đoàn Lao động tỉnh Bắc Giang',
      level: 'PROVINCIAL',
      abbreviation: 'LĐLĐ tỉnh Bắc Giang',
      validity: { from: null, fromPrecision: 'UNKNOWN', to: '2025-07-01' },
      parent: { nameVi: 'Tổng Liên đoàn Lao động Việt Nam', level: 'CENTRAL' },
      jurisdictions: [
        {
          unit: { nameVi: 'Tỉnh Bắc Giang', code: '24' },
          zone: null,
          provenance: [{ source: { code: 'report-c' } }, { source: { code: 'reorganisation-law' } }],
        },
      ],
      successors: [
        {
          kind: 'MERGED_INTO',
          effectiveOn: '2025-07-01',
          to: { nameVi: 'Liên đoàn Lao động tỉnh Bắc Ninh', validity: { from: '2025-07-01' } },
          provenance: [{ certainty: 'EXTERNAL_UNVERIFIED' }],
        },
      ],
    });
    expect(statements).toBeLessThanOrEqual(7);
  });

  test.each([
    ['2024-03-31', 'ACTIVE', 'PLANNED'],
    ['2025-06-30', 'ACTIVE', 'PLANNED'],
    ['2025-07-01', 'ENDED', 'ACTIVE'],
    [null, 'ENDED', 'ACTIVE'],
  ])('on %s is %s, its successor %s', async (day, before, after) => {
    const { data } = await asked.ask(
      `query ($id: ID!, $day: LocalDate) { unionOrganization(id: $id) {
        status(asOf: $day) successors { to { status(asOf: $day) } } } }`,
      { id: BAC_GIANG, day },
    );

    expect(data.unionOrganization).toEqual({ status: before, successors: [{ to: { status: after } }] });
  });

  test('shows its boards and institutions with their kinds, and the secrecy team by name only', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { unionOrganization(id: $id) { departments { kind nameVi organization { id } } } }`,
      { id: BAC_GIANG },
    );
    const { departments } = data.unionOrganization;

    expect(departments.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual([
      'CULTURE_HOUSE',
      'OFFICE',
      'PERMANENT_LEADERSHIP',
      'RECORDS_OFFICE',
      'SECRECY_TEAM',
      'SPECIALISED_BOARD',
      'STANDING_BOARD',
    ]);
    expect(departments[0].organization).toEqual({ id: BAC_GIANG });
  });

  test('carries both readings of an abbreviated board', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { unionOrganization(id: $id) {
        departments { abbreviation dataQualityFlags { code readings { value source { code } } } } } }`,
      { id: BAC_GIANG },
    );
    const board = data.unionOrganization.departments.find(
      (each: { abbreviation: string }) => each.abbreviation === 'Ban TG&NC',
    );

    expect(board.dataQualityFlags).toEqual([
      {
        code: 'ABBREVIATION_EXPANDED',
        readings: [
          { value: 'Ban TG&NC', source: { code: 'report-c' } },
          { value: 'Ban Tuyên giáo và Nữ công', source: null },
        ],
      },
    ]);
  });
});

describe('unions', () => {
  test.each([
    ['2025-06-30', ['Liên đoàn Lao động tỉnh Bắc Giang', 'Liên đoàn Lao động tỉnh Bắc Ninh']],
    ['2025-07-01', ['Liên đoàn Lao động tỉnh Bắc Ninh']],
  ])('of the provinces on %s are %j', async (day, names) => {
    const { data } = await asked.ask(
      `query ($day: LocalDate!) { unionOrganizations(asOf: $day, level: PROVINCIAL) { totalCount nodes { nameVi } } }`,
      { day },
    );

    expect(data.unionOrganizations).toEqual({
      totalCount: names.length,
      nodes: names.map((nameVi) => ({ nameVi })),
    });
  });

  test.each([
    ['bac-giang', '2025-06-30', 1],
    ['bac-giang', '2025-07-01', 0],
    ['bac-ninh-2025', '2025-07-01', 1],
    ['huyen-hiep-hoa', '2025-06-30', 0],
  ])('responsible for %s on %s number %i', async (unit, day, count) => {
    const { data, statements } = await asked.ask(
      `query ($unit: ID!, $day: LocalDate!) { unionOrganizations(unit: $unit, asOf: $day) { totalCount } }`,
      { unit: unitId(unit), day },
    );

    expect(data.unionOrganizations.totalCount).toBe(count);
    expect(statements).toBe(2);
  });

  test('are found by part of the name, in any order', async () => {
    const { data } = await asked.ask(
      `{ unionOrganizations(name: "bac ninh lien doan", orderBy: VALID_FROM, direction: DESC) { nodes { id } } }`,
    );

    expect(data.unionOrganizations.nodes).toEqual([
      { id: unionId('ldld-bac-ninh-2025') },
      { id: unionId('ldld-bac-ninh') },
    ]);
  });

  test('are reached from the unit for which they are responsible', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { administrativeUnit(id: $id) { unionJurisdictions { organization { id } } } }`,
      { id: unitId('bac-giang') },
    );

    expect(data.administrativeUnit.unionJurisdictions).toEqual([{ organization: { id: BAC_GIANG } }]);
  });
});

describe('the levels of the union system', () => {
  test.each([
    ['2025-06-30', true, false],
    ['2025-07-01', false, true],
  ])('on %s: district %s, commune %s, and industrial zones in any case', async (day, district, commune) => {
    const { data } = await asked.ask(`query ($day: LocalDate!) { unionLevelPeriods(asOf: $day) { level } }`, {
      day,
    });
    const levels = data.unionLevelPeriods.map(({ level }: { level: string }) => level);

    expect(new Set(levels).size).toBe(levels.length);
    expect(levels).toContain('INDUSTRIAL_ZONE');
    expect([levels.includes('DISTRICT'), levels.includes('COMMUNE')]).toEqual([district, commune]);
  });
});

describe('the database', () => {
  test('refuses a second parent on one day', async () => {
    const [child, parent] = [keyIn(BAC_GIANG), keyIn(unionId('ldld-bac-ninh'))];
    const second = written(asked, OrganizationParent, [
      { child, parent, validFrom: '2025-06-30', validTo: '2025-07-01' },
    ]);

    await expect(second).rejects.toThrow('organization_parent_child_key_one_per_day');
  });

  test('refuses a responsibility without a place', async () => {
    const nowhere = written(asked, UnionJurisdiction, [{ organization: keyIn(BAC_GIANG) }]);

    await expect(nowhere).rejects.toThrow('union_jurisdiction_one_place');
  });
});
