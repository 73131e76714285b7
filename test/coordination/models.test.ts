import { anOfficer } from '../support/officers.js';
import { aPractice, idOf, policeOfficer, refOf, unionOfficer, type Practice } from './practice.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const STEWARD = anOfficer({ role: 'DATA_STEWARD', organization: refOf('PoliceOrganization', 'mps') });
const UNION = unionOfficer('ldld-bac-ninh-2025');
const A_MODEL = {
  nameVi: 'Tổ tự quản khu nhà trọ',
  variants: ['Tổ tự quản về an ninh, trật tự trong khu nhà trọ'],
};

let practice: Practice;
let modelType: string;
beforeAll(async () => {
  practice = await aPractice();
  modelType = (await practice.change(STEWARD, 'registerModelType', A_MODEL)).node.id;
});
afterAll(() => practice.close());

const A_REVIEW = {
  reviewer: idOf('UnionOrganization', 'ldld-bac-ninh-2025'),
  place: idOf('AdministrativeUnit', 'bac-ninh-2025'),
  period: { from: '2026-01-01', to: '2026-06-30' },
  verdict: 'EFFECTIVE',
  replicatedCount: 68,
};

describe('a kind of model', () => {
  test('is found by any of its names', async () => {
    const { data } = await practice.ask('{ modelTypes(name: "trat tu") { nodes { nameVi variants } } }');
    expect(data.modelTypes.nodes).toEqual([A_MODEL]);
  });

  test('is registered once, however its name is written', async () => {
    const { codes, rules } = await practice.change(UNION, 'registerModelType', {
      nameVi: 'TỔ TỰ QUẢN, KHU NHÀ TRỌ',
    });
    expect([codes, rules]).toEqual([['GUARD_FAILED'], ['model_type_registered_once']]);
  });

  test('has a name', async () => {
    const { codes } = await practice.change(UNION, 'registerModelType', { nameVi: '  ' });
    expect(codes).toEqual(['INVALID_INPUT']);
  });
});

describe('a review', () => {
  test('is what an organisation found about a kind of model', async () => {
    const { node } = await practice.change(UNION, 'reviewModel', { ...A_REVIEW, modelType });
    const { data } = await practice.ask(
      `query ($id: ID!) { modelType(id: $id) { reviews(verdict: EFFECTIVE) { nodes {
        id place { id } period { from to precision } modelType { nameVi } } } } }`,
      { id: modelType },
    );

    expect(node).toMatchObject({ replicatedCount: 68, reviewer: { id: A_REVIEW.reviewer } });
    expect(data.modelType.reviews.nodes).toEqual([
      {
        id: node.id,
        place: { id: A_REVIEW.place },
        period: { ...A_REVIEW.period, precision: 'DAY' },
        modelType: { nameVi: A_MODEL.nameVi },
      },
    ]);
  });

  test('is listed by its reviewer, its place and its verdict', async () => {
    await practice.change(UNION, 'reviewModel', { ...A_REVIEW, modelType, verdict: 'NEEDS_IMPROVEMENT' });
    const { data } = await practice.ask(
      `query ($reviewer: ID!, $place: ID!) {
        here: modelReviews(reviewer: $reviewer, place: $place, verdict: NEEDS_IMPROVEMENT) { totalCount }
        other: modelReviews(reviewer: $reviewer, verdict: DISCONTINUED) { totalCount } }`,
      A_REVIEW,
    );
    expect(data).toEqual({ here: { totalCount: 1 }, other: { totalCount: 0 } });
  });

  test.each([
    [
      'for an organisation outside of the scope',
      { reviewer: idOf('PoliceOrganization', 'mps') },
      'FORBIDDEN_SCOPE',
    ],
    ['of days that are still to come', { period: { from: '2026-01-01', to: '2026-12-31' } }, 'GUARD_FAILED'],
    ['of fewer than no places', { replicatedCount: -1 }, 'GUARD_FAILED'],
    ['of a model that nobody registered', { modelType: idOf('ModelType', 'none') }, 'NOT_FOUND'],
  ])('is not recorded %s', async (_, more, code) => {
    const { codes } = await practice.change(UNION, 'reviewModel', { ...A_REVIEW, modelType, ...more });
    expect(codes).toEqual([code]);
  });

  test('is not for a data steward to make', async () => {
    const { codes } = await practice.change(STEWARD, 'reviewModel', { ...A_REVIEW, modelType });
    expect(codes).toEqual(['FORBIDDEN_SCOPE']);
  });

  test('is made by the police as well', async () => {
    const reviewer = idOf('PoliceOrganization', 'cong-an-bac-ninh-2025');
    const answer = await practice.change(policeOfficer('mps'), 'reviewModel', {
      ...A_REVIEW,
      modelType,
      reviewer,
    });
    expect(answer.codes).toEqual([]);
  });
});
