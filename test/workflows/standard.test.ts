import { actingFor, aHubAtWork, type HubAtWork, idOf, type Node, of, refOf } from './an-office.js';
import { idOfRef, refOfId } from '../../subgraphs/shared/database/refs.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let hub: HubAtWork;
beforeAll(async () => {
  hub = await aHubAtWork('2025-03-20');
});
afterAll(() => hub.close());

const BAC_GIANG_REF = refOf('UnionOrganization', 'ldld-bac-giang');
const VGCL_REF = refOf('UnionOrganization', 'vgcl');
const BAC_GIANG = idOfRef(BAC_GIANG_REF);
const VGCL = idOfRef(VGCL_REF);
const TOWN = idOf('AdministrativeUnit', 'thi-xa-viet-yen');

/** The federation of Bắc Giang, in whose province the standard holds, and the confederation above it. */
const WHO = {
  union: actingFor(BAC_GIANG_REF, 'UNION_OFFICER'),
  appraiser: actingFor(VGCL_REF, 'UNION_OFFICER', 'appraiser'),
  steward: actingFor(VGCL_REF, 'DATA_STEWARD'),
  signatory: actingFor(VGCL_REF, 'SIGNATORY'),
};

const standard = idOf('RecognitionStandard', 'nha-tro-cong-nhan-an-toan-van-minh');

/** Criteria of 60 and 40 points, and what they are good for. Answers the ids of the criteria. */
async function theCriteria(): Promise<readonly Node[]> {
  const rule = { standard, validFrom: '2025-01-01' };
  for (const [grade, leastPercent] of Object.entries({ EXCELLENT: 90, FAIR: 70, AVERAGE: 50 }))
    await hub.done('addGradeThreshold', WHO.steward, { ...rule, grade, leastPercent });
  const first = { code: '1', textVi: 'Có nội quy niêm yết công khai', maximumPoints: 60 };
  const second = { code: '2', textVi: 'Phương tiện chữa cháy đủ dùng', maximumPoints: 40 };
  return [
    await hub.done('addStandardCriterion', WHO.steward, { ...rule, ...first }),
    await hub.done('addStandardCriterion', WHO.steward, { ...rule, ...second }),
  ];
}

const QUARTER = `query ($id: ID!) { lodgingQuarter(id: $id) { unit { nameVi }
  standardRecognitions { nodes { year state grade decision { symbol } organization { nameVi } } } } }`;

test('a lodging quarter is registered, scored by both sides of the union, and recognised for all to see', async () => {
  const criteria = await theCriteria();
  const quarter = await hub.done('registerLodgingQuarter', WHO.union, {
    kind: 'QUARTER',
    sizeBand: 'FROM_11_TO_50',
    operatorKind: 'HOUSEHOLD',
    unit: TOWN,
    validFrom: '2025-01-01',
  });
  await hub.deliver();
  const points = (...all: readonly number[]) =>
    criteria.map(({ id }, index) => ({ criterion: id, points: all[index] }));

  const registered = await hub.done('registerForStandard', WHO.union, {
    standard,
    subject: quarter.id,
    subjectKind: 'LODGING_QUARTER',
    organization: BAC_GIANG,
    appraiser: VGCL,
    year: 2025,
  });
  const assessed = await hub.done('selfAssessStandard', WHO.union, {
    ...of(registered),
    points: points(60, 35),
  });
  const appraised = await hub.done('appraiseStandard', WHO.appraiser, {
    ...of(assessed),
    points: points(50, 30),
  });
  const before = await hub.ask(QUARTER, { id: quarter.id });
  const decision = await hub.done('recordDecision', WHO.signatory, {
    symbol: '45/QĐ-TLĐ',
    decidedOn: '2025-03-20',
    signatoryOfficeVi: 'Chủ tịch',
  });
  await hub.done('recogniseStandard', WHO.signatory, { ...of(appraised), decision: decision.id });
  const after = await hub.ask(QUARTER, { id: quarter.id });

  expect(before.data.lodgingQuarter).toEqual({
    unit: { nameVi: 'Thị xã Việt Yên' },
    standardRecognitions: { nodes: [] },
  });
  expect(after.data.lodgingQuarter.standardRecognitions.nodes).toEqual([
    {
      year: 2025,
      state: 'RECOGNISED',
      grade: 'FAIR',
      decision: { symbol: '45/QĐ-TLĐ' },
      organization: { nameVi: 'Liên đoàn Lao động tỉnh Bắc Giang' },
    },
  ]);
});

test("recognition knows an enterprise as the union's register has it, and hears when it is amended", async () => {
  const stated = {
    nameVi: 'Công ty Điện tử Việt Yên',
    registrationNumber: '2400999001',
    ownership: 'FDI',
    unit: TOWN,
    validFrom: '2020-01-01',
  };
  const known = async () => {
    await hub.deliver();
    return hub.sql('recognition', 'select units, size_class from known_subject where subject = ?', [
      refOfId(registered.id),
    ]);
  };
  const registered = await hub.done('registerEnterprise', WHO.union, { ...stated, sizeClass: 'SMALL' });
  const before = await known();
  await hub.done('amendEnterprise', WHO.union, { ...of(registered), ...stated, sizeClass: 'LARGE' });

  const units = ['thi-xa-viet-yen', 'bac-giang'].map((name) => refOf('AdministrativeUnit', name));
  expect(before).toEqual([{ units, size_class: 'SMALL' }]);
  expect(await known()).toEqual([{ units, size_class: 'LARGE' }]);
});
