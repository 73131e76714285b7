import { ANONYMOUS, type Caller } from '../../../schema/contract/caller.js';
import { globalId } from '../../../schema/contract/ids.js';
import { idOfRef } from '../../../subgraphs/shared/database/refs.js';
import { callerSetting } from '../../../subgraphs/shared/database/caller-role.js';
import { PLANS } from '../../../subgraphs/plans.js';
import { inTransaction } from '../../../subgraphs/shared/database/transaction.js';
import { ROLES } from '../../../subgraphs/shared/rights/role.js';
import { TEST_DAY } from '../../support/loaded.js';
import { anOfficer } from '../../support/officers.js';
import { aLog, type Log } from './a-log.js';
import { BAC_NINH, VGCL } from '../writing/a-register.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const CHANNEL = 'OfficialChannel:0198b4a0-0000-7000-8000-000000000001';
const AUDITOR = anOfficer({ role: 'AUDITOR', organization: VGCL });

let log: Log;
beforeAll(async () => {
  log = await aLog();
  await log.write({ operation: 'first', subject: 'account-1' });
  await log.write({
    operation: 'openChannel',
    subject: 'account-2',
    organization: BAC_NINH,
    nodes: [CHANNEL],
  });
  await log.write({
    operation: 'openChannel',
    subject: 'account-2',
    decision: 'REFUSED',
    code: 'STALE_VERSION',
  });
  await log.write({ operation: 'last', subject: 'account-3' });
});
afterAll(() => log.close());

const LINES = `query ($first: Int, $after: String, $last: Int, $before: String, $decision: AuditDecision, $operation: String,
    $subject: String, $node: ID, $from: DateTimeISO, $to: DateTimeISO) {
  unionAuditLog(first: $first, after: $after, last: $last, before: $before, decision: $decision, operation: $operation,
    subject: $subject, node: $node, from: $from, to: $to) {
    nodes { position at subject organizationId role purpose operation nodeIds decision code requestId digest }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

async function positions(variables: object): Promise<readonly number[]> {
  const { data } = await log.ask(LINES, { ...variables }, AUDITOR);
  return data.unionAuditLog.nodes.map(({ position }: { position: number }) => position);
}

describe('an auditor', () => {
  test('of another agency reads nothing of what lies outside of the own scope', async () => {
    const organization = 'PoliceOrganization:0198b4a0-0000-7000-8000-000000000002';

    const { data } = await log.ask(LINES, {}, anOfficer({ role: 'AUDITOR', organization }));

    expect(data.unionAuditLog.nodes).toEqual([]);
  });

  test('reads who did what, for whom, in which role, when, and what became of it', async () => {
    const { data } = await log.ask(LINES, { node: idOfRef(CHANNEL) }, AUDITOR);

    expect(data.unionAuditLog.nodes).toEqual([
      {
        position: 2,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        subject: 'account-2',
        organizationId: idOfRef(BAC_NINH),
        role: 'UNION_OFFICER',
        purpose: 'OFFICIAL_DUTY',
        operation: 'openChannel',
        nodeIds: [idOfRef(CHANNEL)],
        decision: 'DONE',
        code: null,
        requestId: 'request-1',
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  test('pages through the log from the newest line on, and back', async () => {
    const first = await log.ask(LINES, { first: 3 }, AUDITOR);
    const { endCursor, hasNextPage } = first.data.unionAuditLog.pageInfo;

    expect([await positions({ first: 3 }), hasNextPage]).toEqual([[4, 3, 2], true]);
    expect(await positions({ after: endCursor })).toEqual([1]);
    expect(await positions({ last: 2, before: endCursor })).toEqual([4, 3]);
    expect(await positions({ last: 2 })).toEqual([2, 1]);
  });

  test.each([
    ['outcome', { decision: 'REFUSED' }, [3]],
    ['operation', { operation: 'openChannel' }, [3, 2]],
    ['account', { subject: 'account-3' }, [4]],
    ['record', { node: idOfRef(CHANNEL) }, [2]],
    ['several of them', { subject: 'account-2', decision: 'DONE' }, [2]],
    ['an account that did nothing', { subject: `' or true --` }, []],
  ])('finds lines by %s', async (_, filter, found) => {
    expect(await positions(filter)).toEqual(found);
  });

  test('finds lines by time, the first instant included and the last not', async () => {
    const { data } = await log.ask(LINES, {}, AUDITOR);
    const [, , second] = data.unionAuditLog.nodes as readonly { readonly at: string }[];

    const [since, until] = [await positions({ from: second?.at }), await positions({ to: second?.at })];

    expect(new Set([...since, ...until])).toEqual(new Set([1, 2, 3, 4]));
    expect(since).toContain(2);
  });

  test('counts what was found', async () => {
    const { data } = await log.ask(
      '{ unionAuditLog(subject: "account-2", first: 1) { totalCount nodes { position } } }',
      {},
      AUDITOR,
    );

    expect(data.unionAuditLog).toEqual({ totalCount: 2, nodes: [{ position: 3 }] });
  });

  test('costs one statement for a page, in a transaction of the caller', async () => {
    const { statements } = await log.ask(LINES, {}, AUDITOR);

    expect(statements).toBe('begin, page, commit'.split(',').length);
  });

  test.each([
    ['a cursor of another list', { after: 'abc' }, 'INVALID_CURSOR'],
    ['an id that is none', { node: 'abc' }, 'INVALID_ID'],
    ['an endless account', { subject: 'x'.repeat(201) }, 'INVALID_INPUT'],
    ['too much at once', { first: 101 }, 'INVALID_PAGE'],
  ])('is told of %s', async (_, variables, code) => {
    const { errors } = await log.ask(LINES, variables, AUDITOR);

    expect(errors).toMatchObject([{ extensions: { code } }]);
  });
});

