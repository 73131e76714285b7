import { parseGlobalId } from '../../schema/contract/ids.js';
import { expireStandards } from '../../subgraphs/recognition/standard/expire-standards.js';
import { refOfId } from '../../subgraphs/shared/database/refs.js';
import { refOf } from '../coordination/practice.js';
import {
  aDecision,
  aLodging,
  anEnterprise,
  appraised,
  aStandardYear,
  FEDERATION_ID,
  lodgingCriteria,
  of,
  POLICE_ID,
  recognised,
  SECURITY,
  type StandardYear,
  UNION_ID,
  type Who,
} from './a-standard-year.js';
import { idOf } from './first-data.js';
import { aKnown, anId } from './known-subjects.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

const VGCL = idOf('UnionOrganization', 'vgcl');

let register: StandardYear;
let criteria: readonly string[];
beforeAll(async () => {
  register = await aStandardYear();
  criteria = await lodgingCriteria(register);
});
afterEach(() => register.moveTo('2025-03-20'));
afterAll(() => register.close());

const points = (...all: readonly number[]) =>
  all.map((each, index) => ({ criterion: criteria[index], points: each }));

async function aRegistered() {
  return (await register.change('officer', 'registerForStandard', aLodging())).node;
}

async function aSelfAssessed() {
  const registered = await aRegistered();
  const input = { ...of(registered), points: points(60, 35) };
  return (await register.change('officer', 'selfAssessStandard', input)).node;
}

async function seen(id: string, as: Who = 'public') {
  const { data } = await register.ask(
    `query ($id: ID!) { standardRecognition(id: $id) { id state grade decision { symbol }
      scores { selfAssessedPoints appraisedPoints criterion { code } } } }`,
    { id },
    as,
  );
  return data.standardRecognition;
}

