import { connected } from '../../gateway/embedded/postgres/client.js';
import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { CALLER_ROLE } from '../../subgraphs/shared/database/caller-role.js';
import type { SubgraphPlan } from '../../subgraphs/shared/subgraph.js';
import { recordStatements, takeStatements } from '../bench/graph/recorder.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const agencies = new Map<SubgraphPlan, Asked>();
beforeAll(async () => {
  recordStatements();
  for (const plan of [union, coordination, recognition]) agencies.set(plan, await aLoaded(plan));
});
afterAll(async () => {
  for (const asked of agencies.values()) await asked.close();
});

interface Node {
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Node[];
}

function nodesIn(node: Node): readonly Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesIn)];
}

/** The conditions with which a caller's statement looks into indexes, where few rows do not make them needless. */
function indexConditions(asked: Asked): Promise<readonly string[]> {
  const { text, values } = takeStatements().findLast((each) => each.text.includes('position__')) ?? {};
  return connected(asked.databaseUrl, async (client) => {
    await client.query(`set role ${CALLER_ROLE}`);
    await client.query('set enable_seqscan = off; set enable_sort = off; set enable_bitmapscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ readonly Plan: Node }] }>(
      `explain (format json) ${text}`,
      [...(values ?? [])],
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    return plan ? nodesIn(plan).map((node) => `${node['Index Name']} ${node['Index Cond']}`) : [];
  });
}

describe('under row-level security an index leads at once', () => {
  test.each([
    [coordination, 'documents(first: 1', 'document_by_date'],
    [coordination, 'activities(first: 1', 'activity_by_date'],
    [union, 'membershipStatistics(first: 1', 'membership_statistic_by_date'],
    [recognition, 'recognitionBatches(first: 1', 'recognition_batch_by_year'],
    [union, 'administrativeUnits(first: 1, level: PROVINCE', 'administrative_unit_'],
  ])('to a late page: %#', async (plan, list, index) => {
    const asked = agencies.get(plan) as Asked;
    const [name] = list.split('(');
    const first = await asked.ask(`{ ${list}) { pageInfo { endCursor } } }`);
    const cursor: unknown = first.data[String(name)].pageInfo.endCursor;
    takeStatements();

    const { errors } = await asked.ask(
      `query ($cursor: String!) { ${list}, after: $cursor) { nodes { id } } }`,
      {
        cursor,
      },
    );

    expect(errors).toBeUndefined();
    expect(await indexConditions(asked)).toContainEqual(
      expect.stringMatching(new RegExp(`^${index}.*ROW\\(`)),
    );
  });

  test('to the activities of some days', async () => {
    const asked = agencies.get(coordination) as Asked;
    takeStatements();

    await asked.ask('{ activities(from: "2023-12-01", to: "2023-12-31") { nodes { id } } }');

    expect(await indexConditions(asked)).toContainEqual(expect.stringMatching(/^activity_by_date .*>=.*<=/));
  });
});
