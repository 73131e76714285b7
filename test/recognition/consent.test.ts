import { idOfRef } from '../../subgraphs/shared/database/refs.js';
import { TEST_DAY } from '../support/loaded.js';
import {
  aDecision,
  aDraft,
  consentOf,
  passed,
  recognised,
  OWN,
  CONFERENCE,
  verified,
} from './a-nomination.js';
import {
  NOMINATOR_REF,
  PEOPLE,
  anAwardsOffice,
  type AwardsOffice,
  expected,
  keyIn,
  refusedBy,
} from './an-awards-office.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

let office: AwardsOffice;
beforeAll(async () => {
  office = await anAwardsOffice();
});
afterAll(() => office.close());

const nameSeen = async (recognition: string, as?: keyof typeof PEOPLE): Promise<string | null> => {
  const { data } = await office.ask(
    'query ($id: ID!) { recognition(id: $id) { recipient { displayName } } }',
    { id: recognition },
    as && PEOPLE[as],
  );
  return data.recognition.recipient?.displayName ?? null;
};

const HONOURED = `query ($id: ID!, $of: ID!) {
  recognition(id: $id) { recipientKind recipient { organization { ... on UnionOrganization { id } } }
    organization { ... on UnionOrganization { id } } }
  all: recognitions { nodes { id } } there: recognitions(organization: $of) { nodes { id } } }`;

describe('the public sees the name of an individual', () => {
  test.each([
    ['NAME_PUBLIC', ['grantConsent'], true],
    ['NAME_PUBLIC', ['refuseConsent'], false],
    ['COUNT_ONLY', ['grantConsent'], false],
  ])('of visibility %s after %j: %s', async (visibility, steps, isSeen) => {
    const { recognition } = await recognised(office, 'Trần Thị Thử', { steps, visibility });

    expect(await nameSeen(recognition.id)).toBe(isSeen ? 'Trần Thị Thử' : null);
  });

  test('after whatever was tried in whatever order: exactly while it is public and consent is granted', async () => {
    const step = fc.constantFrom('grantConsent', 'withdrawConsent', 'refuseConsent', 'requestConsent');
    const visibility = fc.constantFrom('NAME_PUBLIC', 'COUNT_ONLY');
    await fc.assert(
      fc.asyncProperty(
        visibility,
        fc.array(step, { minLength: 1, maxLength: 4 }),
        async (visibility, steps) => {
          const { recognition, recipient } = await recognised(office, 'Bùi Thị Ngẫu', {
            steps: [],
            visibility,
          });
          for (const tried of steps) {
            await office.doing(tried, 'nominator', expected(await consentOf(office, recipient)));
            const { state } = await consentOf(office, recipient);
            const isSeen = visibility === 'NAME_PUBLIC' && state === 'GRANTED';
            expect(await nameSeen(recognition.id)).toBe(isSeen ? 'Bùi Thị Ngẫu' : null);
          }
        },
      ),
      { numRuns: 3 },
    );
  });

  test('not before the conferral, whatever was consented', async () => {
    const { recipient } = await aDraft(office, OWN);
    await office.done('requestConsent', 'nominator', expected(await consentOf(office, recipient)));
    await office.done('grantConsent', 'nominator', expected(await consentOf(office, recipient)));

    const { data } = await office.ask('query ($id: ID!) { recipient(id: $id) { displayName } }', {
      id: recipient,
    });

    expect(data.recipient).toBeNull();
  });
});

