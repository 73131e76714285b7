import { ANONYMOUS, type Caller } from '../../schema/contract/caller.js';
import { firstDataKey, globalId } from '../../schema/contract/ids.js';
import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { openSubgraph } from '../../subgraphs/shared/subgraph.js';
import type { Role } from '../../subgraphs/shared/rights/role.js';
import { aLoaded, TEST_DAY, type Answer } from '../support/loaded.js';
import { anOfficer } from '../support/officers.js';
import { graphql } from 'graphql';
import { randomUUID } from 'node:crypto';

/** What a mutation answered. */
export interface Changed {
  /** The record, with the fields that tests look at; `null` when refused. */
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly node: any;
  readonly codes: readonly string[];
  readonly rules: readonly (string | null)[];
  readonly messages: readonly string[];
}

const NODE = {
  Team: 'selfManagedTeam { id version state classification memberCount trainings { id } mergedInto { id } establishedOn { value precision } }',
  Obligation: 'reportingObligation { id version state dueOn receivedOn report { id } classification }',
  ModelType: 'modelType { id version nameVi variants }',
  Review: 'modelReview { id verdict replicatedCount reviewer { ... on UnionOrganization { id } } }',
} as const;

const MUTATIONS: Readonly<Record<string, keyof typeof NODE>> = {
  imposeObligation: 'Obligation',
  receiveReport: 'Obligation',
  registerModelType: 'ModelType',
  reviewModel: 'Review',
};

type Ask = (source: string, variableValues?: object, caller?: Caller) => Promise<Answer>;

/** The register of coordination with its first data, in which officers act; the day can be moved on. */
export async function aPractice(day = TEST_DAY) {
  const loaded = await aLoaded(coordination);
  let today = day;
  const subgraph = await openSubgraph(coordination, { databaseUrl: loaded.databaseUrl, today: () => today });
  const ask: Ask = async (source, variableValues = {}, caller = ANONYMOUS) => {
    const contextValue = subgraph.contextFor({ requestId: 'test', caller });
    const variables = variableValues as Readonly<Record<string, unknown>>;
    const answer = await graphql({
      schema: subgraph.schema,
      source,
      variableValues: variables,
      contextValue,
    });
    return { ...(JSON.parse(JSON.stringify(answer)) as Answer), statements: 0 };
  };
  return {
    ask,
    database: subgraph.database,
    owner: <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      subgraph.database.fork().execute<Row[]>(sql, [...values]),
    /** Lets it be another day. */
    moveTo: (next: string) => void (today = next),
    change: (caller: Caller, name: string, input: object) => changed(ask, { caller, name, input }),
    close: async () => {
      await subgraph.close();
      await loaded.close();
    },
  };
}

/** A register with its ways in. */
export type Practice = Awaited<ReturnType<typeof aPractice>>;

interface Asking {
  readonly caller: Caller;
  readonly name: string;
  readonly input: object;
}

async function changed(ask: Ask, { caller, name, input }: Asking): Promise<Changed> {
  const node = NODE[MUTATIONS[name] ?? 'Team'];
  const { data, errors } = await ask(
    `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) {
      answer: ${name}(input: $input) { ${node} errors { code rule message } } }`,
    { input: { idempotencyKey: `key-${randomUUID()}`, ...input } },
    caller,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  const { errors: refusals, ...answer } = data.answer;
  const told = refusals as readonly { code: string; rule: string | null; message: string }[];
  return {
    node: Object.values(answer)[0],
    codes: told.map(({ code }) => code),
    rules: told.map(({ rule }) => rule),
    messages: told.map(({ message }) => message),
  };
}

/** The reference of a record of the first data, or of any other by a name of its own. */
export function refOf(type: string, name: string): string {
  return `${type}:${firstDataKey(type, name)}`;
}

/** The id of a record of the first data. */
export function idOf(type: string, name: string): string {
  return globalId({ type, key: firstDataKey(type, name) });
}

/** Somebody in another office of a police organisation. */
export function actingAs(role: Role, name: string): Caller {
  return anOfficer({ role, organization: refOf('PoliceOrganization', name) });
}

/** An officer of a union organisation. */
export function unionOfficer(name: string): Caller {
  return anOfficer({ role: 'UNION_OFFICER', organization: refOf('UnionOrganization', name) });
}

/** An officer of a police organisation. */
export function policeOfficer(name: string): Caller {
  return anOfficer({ role: 'POLICE_OFFICER', organization: refOf('PoliceOrganization', name) });
}

/** A team to be, supported and guided by those of Bắc Ninh since July 2025. */
export const A_TEAM = {
  kind: 'LODGING_QUARTER',
  place: idOf('AdministrativeUnit', 'bac-ninh-phuong-nenh'),
  supportingUnion: idOf('UnionOrganization', 'ldld-bac-ninh-2025'),
  guidingPolice: idOf('PoliceOrganization', 'cong-an-bac-ninh-2025'),
};

/** The record as a change of it names it. */
export function of({ id, version }: { readonly id: string; readonly version: number }) {
  return { id, expectedVersion: version };
}
