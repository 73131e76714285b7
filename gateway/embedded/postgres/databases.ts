import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { connected } from './client.js';
import type { DatabaseServer } from './cluster.js';
import { SUPERUSER } from './secret.js';

/** One agency's database and the one role that may use it. */
export interface AgencyDatabase {
  readonly database: string;
  readonly role: string;
  /** SQL that a superuser runs in it, once or again. */
  readonly prepare?: readonly string[];
}

/**
 * Makes sure that the database and its role exist, that the role owns it and has the password of {@link DatabaseServer.url},
 * and that no other agency's role can connect to it. Safe to repeat, and to run for several agencies at once.
 */
export async function ensureDatabase(
  server: DatabaseServer,
  { database, role, prepare = [] }: AgencyDatabase,
): Promise<void> {
  const password = decodeURIComponent(new URL(server.url(database, role)).password);
  await connected(server.url(SUPERUSER, SUPERUSER), async (client) => {
    await takeTurns(client);
    await ensureRole(client, role, password);
    await dropHalfDropped(client, database);
    if (!(await exists(client, database)))
      await client.query(`CREATE DATABASE ${quoted(database)} TEMPLATE template0`);
    await client.query(`ALTER DATABASE ${quoted(database)} OWNER TO ${quoted(role)}`);
    for (const shared of [database, SUPERUSER, 'template1']) await closeToOthers(client, shared);
    await connected(server.url(database, SUPERUSER), async (inside) => {
      for (const statement of prepare) await inside.query(statement);
    });
  });
}

/** Statements on shared catalogues fail when two sessions run them at once. The lock ends with the session. */
async function takeTurns(client: Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [TURN]);
}

/** Any number that nobody else locks. */
const TURN = 7_114_512;

async function ensureRole(client: Client, role: string, password: string): Promise<void> {
  const { rows } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rows.length > 0 ? 'ALTER' : 'CREATE';
  const rights = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
  await client.query(`${verb} ROLE ${quoted(role)} ${rights} PASSWORD ${escapeLiteral(password)}`);
}

/** A removal that was cut short leaves a database that nobody can open. */
async function dropHalfDropped(client: Client, database: string): Promise<void> {
  const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datconnlimit = -2', [
    database,
  ]);
  if (rows.length > 0) await client.query(`DROP DATABASE ${quoted(database)}`);
}

async function exists(client: Client, database: string): Promise<boolean> {
  const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  return rows.length > 0;
}

async function closeToOthers(client: Client, database: string): Promise<void> {
  await client.query(`REVOKE ALL ON DATABASE ${quoted(database)} FROM PUBLIC`);
}

/** PostgreSQL cuts longer names, so that two could become one. Unit: bytes. */
const NAME_LIMIT = 63;

function quoted(name: string): string {
  if (name === '' || Buffer.byteLength(name) > NAME_LIMIT)
    throw new Error(
      `A database or role is named with 1 to ${NAME_LIMIT} bytes, not ${JSON.stringify(name)}.`,
    );
  return escapeIdentifier(name);
}
