import { CALLER_ROLE } from '../../../subgraphs/shared/database/caller-role.js';
import type { Nation } from './nations.js';
import type { Statement } from './recorder.js';
import { Client } from 'pg';

/** What a statement did where callers run it, under row-level security. */
export interface Looked {
  readonly database: string;
  readonly text: string;
  /** Unit: milliseconds. */
  readonly ms: number;
  /** Large tables that were read from end to end. */
  readonly wholeTables: readonly string[];
  /** Most rows that one step read and threw away. Unit: rows. */
  readonly thrownAway: number;
  /** Most rows that one step handled. Unit: rows. */
  readonly handled: number;
}

/** Tables with more rows are not to be read from end to end. Unit: rows. */
const LARGE = 10_000;

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
}

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: Node; readonly 'Execution Time': number }];
}

/** Looks at statements on a nation as its callers run them. */
export class PlanReader {
  private constructor(
    private readonly clients: ReadonlyMap<string, Client>,
    private readonly large: ReadonlySet<string>,
  ) {}

  static async open({ agencies }: Nation): Promise<PlanReader> {
    const clients = new Map<string, Client>();
    const large = new Set<string>();
    for (const { databaseUrl } of agencies) {
      const client = new Client({ connectionString: databaseUrl });
      await client.connect();
      clients.set(client.database ?? '', client);
      const { rows } = await client.query<{ relname: string }>(
        `select relname from pg_class where relkind = 'r' and reltuples > ${LARGE}`,
      );
      for (const { relname } of rows) large.add(relname);
      await client.query(`set role ${CALLER_ROLE}`);
    }
    return new PlanReader(clients, large);
  }

  /** Runs the statements that read, each once, and tells how. */
  async look(statements: readonly Statement[]): Promise<readonly Looked[]> {
    const looked: Looked[] = [];
    for (const statement of statements) {
      const client = this.clients.get(statement.database);
      if (client && /^\s*(select|with)\b/i.test(statement.text))
        looked.push(await this.#explain(client, statement));
    }
    return looked;
  }

  async close(): Promise<void> {
    await Promise.all([...this.clients.values()].map((client) => client.end()));
  }

  async #explain(client: Client, { database, text, values }: Statement): Promise<Looked> {
    const { rows } = await client.query<Explained>(`explain (analyze, format json) ${text}`, [...values]);
    const explained = rows[0]?.['QUERY PLAN'][0];
    const nodes = explained ? nodesIn(explained.Plan) : [];
    const whole = nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Actual Loops'] > 0);
    return {
      database,
      text,
      ms: explained?.['Execution Time'] ?? Number.NaN,
      wholeTables: whole.map((node) => node['Relation Name'] ?? '').filter((name) => this.large.has(name)),
      thrownAway: Math.max(0, ...nodes.map(thrownAwayBy)),
      handled: Math.max(0, ...nodes.map((node) => node['Actual Rows'] * node['Actual Loops'])),
    };
  }
}

function nodesIn(node: Node): readonly Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesIn)];
}

function thrownAwayBy(node: Node): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return removed * node['Actual Loops'];
}
