import { EXAMPLES_FOLDER, loadExamples } from '../../gateway/explorer/examples.js';
import type { Example } from '../../gateway/explorer/example.js';
import { firstDataKey } from '../../schema/contract/ids.js';
import { aHub, type TestHub } from './hub.js';
import type { Beginning } from './loaded.js';
import { afterAll, beforeAll, expect } from '@jest/globals';

// Each answer has the shape of its own query.
// oxlint-disable-next-line typescript/no-explicit-any
export type Data = any;

const VGCL_REF = `UnionOrganization:${firstDataKey('UnionOrganization', 'vgcl')}`;

/** The examples to which everybody gets an answer. */
export function forEverybody(examples: readonly Example[]): readonly Example[] {
  return examples.filter(({ role }) => !role);
}

/** In which office an example is asked. */
export interface AskedBy {
  /** Reference of the organisation for which the role of the example acts; the confederation when not said. */
  readonly organization?: string;
}

/** The questions kept as examples, asked of one hub by the tests of a file. */
export interface AskedExamples {
  readonly examples: ReadonlyMap<string, Example>;
  /** What the hub answers to the example with this id, which holds no errors. */
  readonly answerTo: (id: string, by?: AskedBy) => Promise<Data>;
  /** What the hub answers to the example with this id, with its errors. */
  readonly wholeAnswerTo: (id: string, by?: AskedBy) => ReturnType<TestHub['ask']>;
  readonly ask: TestHub['ask'];
  /** The hub that is asked, once it has started. */
  readonly hub: () => TestHub;
}

/** Starts a hub for the tests of a file, and asks it the project's examples, each in the role that it needs. */
export function theExamples(beginning: Beginning = {}): AskedExamples {
  const examples = new Map(loadExamples(EXAMPLES_FOLDER).map((example) => [example.id, example]));
  let hub: TestHub;
  beforeAll(async () => {
    hub = await aHub(beginning);
  }, 120_000);
  afterAll(() => hub.close());
  const ask: TestHub['ask'] = (...asked) => hub.ask(...asked);
  const wholeAnswerTo: AskedExamples['wholeAnswerTo'] = (id, { organization = VGCL_REF } = {}) => {
    const example = examples.get(id);
    if (!example) throw new Error(`There is no example ${id}.`);
    const { query, variables, role } = example;
    return ask(query, variables, role && { role, organization });
  };
  const answerTo: AskedExamples['answerTo'] = async (id, by) => {
    const { data, errors } = await wholeAnswerTo(id, by);
    expect(errors).toBeUndefined();
    return data;
  };
  return { examples, answerTo, wholeAnswerTo, ask, hub: () => hub };
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
