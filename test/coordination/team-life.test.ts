import { ANONYMOUS } from '../../schema/contract/caller.js';
import {
  A_TEAM,
  aPractice,
  idOf,
  of,
  policeOfficer,
  unionOfficer,
  type Changed,
  type Practice,
} from './practice.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const UNION = unionOfficer('ldld-bac-ninh-2025');
const POLICE = policeOfficer('cong-an-bac-ninh-2025');
const ELSEWHERE = unionOfficer('ldld-elsewhere');

let practice: Practice;
beforeAll(async () => {
  practice = await aPractice();
});
afterAll(() => practice.close());

const established = { establishedOn: '2026-09-01' };

async function aTeam(...steps: readonly string[]): Promise<Changed> {
  let team = await practice.change(UNION, 'proposeTeam', A_TEAM);
  for (const step of steps) {
    const more = step === 'establishTeam' ? established : {};
    team = await practice.change(UNION, step, { ...of(team.node), ...more });
  }
  return team;
}

const TO_ACTIVE = ['establishTeam', 'activateTeam'] as const;
const ONE = 'query ($id: ID!) { team(id: $id) { state } }';

describe('a team', () => {
  test('is internal to both sides while it is proposed, and public once it is established', async () => {
    const { node } = await aTeam();
    const seenBy = async (caller = ANONYMOUS) => (await practice.ask(ONE, { id: node.id }, caller)).data.team;

    expect(node).toMatchObject({ state: 'PROPOSED', classification: 'INTERNAL' });
    expect([await seenBy(), await seenBy(ELSEWHERE)]).toEqual([null, null]);
    expect([await seenBy(UNION), await seenBy(POLICE)]).toEqual([
      { state: 'PROPOSED' },
      { state: 'PROPOSED' },
    ]);

    await practice.change(POLICE, 'establishTeam', { ...of(node), ...established });

    expect(await seenBy()).toEqual({ state: 'ESTABLISHED' });
  });

  test('works, pauses, works again and is dissolved, each step a version', async () => {
    const active = await aTeam(...TO_ACTIVE);
    const dormant = await practice.change(POLICE, 'suspendTeam', of(active.node));
    const again = await practice.change(UNION, 'activateTeam', of(dormant.node));
    const over = await practice.change(POLICE, 'dissolveTeam', of(again.node));

    expect([active, dormant, again, over].map(({ node }) => [node.state, node.version])).toEqual([
      ['ACTIVE', 3],
      ['DORMANT', 4],
      ['ACTIVE', 5],
      ['DISSOLVED', 6],
    ]);
    expect(active.node.establishedOn).toEqual({ value: '2026-09-01', precision: 'DAY' });
  });

  test('goes on within another one into which it is merged', async () => {
    const [one, other] = [await aTeam(...TO_ACTIVE), await aTeam(...TO_ACTIVE)];

    const merged = await practice.change(UNION, 'mergeTeam', { ...of(one.node), into: other.node.id });

    expect(merged.node).toMatchObject({ state: 'MERGED', mergedInto: { id: other.node.id } });
  });

  test('is not merged into itself, nor into one that is over', async () => {
    const [one, over] = [await aTeam(...TO_ACTIVE), await aTeam(...TO_ACTIVE, 'dissolveTeam')];

    const itself = await practice.change(UNION, 'mergeTeam', { ...of(one.node), into: one.node.id });
    const gone = await practice.change(UNION, 'mergeTeam', { ...of(one.node), into: over.node.id });

    expect([itself, gone].map(({ codes, rules }) => [codes, rules])).toEqual([
      [['GUARD_FAILED'], ['merged-into-another']],
      [['INVALID_TRANSITION'], ['takeIn']],
    ]);
  });

  test('is not established after today', async () => {
    const { node } = await aTeam();
    const answer = await practice.change(UNION, 'establishTeam', {
      ...of(node),
      establishedOn: '2026-10-02',
    });
    expect(answer).toMatchObject({ node: null, rules: ['established-by-today'] });
  });
});