describe('a lodging quarter', () => {
  test('goes from its registration by way of the criteria to its recognition, and to the end of the year', async () => {
    const assessed = await aSelfAssessed();
    const { node: scored } = await register.change('appraiser', 'appraiseStandard', {
      ...of(assessed),
      points: points(50, 30),
    });
    const before = await seen(scored.id);
    const decision = await aDecision(register, 'signatory');
    const { node } = await register.change('signatory', 'recogniseStandard', { ...of(scored), decision });

    expect(scored).toMatchObject({ state: 'APPRAISED', grade: 'FAIR', classification: 'INTERNAL' });
    expect(before).toBeNull();
    expect(node).toMatchObject({ state: 'RECOGNISED', grade: 'FAIR', classification: 'PUBLIC' });
    expect(await seen(node.id)).toMatchObject({ decision: { symbol: '45/QĐ-CAT' }, scores: [] });
    expect(await expireStandards(register.database, '2025-12-31')).toBe(0);
    expect(await expireStandards(register.database, '2026-01-01')).toBeGreaterThan(0);
    expect(await seen(node.id)).toMatchObject({ state: 'EXPIRED', grade: 'FAIR' });
  });

  test('has points that those who register and appraise see, and nobody else', async () => {
    const { id } = await aSelfAssessed();

    const scores = expect.arrayContaining([
      { selfAssessedPoints: 60, appraisedPoints: null, criterion: { code: '1' } },
      { selfAssessedPoints: 35, appraisedPoints: null, criterion: { code: '2' } },
    ]);
    expect([await seen(id, 'officer'), await seen(id, 'appraiser')]).toMatchObject([{ scores }, { scores }]);
    expect([await seen(id, 'stranger'), await seen(id, 'police'), await seen(id)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('is nothing for those who decide before it is appraised', async () => {
    const assessed = await aSelfAssessed();
    const before = [await seen(assessed.id, 'secretary'), await seen(assessed.id, 'signatory')];

    const input = { ...of(assessed), points: points(60, 40) };
    await register.change('appraiser', 'appraiseStandard', input);

    expect(before).toEqual([null, null]);
    expect(await seen(assessed.id, 'secretary')).toMatchObject({ state: 'APPRAISED', grade: 'EXCELLENT' });
  });

  test.each([
    ['by whoever assessed it, at another unit', 'moved', 'SEPARATION_OF_DUTIES separation-of-duties'],
    [
      'at the unit that assessed it, by another person',
      'colleague',
      'SEPARATION_OF_DUTIES separation-of-duties',
    ],
    ['by the police', 'police', 'NOT_FOUND id'],
    ['by another union', 'stranger', 'NOT_FOUND id'],
  ] as const)('is not appraised %s', async (_, who, refusal) => {
    const input = { ...of(await aSelfAssessed()), points: points(60, 40) };

    expect(await register.change(who, 'appraiseStandard', input)).toEqual({ node: null, refused: [refusal] });
  });

  test.each([
    ['without one criterion', () => ({ points: points(60) }), 'INVALID_INPUT points'],
    ['with more points than there are', () => ({ points: points(61, 40) }), 'INVALID_INPUT points'],
    ['with fewer points than none', () => ({ points: points(-1, 40) }), 'INVALID_INPUT points'],
    ['with a grade of choice', () => ({ points: points(1, 1), grade: 'FAIR' }), 'INVALID_INPUT grade'],
  ])('is not appraised %s', async (_, more, refusal) => {
    const { refused } = await register.change('appraiser', 'appraiseStandard', {
      ...of(await aSelfAssessed()),
      ...more(),
    });

    expect(refused).toEqual([refusal]);
  });

  test('that reaches no threshold has no grade, and is not recognised', async () => {
    const input = { ...of(await aSelfAssessed()), points: points(20, 20) };
    const { node } = await register.change('appraiser', 'appraiseStandard', input);
    const decision = await aDecision(register, 'signatory');

    const recognising = await register.change('signatory', 'recogniseStandard', { ...of(node), decision });
    const declining = await register.change('signatory', 'declineStandard', of(node));

    expect([node.grade, recognising.refused]).toEqual([null, ['GUARD_FAILED grade-is-reached']]);
    expect(declining.node).toMatchObject({
      state: 'NOT_RECOGNISED',
      grade: null,
      classification: 'INTERNAL',
    });
  });
});

describe('a registration', () => {
  const anEnterpriseOf = (registered: Parameters<typeof aKnown>[1]) =>
    anEnterprise({ subject: aKnown('Enterprise', registered) });
  const INSTITUTION = { subjectKind: 'EDUCATIONAL_INSTITUTION', subject: anId('Facility') };

  test.each([
    ['for next year', aLodging({ year: 2026 }), 'GUARD_FAILED standard-is-yearly-then'],
    ['for last year', aLodging({ year: 2024 }), 'GUARD_FAILED registration-is-open'],
    [
      'for a standard that is not yearly',
      anEnterprise({ standard: idOf('RecognitionStandard', 'khong-toi-pham-te-nan') }),
      'GUARD_FAILED standard-is-yearly-then',
    ],
    ['of a small enterprise', anEnterpriseOf({ sizeClass: 'SMALL' }), 'GUARD_FAILED subject-is-not-outside'],
    ['of a micro enterprise', anEnterpriseOf({ sizeClass: 'MICRO' }), 'GUARD_FAILED subject-is-not-outside'],
    [
      'of a small enterprise that is said to be large',
      { ...anEnterpriseOf({ sizeClass: 'SMALL' }), subjectClass: 'LARGE_ENTERPRISE' },
      'INVALID_INPUT subjectClass',
    ],
    [
      'of an enterprise of which the union has not told',
      anEnterprise({ subject: anId('Enterprise') }),
      'NOT_FOUND subject-is-registered',
    ],
    [
      'of an enterprise elsewhere, to be appraised by a police that is not in charge there',
      anEnterpriseOf({ sizeClass: 'LARGE', units: [refOf('AdministrativeUnit', 'bac-ninh')] }),
      'GUARD_FAILED appraiser-is-in-charge',
    ],
    [
      'of an enterprise with another union',
      anEnterpriseOf({ sizeClass: 'LARGE', union: refOfId(anId('UnionOrganization')) }),
      'GUARD_FAILED union-of-the-subject',
    ],
    [
      'to be decided by whoever does not stand above the appraiser',
      anEnterprise({ authority: FEDERATION_ID }),
      'GUARD_FAILED authority-is-above',
    ],
    [
      'of a pre-school',
      anEnterprise({ ...INSTITUTION, subjectClass: 'PRE_SCHOOL' }),
      'GUARD_FAILED subject-is-not-outside',
    ],
    [
      'of a unit of the armed forces',
      anEnterprise({ subjectKind: 'AGENCY', subject: anId('PublicBody'), subjectClass: 'ARMED_FORCES_UNIT' }),
      'GUARD_FAILED subject-is-not-outside',
    ],
    ['of an enterprise of unknown size', anEnterpriseOf({}), 'GUARD_FAILED size-is-registered'],
    ['of a school that is an enterprise', anEnterprise(INSTITUTION), 'INVALID_INPUT subjectClass'],
    [
      'of a kind that the standard is not for',
      aLodging({ subjectKind: 'ENTERPRISE' }),
      'GUARD_FAILED standard-is-for-this-kind',
    ],
    ['of a subject of another type', aLodging({ subject: aKnown('Enterprise') }), 'INVALID_INPUT'],
    ['to be appraised by the police where a union does', aLodging({ appraiser: POLICE_ID }), 'INVALID_INPUT'],
    [
      'to be appraised by a union that is not above',
      aLodging({ appraiser: UNION_ID }),
      'GUARD_FAILED appraiser-is-above',
    ],
    ['for a union elsewhere', anEnterprise({ organization: anId('UnionOrganization') }), 'FORBIDDEN_SCOPE'],
  ])('is refused %s', async (_, input, refusal) => {
    expect(await register.change('officer', 'registerForStandard', input)).toEqual({
      node: null,
      refused: [refusal],
    });
  });

  test.each([
    ['2025-03-31', []],
    ['2025-04-01', ['GUARD_FAILED registration-is-open']],
  ])('on %s is answered with %j', async (day, refusals) => {
    register.moveTo(day);

    const { refused } = await register.change('officer', 'registerForStandard', aLodging());

    expect(refused).toEqual(refusals);
  });

  test('is made once for each standard, subject and year', async () => {
    const input = aLodging();
    await register.change('officer', 'registerForStandard', input);

    const again = await register.change('colleague', 'registerForStandard', input);

    expect(again.refused).toEqual(['GUARD_FAILED standard_recognition_once_a_year']);
  });

  test('stays the same file, whoever changes it', async () => {
    const { id } = await aRegistered();
    const { key } = parseGlobalId(id);

    const moved = register.owner('update standard_recognition set year = 2024 where key = ?', [key]);

    await expect(moved).rejects.toThrow('standard_recognition_stays_the_same');
  });
});

describe('an enterprise that is safe in security and order', () => {
  test('is appraised by the police and recognised by their director', async () => {
    const { node } = await recognised(register, 'EXCELLENT');

    expect(node).toMatchObject({ state: 'RECOGNISED', grade: 'EXCELLENT' });
  });

  test.each([
    [
      'by a decision of another authority',
      '2025-03-20',
      'signatory',
      'GUARD_FAILED decision-of-the-authority',
    ],
    ['by a decision before the appraisal', '2025-03-19', 'director', 'GUARD_FAILED decision-comes-after'],
  ] as const)('is not recognised %s', async (_, day, who, refusal) => {
    const { node } = await appraised(register);
    const decision = await aDecision(register, who, day);

    const { refused } = await register.change('director', 'recogniseStandard', { ...of(node), decision });

    expect(refused).toEqual([refusal]);
  });

  test('is not recognised by the office of another authority', async () => {
    const { node } = await appraised(register);
    const decision = await aDecision(register);

    const { refused } = await register.change('signatory', 'recogniseStandard', { ...of(node), decision });

    expect(refused).toEqual(['NOT_FOUND id']);
  });

  test('may lose its recognition, on a ground and by another decision', async () => {
    const { node } = await recognised(register);
    const { data } = await register.ask(
      'query ($id: ID!) { standardRecognition(id: $id) { decision { id } } }',
      { id: node.id },
    );
    const withdrawing = { ...of(node), ground: 'FALSE_DECLARATION' };
    const first = data.standardRecognition.decision.id;

    const bySame = await register.change('director', 'withdrawStandard', { ...withdrawing, decision: first });
    const byAnother = await register.change('director', 'withdrawStandard', {
      ...withdrawing,
      decision: await aDecision(register),
    });

    expect(bySame.refused).toEqual(['GUARD_FAILED decision-to-withdraw']);
    expect(byAnother.node).toMatchObject({
      state: 'WITHDRAWN_FOR_CAUSE',
      withdrawalGround: 'FALSE_DECLARATION',
      classification: 'PUBLIC',
    });
  });
});

describe('the criteria of a standard', () => {
  test('are unverified while no source says them, and one code holds once on a day', async () => {
    const criterion = { standard: SECURITY, code: '1', textVi: 'Có kế hoạch', maximumPoints: 10 };
    const added = await register.change('steward', 'addStandardCriterion', {
      ...criterion,
      validFrom: '2030-01-01',
    });
    const twice = await register.change('steward', 'addStandardCriterion', {
      ...criterion,
      validFrom: '2031-01-01',
    });
    const ended = await register.change('steward', 'endStandardCriterion', {
      ...of(added.node),
      validTo: '2031-01-01',
    });
    const next = await register.change('steward', 'addStandardCriterion', {
      ...criterion,
      validFrom: '2031-01-01',
    });

    expect(added.node.certainty).toBe('EXTERNAL_UNVERIFIED');
    expect(twice.refused).toEqual(['GUARD_FAILED standard_criterion_code_one_per_day']);
    expect([ended.node.validity.to, next.refused]).toEqual(['2031-01-01', []]);
  });

  test('are the steward’s to keep', async () => {
    const { refused } = await register.change('officer', 'addGradeThreshold', {
      standard: SECURITY,
      grade: 'FAIR',
      leastPercent: 70,
      validFrom: '2025-01-01',
    });

    expect(refused).toEqual(['FORBIDDEN_SCOPE role']);
  });

  test('are read with the standard, as they hold on a day', async () => {
    const { data } = await register.ask(
      `{ recognitionStandards(code: "NHA_TRO_CONG_NHAN_AN_TOAN_VAN_MINH") { nodes { appraisedBy
        criteria(asOf: "2025-03-31") { code maximumPoints } gradeThresholds { grade leastPercent }
        before: criteria(asOf: "2024-03-31") { code } } } }`,
    );

    expect(data.recognitionStandards.nodes).toEqual([
      {
        appraisedBy: 'UNION_ABOVE',
        criteria: [
          { code: '1', maximumPoints: 60 },
          { code: '2', maximumPoints: 40 },
        ],
        gradeThresholds: [
          { grade: 'AVERAGE', leastPercent: 50 },
          { grade: 'FAIR', leastPercent: 70 },
          { grade: 'EXCELLENT', leastPercent: 90 },
        ],
        before: [],
      },
    ]);
  });
});

describe('yearly recognitions', () => {
  test('of an enterprise answer whether it met the standard of security and order last year', async () => {
    const subject = aKnown('Enterprise', { sizeClass: 'LARGE' });
    await recognised(register, 'FAIR', { subject });
    await expireStandards(register.database, '2026-01-01');
    const asked = (count: number) =>
      register.ask(
        `query ($all: [_Any!]!) { _entities(representations: $all) { ... on Enterprise {
          standardRecognitions(standard: "AN_TOAN_VE_ANTT", year: 2025, states: [RECOGNISED, EXPIRED]) {
            nodes { state grade standard { code } } } } } }`,
        {
          all: [subject, ...Array.from({ length: count }, () => anId('Enterprise'))].map((id) => ({
            __typename: 'Enterprise',
            id,
          })),
        },
      );

    const [one, many] = [await asked(0), await asked(9)];

    expect(one.data._entities[0].standardRecognitions.nodes).toEqual([
      { state: 'EXPIRED', grade: 'FAIR', standard: { code: 'AN_TOAN_VE_ANTT' } },
    ]);
    expect([one.statements, many.statements]).toEqual([3, 3]);
  });

  test('are listed by subject, year and grade with one statement, and with those of their subjects and standards two', async () => {
    const subject = aKnown('Enterprise', { sizeClass: 'LARGE' });
    const { node } = await recognised(register, 'AVERAGE', { subject });

    const { data, statements } = await register.ask(
      `query ($subject: ID!) { standardRecognitions(subject: $subject, year: 2025, grade: AVERAGE) {
        nodes { id subject { ... on Enterprise { id } } standard { code } appraiser { ... on PoliceOrganization { id } } } } }`,
      { subject },
    );

    expect(data.standardRecognitions.nodes).toEqual([
      {
        id: node.id,
        subject: { id: subject },
        standard: { code: 'AN_TOAN_VE_ANTT' },
        appraiser: { id: POLICE_ID },
      },
    ]);
    expect(statements).toBe(2);
  });

  test('that are not yet recognised are listed for the union that registered them, and not for the public', async () => {
    const { node } = await appraised(register);
    const listed = async (as: Who): Promise<readonly string[]> => {
      const { data } = await register.ask(
        'query ($organization: ID!) { standardRecognitions(organization: $organization, states: APPRAISED, first: 100) { nodes { id } } }',
        { organization: UNION_ID },
        as,
      );
      return data.standardRecognitions.nodes.map(({ id }: { id: string }) => id);
    };

    expect(await listed('officer')).toContain(node.id);
    expect(await listed('public')).toEqual([]);
  });

  test('are counted per standard, year and grade, without those taken back', async () => {
    const counts = async (): Promise<number> => {
      const { data } = await register.ask(
        '{ standardStatistics(standard: "AN_TOAN_VE_ANTT", year: 2025) { year grade count certainty standard { code } } }',
      );
      return (
        data.standardStatistics.find(({ grade }: { grade: string }) => grade === 'EXCELLENT')?.count ?? 0
      );
    };
    const before = await counts();
    await recognised(register, 'EXCELLENT');
    const { node } = await recognised(register, 'EXCELLENT');
    const withdrawing = { ...of(node), ground: 'FALSE_DOCUMENTS', decision: await aDecision(register) };
    await register.change('director', 'withdrawStandard', withdrawing);

    expect((await counts()) - before).toBe(1);
  });

  test('expire once, with one line in the audit log for all', async () => {
    await recognised(register);
    await recognised(register);
    const lines = () =>
      register.owner(`select entry from audit_entry where entry ->> 'operation' = 'expireStandards'`);
    const before = await lines();

    const first = await expireStandards(register.database, '2026-01-01');
    const second = await expireStandards(register.database, '2026-01-01');

    const after = await lines();
    expect([first >= 2, second, after.length - before.length]).toEqual([true, 0, 1]);
  });
});

test('a federation that decides for a union below is its appraiser unless one above it is named', async () => {
  const named = await register.change('officer', 'registerForStandard', aLodging({ authority: VGCL }));
  const { data } = await register.ask(
    `query ($id: ID!) { standardRecognition(id: $id) { authority { ... on UnionOrganization { id } }
      appraiser { ... on UnionOrganization { id } } } }`,
    { id: named.node.id },
    'officer',
  );

  expect(data.standardRecognition).toEqual({
    authority: { id: VGCL },
    appraiser: { id: FEDERATION_ID },
  });
});
