import { idOfRef } from '../../subgraphs/shared/database/refs.js';
import { aDraft, consentOf, recognised, OWN, CONFERENCE } from './a-nomination.js';
import {
  NOMINATOR_REF,
  PEOPLE,
  anAwardsOffice,
  type AwardsOffice,
  expected,
  keyIn,
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
  return data.recognition.recipient.displayName;
};

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
      'query ($id: ID!) { nomination(id: $id) { recipient { displayName } } }',
      { id: file.id },
      PEOPLE.secretary,
    );
    expect(nominated.data.nomination.recipient).toEqual({ displayName: null });
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
