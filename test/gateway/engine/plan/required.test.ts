import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Kind, parse, print, visit } from 'graphql';
import type { FetchStep, Required } from '../../../../gateway/engine/plan/plan.js';
import { withRequiredFields } from '../../../../gateway/engine/plan/cures/required-arguments.js';
import { splitByRequired } from '../../../../gateway/engine/plan/cures/required-variants.js';

const GRAPHS =
  'enum join__Graph { UNION @join__graph(name: "union", url: "") AWARDS @join__graph(name: "awards", url: "") }';

/** A type whose fields require others with arguments; `fields` are the arguments of `@join__field`. */
function graphWith(fields: readonly string[]) {
  return parse(`${GRAPHS} type Org @join__type(graph: UNION, key: "id") @join__type(graph: AWARDS, key: "id") {
    id: ID! dues(in: String): Int @join__field(graph: UNION)
    ${fields.map((field, n) => `f${n}(at: Int): Int @join__field(graph: AWARDS, requires: ${JSON.stringify(field)})`).join('\n')}
  }`);
}

describe('fields that are required with arguments', () => {
  test('a supergraph in which none is stays as it is', () => {
    const document = graphWith(['id']);

    expect(withRequiredFields(document).document).toBe(document);
  });

  test('each set of arguments has a stand-in, and every mention of it the same', () => {
    const { document, required } = withRequiredFields(
      graphWith(['dues(in: "a")', 'dues(in: "b") id', 'dues(in: "a")']),
    );

    expect([...required.fields.values()].map((field) => print(field))).toEqual([
      'dues(in: "a")',
      'dues(in: "b")',
    ]);
    expect(required.neededBy('awards', 'Org', 'f0')).toEqual(required.neededBy('awards', 'Org', 'f2'));
    for (const name of required.fields.keys())
      expect(print(document)).toContain(`${name}: Int @join__field(graph: UNION)`);
  });

  test('fields that require each other come to an end', () => {
    const { required } = withRequiredFields(graphWith(['f1(at: 1)', 'f0(at: 2)']));

    expect(required.fields.size).toBe(2);
  });
});

describe('a fetch that would tell one field twice', () => {
  const CURRENCIES = ['a', 'b', 'c'];
  const { required } = withRequiredFields(graphWith(CURRENCIES.map((each) => `dues(in: "${each}")`)));
  const keys = [...required.fields.keys()].map((key): Required => ({ kind: 'key', key, name: 'dues' }));

  /** Asks for fields, each with a variable of its own, and tells what all of them need. */
  function stepFor(fields: readonly number[]): FetchStep {
    const asked = fields.map((n, at) => `k${at}: f${n}(at: $v${at})`).join(' ');
    const variables = fields.map((_, at) => `v${at}`);
    const definitions = variables.map((name) => `, $${name}: Int`).join('');
    const parts = [
      { kind: 'key', key: 'id', name: 'id' } as const,
      ...keys.filter((_, n) => fields.includes(n)),
    ];
    return {
      kind: 'fetch',
      subgraph: 'awards',
      document: parse(
        `query ($representations: [_Any!]!${definitions}) { _entities(representations: $representations) { ... on Org { ${asked} } } }`,
      ),
      operation: 'query',
      variables,
      path: ['org'],
      requires: [{ kind: 'fragment', type: 'Org', parts }],
      inputRewrites: [],
      outputRewrites: [],
      contextRewrites: [],
    };
  }

  const fieldsOf = ({ document }: FetchStep) => {
    const found: string[] = [];
    visit(document, { Field: ({ alias }) => void (alias && found.push(alias.value)) });
    return found;
  };

  const isFetch = (plan: { readonly kind: string }): plan is FetchStep => plan.kind === 'fetch';

  test('is split so that each field is asked for once, and each part tells a field once and uses all its variables', () => {
    const indices = fc.array(fc.integer({ min: 0, max: CURRENCIES.length - 1 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(indices, (fields) => {
        const plan = splitByRequired(stepFor(fields), required);
        const steps = plan.kind === 'fetch' ? [plan] : plan.steps.filter(isFetch);

        expect(steps.flatMap(fieldsOf).toSorted()).toEqual(fields.map((_, at) => `k${at}`));
        for (const step of steps) {
          const [all] = step.requires ?? [];
          const told = all?.parts?.map((part) => part.kind === 'key' && part.name);
          expect(told).toEqual(['id', 'dues']);
          expect(step.variables).toEqual(fieldsOf(step).map((key) => key.replace('k', 'v')));
          const [operation] = step.document.definitions;
          const defined = operation?.kind === Kind.OPERATION_DEFINITION ? operation.variableDefinitions : [];
          expect(defined).toHaveLength(step.variables.length + 1);
        }
      }),
    );
  });
});
