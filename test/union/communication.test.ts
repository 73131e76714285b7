import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf, unionId } from './a-union.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const id = unionId('ldld-bac-giang');
const STATION = idOf('PublicBody', 'radio-television-bac-giang');

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
});
afterAll(() => asked.close());

describe('the federation of Bắc Giang', () => {
  test('is heard every month on FM 98.4 MHz of the provincial station', async () => {
    const { data, statements } = await asked.ask(
      `query ($id: ID!) { unionOrganization(id: $id) { mediaProgrammes(kind: RADIO_FEATURE) { nodes {
        nameVi frequency outlets { id } channel { kind frequency operator { id } organization { id } } } } } }`,
      { id },
    );

    expect(data.unionOrganization.mediaProgrammes.nodes).toEqual([
      {
        nameVi: 'Chuyên mục phát thanh “Giờ thứ 9”',
        frequency: 'MONTHLY',
        outlets: [{ id: STATION }],
        channel: {
          kind: 'RADIO',
          frequency: 'FM 98,4 MHz',
          operator: { id: STATION },
          organization: { id },
        },
      },
    ]);
    expect(statements).toBe(3);
  });

  test('has a portal and a Facebook page, and uses other networks that the report only names', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { unionOrganization(id: $id) { channels(asOf: "2024-03-31") {
        totalCount nodes { kind provenance { certainty } dataQualityFlags { code } } } } }`,
      { id },
    );
    const { totalCount, nodes } = data.unionOrganization.channels;
    const kinds = nodes.map(({ kind }: { kind: string }) => kind);
    const inferred = nodes.filter((each: { dataQualityFlags: object[] }) => each.dataQualityFlags.length > 0);

    expect(totalCount).toBe(5);
    expect(kinds.toSorted()).toEqual(['FACEBOOK', 'PORTAL', 'RADIO', 'TIKTOK', 'ZALO']);
    expect(inferred.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(['TIKTOK', 'ZALO']);
  });

  test('carries out five welfare programmes, two of which the confederation does as well', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { unionOrganization(id: $id) { welfareProgrammes { totalCount nodes {
        nameEn organizations { abbreviation } provenance { fact source { code } } } } } }`,
      { id },
    );
    const { totalCount, nodes } = data.unionOrganization.welfareProgrammes;
    const shared = nodes.filter((each: { organizations: object[] }) => each.organizations.length === 2);

    expect(totalCount).toBe(5);
    expect(shared.map(({ nameEn }: { nameEn: string }) => nameEn)).toEqual(['Tết Reunion', "Workers' Month"]);
    expect(shared[0].provenance).toEqual([
      { fact: 'F000-04', source: { code: 'article-a' } },
      { fact: 'F002-86', source: { code: 'report-c' } },
    ]);
  });

  test('issues five kinds of plan each year, one of them with the provincial police', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { unionOrganization(id: $id) { programmes(kind: ANNUAL_PLAN) {
        totalCount nodes { policePartners { id } } } } }`,
      { id },
    );
    const { totalCount, nodes } = data.unionOrganization.programmes;

    expect(totalCount).toBe(5);
    expect(nodes.flatMap((each: { policePartners: object[] }) => each.policePartners)).toEqual([
      { id: idOf('PoliceOrganization', 'cong-an-bac-giang') },
    ]);
  });
});

describe('the confederation', () => {
  test('builds facilities of named kinds, at named kinds of place', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { unionOrganization(id: $id) { welfareProgrammes(kind: FACILITIES) { nodes {
        facilityTypes { nameVi catalogue } placeTypes { nameVi } } } } }`,
      { id: unionId('vgcl') },
    );

    expect(data.unionOrganization.welfareProgrammes.nodes).toEqual([
      {
        facilityTypes: ['Nhà ở', 'Nhà trẻ', 'Nơi sinh hoạt văn hóa', 'Cơ sở chăm sóc sức khỏe'].map(
          (nameVi) => ({ nameVi, catalogue: 'FACILITY_TYPE' }),
        ),
        placeTypes: [{ nameVi: 'Khu công nghiệp' }, { nameVi: 'Khu chế xuất' }],
      },
    ]);
  });
});

describe('the catalogues', () => {
  test.each([
    ['PLACE_TYPE', 5],
    ['FACILITY_TYPE', 7],
    ['ORGANIZATION_TYPE', 1],
  ])('hold for %s %i terms', async (catalogue, count) => {
    const { data } = await asked.ask(
      `query ($catalogue: Catalogue!) { catalogueTerms(catalogue: $catalogue) { totalCount } }`,
      { catalogue },
    );

    expect(data.catalogueTerms.totalCount).toBe(count);
  });

  test('stand in for zones, of which the sources name none', async () => {
    const { data } = await asked.ask('{ industrialZones { totalCount nodes { nameVi } } }');

    expect(data.industrialZones).toEqual({ totalCount: 0, nodes: [] });
  });
});
