import { connected } from '../../gateway/embedded/postgres/client.js';
import { testServer } from './server.js';
import { escapeIdentifier } from 'pg';

/**
 * Makes a database of this run, as a copy of `template`, to which nobody may be connected meanwhile. Its files are copied,
 * which takes half as long as to write the copy into the log first.
 */
export function createDatabase(name: string, template = 'template1'): Promise<void> {
  return run(
    `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} strategy file_copy`,
  );
}

/** Removes a database where it exists, and cuts the connections to it. */
export function dropDatabase(name: string): Promise<void> {
  return run(`drop database if exists ${escapeIdentifier(name)} with (force)`);
}

function run(statement: string): Promise<void> {
  return connected(testServer().url('postgres', ''), async (client) => void (await client.query(statement)));
}