describe('whoever is no auditor', () => {
  const others: readonly [string, Caller][] = [
    ['the public', ANONYMOUS],
    ...ROLES.filter((role) => role !== 'AUDITOR').map((role): [string, Caller] => [
      role,
      anOfficer({ role, organization: VGCL }),
    ]),
  ];

  test.each(others)('is refused, which is a line of the log itself: %s', async (name, caller) => {
    const { data, errors } = await log.ask(LINES, {}, caller);
    const [line] = await log.owner<{ entry: object }>(
      'select entry from audit_entry order by position desc limit 1',
    );

    expect(data).toEqual({ unionAuditLog: null });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN_SCOPE', rule: 'role' } }]);
    expect(line?.entry).toMatchObject({
      role: name === 'the public' ? 'PUBLIC' : name,
      operation: 'unionAuditLog',
      decision: 'REFUSED',
      code: 'FORBIDDEN_SCOPE',
    });
  });
});

describe.each(PLANS)('the database of $name', (plan) => {
  let asked: Log;
  beforeAll(async () => {
    asked = plan.name === 'union' ? log : await aLog(plan);
    await asked.write({});
  });
  afterAll(() => (asked === log ? undefined : asked.close()));

  const asCaller = (role: (typeof ROLES)[number], statement: string) =>
    inTransaction(asked.subgraph.database.forCaller(), async (em) => {
      const organization = plan.name === 'coordination' ? 'PoliceOrganization:any' : VGCL;
      const actor = { subject: 'account-1', role, organization, purpose: '' };
      await em.execute(`select set_config('hub.caller', ?, true)`, [callerSetting(actor, TEST_DAY)]);
      return em.execute<object[]>(statement);
    });

  test('answers by a query of its own', async () => {
    const { data, errors } = await asked.ask(
      `{ ${plan.name}AuditLog(subject: "x") { nodes { position } } }`,
      {},
      AUDITOR,
    );

    expect([data, errors]).toEqual([{ [`${plan.name}AuditLog`]: { nodes: [] } }, undefined]);
  });

  test.each(ROLES)(
    'shows the log to auditors alone, though a statement forgets every condition: %s',
    async (role) => {
      const seen = await asCaller(role, 'select position from audit_entry');

      expect(seen.length > 0).toBe(role === 'AUDITOR');
    },
  );

  test.each([
    `insert into audit_entry values (99, '{}', '')`,
    `update audit_entry set entry = '{}'`,
    'delete from audit_entry',
    'select * from chain_head',
  ])('lets no caller write the log, not even an auditor: %s', async (statement) => {
    await expect(asCaller('AUDITOR', statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('lets callers do to each table what it has policies for, and nothing to others', async () => {
    const differing = await asked.owner(
      `select c.relname, r.may from pg_class c
       cross join (values ('r', 'select'), ('a', 'insert'), ('w', 'update'), ('d', 'delete'), ('', 'truncate')) r(command, may)
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and has_table_privilege('lien_thong_caller', c.oid, r.may) <> (c.relrowsecurity and exists (
           select from pg_policy p where p.polrelid = c.oid and (p.polcmd::text = r.command
             or p.polcmd = '*' and r.command in ('r', 'a', 'w'))))`,
    );

    expect(differing).toEqual([]);
  });

  test('finds the lines about a record by an index', async () => {
    await inTransaction(asked.subgraph.database.forCaller(), async (em) => {
      await em.execute('set local enable_seqscan = off');
      const plans = await em.execute<object[]>(
        `explain select position from audit_entry where entry -> 'nodes' @> '["${globalId({ type: 'X', key: 'y' })}"]'`,
      );
      expect(JSON.stringify(plans)).toContain('audit_entry_nodes');
    });
  });
});
