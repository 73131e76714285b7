import { anOfficer } from '../support/officers.js';
import { until } from '../support/until.js';
import { verified } from './a-nomination.js';
import {
  OTHER_UNION_REF,
  POLICE_REF,
  PEOPLE,
  type Answered,
  anAwardsOffice,
  type AwardsOffice,
  expected,
  keyIn,
  refusedBy,
} from './an-awards-office.js';
import { MPS } from './first-data.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const OTHER_POLICE_REF = 'PoliceOrganization:0197c1de-1111-7000-8000-000000000001';

const SOMEBODY_WAITS = `select from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and usename is not null`;

let office: AwardsOffice;
beforeAll(async () => {
  office = await anAwardsOffice();
});
afterAll(() => office.close());

describe('consultation', () => {
  test('comes before the council when the recipient belongs to the other agency', async () => {
    const { file } = await verified(office, {});

    refusedBy(await office.doing('readyForCouncil', 'verifier', expected(file)), 'counterpart-is-consulted');
    const away = { ...expected(file), authority: MPS };
    refusedBy(await office.doing('forwardNomination', 'verifier', away), 'counterpart-is-consulted');
  });

  test('comes before it on the own side as well when the rule says so', async () => {
    const [row] = await office.sql<{ version: number }>(
      'select version from award_authority_rule where key = ?',
      [keyIn(office.rule)],
    );
    const corrected = { id: office.rule, expectedVersion: row?.version };
    const { version } = await office.done('correctAuthorityRule', 'steward', {
      ...corrected,
      consultationRequired: true,
    });
    const { file } = await verified(office);

    refusedBy(await office.doing('readyForCouncil', 'verifier', expected(file)), 'counterpart-is-consulted');
    const back = { id: office.rule, expectedVersion: version, consultationRequired: false };
    await office.done('correctAuthorityRule', 'steward', back);
  });
});

