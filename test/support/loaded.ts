import 'reflect-metadata';
import { ANONYMOUS, type Caller } from '../../schema/contract/caller.js';
import { connected } from '../../gateway/embedded/postgres/client.js';
import { PLANS } from '../../subgraphs/plans.js';
import { loadFolder } from '../../subgraphs/shared/loading/load.js';
import { subgraphSchema } from '../../subgraphs/shared/schema.js';
import { openSubgraph, type OpenSubgraph, type SubgraphPlan } from '../../subgraphs/shared/subgraph.js';
import { createDatabase, dropDatabase } from './databases.js';
import { databaseName, testServer } from './server.js';
import { graphql, type GraphQLFormattedError } from 'graphql';
import type { Client } from 'pg';
import { randomUUID } from 'node:crypto';

/** The day on which the tests of the first data take place. */
export const TEST_DAY = '2026-10-01';

/** An answer, with what it cost. */
export interface Answer {
  // The shape depends on the query, which only the test knows.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
  readonly errors?: readonly GraphQLFormattedError[];
  /** SQL statements that the operation took. */
  readonly statements: number;
}

/** One subgraph on a database of its own that holds the first data. */
export interface Asked {
  readonly subgraph: OpenSubgraph;
  readonly databaseUrl: string;
  ask(query: string, variables?: Readonly<Record<string, unknown>>, caller?: Caller): Promise<Answer>;
  /** What the gateway would get for entities of one type. */
  entities(typename: string, representations: readonly object[], selection: string): Promise<Answer>;
  /** SQL statements so far. */
  statementCount(): number;
  close(): Promise<void>;
}

/** What a test's databases begin with. */
export interface Beginning {
  /** The day that is taken for today. */
  readonly today?: string;
  /** Whether the long lists are loaded, such as that of all administrative units; copying them takes a second. */
  readonly withLists?: boolean;
}

/**
 * Opens a subgraph on a fresh copy of its migrated and loaded template, by a calendar of its own where days go by. All
 * schemas are built before one is asked.
 */
export async function aLoaded(
  plan: SubgraphPlan,
  beginning: Beginning = {},
  today = () => beginning.today ?? TEST_DAY,
): Promise<Asked> {
  for (const each of PLANS) await subgraphSchema(each);
  const name = databaseName(randomUUID().slice(0, 8));
  await createDatabase(name, await templateOf(plan, beginning));
  return askedOn(plan, { name, today });
}

interface Copy {
  readonly name: string;
  readonly today: () => string;
}

async function askedOn(plan: SubgraphPlan, { name, today }: Copy): Promise<Asked> {
  let statements = 0;
  const databaseUrl = testServer().url(name, '');
  const onStatement = (): void => void statements++;
  const subgraph = await openSubgraph(plan, { databaseUrl, today, onStatement });
  const ask = async (source: string, variableValues = {}, caller: Caller = ANONYMOUS): Promise<Answer> => {
    const before = statements;
    const contextValue = subgraph.contextFor({ requestId: 'test', caller });
    const { data, errors } = await graphql({ schema: subgraph.schema, source, variableValues, contextValue });
    return {
      data: JSON.parse(JSON.stringify(data ?? null)),
      ...(errors && { errors: errors.map((error) => error.toJSON()) }),
      statements: statements - before,
    };
  };
  return {
    subgraph,
    databaseUrl,
    ask,
    entities: entitiesBy(ask),
    statementCount: () => statements,
    close: () => closed(subgraph, name),
  };
}

function entitiesBy(ask: Asked['ask']): Asked['entities'] {
  return (typename, representations, selection) =>
    ask(
      `query ($all: [_Any!]!) { _entities(representations: $all) { ... on ${typename} { ${selection} } } }`,
      {
        all: representations.map((representation) => ({ __typename: typename, ...representation })),
      },
    );
}

async function closed(subgraph: OpenSubgraph, name: string): Promise<void> {
  await subgraph.close();
  await dropDatabase(name);
}

/**
 * Makes the templates of all subgraphs once per run, and lets each hear what the others tell at first; test files that
 * come at the same time wait for the first.
 */
export function templateOf(
  { name, references }: SubgraphPlan,
  { withLists }: Beginning = {},
): Promise<string> {
  const template = templateName(name);
  return connected(testServer().url('postgres', ''), async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [templateName('')]);
    if (!(await exists(client, template))) await makeTemplates(client);
    if (!withLists || !references) return template;
    if (!(await exists(client, `${template}_lists`))) await makeTemplateWithLists(client, name);
    return `${template}_lists`;
  });
}

function templateName(plan: string): string {
  return databaseName(`template_${plan}`);
}

async function exists(client: Client, database: string): Promise<boolean> {
  const { rows } = await client.query('select 1 from pg_database where datname = $1', [database]);
  return rows.length > 0;
}

async function makeTemplates(client: Client): Promise<void> {
  const opened: OpenSubgraph[] = [];
  for (const plan of PLANS) {
    const database = `${templateName(plan.name)}_new`;
    await dropDatabase(database);
    await createDatabase(database);
    const subgraph = await openSubgraph(plan, { databaseUrl: testServer().url(database, '') });
    await subgraph.database.migrate();
    await loadFolder({ ...plan, references: [] }, subgraph.database);
    opened.push(subgraph);
  }
  await deliver(opened);
  for (const subgraph of opened) {
    await subgraph.close();
    await finish(client, templateName(subgraph.name));
  }
}

async function makeTemplateWithLists(client: Client, name: string): Promise<void> {
  const plan = PLANS.find((each) => each.name === name) as SubgraphPlan;
  const template = `${templateName(name)}_lists`;
  await dropDatabase(`${template}_new`);
  await createDatabase(`${template}_new`, templateName(name));
  const subgraph = await openSubgraph(plan, { databaseUrl: testServer().url(`${template}_new`, '') });
  await subgraph.load();
  await subgraph.close();
  await finish(client, template);
}

async function finish(client: Client, template: string): Promise<void> {
  await client.query(`alter database ${template}_new rename to ${template}`);
}

/** Lets every subgraph hear all that the others have told, and what they tell of it, until nobody has anything new. */
export async function deliver(subgraphs: readonly OpenSubgraph[]): Promise<void> {
  let heard = 1;
  while (heard > 0) {
    heard = 0;
    for (const one of subgraphs)
      for (const other of subgraphs) if (one !== other) heard += await one.subscribe(other.outbox).pull();
  }
}