describe('an active team', () => {
  test('has somebody who supports it and somebody who guides it', async () => {
    const { node } = await practice.change(POLICE, 'proposeTeam', { ...A_TEAM, supportingUnion: null });
    const ready = await practice.change(POLICE, 'establishTeam', { ...of(node), ...established });

    const refused = await practice.change(POLICE, 'activateTeam', of(ready.node));

    expect(refused).toMatchObject({ codes: ['GUARD_FAILED'], rules: ['active-team-is-supported'] });
  });

  test.each([
    ['union', 'supportingUnion', 'UnionOrganization', 'ldld-bac-giang', 'ldld-bac-ninh-2025'],
    ['police', 'guidingPolice', 'PoliceOrganization', 'cong-an-bac-giang', 'cong-an-bac-ninh-2025'],
  ])(
    'is not handed to a %s that has ended; the refusal names the successor',
    async (_, side, type, ended, next) => {
      const { node } = await aTeam(...TO_ACTIVE);

      const refused = await practice.change(UNION, 'repointTeam', { ...of(node), [side]: idOf(type, ended) });

      expect(refused).toMatchObject({ codes: ['GUARD_FAILED'], rules: ['organization-stands-that-day'] });
      expect(refused.messages[0]).toContain(idOf(type, next));
    },
  );
});

describe('a team records', () => {
  const training = idOf('Activity', 'team-training-bac-giang');

  test('a training that was held, once', async () => {
    const { node } = await aTeam('establishTeam');

    const once = await practice.change(UNION, 'recordTeamTraining', { ...of(node), training });
    const twice = await practice.change(UNION, 'recordTeamTraining', { ...of(once.node), training });

    expect(once.node.trainings).toEqual([{ id: training }]);
    expect(twice).toMatchObject({ codes: ['GUARD_FAILED'], rules: ['training-recorded-once'] });
  });

  test('no other activity, and none that does not exist', async () => {
    const { node } = await aTeam('establishTeam');
    const others = ['national-conference-2023', 'none'].map((name) => idOf('Activity', name));

    const answers = await Promise.all(
      others.map((other) => practice.change(UNION, 'recordTeamTraining', { ...of(node), training: other })),
    );

    expect(answers.map(({ codes }) => codes)).toEqual([['GUARD_FAILED'], ['NOT_FOUND']]);
  });

  test('how many belong to it, at least one', async () => {
    const { node } = await aTeam('establishTeam');

    const none = await practice.change(UNION, 'reportTeamSize', { ...of(node), memberCount: 0 });
    const seven = await practice.change(POLICE, 'reportTeamSize', { ...of(node), memberCount: 7 });

    expect(none.codes).toEqual(['INVALID_INPUT']);
    expect(seven.node.memberCount).toBe(7);
  });

  test('nothing when nothing is said', async () => {
    const { node } = await aTeam();
    const { codes } = await practice.change(UNION, 'repointTeam', of(node));
    expect(codes).toEqual(['INVALID_INPUT']);
  });
});

describe('a team is changed', () => {
  test('by nobody outside of its two sides', async () => {
    const { node } = await aTeam(...TO_ACTIVE);

    const answers = await Promise.all(
      [ANONYMOUS, ELSEWHERE, policeOfficer('elsewhere')].map((caller) =>
        practice.change(caller, 'suspendTeam', of(node)),
      ),
    );

    expect(answers.map(({ codes }) => codes)).toEqual(answers.map(() => ['FORBIDDEN_SCOPE']));
  });

  test('by officers above its union and its police, in the version that they read', async () => {
    const { node } = await aTeam(...TO_ACTIVE);

    const stale = await practice.change(unionOfficer('vgcl'), 'suspendTeam', {
      id: node.id,
      expectedVersion: 1,
    });
    const done = await practice.change(unionOfficer('vgcl'), 'suspendTeam', of(node));

    expect([stale.codes, done.codes]).toEqual([['STALE_VERSION'], []]);
  });

  test('only into the scope of whoever proposes it', async () => {
    const { codes } = await practice.change(ELSEWHERE, 'proposeTeam', A_TEAM);
    expect(codes).toEqual(['FORBIDDEN_SCOPE']);
  });
});
