import { ANONYMOUS } from '../../schema/contract/caller.js';
import { markOverdue } from '../../subgraphs/coordination/obligation/mark-overdue.js';
import { aPractice, idOf, of, policeOfficer, unionOfficer, type Practice } from './practice.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

const MINISTRY = policeOfficer('mps');
const PROVINCE = policeOfficer('cong-an-bac-ninh-2025');
const UNION = unionOfficer('ldld-bac-ninh-2025');
const [TODAY, DUE, LATER] = ['2026-10-01', '2026-10-15', '2026-10-20'];
const AN_OBLIGATION = {
  reporter: idOf('UnionOrganization', 'ldld-bac-ninh-2025'),
  recipient: idOf('PoliceOrganization', 'cong-an-bac-ninh-2025'),
  document: idOf('Document', 'report-bac-giang-2024'),
  period: { from: '2026-07-01', to: '2026-09-30' },
  dueOn: DUE,
};

let practice: Practice;
let document: string;
beforeAll(async () => {
  practice = await aPractice(TODAY);
  const [{ key } = { key: '' }] = await practice.owner<{ key: string }>('select key from document limit 1');
  document = Buffer.from(`Document:${key}`).toString('base64url');
});
beforeEach(() => practice.moveTo(TODAY));
afterAll(() => practice.close());

const impose = (more: object = {}, caller = PROVINCE) =>
  practice.change(caller, 'imposeObligation', { ...AN_OBLIGATION, document, ...more });

describe('an obligation', () => {
  test('is imposed by those to whom it is owed, and seen by officers of both sides alone', async () => {
    const { node } = await impose();
    const seen = async (caller = ANONYMOUS) => {
      const one = 'query ($id: ID!) { reportingObligation(id: $id) { id } }';
      const { data, errors } = await practice.ask(one, { id: node.id }, caller);
      return errors?.[0]?.extensions?.['code'] ?? data.reportingObligation?.id ?? null;
    };

    expect(node).toMatchObject({ state: 'DUE', classification: 'INTERNAL' });
    expect(await Promise.all([UNION, PROVINCE, MINISTRY].map(seen))).toEqual(Array(3).fill(node.id));
    expect(await Promise.all([unionOfficer('elsewhere'), ANONYMOUS].map(seen))).toEqual([
      null,
      'FORBIDDEN_SCOPE',
    ]);
  });

  test.each([
    ['to an organisation outside of the scope', {}, 'FORBIDDEN_SCOPE', null],
    [
      'to the reporter itself',
      { reporter: AN_OBLIGATION.recipient },
      'GUARD_FAILED',
      'reporting_obligation_between_two',
    ],
    ['without a basis', { document: null }, 'GUARD_FAILED', 'reporting_obligation_has_basis'],
    ['due yesterday', { dueOn: '2026-09-30' }, 'GUARD_FAILED', 'due-today-or-later'],
    [
      'by one that has ended',
      { reporter: idOf('PoliceOrganization', 'cong-an-bac-giang') },
      'GUARD_FAILED',
      'organization-stands-that-day',
    ],
    ['under a document that is not there', { document: idOf('Document', 'none') }, 'NOT_FOUND', null],
    [
      'over a period that ends before it begins',
      { period: { from: '2026-09-30', to: '2026-07-01' } },
      'INVALID_INPUT',
      null,
    ],
  ])('is not imposed %s', async (_, more, code, rule) => {
    const { node, codes, rules } = await impose(more, code === 'FORBIDDEN_SCOPE' ? UNION : PROVINCE);
    expect({ node, codes, rules }).toEqual({ node: null, codes: [code], rules: [rule] });
  });

  test.each([
    ['on its last day', DUE, LATER, 'RECEIVED'],
    ['a day late', '2026-10-16', LATER, 'RECEIVED_LATE'],
    ['early', '2026-10-02', '2026-10-02', 'RECEIVED'],
  ])('is met %s', async (_, receivedOn, today, state) => {
    const { node } = await impose();
    practice.moveTo(today);
    const answer = await practice.change(PROVINCE, 'receiveReport', {
      ...of(node),
      receivedOn,
      report: document,
    });
    expect(answer.node).toMatchObject({ state, receivedOn, report: { id: document } });
  });

  test('is met once, by nobody but the recipient, and not before the report has come', async () => {
    const { node } = await impose();
    const input = { ...of(node), receivedOn: TODAY, report: document };

    const byReporter = await practice.change(UNION, 'receiveReport', input);
    const early = await practice.change(PROVINCE, 'receiveReport', { ...input, receivedOn: '2026-10-02' });
    const met = await practice.change(PROVINCE, 'receiveReport', input);
    const again = await practice.change(PROVINCE, 'receiveReport', { ...input, ...of(met.node) });

    expect([byReporter, early, met, again].map(({ codes }) => codes)).toEqual([
      ['FORBIDDEN_SCOPE'],
      ['GUARD_FAILED'],
      [],
      ['INVALID_TRANSITION'],
    ]);
  });
});

