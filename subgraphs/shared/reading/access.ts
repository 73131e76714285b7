import type { Actor } from '../rights/actor.js';
import { beginAsCaller, callerSetting } from '../database/caller-role.js';
import { CompiledQuery, sql, type Kysely, type QueryResult, type RawBuilder } from 'kysely';

type Connected = Kysely<unknown>;

/** As whom statements are run. */
export interface Access {
  /** SQL of a condition on the table aliased `t`, beside what row-level security holds to. */
  readonly readable: RawBuilder<boolean>;
  run<Row>(statement: RawBuilder<Row>, database: Connected): Promise<QueryResult<Row>>;
}

/** What the public may read: said in the statement itself, and held to once more by row-level security. */
export const AS_PUBLIC: Access = {
  readable: sql<boolean>`t.classification = 'PUBLIC'`,
  run: (statement, database) => statement.execute(database),
};

/** Within a transaction that has begun as its caller. */
export const AS_BEGUN: Access = { ...AS_PUBLIC, readable: sql<boolean>`true` };

/** As somebody in office: every statement in a transaction of its own that begins with the claims. */
export function asActor(actor: Actor, today: string): Access {
  const begin = beginAsCaller(callerSetting(actor, today));
  return {
    readable: AS_BEGUN.readable,
    run: (statement, database) =>
      database.connection().execute(async (connection) => {
        try {
          await connection.executeQuery(CompiledQuery.raw(begin));
          return await statement.execute(connection);
        } finally {
          await connection.executeQuery(CompiledQuery.raw('commit'));
        }
      }),
  };
}
