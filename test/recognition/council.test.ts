import { afterWorkingDays } from '../../subgraphs/recognition/nomination/working-days.js';
import { isPassed } from '../../subgraphs/recognition/council/vote.js';
import { TEST_DAY } from '../support/loaded.js';
import { verified, aSession, aReadyFile, passed } from './a-nomination.js';
import { anAwardsOffice, type AwardsOffice, expected, keyIn, PEOPLE, refusedBy } from './an-awards-office.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

let office: AwardsOffice;
beforeAll(async () => {
  office = await anAwardsOffice();
});
afterAll(() => office.close());

describe('public comment', () => {
  test('lasts as many working days as the rule says, and comes before the council', async () => {
    const [row] = await office.sql<{ version: number }>(
      'select version from award_authority_rule where key = ?',
      [keyIn(office.rule)],
    );
    const deadlines = [{ step: 'PUBLIC_COMMENT', workingDays: 10 }];
    const { version } = await office.done('correctAuthorityRule', 'steward', {
      id: office.rule,
      expectedVersion: row?.version,
      deadlines,
    });
    const { file } = await verified(office);
    refusedBy(await office.doing('readyForCouncil', 'verifier', expected(file)), 'comment-is-needed');

    const open = await office.done('openPublicComment', 'verifier', expected(file));
    refusedBy(await office.doing('closePublicComment', 'verifier', expected(open)), 'comment-is-over');
    await office.sql('update nomination set comment_closes_on = ? where key = ?', [TEST_DAY, keyIn(file.id)]);
    const closed = await office.done('closePublicComment', 'verifier', {
      id: file.id,
      expectedVersion: open.version + 1,
    });

    expect(closed.state).toBe('COUNCIL_READY');
    await office.done('correctAuthorityRule', 'steward', {
      id: office.rule,
      expectedVersion: version,
      deadlines: [],
    });
  });

  test.each([
    ['2026-10-01', 10, '2026-10-16'],
    ['2026-10-02', 1, '2026-10-06'],
    ['2026-10-03', 1, '2026-10-06'],
  ])('that begins on %s and lasts %i working days is over on %s', (day, count, end) => {
    expect(afterWorkingDays(day, count)).toBe(end);
  });
});

describe('a rule that is corrected while files are running', () => {
  const ruleVersion = async (): Promise<number> => {
    const [row] = await office.sql<{ version: number }>(
      'select version from award_authority_rule where key = ?',
      [keyIn(office.rule)],
    );
    return row?.version ?? 0;
  };
  const correct = async (more: object) =>
    office.done('correctAuthorityRule', 'steward', {
      id: office.rule,
      expectedVersion: await ruleVersion(),
      ...more,
    });

  test('holds for files that are handed in later: those handed in keep what they were handed in under', async () => {
    const earlier = await aReadyFile(office);
    await correct({ voteThreshold: 90 });
    const later = await aReadyFile(office);

    const [kept, corrected] = [await passed(office, earlier), await passed(office, later)];
    const { data } = await office.ask(
      `query ($id: ID!) { nomination(id: $id) { ruleVersion rule { version voteThreshold quorum } } }`,
      { id: earlier.id },
      PEOPLE.secretary,
    );
    await correct({ voteThreshold: 70 });

    expect([kept.state, corrected.state]).toEqual(['VOTED_PASSED', 'VOTED_FAILED']);
    const { ruleVersion: version, rule } = data.nomination;
    expect(rule).toEqual({ version, voteThreshold: 70, quorum: 60 });
  });

  test('cannot be exchanged under a file, whoever writes', async () => {
    const { id } = await aReadyFile(office);
    const exchanged = office.sql('update nomination set rule_version = rule_version + 1 where key = ?', [
      keyIn(id),
    ]);

    await expect(exchanged).rejects.toThrow('nomination_keeps_its_rule');
  });

  test('holds for a running file as well in what nobody knew when it was handed in', async () => {
    await office.sql('update award_authority_rule set quorum = null where key = ?', [keyIn(office.rule)]);
    const file = await aReadyFile(office);
    await correct({ quorum: 60 });

    expect(await passed(office, file)).toMatchObject({ state: 'VOTED_PASSED' });
  });
});

describe('a vote', () => {
  const vote = async (votesFor: number, votesAgainst: number, abstentions: number) => {
    const file = await aReadyFile(office);
    const { id: session } = await aSession(office);
    await office.done('placeOnAgenda', 'secretary', { ...expected(file), session });
    return office.doing('recordVote', 'secretary', {
      ...expected(file),
      votesFor,
      votesAgainst,
      abstentions,
    });
  };

  test.each([
    [7, 3, 0, 'VOTED_PASSED'],
    [7, 1, 2, 'VOTED_PASSED'],
    [6, 4, 0, 'VOTED_FAILED'],
    [5, 1, 0, 'VOTED_PASSED'],
    [0, 0, 6, 'VOTED_FAILED'],
  ])('of %i for, %i against and %i abstentions of ten members ends %s', async (yes, no, none, state) => {
    expect((await vote(yes, no, none)).node?.state).toBe(state);
  });

  test.each([
    [5, 0, 0, 'quorum'],
    [11, 0, 0, 'votes-of-members'],
    [8, -1, 1, 'votes-of-members'],
  ])('of %i for, %i against and %i abstentions of ten members is none', async (yes, no, none, rule) => {
    refusedBy(await vote(yes, no, none), rule);
  });

  test('is not recorded without an agenda, or before the session', async () => {
    const file = await aReadyFile(office);
    const votes = { votesFor: 8, votesAgainst: 0, abstentions: 0 };
    refusedBy(
      await office.doing('recordVote', 'secretary', { ...expected(file), ...votes }),
      'file-is-on-an-agenda',
    );
    const later = await office.done('conveneCouncil', 'secretary', { heldOn: '2026-10-02', memberCount: 10 });
    await office.done('placeOnAgenda', 'secretary', { ...expected(file), session: later.id });

    refusedBy(
      await office.doing('recordVote', 'secretary', { ...expected(file), ...votes }),
      'session-was-held',
    );
  });

  test('needs a rule that states quorum and threshold: the hub guesses none', async () => {
    await office.sql('update award_authority_rule set quorum = null where key = ?', [keyIn(office.rule)]);
    const done = await vote(8, 0, 0);
    await office.sql('update award_authority_rule set quorum = 60 where key = ?', [keyIn(office.rule)]);

    refusedBy(done, 'rule-states-the-vote');
  });

  test('with one more in favour never turns from passed to failed', () => {
    const count = fc.nat({ max: 50 });
    fc.assert(
      fc.property(
        count,
        count,
        count,
        fc.integer({ min: 1, max: 100 }),
        (votesFor, votesAgainst, abstentions, voteThreshold) => {
          const tally = { votesFor, votesAgainst, abstentions };
          const more = { ...tally, votesFor: votesFor + 1 };
          expect(isPassed(tally, { voteThreshold }) && !isPassed(more, { voteThreshold })).toBe(false);
        },
      ),
    );
  });
});
