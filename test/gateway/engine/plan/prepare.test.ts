import { expect, test } from '@jest/globals';
import { Kind, parse, type DocumentNode } from 'graphql';
import { operationFrom } from '../../../../gateway/engine/accept/select.js';
import type { FetchStep, Planner } from '../../../../gateway/engine/plan/plan.js';
import { preparing, type Prepared } from '../../../../gateway/engine/plan/prepare.js';
import { unplannable } from '../../../../gateway/engine/plan/unplannable.js';
import { RELATIONS, STEP } from '../../../support/a-step.js';
import { waiting } from '../../../support/a-waiter.js';
import { SCHEMA } from './requests.js';

const LABEL = new Set(['beta']);

/** Prepares operations with a planner that notes what it is asked, and has no plan for people. */
function preparer() {
  const asked: string[] = [];
  const planner: Planner = {
    overrideLabels: ['beta'],
    plan(document: DocumentNode, overrides: ReadonlySet<string>): FetchStep {
      asked.push([...overrides].join());
      if (JSON.stringify(document).includes('born')) throw unplannable('nobody knows');
      return { ...STEP, document };
    },
  };
  const prepare = preparing({
    planner,
    schema: SCHEMA,
    relations: RELATIONS,
  });
  return {
    asked,
    prepare: (text: string, overrides: ReadonlySet<string> = new Set()) => {
      const document = parse(text);
      const [operation] = document.definitions;
      if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A test has one operation.');
      return atOnce(
        prepare(operationFrom({ schema: SCHEMA, document, operation, variables: {} }), overrides, waiting()),
      );
    },
  };
}

/** What was prepared without waiting, since the planner does not wait. */
function atOnce(prepared: Prepared | Promise<Prepared>): Prepared {
  if (prepared instanceof Promise) throw new Error('It is not prepared yet.');
  return prepared;
}

test('one plan serves all operations that differ in names and values alone', () => {
  const { asked, prepare } = preparer();

  const first = prepare('{ a: org(id: "x") { id } }');
  const second = prepare('query Other($id: ID!) { org(id: $id) { b: id } }');

  expect(asked).toHaveLength(1);
  expect(second.run).toBe(first.run);
  expect([...second.valuesFor({ id: 7 }).values()]).toEqual(['7']);
  expect([...first.valuesFor({}).values()]).toEqual(['"x"']);
});

test('the same operation has a plan of its own for each set of override labels', () => {
  const { asked, prepare } = preparer();

  const plain = prepare('{ tally }');
  const moved = prepare('{ tally }', LABEL);

  expect(asked).toEqual(['', 'beta']);
  expect(moved.run).not.toBe(plain.run);
});

test('an operation without a plan is refused again without the planner being asked again', () => {
  const { asked, prepare } = preparer();
  const person = '{ party { ... on Person { born } } }';

  expect(() => prepare(person)).toThrow(expect.objectContaining({ reason: 'nobody knows' }));
  expect(() => prepare(person)).toThrow(expect.objectContaining({ reason: 'nobody knows' }));
  expect(asked).toHaveLength(1);
});

test('what the gateway answers itself is not planned', () => {
  const { asked, prepare } = preparer();

  expect(prepare('{ __typename }').run).toBeNull();
  expect(asked).toEqual([]);
});
