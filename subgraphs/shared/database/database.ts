import type { HubRecord } from '../record.js';
import type { RecordClass } from '../reading/rows.js';
import { MikroORM, type MigrationObject, type SqlEntityManager } from '@mikro-orm/postgresql';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import type { Client } from 'pg';

/** What a subgraph's database is made of. */
export interface DatabasePlan {
  readonly url: string;
  readonly records: readonly RecordClass<HubRecord>[];
  readonly migrations: MigrationObject[];
  /** Called for every SQL statement, for tests that count them. */
  readonly onStatement?: (sql: string) => void;
}

/** Most connections that one subgraph process opens. */
const POOL_SIZE = 10;
/** Longest that one statement may run, and that a connection may take. Unit: milliseconds. */
const STATEMENT_TIMEOUT = 10_000;
const CONNECT_TIMEOUT = 5_000;

/** What the mapping does not know of and must not drop: history, search indexes and rules over time; see `history.ts`. */
const KEEPING = /^set names|^drop (trigger|function)|"(record_version|first_data)"|_search"$|_one_per_day"$/;

/** The database of one subgraph; the only room that names a driver. */
export class Database {
  private constructor(private readonly orm: MikroORM) {}

  /** Prepares the mapping and the pool; connects with the first statement. */
  static async open({ url, records, migrations, onStatement }: DatabasePlan): Promise<Database> {
    const orm = await MikroORM.init({
      clientUrl: url,
      entities: [...records],
      metadataProvider: ReflectMetadataProvider,
      extensions: [Migrator],
      migrations: {
        migrationsList: migrations,
        tableName: 'migration',
        snapshot: false,
        transactional: true,
      },
      pool: { min: 0, max: POOL_SIZE, idleTimeoutMillis: 30_000 },
      driverOptions: {
        connectionTimeoutMillis: CONNECT_TIMEOUT,
        statement_timeout: STATEMENT_TIMEOUT,
        ...(onStatement && { onPoolCreated: observe(onStatement) }),
      },
      forceUtcTimezone: true,
      logger: () => undefined,
    });
    return new Database(orm);
  }

  /** An entity manager of its own for one unit of work. */
  fork(): SqlEntityManager {
    return this.orm.em.fork();
  }

  /** Brings the schema up to date. Answers how many steps were taken. */
  async migrate(): Promise<number> {
    return (await this.orm.migrator.up()).length;
  }

  /** Whether the server answers. */
  async isReady(): Promise<boolean> {
    return this.orm.isConnected();
  }

  /** SQL statements that would bring the schema up to the mapping; none when they agree. */
  async drift(): Promise<readonly string[]> {
    const sql = await this.orm.schema.getUpdateSchemaSQL({ safe: false });
    const statements = sql.split(';\n').map((statement) => statement.trim().replace(/;$/, ''));
    return statements.filter((statement) => statement !== '' && !KEEPING.test(statement));
  }

  /** Closes every connection. */
  async close(): Promise<void> {
    await this.orm.close(true);
  }
}

interface PoolEvents {
  on(event: 'connect', listener: (client: Client) => void): void;
}

/** Wraps the one entry point of each new connection, so that no statement goes uncounted. */
function observe(onStatement: (sql: string) => void) {
  return (pool: PoolEvents): void =>
    pool.on('connect', (client) => {
      const query = client.query.bind(client) as (...args: unknown[]) => unknown;
      const observed = (...args: unknown[]): unknown => {
        onStatement(statementText(args[0]));
        return query(...args);
      };
      Object.assign(client, { query: observed });
    });
}

function statementText(statement: unknown): string {
  return typeof statement === 'string' ? statement : ((statement as { text?: string }).text ?? '');
}
