import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf } from './first-activities.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(coordination);
});
afterAll(() => asked.close());

const FEDERATION = idOf('UnionOrganization', 'ldld-bac-giang');

describe('the direct sessions for workers and lodging owners', () => {
  const SESSIONS = `query ($organiser: ID) {
    activities(kind: COMMUNICATION_SESSION, organiser: $organiser) { nodes {
      level recurrence heldOn { value } audienceKinds
      organisers { ... on UnionOrganization { id } }
      coOrganisers { ... on PoliceOrganization { id } ... on PublicBody { id nameVi } }
      places { id } topics { nameVi } dataQualityFlags { code }
      provenance { fact source { code } sourceStatus }
    } }
  }`;

  test('name their partners, areas and topics as the report does', async () => {
    const { data, statements } = await asked.ask(SESSIONS, { organiser: FEDERATION });

    expect(data.activities.nodes).toMatchObject([
      {
        level: 'PROVINCIAL',
        recurrence: 'YEARLY',
        heldOn: null,
        audienceKinds: ['WORKER', 'LODGING_OWNER'],
        organisers: [{ id: FEDERATION }],
        coOrganisers: [
          { id: idOf('PoliceOrganization', 'cong-an-bac-giang') },
          { id: idOf('PublicBody', 'department-of-justice-bac-giang') },
          { id: idOf('PublicBody', 'department-of-labour-bac-giang') },
        ],
      },
    ]);
    expect(statements).toBe(3);
  });

  test('took place in four areas and spoke about eight topics', async () => {
    const { data } = await asked.ask(SESSIONS);

    const [sessions] = data.activities.nodes;
    const areas = ['thi-xa-viet-yen', 'huyen-yen-dung', 'huyen-hiep-hoa', 'thanh-pho-bac-giang'];
    expect(sessions.places).toEqual(areas.map((key) => ({ id: idOf('AdministrativeUnit', key) })));
    expect(sessions.topics.map(({ nameVi }: { nameVi: string }) => nameVi)).toEqual([
      'tín dụng đen',
      'trộm cắp',
      'cướp giật',
      'lừa đảo chiếm đoạt tài sản',
      'tội phạm công nghệ cao',
      'ma túy',
      'mại dâm',
      'cờ bạc',
    ]);
  });

  test('carry the facts of an unnumbered report and the doubt about Việt Yên', async () => {
    const { data } = await asked.ask(SESSIONS);

    const [sessions] = data.activities.nodes;
    expect(sessions.provenance.map(({ fact }: { fact: string }) => fact)).toEqual([
      'F002-68',
      'F002-69',
      'F002-70',
    ]);
    expect(sessions.provenance[0].sourceStatus).toBe('UNNUMBERED_REPORT');
    expect(sessions.dataQualityFlags).toEqual([{ code: 'UNIT_RESOLVED_BY_DATE' }]);
  });
});

describe('the conferences that commend', () => {
  const CONFERENCES = `{ activities(kind: COMMENDATION) { nodes {
    level heldOn { value precision basis } periodReviewed { from to precision } movement { nameVi }
    dataQualityFlags { code readings { value source { code } } }
  } } }`;

  test('are two, told apart by their level though they share a title', async () => {
    const { data, statements } = await asked.ask(CONFERENCES);

    const review = { from: '2018-01-01', to: '2023-12-31', precision: 'YEAR' };
    expect(data.activities.nodes).toMatchObject([
      { level: 'NATIONAL', heldOn: { value: '2023-12-22', precision: 'DAY' }, periodReviewed: review },
      { level: 'PROVINCIAL', heldOn: { value: '2023-01-01', precision: 'YEAR' }, periodReviewed: review },
    ]);
    expect(statements).toBe(2);
  });

  test('belong to the movement they commend people for', async () => {
    const { data } = await asked.ask(CONFERENCES);

    expect(
      data.activities.nodes.map(({ movement }: { movement: { nameVi: string } }) => movement.nameVi),
    ).toEqual(['Toàn dân bảo vệ an ninh Tổ quốc', 'Toàn dân bảo vệ an ninh Tổ quốc']);
  });

  test('show that the year of the national one is inferred, with both readings', async () => {
    const { data } = await asked.ask(CONFERENCES);

    const [national] = data.activities.nodes;
    expect(national.heldOn.basis).toBe('METADATA');
    expect(national.dataQualityFlags[0]).toMatchObject({
      code: 'YEAR_INFERRED',
      readings: [{ source: { code: 'article-a' } }, { source: { code: 'article-b' } }],
    });
  });
});