describe('an individual who appears in counts alone', () => {
  test('is counted, while the public learns neither who nor of which organisation', async () => {
    const { recognition } = await recognised(office, 'Ngô Thị Kín', { steps: [], visibility: 'COUNT_ONLY' });
    const variables = { id: recognition.id, of: idOfRef(NOMINATOR_REF) };

    const { data } = await office.ask(HONOURED, variables);
    const own = await office.ask(HONOURED, variables, PEOPLE.nominator);

    expect(data.recognition).toEqual({ recipientKind: 'INDIVIDUAL', recipient: null, organization: null });
    expect(data.all.nodes).toContainEqual({ id: recognition.id });
    expect(data.there.nodes).not.toContainEqual({ id: recognition.id });
    expect(own.data.recognition.recipient).toEqual({ organization: { id: idOfRef(NOMINATOR_REF) } });
    const told = office.sql(`update recognition set organization = ? where key = ?`, [
      NOMINATOR_REF,
      keyIn(recognition.id),
    ]);
    await expect(told).rejects.toThrow('recognition_counts_only');
  });
});

describe('a consent that is refused after the file was handed in', () => {
  const READ = `query ($id: ID!) { nomination(id: $id) { achievementSummary recipient { displayName } } }`;
  const refuse = async (recipient: string) =>
    office.done('refuseConsent', 'nominator', expected(await consentOf(office, recipient)));

  test('hides all that was written of the individual, and lets nothing be added', async () => {
    const { file, recipient } = await verified(office, OWN);
    await refuse(recipient);

    for (const as of ['nominator', 'secretary'] as const) {
      const { data } = await office.ask(READ, { id: file.id }, PEOPLE[as]);
      expect(data.nomination).toEqual({ achievementSummary: null, recipient: { displayName: null } });
    }
    const back = { ...expected(file), reason: 'Thiếu biên bản' };
    refusedBy(await office.doing('returnNomination', 'verifier', back), 'consent-is-not-withheld');
  });

  test('keeps the file from a decision, by the same refusal as a hold', async () => {
    const { file, recipient } = await verified(office, OWN);
    const voted = await passed(office, await office.done('readyForCouncil', 'verifier', expected(file)));
    await refuse(recipient);

    const input = { ...expected(voted), decision: await aDecision(office) };
    refusedBy(await office.doing('decideNomination', 'signatory', input), 'nomination-is-clear');
  });

  test('lets a decided award be conferred without a name alone, and not even the workplace is told', async () => {
    const { file, recipient } = await verified(office, { ...OWN, displayName: 'Đỗ Thị Thôi' });
    const voted = await passed(office, await office.done('readyForCouncil', 'verifier', expected(file)));
    const decision = await aDecision(office);
    const decided = await office.done('decideNomination', 'signatory', { ...expected(voted), decision });
    await refuse(recipient);

    const input = { ...expected(decided), conferredOn: TEST_DAY };
    refusedBy(await office.doing('conferRecognition', 'secretary', input), 'consent-is-not-withheld');
    const recognition = await office.done('conferWithoutName', 'secretary', input);

    const { data } = await office.ask(HONOURED, { id: recognition.id, of: idOfRef(NOMINATOR_REF) });
    expect(data.recognition).toEqual({ recipientKind: 'INDIVIDUAL', recipient: null, organization: null });
    expect(data.all.nodes).toContainEqual({ id: recognition.id });
    expect(data.there.nodes).not.toContainEqual({ id: recognition.id });
    expect(await nameSeen(recognition.id, 'secretary')).toBeNull();
  });

  test('is what a conferral without a name needs', async () => {
    const { file } = await verified(office, OWN);
    const voted = await passed(office, await office.done('readyForCouncil', 'verifier', expected(file)));
    const decision = await aDecision(office);
    const decided = await office.done('decideNomination', 'signatory', { ...expected(voted), decision });

    const input = { ...expected(decided), conferredOn: TEST_DAY };
    refusedBy(await office.doing('conferWithoutName', 'secretary', input), 'consent-is-withheld');
  });
});

