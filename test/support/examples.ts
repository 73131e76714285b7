import { EXAMPLES_FOLDER, loadExamples } from '../../gateway/explorer/examples.js';
import type { Example } from '../../gateway/explorer/example.js';
import { aHub, type TestHub } from './hub.js';
import type { Beginning } from './loaded.js';
import { afterAll, beforeAll, expect } from '@jest/globals';

// Each answer has the shape of its own query.
// oxlint-disable-next-line typescript/no-explicit-any
export type Data = any;

/** The questions kept as examples, asked of one hub by the tests of a file. */
export interface AskedExamples {
  readonly examples: ReadonlyMap<string, Example>;
  /** What the hub answers to the example with this id, which holds no errors. */
  readonly answerTo: (id: string) => Promise<Data>;
  readonly ask: TestHub['ask'];
}

/** Starts a hub for the tests of a file, and asks it the project's examples. */
export function theExamples(beginning: Beginning = {}): AskedExamples {
  const examples = new Map(loadExamples(EXAMPLES_FOLDER).map((example) => [example.id, example]));
  let hub: TestHub;
  beforeAll(async () => {
    hub = await aHub(beginning);
  }, 60_000);
  afterAll(() => hub.close());
  const ask: TestHub['ask'] = (query, variables) => hub.ask(query, variables);
  const answerTo = async (id: string): Promise<Data> => {
    const example = examples.get(id);
    const { data, errors } = await ask(example?.query ?? '', example?.variables);
    expect(errors).toBeUndefined();
    return data;
  };
  return { examples, answerTo, ask };
}

/** The one row of a list. */
export function only<Row>(rows: readonly Row[]): Row {
  expect(rows).toHaveLength(1);
  return rows[0] as Row;
}

/** Codes of the doubts about a record. */
export function codes(flagged: {
  readonly dataQualityFlags: readonly { readonly code: string }[];
}): readonly string[] {
  return flagged.dataQualityFlags.map(({ code }) => code);
}

/** Orders rows by their count, the smallest first. */
export function byCount(left: Data, right: Data): number {
  return left.count.value - right.count.value;
}