describe('an obligation whose day has passed', () => {
  const FOUND = `query ($state: ObligationState!) {
    reportingObligations(state: $state, dueFrom: "2026-10-15", dueTo: "2026-10-15") { nodes { id state } } }`;
  const found = async (state: string): Promise<readonly { id: string }[]> =>
    (await practice.ask(FOUND, { state }, PROVINCE)).data.reportingObligations.nodes;

  test('is read and listed as overdue before that is recorded, and the same afterwards', async () => {
    const { node } = await impose();
    practice.moveTo('2026-10-16');
    const before = await found('OVERDUE');

    await markOverdue(practice.database, '2026-10-16');

    expect(before).toContainEqual({ id: node.id, state: 'OVERDUE' });
    expect(await found('OVERDUE')).toEqual(before);
    expect((await found('DUE')).map(({ id }) => id)).not.toContain(node.id);
  });

  test('is recorded as overdue once, with one line in the audit log for all', async () => {
    const { node } = await impose();
    await impose();
    const lines = () =>
      practice.owner(`select entry from audit_entry where entry ->> 'operation' = 'markOverdue'`);
    const before = await lines();

    const first = await markOverdue(practice.database, '2026-10-16');
    const second = await markOverdue(practice.database, '2026-10-16');

    const after = await lines();
    expect([first >= 2, second, after.length - before.length]).toEqual([true, 0, 1]);
    expect(JSON.stringify(after.at(-1))).toContain(Buffer.from(node.id, 'base64url').toString());
  });

  test('was met on time when the report had come by then, even if that is recorded afterwards', async () => {
    const { node } = await impose();
    await markOverdue(practice.database, '2026-10-16');
    practice.moveTo('2026-10-16');

    const input = { id: node.id, expectedVersion: node.version + 1, receivedOn: DUE, report: document };
    const answer = await practice.change(PROVINCE, 'receiveReport', input);

    expect(answer.node).toMatchObject({ state: 'RECEIVED' });
  });
});

describe('the obligations of an organisation', () => {
  test('are what it owes and what it is owed, the earliest due first, for officers alone', async () => {
    await impose({ dueOn: '2026-12-31' });
    const field =
      'reportingObligations(dueFrom: "2026-12-01") { nodes { dueOn reporter { __typename } recipient { __typename } } }';
    const query = `query ($all: [_Any!]!) { _entities(representations: $all) { ... on UnionOrganization { ${field} } } }`;
    const all = [{ __typename: 'UnionOrganization', id: AN_OBLIGATION.reporter }];

    const { data } = await practice.ask(query, { all }, UNION);
    const { errors } = await practice.ask(query, { all });

    expect(data._entities[0].reportingObligations.nodes).toEqual([
      {
        dueOn: '2026-12-31',
        reporter: { __typename: 'UnionOrganization' },
        recipient: { __typename: 'PoliceOrganization' },
      },
    ]);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN_SCOPE' } }]);
  });
});