describe('a consultation', () => {
  const asked = async () => {
    const { file } = await verified(office, {});
    await office.done('consultCounterpart', 'verifier', { ...expected(file), dueOn: '2026-09-30' });
    const { data } = await office.ask(
      'query ($id: ID!) { nomination(id: $id) { consultations { id version state isOverdue dueOn } } }',
      { id: file.id },
      PEOPLE.secretary,
    );
    return { file, request: data.nomination.consultations[0] as Answered & { isOverdue: boolean } };
  };

  test('is overdue when no answer came, and the file stays where it is', async () => {
    const { file, request } = await asked();

    expect(request).toMatchObject({ state: 'ASKED', isOverdue: true });
    const { errors } = await office.doing('readyForCouncil', 'verifier', {
      id: file.id,
      expectedVersion: file.version + 1,
    });
    expect(errors).toMatchObject([{ code: 'INVALID_TRANSITION' }]);
  });

  test.each([
    ['the nominator', () => PEOPLE.nominator, 'FORBIDDEN_SCOPE'],
    ['another agency', () => anOfficer({ role: 'UNION_OFFICER', organization: POLICE_REF }), 'NOT_FOUND'],
    [
      'another police unit',
      () => anOfficer({ role: 'POLICE_OFFICER', organization: OTHER_UNION_REF }),
      'NOT_FOUND',
    ],
    ['the awards office', () => PEOPLE.secretary, 'FORBIDDEN_SCOPE'],
  ])('is not answered by %s', async (_, who, code) => {
    const { request } = await asked();
    const { errors } = await office.doing('endorseNomination', who(), { ...expected(request), reason: 'x' });

    expect(errors).toMatchObject([{ code }]);
  });

  test('moves the file when the counterpart objects in writing, and only once', async () => {
    const { file, request } = await asked();
    const answer = { ...expected(request), reason: 'Chưa đủ thời gian công tác' };
    const objected = await office.done('objectToNomination', 'police', answer);

    const again = await office.doing('endorseNomination', 'police', { ...expected(objected), reason: 'x' });
    const { data } = await office.ask(
      'query ($id: ID!) { nomination(id: $id) { state consultations { state reason } } }',
      { id: file.id },
      PEOPLE.nominator,
    );

    expect(again.errors).toMatchObject([{ code: 'INVALID_TRANSITION' }]);
    expect(data.nomination).toEqual({
      state: 'OBJECTED',
      consultations: [{ state: 'OBJECTED', reason: 'Chưa đủ thời gian công tác' }],
    });
  });

  test.each([
    ['the awards office of the counterpart', POLICE_REF, true],
    ['the awards office of another police', OTHER_POLICE_REF, false],
    ['the awards office of a union', OTHER_UNION_REF, false],
  ])('is read by %s: %#', async (_, organization, isTold) => {
    const { request } = await asked();
    const secretary = anOfficer({ role: 'AWARD_SECRETARY', organization });
    const { data } = await office.ask(
      `{ consultations(state: ASKED, last: 100) { nodes { id achievementSummary
        recipient { displayName } nomination { id } } } }`,
      {},
      secretary,
    );
    const answer = { ...expected(request), reason: 'x' };
    const answered = await office.doing('endorseNomination', secretary, answer);

    const told = {
      id: request.id,
      achievementSummary: expect.any(String),
      recipient: { displayName: 'Nguyễn Văn Mẫu' },
      nomination: null,
    };
    expect(data.consultations.nodes.filter(({ id }: Answered) => id === request.id)).toEqual(
      isTold ? [told] : [],
    );
    expect(answered.errors).toMatchObject([{ code: 'FORBIDDEN_SCOPE', rule: 'role' }]);
  });

  test('is answered by whoever holds the file first, so that an answer and a withdrawal never wait for each other', async () => {
    const { file, request } = await asked();
    const holder = office.subgraph.database.fork();
    await holder.begin();
    await holder.execute('select from nomination where key = ? for update', [keyIn(file.id)]);

    const answer = office.doing('endorseNomination', 'police', { ...expected(request), reason: 'Đồng ý' });
    await until(async () => (await office.sql(SOMEBODY_WAITS)).length > 0);
    const free = await office.sql('select key from consultation where key = ? for update skip locked', [
      keyIn(request.id),
    ]);
    await holder.rollback();

    expect(free).toHaveLength(1);
    expect((await answer).errors).toEqual([]);
  });

  test('lapses when the file is withdrawn', async () => {
    const { file, request } = await asked();
    await office.done('withdrawNomination', 'nominator', { id: file.id, expectedVersion: file.version + 1 });

    const { errors } = await office.doing('endorseNomination', 'police', {
      id: request.id,
      expectedVersion: request.version + 1,
      reason: 'x',
    });

    expect(errors).toMatchObject([{ code: 'INVALID_TRANSITION' }]);
  });
});

describe('a hold', () => {
  test('keeps a file where it is, until it is released, and nobody but the awards office sees it', async () => {
    const { file } = await verified(office);
    const hold = await office.done('holdNomination', 'secretary', { ...expected(file), kind: 'COMPLAINT' });
    const held = await office.doing('readyForCouncil', 'verifier', expected(file));
    expect(held.errors).toMatchObject([{ code: 'GUARD_FAILED', rule: 'nomination-is-clear' }]);

    const holds = 'query ($of: ID) { holds(nomination: $of) { nodes { kind heldOn releasedOn } } }';
    const own = await office.ask(holds, { of: file.id }, PEOPLE.secretary);
    expect(own.data.holds.nodes).toEqual([{ kind: 'COMPLAINT', heldOn: '2026-10-01', releasedOn: null }]);
    for (const as of ['nominator', 'member', 'signatory', 'police'] as const) {
      const { errors } = await office.ask(holds, {}, PEOPLE[as]);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN_SCOPE' } }]);
    }

    await office.done('releaseNomination', 'secretary', expected(hold));
    const { errors } = await office.doing('readyForCouncil', 'verifier', expected(file));
    expect(errors).toEqual([]);
  });

  test('is not put on a file twice', async () => {
    const { file } = await verified(office);
    const input = { ...expected(file), kind: 'DISCIPLINE' };
    await office.done('holdNomination', 'secretary', input);

    const { errors } = await office.doing('holdNomination', 'secretary', input);

    expect(errors).toMatchObject([{ code: 'GUARD_FAILED', rule: 'nomination_hold_open_once' }]);
  });
});
