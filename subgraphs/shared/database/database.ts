import type { HubRecord } from '../record.js';
import { timeLimit } from '../../../schema/contract/time-limit.js';
import type { RecordClass } from '../reading/rows.js';
import { CALLER_GRANTS_SQL, CALLER_ROLE, CALLER_ROLE_SQL } from './caller-role.js';
import { tellingDatabaseFailures } from './failure.js';
import { LISTENER_GRANTS_SQL } from './listener-role.js';
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

/** Most connections that one subgraph process opens for callers, and for its own work. */
const POOL_SIZE = 10;
const KEEPERS_POOL_SIZE = 3;
/** Longest that one statement may run, and that a connection may take. Unit: milliseconds. */
const STATEMENT_TIMEOUT = 10_000;
const CONNECT_TIMEOUT = 5_000;
/** Longest wait for an answer, for when the server or a proxy before it has fallen silent. Unit: milliseconds. */
const ANSWER_TIMEOUT = STATEMENT_TIMEOUT + 2_000;
/** A step of a migration may rewrite a table of a nation's size. Unit: milliseconds. */
const STEP_LIMITS = { statementTimeout: 3_600_000, answerTimeout: 3_602_000 };
const STEPS_POOL_SIZE = 2;
/** Longest that asking whether the server answers may take. Unit: milliseconds. */
const READY_TIMEOUT = 2_000;

/**
 * What the mapping does not know of and must not drop: history, indexes and views of names, indexes of orders, rules over
 * time, row-level security and what a subgraph keeps beside its records; see `keeping.ts` and `telling.ts`.
 */
const KEEPING =
  /^set names|^drop (trigger|function|policy|view)|row level security$|"(record_version|first_data|organization_edge|chain_head|audit_entry|outbox|inbox|outbox_reader|answered_mutation|counted_list|kept_total|known_subject|police_territory)"|_(search|by_name|by_date|by_year)"$|_one_per_day"$/;

/** The database of one subgraph; the only room that names a driver. */
export class Database {
  private constructor(
    private readonly orm: MikroORM,
    private readonly callersOrm: MikroORM,
    private readonly plan: DatabasePlan,
  ) {}

  /** Prepares the mapping and the pools; connects with the first statement. */
  static async open(plan: DatabasePlan): Promise<Database> {
    const [orm, callersOrm] = await Promise.all([
      openOrm(plan, { size: KEEPERS_POOL_SIZE, idle: 1_000 }),
      openOrm(plan, { size: POOL_SIZE, idle: 30_000, options: `-c role=${CALLER_ROLE}` }),
    ]);
    return new Database(orm, callersOrm, plan);
  }

  /** An entity manager of its own for one unit of the subgraph's own work, as the owner of the tables. */
  fork(): SqlEntityManager {
    return this.orm.em.fork();
  }

  /** An entity manager of its own for one caller's work, under row-level security; see `caller-role.ts`. */
  forCaller(): SqlEntityManager {
    return this.callersOrm.em.fork();
  }

  /** Brings the schema up to date, one process at a time. Answers how many steps were taken. @throws HubError DATABASE_FAILED */
  async migrate(): Promise<number> {
    return tellingDatabaseFailures(() =>
      this.fork().transactional(async (em) => {
        await takeLock(em, Lock.MIGRATING);
        await this.fork().execute(CALLER_ROLE_SQL);
        const steps = await this.stepsTaken();
        // Also after a start that was cut short between the steps and this.
        await this.fork().execute(CALLER_GRANTS_SQL);
        await this.fork().execute(LISTENER_GRANTS_SQL);
        return steps;
      }),
    );
  }

  private async stepsTaken(): Promise<number> {
    if ((await this.orm.migrator.getPending()).length === 0) return 0;
    const patient = await openOrm({ ...this.plan, ...STEP_LIMITS }, { size: STEPS_POOL_SIZE, idle: 1_000 });
    try {
      return (await patient.migrator.up()).length;
    } finally {
      await patient.close(true);
    }
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
    await Promise.all([this.orm.close(true), this.callersOrm.close(true)]);
  }
}

interface PoolPlan {
  /** Most connections. */
  readonly size: number;
  /** How long a connection that nobody uses stays open. Unit: milliseconds. */
  readonly idle: number;
  /** Settings of the server with which each connection begins. */
  readonly options?: string;
}

function openOrm({ url, records, migrations, ...limits }: DatabasePlan, pool: PoolPlan): Promise<MikroORM> {
  return MikroORM.init({
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
    pool: { min: 0, max: pool.size, idleTimeoutMillis: pool.idle },
    driverOptions: {
      connectionTimeoutMillis: CONNECT_TIMEOUT,
      statement_timeout: limits.statementTimeout ?? STATEMENT_TIMEOUT,
      query_timeout: limits.answerTimeout ?? ANSWER_TIMEOUT,
      keepAlive: true,
      onPoolCreated: watchPool(limits.onStatement),
      ...(pool.options && { options: pool.options }),
    },
    forceUtcTimezone: true,
    logger: () => undefined,
  });
}