describe('the activities of a record', () => {
  const COUNT = 'activities { totalCount nodes { nameVi } }';

  test.each([
    ['UnionOrganization', 'ldld-bac-giang', 14],
    ['UnionOrganization', 'vgcl', 9],
    ['PoliceOrganization', 'cong-an-bac-giang', 9],
    ['PoliceOrganization', 'mps', 4],
    ['PublicBody', 'youth-union-bac-giang', 1],
    ['AdministrativeUnit', 'bac-giang', 12],
    ['AdministrativeUnit', 'huyen-lang-giang', 1],
    ['CoordinationAgreement', 'regulation-mps-vgcl-2017', 3],
    ['CoordinationAgreement', 'regulation-mps-vgcl-2023', 1],
    ['Movement', 'toan-dan-bao-ve-an-ninh-to-quoc', 4],
    ['Movement', 'vi-an-ninh-to-quoc', 0],
  ])('are those that %s %s is linked to: %i', async (type, key, count) => {
    const { data } = await asked.entities(type, [{ id: idOf(type, key) }], COUNT);

    expect(data._entities[0].activities.totalCount).toBe(count);
  });

  test('take two statements however many organisations ask', async () => {
    const keys = ['ldld-bac-giang', 'vgcl', 'ldld-bac-ninh-2025'];
    const { data, statements } = await asked.entities(
      'UnionOrganization',
      keys.map((key) => ({ id: idOf('UnionOrganization', key) })),
      'activities(kind: PROTECTION, first: 2) { totalCount nodes { nameVi } }',
    );

    expect(data._entities.map((each: { activities: { nodes: [] } }) => each.activities.nodes.length)).toEqual(
      [0, 2, 0],
    );
    expect(statements).toBe(2);
  });

  test('lead on to organisers, agreement, movement and products in a fixed number of statements', async () => {
    const { data, statements } = await asked.ask(
      `{ activities(first: 100) { nodes {
        organisers { ... on PoliceOrganization { nameVi } ... on PublicBody { id } }
        coOrganisers { ... on PoliceOrganization { nameVi } ... on PublicBody { nameVi } }
        agreement { nameVi } movement { nameVi } products { kind activity { nameVi } } places { id }
      } } }`,
    );

    expect(data.activities.nodes).toHaveLength(23);
    expect(statements).toBe(7);
  });
});

describe('a list of activities', () => {
  test('can be limited to a time, a level, a place and a movement', async () => {
    const { data } = await asked.ask(
      `query ($place: ID, $movement: ID) {
        spring: activities(from: "2023-04-01", to: "2023-06-30") { nodes { kind } }
        national: activities(level: NATIONAL) { totalCount }
        place: activities(place: $place, movement: $movement) { nodes { kind } }
      }`,
      {
        place: idOf('AdministrativeUnit', 'bac-giang'),
        movement: idOf('Movement', 'toan-dan-bao-ve-an-ninh-to-quoc'),
      },
    );

    expect(data.spring.nodes).toEqual([{ kind: 'SIGNING' }, { kind: 'COMMENDATION' }]);
    expect(data.national.totalCount).toBe(9);
    const kinds = data.place.nodes.map(({ kind }: { kind: string }) => kind);
    expect(kinds.toSorted()).toEqual(['COMMENDATION', 'INFORMATION_EXCHANGE', 'PLANNING']);
  });

  test('goes on behind its cursor without gap or double', async () => {
    const PAGE =
      'query ($after: String) { activities(first: 10, after: $after) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }';
    const first = await asked.ask(PAGE);
    const next = await asked.ask(PAGE, { after: first.data.activities.pageInfo.endCursor });
    const last = await asked.ask(PAGE, { after: next.data.activities.pageInfo.endCursor });

    const pages = [first, next, last].flatMap(({ data }) => data.activities.nodes as { id: string }[]);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(first.data.activities.totalCount);
    expect(last.data.activities.pageInfo.hasNextPage).toBe(false);
  });

  test.each([
    ['activity(id: "x") { id }', 'INVALID_ID'],
    [`activity(id: "${FEDERATION}") { id }`, 'INVALID_ID'],
    ['activities(organiser: "x") { totalCount }', 'INVALID_ID'],
    [`activities(movement: "${FEDERATION}") { totalCount }`, 'INVALID_ID'],
    ['activities(from: "2023-02-30") { totalCount }', 'INVALID_DATE'],
    ['activities(first: 101) { totalCount }', 'INVALID_PAGE'],
    ['activities(after: "x") { totalCount }', 'INVALID_CURSOR'],
  ])('refuses %s with %s', async (field, code) => {
    const { errors } = await asked.ask(`{ ${field} }`);

    expect(errors).toMatchObject([{ extensions: { code } }]);
  });

  test('is empty for an unknown organiser, and an unknown activity is null', async () => {
    const { data, errors } = await asked.ask(
      'query ($id: ID!, $organiser: ID) { activity(id: $id) { id } activities(organiser: $organiser) { totalCount } }',
      { id: idOf('Activity', 'none'), organiser: idOf('PublicBody', 'none') },
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ activity: null, activities: { totalCount: 0 } });
  });
});

describe('the communication products', () => {
  test('number thousands of leaflets a year, an order of magnitude without a value', async () => {
    const { data } = await asked.ask(
      'query ($id: ID!) { activity(id: $id) { products { kind quantity { value comparator unit text } } } }',
      { id: idOf('Activity', 'leaflets-and-panels-bac-giang') },
    );

    expect(data.activity.products).toEqual([
      {
        kind: 'LEAFLET',
        quantity: {
          value: null,
          comparator: 'ORDER_OF_MAGNITUDE',
          unit: 'leaflets a year',
          text: 'hàng nghìn tờ gấp',
        },
      },
      { kind: 'PANEL', quantity: null },
      { kind: 'POSTER', quantity: null },
    ]);
  });

  test('that hang in lodging quarters show that a unit was cited by an outdated name', async () => {
    const { data } = await asked.ask(
      'query ($id: ID!) { activity(id: $id) { dataQualityFlags { code readings { value } } } }',
      { id: idOf('Activity', 'panels-in-lodging-quarters-bac-giang') },
    );

    expect(data.activity.dataQualityFlags).toContainEqual({
      code: 'UNIT_NAME_OUTDATED',
      readings: [{ value: 'huyện Việt Yên' }, { value: 'thị xã Việt Yên' }],
    });
  });
});
