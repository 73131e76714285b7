import { globalId } from '../../schema/contract/ids.js';
import { projectPath } from '../../schema/contract/project.js';
import { PLANS } from '../../subgraphs/plans.js';
import type { TestHub } from './hub.js';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const RECORDS = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { id __typename ... on Record { classification version
    provenance { fact quote certainty statedBy sourceStatus source { code } }
    dataQualityFlags { code messageVi messageEn readings { value } } } }
}`;

/** A record as the graph shows it, whatever its type. */
export interface ReadRecord {
  readonly id: string;
  readonly __typename: string;
  readonly provenance: readonly {
    readonly fact: string | null;
    readonly quote: string | null;
    readonly certainty: string;
    readonly statedBy: string | null;
    readonly sourceStatus: string;
    readonly source: { readonly code: string };
  }[];
  readonly dataQualityFlags: readonly {
    readonly code: string;
    readonly messageVi: string;
    readonly messageEn: string;
    readonly readings: readonly { readonly value: string }[];
  }[];
}

/** A fact and what the record that cites it holds of it. */
export interface Figure {
  readonly fact: string;
  readonly source: string;
  readonly on: string;
  readonly by?: string;
  readonly certainty?: string;
  readonly holds: Holding;
}

/** Fields with their values; null is a date or quantity that is not known. */
export interface Holding {
  readonly [field: string]: string | number | null | Holding | readonly Holding[];
}

/** A doubt, the record that carries it and the readings of its flag. */
export interface Doubt {
  readonly doubt: string;
  readonly on: string;
  readonly about: string;
  readonly flag: string;
  readonly says: readonly string[];
}

/** What the graph must hold of the facts' figures. */
export const {
  sources: SOURCES,
  numbers: NUMBERS,
  figures: FIGURES,
} = table('first-figures.yaml') as {
  readonly sources: Readonly<
    Record<string, { readonly status: string; readonly by?: string; readonly publishedOn: Holding | null }>
  >;
  readonly numbers: readonly { readonly fact: string; readonly on: string; readonly records: number }[];
  readonly figures: readonly Figure[];
};

/** The doubts that the sources of the first data leave. */
export const { doubts: DOUBTS } = table('first-doubts.yaml') as { readonly doubts: readonly Doubt[] };

function table(name: string): unknown {
  return parse(readFileSync(projectPath('test', 'support', name), 'utf8'), { merge: true });
}

/** The ids of every record that the agencies own, as their databases have them. */
export async function recordIds(hub: TestHub): Promise<readonly string[]> {
  return (await Promise.all(PLANS.map((plan) => idsOf(hub, plan)))).flat();
}

async function idsOf(hub: TestHub, plan: (typeof PLANS)[number]): Promise<readonly string[]> {
  const em = hub.agencies.get(plan.name)?.subgraph.database.fork();
  if (!em) throw new Error(`${plan.name} does not run.`);
  const found = plan.records.map(async ({ name }) => {
    const { tableName } = em.getMetadata().getByClassName(name);
    const rows = await em.execute<{ key: string }[]>(`select key from ${tableName}`);
    return rows.map(({ key }) => globalId({ type: name, key }));
  });
  return (await Promise.all(found)).flat();
}

/** The records of these ids, read through the graph. */
export async function readRecords(hub: TestHub, ids: readonly string[]): Promise<readonly ReadRecord[]> {
  const pages = Array.from({ length: Math.ceil(ids.length / 50) }, (_, page) =>
    ids.slice(page * 50, page * 50 + 50),
  );
  const read: ReadRecord[] = [];
  for (const page of pages) {
    const { data, errors } = await hub.ask(RECORDS, { ids: page });
    if (errors) throw new Error(JSON.stringify(errors));
    read.push(...data.nodes);
  }
  return read;
}

/** What each of these records holds in the fields of the figure. */
export async function heldOf(
  hub: TestHub,
  { on, holds }: Figure,
  records: readonly ReadRecord[],
): Promise<readonly unknown[]> {
  const { data, errors } = await hub.ask(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${on} ${selectionOf(holds)} } }`,
    { ids: records.map(({ id }) => id) },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.nodes;
}

function selectionOf(holds: Holding): string {
  const fields = Object.entries(holds).map(([field, value]) => `${field} ${partsOf(field, value)}`);
  return `{ ${fields.join(' ')} }`;
}

function partsOf(field: string, value: Holding[string]): string {
  if (value === null) return field === 'value' ? '' : '{ value }';
  if (typeof value !== 'object') return '';
  const [part = {}] = [value].flat() as readonly Holding[];
  return selectionOf(part);
}
