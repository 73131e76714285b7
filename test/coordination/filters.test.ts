import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf } from './first-activities.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const FIRST = idOf('CoordinationAgreement', 'regulation-mps-vgcl-2017');
const UNIT = idOf('AdministrativeUnit', 'bac-giang');

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(coordination);
});
afterAll(() => asked.close());

describe('an id that is empty or of another type', () => {
  test.each([
    'activities(organiser: "") { totalCount }',
    `activities(organiser: "${UNIT}") { totalCount }`,
    'activities(place: "") { totalCount }',
    `activities(place: "${FIRST}") { totalCount }`,
    'activities(movement: "") { totalCount }',
    'findings(organization: "") { totalCount }',
    `findings(organization: "${UNIT}") { totalCount }`,
    'teams(place: "") { totalCount }',
    'publicBodies(territory: "") { totalCount }',
    'documents(citedBy: "") { totalCount }',
    'documents(issuer: "") { totalCount }',
    `documents(issuer: "${UNIT}") { totalCount }`,
    'coordinationAgreements(party: "") { totalCount }',
    `coordinationAgreements(party: "${UNIT}") { totalCount }`,
    `documentBySymbol(symbol: "03/QC-BCA-TLĐLĐ", issuer: "${UNIT}") { grade }`,
  ])('is refused: %s', async (field) => {
    const { errors } = await asked.ask(`{ ${field} }`);

    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ID' } }]);
  });
});

describe('an ended agreement on a day', () => {
  const ONE = `query ($id: ID!, $asOf: LocalDate) { coordinationAgreement(id: $id) {
    state(asOf: $asOf) duration(asOf: $asOf) { years until } } }`;

  test.each([
    ['2017-09-11', { state: 'DRAFT', duration: null }],
    ['2020-09-12', { state: 'IN_FORCE', duration: { years: 3, until: '2020-09-12' } }],
    ['2023-04-24', { state: 'IN_FORCE', duration: { years: 5, until: '2023-04-24' } }],
    ['2023-04-25', { state: 'SUPERSEDED', duration: { years: 5, until: '2023-04-25' } }],
    [undefined, { state: 'SUPERSEDED', duration: { years: 5, until: '2023-04-25' } }],
  ])('%s stood so, and had held so long', async (asOf, expected) => {
    const { data } = await asked.ask(ONE, { id: FIRST, asOf });

    expect(data.coordinationAgreement).toEqual(expected);
  });
});

test('a day that contradicts the date of issue leaves a document out of a look-up', async () => {
  const query = `query ($day: LocalDate) { documentBySymbol(symbol: "03/QC-BCA-TLĐLĐ", issuedOn: $day) { grade } }`;
  const { data: right } = await asked.ask(query, { day: '2017-09-12' });
  const { data: wrong } = await asked.ask(query, { day: '2016-09-12' });

  expect([right.documentBySymbol.length, wrong.documentBySymbol.length]).toEqual([1, 0]);
});
