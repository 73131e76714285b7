import { globalId } from '../schema/contract/ids.js';
import { projectPath } from '../schema/contract/project.js';
import { PLANS } from '../subgraphs/plans.js';
import { aHub, type TestHub } from './support/hub.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';

const FACTS = JSON.parse(readFileSync(projectPath('test', 'support', 'fact-ids.json'), 'utf8')) as {
  readonly load: readonly string[];
  readonly leave: readonly string[];
};

const RECORDS = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { id __typename ... on Record { classification version provenance { fact quote source { code } } dataQualityFlags { code messageVi messageEn readings { value } } } }
}`;

/** The doubts that the sources of the first data leave. */
const DOUBTS = [
  ...['SYMBOL_DISPUTED', 'DURATION_DIFFERS', 'YEAR_INFERRED', 'NAME_VARIANTS', 'SEPARATE_DOCUMENTS'],
  ...[
    'UNIT_NAME_OUTDATED',
    'IRREGULAR_FORM',
    'TITLE_MISPRINT',
    'INCOMPLETE_SYMBOL',
    'CHECKED',
    'SIDE_PROBABLE',
  ],
  ...['FORM_DIFFERS_BY_SYSTEM', 'NUMBER_RUNS_ON', 'SUBJECT_KIND_VARIES', 'ONE_SENTENCE'],
  ...['TEAM_KINDS_WORDED_ALIKE', 'NOT_DISTRIBUTED', 'ISSUER_INFERRED', 'SAME_NUMBER', 'SAME_FIGURE_TWICE'],
];

interface ReadRecord {
  readonly id: string;
  readonly __typename: string;
  readonly provenance: readonly {
    readonly fact: string | null;
    readonly quote: string | null;
    readonly source: { readonly code: string };
  }[];
  readonly dataQualityFlags: readonly {
    readonly code: string;
    readonly messageVi: string;
    readonly messageEn: string;
    readonly readings: readonly unknown[];
  }[];
}

let hub: TestHub;
let ids: readonly string[];
let records: readonly ReadRecord[];
let sourceFacts: readonly string[];

beforeAll(async () => {
  hub = await aHub();
  ids = (await Promise.all(PLANS.map(idsOf))).flat();
  records = await readAll(ids);
  const { data } = await hub.ask('{ sources { facts } }');
  sourceFacts = data.sources.flatMap(({ facts }: { readonly facts: readonly string[] }) => facts);
}, 60_000);
afterAll(() => hub.close());

/** The ids of every record that an agency owns, as its database has them. */
async function idsOf(plan: (typeof PLANS)[number]): Promise<readonly string[]> {
  const em = hub.agencies.get(plan.name)?.subgraph.database.fork();
  if (!em) throw new Error(`${plan.name} does not run.`);
  const found = plan.records.map(async ({ name }) => {
    const { tableName } = em.getMetadata().getByClassName(name);
    const rows = await em.execute<{ key: string }[]>(`select key from ${tableName}`);
    return rows.map(({ key }) => globalId({ type: name, key }));
  });
  return (await Promise.all(found)).flat();
}

async function readAll(all: readonly string[]): Promise<readonly ReadRecord[]> {
  const pages = Array.from({ length: Math.ceil(all.length / 50) }, (_, page) =>
    all.slice(page * 50, page * 50 + 50),
  );
  const read: ReadRecord[] = [];
  for (const page of pages) {
    const { data, errors } = await hub.ask(RECORDS, { ids: page });
    expect(errors).toBeUndefined();
    read.push(...data.nodes);
  }
  return read;
}

describe('the first data', () => {
  test('every record of every agency is read by its id alone', () => {
    expect(records.map(({ id }) => id)).toEqual(ids);
    expect(ids.length).toBeGreaterThan(400);
  });

  test('every fact that is to be loaded is read through the graph, and no other', () => {
    const read = records.flatMap(({ provenance }) => provenance.flatMap(({ fact }) => fact ?? []));
    expect([...new Set([...read, ...sourceFacts])].toSorted()).toEqual(FACTS.load);
  });

  test('nothing that is to be left out is there', () => {
    const everything = JSON.stringify(records);
    expect(FACTS.leave.filter((fact) => everything.includes(`"${fact}"`))).toEqual([]);
  });

  test('every record names a source', () => {
    expect(records.filter(({ provenance }) => provenance.length === 0)).toEqual([]);
  });

  test('a quotation is a few words, never a sentence', () => {
    const quotes = records.flatMap(({ provenance }) => provenance.flatMap(({ quote }) => quote ?? []));
    expect(quotes.filter((quote) => quote.length > 80)).toEqual([]);
  });

  test('every flag explains itself in two languages', () => {
    const flags = records.flatMap(({ dataQualityFlags }) => dataQualityFlags);
    expect(
      flags.filter(({ messageVi, messageEn }) => messageVi.length < 10 || messageEn.length < 10),
    ).toEqual([]);
  });

  test.each(DOUBTS)('the doubt %s is there as a flag with both readings', (code) => {
    const flags = records.flatMap(({ dataQualityFlags }) =>
      dataQualityFlags.filter((flag) => flag.code === code),
    );
    expect(flags.some(({ readings }) => readings.length >= 2)).toBe(true);
  });

  test('the 140 recipients are one mixed count, flagged as not split', () => {
    const flagged = records.filter(({ dataQualityFlags }) =>
      dataQualityFlags.some(({ code }) => code === 'NOT_SPLIT'),
    );
    expect(flagged.map(({ __typename }) => __typename)).toContain('RecognitionBatch');
  });

  test('the same source of the same fact is never cited twice on one record', () => {
    const doubled = records.filter(({ provenance }) => {
      const cited = provenance.map(({ fact, quote, source }) => JSON.stringify([fact, quote, source.code]));
      return new Set(cited).size < cited.length;
    });
    expect(doubled.map(({ __typename, id }) => `${__typename} ${id}`)).toEqual([]);
  });
});

describe('references between agencies', () => {
  test('every reference in every data file points at a record that its owner has', async () => {
    const known = new Set(ids);
    const dangling: string[] = [];
    for (const plan of PLANS) {
      const em = hub.agencies.get(plan.name)?.subgraph.database.fork();
      for (const { name } of plan.entities) {
        const meta = em?.getMetadata().getByClassName(name);
        for (const row of (await em?.execute<Record<string, unknown>[]>(
          `select * from ${meta?.tableName}`,
        )) ?? [])
          dangling.push(
            ...referencesIn(row)
              .filter((id) => !known.has(id))
              .map((id) => `${name}: ${Buffer.from(id, 'base64url').toString()}`),
          );
      }
    }
    expect(dangling).toEqual([]);
  });
});

const REFERENCE = /^([A-Z][A-Za-z]+):([0-9a-f-]{36})$/;

function referencesIn(row: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(row)
    .flat()
    .flatMap((value) => {
      const [, type, key] = (typeof value === 'string' && REFERENCE.exec(value)) || [];
      return type && key ? [globalId({ type, key })] : [];
    });
}
