import { firstDataKey } from '../../schema/contract/ids.js';
import { idOfRef, refOfId } from '../../subgraphs/shared/database/refs.js';
import type { Role } from '../../subgraphs/shared/rights/role.js';
import { aHub, type TestHub } from '../support/hub.js';
import { TEST_DAY, type Asked } from '../support/loaded.js';
import type { Office } from '../support/officers.js';
import { getNamedType, isObjectType } from 'graphql';
import { randomUUID } from 'node:crypto';

/** The reference of a record of the first data, by its name there. */
export function refOf(type: string, name: string): string {
  return `${type}:${firstDataKey(type, name)}`;
}

/** The id of a record of the first data, by its name there. */
export function idOf(type: string, name: string): string {
  return idOfRef(refOf(type, name));
}

const FEDERATION_REF = refOf('UnionOrganization', 'ldld-bac-ninh-2025');
const POLICE_REF = refOf('PoliceOrganization', 'cong-an-bac-ninh-2025');

/** The federation of labour and the police of Bắc Ninh since July 2025, and a ward there. */
export const FEDERATION = idOfRef(FEDERATION_REF);
export const POLICE = idOfRef(POLICE_REF);
export const WARD = idOf('AdministrativeUnit', 'bac-ninh-phuong-bac-giang');

/** Somebody who acts for an organisation of the first data. */
export function actingFor(organization: string, role: Role, subject = role.toLowerCase()): Office {
  return { role, organization, subject };
}

/** Who acts: each another account. */
export const WHO = {
  vgcl: actingFor(refOf('UnionOrganization', 'vgcl'), 'UNION_OFFICER', 'vgcl'),
  union: actingFor(FEDERATION_REF, 'UNION_OFFICER', 'union'),
  verifier: actingFor(FEDERATION_REF, 'AWARD_SECRETARY', 'verifier'),
  secretary: actingFor(FEDERATION_REF, 'AWARD_SECRETARY', 'secretary'),
  signatory: actingFor(FEDERATION_REF, 'SIGNATORY', 'signatory'),
  steward: actingFor(FEDERATION_REF, 'DATA_STEWARD', 'steward'),
  auditor: actingFor(FEDERATION_REF, 'AUDITOR', 'auditor'),
  police: actingFor(POLICE_REF, 'POLICE_OFFICER', 'police'),
} as const satisfies Readonly<Record<string, Office>>;

/** The office of somebody of a union with a global id. */
export function officerOf(union: string, subject = 'officer'): Office {
  return actingFor(refOfId(union), 'UNION_OFFICER', subject);
}

/** A record as mutations answer with it. */
export interface Node {
  readonly id: string;
  readonly version: number;
  readonly state?: string;
}

/** Why a mutation was refused. */
export interface Refused {
  readonly code: string;
  readonly rule: string | null;
  readonly field: string | null;
  readonly message: string;
  readonly messageVi: string;
  readonly agency: string;
  readonly requestId: string;
}

/** What a mutation answered. */
export interface Done {
  readonly node: Node | null;
  readonly errors: readonly Refused[];
}

/** The input that names a record in the version that was read. */
export function of({ id, version }: Node): { id: string; expectedVersion: number } {
  return { id, expectedVersion: version };
}

/** A hub in which officers act over HTTP, each with a token of the own. */
export async function aHubAtWork(today = TEST_DAY) {
  const hub = await aHub({ today });
  const doing = async (name: string, office: Office | undefined, input: object): Promise<Done> => {
    const wanted = { input: { idempotencyKey: randomUUID(), ...input } };
    const { data, errors } = await hub.ask(mutationOf(hub, name), wanted, office);
    if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return data.done;
  };
  const done = async (name: string, office: Office, input: object): Promise<Node> => {
    const { node, errors } = await doing(name, office, input);
    if (!node) throw new Error(`${name} was refused: ${JSON.stringify(errors)}`);
    return node;
  };
  const sql = <Row extends object>(agency: string, statement: string, values: readonly unknown[] = []) =>
    (hub.agencies.get(agency) as Asked).subgraph.database.fork().execute<Row[]>(statement, [...values]);
  return { ...hub, doing, done, sql };
}

/** A hub with its ways in. */
export type HubAtWork = Awaited<ReturnType<typeof aHubAtWork>>;

/** The text of a mutation that asks for its record and why it was refused. */
export function mutationOf({ agencies }: TestHub, name: string): string {
  const field = [...agencies.values()].map(({ subgraph }) => fieldOf(subgraph, name)).find(Boolean);
  const payload = getNamedType(field?.type);
  if (!field || !isObjectType(payload)) throw new Error(`There is no mutation ${name}.`);
  const [node] = Object.values(payload.getFields());
  const type = getNamedType(node?.type);
  const state = isObjectType(type) && type.getFields()['state'] ? 'state' : '';
  return `mutation ($input: ${String(field.args[0]?.type)}) { done: ${name}(input: $input) {
    node: ${node?.name ?? ''} { id version ${state} }
    errors { code rule field message messageVi agency requestId } } }`;
}

function fieldOf({ schema }: Asked['subgraph'], name: string) {
  return schema.getMutationType()?.getFields()[name];
}

/** Where figures and organisations come from, as inputs state it. */
export const SOURCE = {
  source: 'report-c',
  quote: 'theo quyết định',
  statedBy: 'Liên đoàn Lao động tỉnh Bắc Ninh',
  statedOn: '2026-01',
};

/** Begins a union right below the federation, or below another by other officers, and lets every agency hear it. */
export async function aUnion(hub: HubAtWork, more: object = {}, officer: Office = WHO.union): Promise<Node> {
  const plan = {
    nameVi: 'Công đoàn phường Bắc Giang',
    level: 'COMMUNE',
    validFrom: '2026-01-01',
    parent: FEDERATION,
    source: SOURCE,
    ...more,
  };
  const planned = await hub.done('planOrganization', officer, plan);
  const begun = { ...of(planned), on: plan.validFrom, source: SOURCE };
  const union = await hub.done('activateOrganization', officer, begun);
  await hub.deliver();
  return union;
}
