import { describe, expect, test } from '@jest/globals';
import { buildSchema, Kind, parse, type DocumentNode } from 'graphql';
import { Documents } from '../../../gateway/engine/accept/documents.js';
import { operationFrom } from '../../../gateway/engine/accept/select.js';
import type { Operation } from '../../../gateway/engine/operation.js';
import { preparing } from '../../../gateway/engine/plan/prepare.js';
import { RELATIONS, STEP } from '../../support/a-step.js';
import { waiting } from '../../support/a-waiter.js';
import { Metrics } from '../../../gateway/telemetry/metrics.js';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';

const hub = sharedHub(() => hubOf([tinyUnion(), tinyPolice(), tinyAwards()]));

const API = buildSchema('type Query { orgs(first: Int): Orgs } type Orgs { totalCount: Int }');

function operationIn(query: string): Operation {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A test has one operation.');
  return operationFrom({ schema: API, document, operation, variables: {} });
}

describe('DOC-11: texts that differ in nothing but names', () => {
  const textOf = (n: number) => `query q${n}($v${n}: Int) { a${n}: orgs(first: $v${n}) { totalCount } }`;

  test('are all answered', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => hub.ask(textOf(n), { variables: { [`v${n}`]: 1 } })),
    );

    expect(answers.map(({ data }) => data)).toEqual(
      answers.map((_, n) => ({ [`a${n}`]: { totalCount: 5 } })),
    );
  });

  test.each([
    ['two thousand', 2_000, textOf],
    ['four megabytes', 4, (n: number) => `${' '.repeat(1_000_000 - 100)}${textOf(n)}`],
  ])('are kept up to %s, and what was kept longest is read anew', (_, most, of) => {
    const read: string[] = [];
    const parsed = (text: string): DocumentNode => {
      read.push(text);
      return parse(text);
    };
    const documents = new Documents(API, parsed, () => undefined);
    const [first, second] = [of(0), of(1)];

    for (let n = 0; n < most; n += 1) documents.get(of(n));
    documents.get(first);
    const readOnce = read.length;
    documents.get(of(most));
    documents.get(second);

    expect(readOnce).toBe(most);
    expect(read.slice(most)).toEqual([of(most), second]);
  });

  test('take one plan', () => {
    const asked: DocumentNode[] = [];
    const plan = (document: DocumentNode) => {
      asked.push(document);
      return STEP;
    };
    const prepare = preparing({ planner: { overrideLabels: [], plan }, schema: API, relations: RELATIONS });

    for (let n = 0; n < 60; n += 1) void prepare(operationIn(textOf(n)), new Set(), waiting());

    expect(asked).toHaveLength(1);
  });

  test('are not counted apart without end', async () => {
    const metrics = new Metrics(20);

    for (let n = 0; n < 5_000; n += 1)
      metrics.operation({ name: `q${n}`, kind: 'query', ms: 1, isGood: true });

    const counted = (await metrics.text()).match(/^gateway_operation_seconds_count\{/gm);
    expect(counted).toHaveLength(21);
  });
});
