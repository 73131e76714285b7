import { NOMINATION_STEPS } from '../../subgraphs/recognition/nomination/nomination-steps.js';
import { NominationState } from '../../subgraphs/recognition/nomination/nomination.enums.js';
import { stepsFrom } from '../../subgraphs/shared/writing/life-cycle.js';
import { anOfficer } from '../support/officers.js';
import { A_COLLECTIVE, aDraft, CHECKLIST, aSession, aDecision } from './a-nomination.js';
import {
  FEDERATION_REF,
  PEOPLE,
  type Person,
  type Answered,
  anAwardsOffice,
  type AwardsOffice,
  keyIn,
} from './an-awards-office.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

let office: AwardsOffice;
beforeAll(async () => {
  office = await anAwardsOffice();
});
afterAll(() => office.close());

const STATES = Object.values(NominationState);
const ACTS = Object.keys(NOMINATION_STEPS) as (keyof typeof NOMINATION_STEPS)[];

describe('the life cycle of a nomination', () => {
  test('is the same in the database', async () => {
    const rows = await office.sql<{ act: string | null; before: NominationState; after: NominationState }>(
      `select nomination_act(b, a) as act, b as before, a as after
       from string_to_table(?, ',') b, string_to_table(?, ',') a`,
      [STATES.join(), STATES.join()],
    );
    const stored = rows
      .filter(({ act }) => act !== null)
      .map(({ act, before, after }) => `${before} ${act} ${after}`);
    const mapped = ACTS.flatMap((act) =>
      NOMINATION_STEPS[act].from.map((from) => `${from} ${act} ${NOMINATION_STEPS[act].to}`),
    );

    expect(stored.toSorted()).toEqual(mapped.toSorted());
  });

  test('ends where a file has failed or was taken back', () => {
    const ends = STATES.filter((state) => stepsFrom(NOMINATION_STEPS, state).length === 0);

    expect(ends.toSorted()).toEqual(['OUTCOME_UNKNOWN', 'REJECTED', 'REVOKED', 'VOTED_FAILED', 'WITHDRAWN']);
  });
});

interface Attempt {
  readonly name: string;
  readonly as: Person;
  /** Whether the nominator acts for the awards office. */
  readonly hasTwoHats?: boolean;
}

/** The straight way, and by whom; nobody has to keep to either. */
const WAY: readonly Attempt[] = [
  { name: 'submitNomination', as: 'nominator' },
  { name: 'verifyNomination', as: 'verifier' },
  { name: 'readyForCouncil', as: 'verifier' },
  { name: 'recordVote', as: 'secretary' },
  { name: 'decideNomination', as: 'signatory' },
  { name: 'conferRecognition', as: 'secretary' },
];
/** What leads away from it, or to nothing. */
const ASIDE = ['returnNomination', 'reviseNomination', 'rejectNomination', 'withdrawNomination'];
/** Two roles of one person, among others. */
const TWO_HATS = {
  ...PEOPLE,
  nominator: anOfficer({ role: 'AWARD_SECRETARY', organization: FEDERATION_REF, subject: 'nominator' }),
};
const WALKERS: readonly Person[] = ['nominator', 'verifier', 'secretary', 'signatory', 'stranger'];

const attempt = (usual: Attempt): fc.Arbitrary<Attempt> =>
  fc.record({
    name: fc.oneof(
      { weight: 6, arbitrary: fc.constant(usual.name) },
      { weight: 1, arbitrary: fc.constantFrom(...WAY.map(({ name }) => name), ...ASIDE) },
    ),
    as: fc.oneof(
      { weight: 3, arbitrary: fc.constant(usual.as) },
      { weight: 1, arbitrary: fc.constantFrom(...WALKERS) },
    ),
    hasTwoHats: fc.boolean(),
  });
/** Each step is tried twice, so that most walks come far. */
const attempts = fc.tuple(...WAY.flatMap((usual) => [attempt(usual), attempt(usual)]));

interface Row {
  readonly version: number;
  readonly state: string;
  readonly steps: number;
}

const rowOf = async ({ id }: Answered): Promise<Row | undefined> => {
  const [row] = await office.sql<Row>(
    `select n.version, n.state, (select count(*)::int from nomination_step s where s.nomination_key = n.key) as steps
     from nomination n where n.key = ?`,
    [keyIn(id)],
  );
  return row;
};

