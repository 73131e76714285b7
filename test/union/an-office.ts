import type { Caller } from '../../schema/contract/caller.js';
import type { Role } from '../../subgraphs/shared/rights/role.js';
import type { Asked } from '../support/loaded.js';
import { anOfficer } from '../support/officers.js';
import { unionId } from './a-union.js';
import { randomUUID } from 'node:crypto';

/** Somebody who acts for the organisation with a global id. */
export function officeOf(id: string, role: Role): Caller {
  return anOfficer({ role, organization: Buffer.from(id, 'base64url').toString() });
}

/** Somebody who acts for a union of the first data, by its name there; an officer where nothing else is said. */
export function actingFor(name: string, role: Role = 'UNION_OFFICER'): Caller {
  return officeOf(unionId(name), role);
}

/** An officer of the federation of Bắc Ninh that began in July 2025. */
export const BAC_NINH = actingFor('ldld-bac-ninh-2025');
/** An officer of the confederation, above all others. */
export const VGCL = actingFor('vgcl');

/** A source as inputs state it. */
export const SOURCE = {
  source: 'report-c',
  quote: 'theo báo cáo',
  statedBy: 'Liên đoàn Lao động tỉnh Bắc Ninh',
  statedOn: '2026-01',
};

/** What is asked of a mutation. */
export interface Change {
  readonly input: Readonly<Record<string, unknown>>;
  readonly as: Caller;
  /** What to read of the record that it answers with. */
  readonly select?: string;
}

/** What a mutation answered. */
export interface Changed {
  // The shape depends on what was selected, which only the test knows.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly node: any;
  readonly errors: readonly {
    readonly code: string;
    readonly rule: string | null;
    readonly field: string | null;
  }[];
}

/** Asks for a mutation with a fresh idempotency key where the input has none. */
export async function change(
  asked: Asked,
  operation: string,
  { input, as, select = 'id version' }: Change,
): Promise<Changed> {
  const named = operation.charAt(0).toUpperCase() + operation.slice(1);
  const type = asked.subgraph.schema.getMutationType()?.getFields()[operation]?.args[0]?.type;
  const payload = asked.subgraph.schema.getType(`${named}Payload`);
  if (!payload || !('getFields' in payload)) throw new Error(`No mutation is called ${operation}.`);
  const [field = ''] = Object.keys(payload.getFields());
  const { data, errors } = await asked.ask(
    `mutation ($input: ${String(type)}) { done: ${operation}(input: $input) {
       node: ${field} { ${select} } errors { code rule field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    as,
  );
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data.done;
}

/** Does a mutation that is expected to be done. */
export async function done(asked: Asked, operation: string, wanted: Change): Promise<Changed['node']> {
  const { node, errors } = await change(asked, operation, wanted);
  if (errors.length > 0) throw new Error(`${operation}: ${JSON.stringify(errors)}`);
  return node;
}

/** Why a mutation was refused: code, and rule or field. */
export async function refusal(asked: Asked, operation: string, wanted: Change): Promise<readonly unknown[]> {
  const { node, errors } = await change(asked, operation, wanted);
  if (node !== null) throw new Error(`${operation} was done.`);
  return errors.map(({ code, rule, field }) => [code, rule ?? field]);
}
