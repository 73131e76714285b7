import type { Caller } from '../../schema/contract/caller.js';
import { firstDataKey, globalId, parseGlobalId } from '../../schema/contract/ids.js';
import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { idOfRef } from '../../subgraphs/shared/database/refs.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { anOfficer } from '../support/officers.js';
import { expect } from '@jest/globals';
import { getNamedType, isObjectType } from 'graphql';
import { randomUUID } from 'node:crypto';

const ref = (type: string, name: string): string => `${type}:${firstDataKey(type, name)}`;

/** The federation whose award is asked for, a union that nominates, and a police unit whose people are nominated. */
export const FEDERATION_REF = ref('UnionOrganization', 'ldld-bac-ninh-2025');
export const NOMINATOR_REF = ref('UnionOrganization', 'a-grassroots-union');
export const OTHER_UNION_REF = ref('UnionOrganization', 'another-grassroots-union');
export const POLICE_REF = ref('PoliceOrganization', 'a-provincial-police');

/** Everybody who takes part, each another account. */
export const PEOPLE = {
  nominator: anOfficer({ role: 'UNION_OFFICER', organization: NOMINATOR_REF, subject: 'nominator' }),
  stranger: anOfficer({ role: 'UNION_OFFICER', organization: OTHER_UNION_REF, subject: 'stranger' }),
  police: anOfficer({ role: 'POLICE_OFFICER', organization: POLICE_REF, subject: 'police' }),
  verifier: anOfficer({ role: 'AWARD_SECRETARY', organization: FEDERATION_REF, subject: 'verifier' }),
  secretary: anOfficer({ role: 'AWARD_SECRETARY', organization: FEDERATION_REF, subject: 'secretary' }),
  member: anOfficer({ role: 'COUNCIL_MEMBER', organization: FEDERATION_REF, subject: 'member' }),
  signatory: anOfficer({ role: 'SIGNATORY', organization: FEDERATION_REF, subject: 'signatory' }),
  steward: anOfficer({ role: 'DATA_STEWARD', organization: FEDERATION_REF, subject: 'steward' }),
  privacy: anOfficer({ role: 'PRIVACY_OFFICER', organization: POLICE_REF, subject: 'privacy' }),
} as const;

/** One of {@link PEOPLE}. */
export type Person = keyof typeof PEOPLE;

/** A record as mutations answer with it. */
export interface Answered {
  readonly id: string;
  readonly version: number;
  readonly state?: string;
}

/** Why a mutation was refused. */
export interface Refused {
  readonly code: string;
  readonly rule: string | null;
  readonly field: string | null;
}

/** What a mutation answered. */
export interface Done {
  readonly node: Answered | null;
  readonly errors: readonly Refused[];
}

/** An awards office of a federation with an open round; the rule for its certificate of merit states how to vote. */
export async function anAwardsOffice() {
  const asked = await aLoaded(recognition);
  const doing = (name: string, as: Person | Caller, input: object): Promise<Done> =>
    change(asked, name, { input, as: typeof as === 'string' ? PEOPLE[as] : as });
  const done = async (name: string, as: Person | Caller, input: object): Promise<Answered> => {
    const { node, errors } = await doing(name, as, input);
    if (!node) throw new Error(`${name} was refused: ${JSON.stringify(errors)}`);
    return node;
  };
  const rule = idOfRef(ref('AwardAuthorityRule', 'bang-khen-provincial-federation-999'));
  await done('correctAuthorityRule', 'steward', {
    id: rule,
    expectedVersion: 1,
    quorum: 60,
    voteThreshold: 70,
    deadlines: [{ step: 'CONSULTATION', workingDays: 5 }],
  });
  const { id: round } = await done('openRound', 'secretary', aRound());
  return { ...asked, doing, done, rule, round, sql: sqlOf(asked) };
}

/** An awards office with its ways in. */
export type AwardsOffice = Awaited<ReturnType<typeof anAwardsOffice>>;

/** What a round is opened with. */
export function aRound(more: object = {}) {
  return {
    nameVi: 'Đợt khen thưởng năm 2026',
    forms: [idOfRef(ref('AwardForm', 'bang-khen'))],
    year: 2026,
    opensOn: '2026-09-01',
    closesOn: '2026-11-01',
    ...more,
  };
}

/** The input that names a record in the version that was read. */
export function expected({ id, version }: Answered): { id: string; expectedVersion: number } {
  return { id, expectedVersion: version };
}

/** The key inside an id. */
export function keyIn(id: string): string {
  return parseGlobalId(id).key;
}

/** An id that nothing has. */
export function unknownId(type: string): string {
  return globalId({ type, key: randomUUID() });
}

interface Change {
  readonly input: object;
  readonly as: Caller;
}

async function change(asked: Asked, name: string, { input, as }: Change): Promise<Done> {
  const { subgraph } = asked;
  const field = subgraph.schema.getMutationType()?.getFields()[name];
  const payload = getNamedType(field?.type);
  if (!field || !isObjectType(payload)) throw new Error(`There is no mutation ${name}.`);
  const [node] = Object.values(payload.getFields());
  const type = getNamedType(node?.type);
  const state = isObjectType(type) && type.getFields()['state'] ? 'state' : '';
  const { data, errors } = await asked.ask(
    `mutation ($input: ${String(field.args[0]?.type)}) { ${name}(input: $input) {
      node: ${node?.name ?? ''} { id version ${state} } errors { code rule field } } }`,
    { input: { idempotencyKey: `key-${randomUUID()}`, ...input } },
    as,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name] as Done;
}

function sqlOf({ subgraph }: Asked) {
  return <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    subgraph.database.fork().execute<Row[]>(sql, [...values]);
}

/** Expects a refusal by a rule. */
export function refusedBy({ node, errors }: Done, rule: string): void {
  expect({ node, errors }).toMatchObject({ node: null, errors: [{ code: 'GUARD_FAILED', rule }] });
}