/** Whatever the attempts need beside the file. */
async function needs() {
  return {
    verifyNomination: { checklist: CHECKLIST },
    returnNomination: { reason: 'Cần bổ sung' },
    reviseNomination: {
      achievedFrom: '2026-01-01',
      achievedTo: '2026-06-30',
      achievementSummary: 'Đã bổ sung',
    },
    recordVote: { votesFor: 7, votesAgainst: 1, abstentions: 0 },
    decideNomination: { decision: await aDecision(office) },
    conferRecognition: { conferredOn: '2026-10-01' },
  } as Readonly<Record<string, object>>;
}

async function walk(file: Answered, steps: readonly Attempt[]): Promise<void> {
  const needed = await needs();
  const { id: session } = await aSession(office);
  for (const { name, as, hasTwoHats } of steps) {
    const before = await rowOf(file);
    const given = { id: file.id, expectedVersion: before?.version };
    if (name === 'recordVote') await office.doing('placeOnAgenda', 'secretary', { ...given, session });
    const { node } = await office.doing(name, hasTwoHats ? TWO_HATS[as] : PEOPLE[as], {
      ...given,
      ...needed[name],
    });
    const after = await rowOf(file);
    if (!node) expect(after).toEqual(before);
    else expect(after?.steps).toBe((before?.steps ?? 0) + 1);
  }
}

describe('whoever tries whatever', () => {
  test('leaves a file in a lawful state with a history without gaps, and never with one person in two duties', async () => {
    await fc.assert(
      fc.asyncProperty(attempts, async (steps) => {
        const { draft } = await aDraft(office, A_COLLECTIVE);
        await walk(draft, steps);
      }),
      { numRuns: 4 },
    );

    const { data } = await office.ask(
      `{ broken: nominations(breachesSeparation: true) { totalCount } all: nominations { totalCount } }`,
      {},
      PEOPLE.nominator,
    );
    expect(data.broken.totalCount).toBe(0);
    expect(data.all.totalCount).toBeGreaterThan(0);
    const states = await office.sql<{ state: string }>('select distinct state from nomination');
    expect(states.length).toBeGreaterThan(1);
    const gaps = await office.sql(
      `select nomination_key from nomination_step group by nomination_key
       having max(ordinal) <> count(*) or min(from_state) filter (where ordinal = 1) is not null`,
    );
    expect(gaps).toEqual([]);
  }, 60_000);
});

describe('the database refuses', () => {
  const setting = (subject: string): string =>
    JSON.stringify({ subject, role: 'AWARD_SECRETARY', organization: 'PublicBody:x', today: '2026-10-01' });

  const moved = async (state: string, subject = 'nobody') => {
    const { draft } = await aDraft(office, A_COLLECTIVE);
    const key = keyIn(draft.id);
    return office.subgraph.database.fork().transactional(async (em) => {
      await em.execute(`select set_config('hub.caller', ?, true)`, [setting(subject)]);
      await em.execute(`update nomination set state = 'SUBMITTED' where key = ?`, [key]);
      await em.execute(`update nomination set state = ? where key = ?`, [state, key]);
    });
  };

  test('a step that the life cycle does not have', async () => {
    await expect(moved('DECIDED')).rejects.toThrow('nomination_transition');
  });

  test('a verification by who handed the file in', async () => {
    await expect(moved('VERIFIED')).rejects.toThrow('nomination_separation_of_duties');
  });

  test('a file that changes whom it is about', async () => {
    await aDraft(office, A_COLLECTIVE);
    const turned = office.sql(`update nomination set nominator = 'UnionOrganization:x'`);
    await expect(turned).rejects.toThrow('nomination_parties_stay');
  });

  test('a step that does not follow the last one, and one that is rewritten', async () => {
    const forged = office.sql(
      `insert into nomination_step (key, nomination_key, ordinal, act, from_state, to_state, taken_on)
       select gen_random_uuid(), key, 7, 'SUBMIT', 'DRAFT', 'SUBMITTED', '2026-10-01' from nomination limit 1`,
    );
    await expect(forged).rejects.toThrow('does not follow');
    await expect(office.sql('update nomination_step set ordinal = 9')).rejects.toThrow('never removed');
  });
});