describe('a withdrawn consent', () => {
  const EVERYWHERE = `query ($all: [_Any!]!, $id: ID!) {
    _entities(representations: $all) {
      ... on UnionOrganization { recognitions { totalCount nodes { recipient { displayName } } } recognitionsReceived { totalCount } }
      ... on Activity { here: recognitions { totalCount nodes { recipient { displayName } } } }
    }
    recognition(id: $id) { recipient { displayName } }
    recognitions(form: "BANG_KHEN", year: 2026) { totalCount nodes { recipient { displayName } } }
    recognitionStatistics { totalCount }
  }`;
  const all = [
    { __typename: 'UnionOrganization', id: idOfRef(NOMINATOR_REF) },
    { __typename: 'Activity', id: CONFERENCE },
  ];

  test('hides the name everywhere at once, from everybody, and changes no count', async () => {
    const { recognition, recipient, file } = await recognised(office, 'Lê Thị Rút', {
      steps: ['grantConsent'],
    });
    const before = await office.ask(EVERYWHERE, { all, id: recognition.id });
    expect(JSON.stringify(before.data).split('Lê Thị Rút')).toHaveLength(5);

    await office.done('withdrawConsent', 'nominator', expected(await consentOf(office, recipient)));
    const after = await office.ask(EVERYWHERE, { all, id: recognition.id });

    const without = JSON.stringify(before.data).replaceAll('"Lê Thị Rút"', 'null');
    expect(JSON.stringify(after.data)).toBe(without);
    for (const as of ['nominator', 'secretary', 'verifier', 'signatory', 'member', 'privacy'] as const)
      expect(await nameSeen(recognition.id, as)).toBeNull();
    const nominated = await office.ask(
      'query ($id: ID!) { nomination(id: $id) { achievementSummary recipient { displayName } } }',
      { id: file.id },
      PEOPLE.secretary,
    );
    expect(nominated.data.nomination).toEqual({ achievementSummary: null, recipient: { displayName: null } });
  });

  test('is told to the other agencies by the recognition alone', async () => {
    const { recognition } = await recognised(office, 'Lê Thị Rút', {
      steps: ['grantConsent', 'withdrawConsent'],
    });

    const [told] = await office.sql(`select entity, kind, content from outbox order by id desc limit 1`);

    expect(told).toEqual({
      entity: `Recognition:${keyIn(recognition.id)}`,
      kind: 'CONSENT_WITHDRAWN',
      content: { recognition: recognition.id },
    });
  });

  test('cannot be granted again', async () => {
    const { recipient } = await recognised(office, 'Lê Thị Rút', {
      steps: ['grantConsent', 'withdrawConsent'],
    });
    const consent = await consentOf(office, recipient);

    const { errors } = await office.doing('grantConsent', 'nominator', expected(consent));

    expect(errors).toMatchObject([{ code: 'INVALID_TRANSITION' }]);
  });
});

describe('consents are read', () => {
  test.each(['police', 'stranger'] as const)('not by an officer of another organisation: %s', async (as) => {
    await aDraft(office, OWN);
    const { data } = await office.ask('{ consents { totalCount } }', {}, PEOPLE[as]);

    expect(data.consents).toEqual({ totalCount: 0 });
  });

  test('by no member of a council, and the refusal is in the audit log', async () => {
    const { data, errors } = await office.ask('{ consents { totalCount } }', {}, PEOPLE.member);

    expect(data.consents).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN_SCOPE' } }]);
    const [line] = await office.sql('select entry from audit_entry order by position desc limit 1');
    expect(line).toMatchObject({ entry: { operation: 'consents', decision: 'REFUSED', subject: 'member' } });
  });

  test('by the privacy officer of the organisation to which the recipient belongs, without a name', async () => {
    await aDraft(office, { displayName: 'Phạm Văn Kín' });

    const { data } = await office.ask(
      '{ consents(state: NOT_REQUESTED) { nodes { state recipient { kind displayName } } } }',
      {},
      PEOPLE.privacy,
    );

    expect(data.consents.nodes).toContainEqual({
      state: 'NOT_REQUESTED',
      recipient: { kind: 'INDIVIDUAL', displayName: null },
    });
    expect(JSON.stringify(data)).not.toContain('Phạm Văn Kín');
  });
});
