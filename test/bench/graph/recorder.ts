import pg from 'pg';

/** A statement that was sent to a database. */
export interface Statement {
  readonly database: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What was sent since the last look. */
const sent: Statement[] = [];

/** Remembers every statement that any driver of this process sends from now on. */
export function recordStatements(): void {
  const { query } = pg.Client.prototype as unknown as { query(this: void, ...args: unknown[]): unknown };
  const recorded = function (this: pg.Client, ...args: unknown[]): unknown {
    sent.push(statementOf(this, args));
    return Reflect.apply(query, this, args);
  };
  Object.assign(pg.Client.prototype, { query: recorded });
}

/** The statements since the last look. */
export function takeStatements(): readonly Statement[] {
  return sent.splice(0);
}

function statementOf(client: pg.Client, [statement, values]: readonly unknown[]): Statement {
  const database = client.database ?? '';
  if (typeof statement === 'string') return { database, text: statement, values: arrayIn(values) };
  const { text = '', values: own } = statement as { readonly text?: string; readonly values?: unknown };
  return { database, text, values: arrayIn(own ?? values) };
}

function arrayIn(values: unknown): readonly unknown[] {
  return Array.isArray(values) ? values : [];
}
