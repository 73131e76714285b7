import { globalId, parseGlobalId } from '../schema/contract/ids.js';
import { projectPath } from '../schema/contract/project.js';
import { PLANS } from '../subgraphs/plans.js';
import { readReferences } from '../subgraphs/shared/loading/reference-list.js';
import {
  DOUBTS,
  FIGURES,
  heldOf,
  NUMBERS,
  readRecords,
  recordIds,
  SOURCES,
  type Figure,
  type ReadRecord,
} from './support/first-records.js';
import { aHub, type TestHub } from './support/hub.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';

const FACTS = JSON.parse(readFileSync(projectPath('test', 'support', 'fact-ids.json'), 'utf8')) as {
  readonly load: readonly string[];
  readonly leave: readonly string[];
};

let hub: TestHub;
/** Of every record, and of those that data files write; the others are of reference lists. */
let ids: readonly string[];
let written: readonly string[];
let records: readonly ReadRecord[];
let sourceFacts: readonly string[];

beforeAll(async () => {
  hub = await aHub();
  ids = await recordIds(hub);
  const listed = await listedKeys();
  written = ids.filter((id) => !listed.has(parseGlobalId(id).key));
  records = await readRecords(hub, written);
  const { data } = await hub.ask('{ sources { facts } }');
  sourceFacts = data.sources.flatMap(({ facts }: { readonly facts: readonly string[] }) => facts);
}, 60_000);
afterAll(() => hub.close());

describe('the first data', () => {
  test('every record of every agency is read by its id alone', () => {
    expect(records.map(({ id }) => id)).toEqual(written);
    expect(written.length).toBeGreaterThan(400);
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

  test('the same source of the same fact is never cited twice on one record', () => {
    const doubled = records.filter(({ provenance }) => {
      const cited = provenance.map(({ fact, quote, source }) => JSON.stringify([fact, quote, source.code]));
      return new Set(cited).size < cited.length;
    });
    expect(doubled.map(({ __typename, id }) => `${__typename} ${id}`)).toEqual([]);
  });
});

describe('the figures of the first data', () => {
  test.each(FIGURES)('$fact is held by $on as its source has it', async (figure) => {
    const citing = recordsOf(figure).filter(({ provenance }) =>
      provenance.some((entry) => isEntry(entry, figure)),
    );

    expect(citing).not.toEqual([]);
    expect(await heldOf(hub, figure, citing)).toContainEqual(figure.holds);
  });

  test.each(NUMBERS)('$fact is cited by $records of $on', (number) => {
    expect(recordsOf(number)).toHaveLength(number.records);
  });

  test('come from sources of known standing, date and author', async () => {
    const { data } = await hub.ask(
      '{ sources { code status statedBy publishedOn { value precision basis } } }',
    );
    const expected = Object.entries(SOURCES).map(([code, { status, by = null, publishedOn }]) => ({
      code,
      status,
      statedBy: by,
      publishedOn,
    }));

    expect(data.sources).toEqual(expect.arrayContaining(expected));
  });
});

describe('the doubts of the first data', () => {
  test.each(DOUBTS)('$doubt is the flag $flag on $on that cites $about', ({ on, about, flag, says }) => {
    const flags = recordsOf({ on, fact: about }).flatMap(({ dataQualityFlags }) =>
      dataQualityFlags.filter(({ code }) => code === flag),
    );

    expect(flags.map(({ readings }) => readings.map(({ value }) => value))).toContainEqual(says);
  });
});

/** The keys of what reference lists add to the data files. */
async function listedKeys(): Promise<ReadonlySet<string>> {
  const references = await readReferences(PLANS.flatMap((plan) => plan.references ?? []));
  const listed = references.flatMap(({ list, texts }) => list.records(texts));
  return new Set(listed.flatMap(({ values }) => values.map(({ key }) => key)));
}

/** The records of a type that cite a fact. */
function recordsOf({ on, fact: cited }: Pick<Figure, 'on' | 'fact'>): readonly ReadRecord[] {
  return records.filter(
    ({ __typename, provenance }) => __typename === on && provenance.some(({ fact }) => fact === cited),
  );
}

/** Whether it is the entry by which the figure is known, with the author, standing and certainty that it must have. */
function isEntry(entry: ReadRecord['provenance'][number], figure: Figure): boolean {
  const { status, by = null } = SOURCES[figure.source] ?? {};
  return (
    entry.fact === figure.fact &&
    entry.source.code === figure.source &&
    entry.sourceStatus === status &&
    entry.statedBy === (figure.by ?? by) &&
    entry.certainty === (figure.certainty ?? 'STATED')
  );
}

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
