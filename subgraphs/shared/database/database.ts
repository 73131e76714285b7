import type { HubRecord } from '../record.js';
import { timeLimit } from '../../../schema/contract/time-limit.js';
import type { RecordClass } from '../reading/rows.js';
import { tellingDatabaseFailures } from './failure.js';
import { Lock, takeLock } from './locks.js';
import { watchPool } from './pool.js';
import { MikroORM, type MigrationObject, type SqlEntityManager } from '@mikro-orm/postgresql';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';

/** What a subgraph's database is made of. */
export interface DatabasePlan {
  readonly url: string;
  readonly records: readonly RecordClass<HubRecord>[];
  readonly migrations: MigrationObject[];
  /** Called for every SQL statement, for tests that count them. */
  readonly onStatement?: (sql: string) => void;
  /** Longest that one statement may run; tests shorten it. Unit: milliseconds. */
  readonly statementTimeout?: number;
  /** Longest wait for the server's answer to one statement, its own limit included; tests shorten it. Unit: milliseconds. */
  readonly answerTimeout?: number;
}

/** Most connections that one subgraph process opens. */
const POOL_SIZE = 10;
/** Longest that one statement may run, and that a connection may take. Unit: milliseconds. */
const STATEMENT_TIMEOUT = 10_000;
const CONNECT_TIMEOUT = 5_000;
/** Longest wait for an answer, for when the server or a proxy before it has fallen silent. Unit: milliseconds. */
const ANSWER_TIMEOUT = STATEMENT_TIMEOUT + 2_000;
/** Longest that asking whether the server answers may take. Unit: milliseconds. */
const READY_TIMEOUT = 2_000;

/** What the mapping does not know of and must not drop: history, indexes of names and rules over time; see `keeping.ts`. */
const KEEPING =
  /^set names|^drop (trigger|function)|"(record_version|first_data)"|_(search|by_name)"$|_one_per_day"$/;

/** The database of one subgraph; the only room that names a driver. */
export class Database {
  private constructor(private readonly orm: MikroORM) {}

  /** Prepares the mapping and the pool; connects with the first statement. */
  static async open({ url, records, migrations, ...options }: DatabasePlan): Promise<Database> {
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
        statement_timeout: options.statementTimeout ?? STATEMENT_TIMEOUT,
        query_timeout: options.answerTimeout ?? ANSWER_TIMEOUT,
        keepAlive: true,
        onPoolCreated: watchPool(options.onStatement),
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

  /** Brings the schema up to date, one process at a time. Answers how many steps were taken. @throws HubError DATABASE_FAILED */
  async migrate(): Promise<number> {
    return tellingDatabaseFailures(() =>
      this.fork().transactional(async (em) => {
        await takeLock(em, Lock.MIGRATING);
        return (await this.orm.migrator.up()).length;
      }),
    );
  }

  /** Whether the server answers soon. */
  async isReady(): Promise<boolean> {
    const answers = this.fork()
      .execute('select 1')
      .then(
        () => true,
        () => false,
      );
    return timeLimit(answers, READY_TIMEOUT, false);
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
