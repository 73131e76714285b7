import 'reflect-metadata';
import { TeamState } from '../../subgraphs/coordination/team/team-kind.js';
import { TEAM_STEPS } from '../../subgraphs/coordination/team/team-steps.js';
import { stateAfter } from '../../subgraphs/shared/writing/life-cycle.js';
import { A_TEAM, aPractice, of, unionOfficer, type Practice } from './practice.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

type StepName = keyof typeof TEAM_STEPS;

const STEPS = Object.keys(TEAM_STEPS) as StepName[];
const anyStep = fc.constantFrom(...STEPS);

/** The life of a team as the rules draw it, written down a second time. Source: domain rule, life cycles. */
const LEADS_TO: Readonly<Record<TeamState, readonly TeamState[]>> = {
  PROPOSED: [TeamState.ESTABLISHED],
  ESTABLISHED: [TeamState.ACTIVE],
  ACTIVE: [TeamState.DORMANT, TeamState.DISSOLVED, TeamState.MERGED],
  DORMANT: [TeamState.ACTIVE, TeamState.DISSOLVED, TeamState.MERGED],
  DISSOLVED: [],
  MERGED: [],
};

test('a step leads from a state where the life of a team says so, and is refused from every other', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(TeamState)), anyStep, (state, step) => {
      const { from, to } = TEAM_STEPS[step];
      const isAllowed = LEADS_TO[state].includes(to) && (from as readonly TeamState[]).includes(state);
      const taken = () => stateAfter(TEAM_STEPS, step, state);
      if (!isAllowed) return expect(taken).toThrow(expect.objectContaining({ reason: 'INVALID_TRANSITION' }));
      return expect(taken()).toBe(to);
    }),
  );
});

test('every line of the life of a team is a step, and no other', () => {
  const drawn = Object.entries(LEADS_TO).flatMap(([from, states]) => states.map((to) => `${from}>${to}`));
  const steps = Object.values(TEAM_STEPS).flatMap(({ from, to }) => from.map((each) => `${each}>${to}`));
  expect(steps.toSorted()).toEqual(drawn.toSorted());
});

let practice: Practice;
beforeAll(async () => {
  practice = await aPractice();
});
afterAll(() => practice.close());

const OFFICER = unionOfficer('ldld-bac-ninh-2025');

test('on any walk through the graph a team is where the steps taken have led, and a refused step changes nothing', async () => {
  const { node: haven } = await anEstablished();
  const more = { establish: { establishedOn: '2026-01-01' }, merge: { into: haven.id } };
  const walk = async (steps: readonly StepName[]): Promise<void> => {
    let { node } = await practice.change(OFFICER, 'proposeTeam', A_TEAM);
    for (const step of steps) {
      const input = { ...of(node), ...(step in more && more[step as keyof typeof more]) };
      const answer = await practice.change(OFFICER, `${step}Team`, input);
      const { from, to } = TEAM_STEPS[step];
      const isAllowed = (from as readonly TeamState[]).includes(node.state);
      expect(answer.codes).toEqual(isAllowed ? [] : ['INVALID_TRANSITION']);
      if (isAllowed) node = { ...node, state: to, version: node.version + 1 };
      expect(await present(node.id)).toEqual({ state: node.state, version: node.version });
    }
  };

  await fc.assert(fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 7 }), walk), { numRuns: 5 });
});

describe('the database itself', () => {
  test('holds a team to its steps', async () => {
    await practice.change(OFFICER, 'proposeTeam', A_TEAM);
    const jump = practice.owner(`update self_managed_team set state = 'MERGED' where state = 'PROPOSED'`);
    await expect(jump).rejects.toThrow('a self_managed_team that is PROPOSED does not become MERGED');
  });

  test('keeps with whom a merged team goes on', async () => {
    const { node } = await anEstablished();
    await practice.change(OFFICER, 'activateTeam', of(node));
    const lost = practice.owner(`update self_managed_team set state = 'MERGED' where state = 'ACTIVE'`);
    await expect(lost).rejects.toThrow('self_managed_team_merged_into_another');
  });
});

async function anEstablished() {
  const { node } = await practice.change(OFFICER, 'proposeTeam', A_TEAM);
  return practice.change(OFFICER, 'establishTeam', { ...of(node), establishedOn: '2026-01-01' });
}

async function present(id: string) {
  const { data } = await practice.ask(
    'query ($id: ID!) { team(id: $id) { state version } }',
    { id },
    OFFICER,
  );
  return data.team;
}
