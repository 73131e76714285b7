import { firstDataKey, globalId } from '../../schema/contract/ids.js';
import { OrganizationParent } from '../../subgraphs/union/organization/organization-parent.entity.js';
import { UnionLevel } from '../../subgraphs/union/organization/union-level.js';
import { UnionOrganization } from '../../subgraphs/union/organization/union-organization.entity.js';
import type { Asked } from '../support/loaded.js';
import { randomUUID } from 'node:crypto';

/** The global id of a record of the first data, by the name that its data file gives it. */
export function idOf(type: string, name: string): string {
  return globalId({ type, key: firstDataKey(type, name) });
}

/** A union of the first data, by its name there. */
export function unionId(name: string): string {
  return idOf('UnionOrganization', name);
}

/** An administrative unit of the first data, by its name there. */
export function unitId(name: string): string {
  return idOf('AdministrativeUnit', name);
}

/** What is written for one test. */
export type Written = Readonly<Record<string, unknown>>;

/** Writes records of one class, as a later mutation would. Answers their keys. */
export async function written(
  asked: Asked,
  type: abstract new () => object,
  rows: readonly Written[],
): Promise<readonly string[]> {
  const em = asked.subgraph.database.fork();
  const keyed = rows.map((row) => ({ key: randomUUID(), ...row }));
  for (const row of keyed) em.persist(em.create(type.name as never, row as never));
  await em.flush();
  return keyed.map(({ key }) => key);
}

/** Writes unions right below another, from a day on. Answers their ids. */
export async function unionsBelow(
  asked: Asked,
  parent: string,
  names: readonly string[],
  validFrom = '2020-01-01',
): Promise<readonly string[]> {
  const rows = names.map((nameVi) => ({ nameVi, level: UnionLevel.GRASSROOTS, validFrom }));
  const keys = await written(asked, UnionOrganization, rows);
  await written(
    asked,
    OrganizationParent,
    keys.map((child) => ({ child, parent: keyIn(parent), validFrom })),
  );
  return keys.map((key) => globalId({ type: 'UnionOrganization', key }));
}

/** The key within a global id. */
export function keyIn(id: string): string {
  return Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';
}

/** The code of the first error of an answer. */
export function codeOf({ errors }: Awaited<ReturnType<Asked['ask']>>): unknown {
  return errors?.[0]?.extensions?.['code'];
}
