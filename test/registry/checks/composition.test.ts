import { describe, expect, test } from '@jest/globals';
import { adviceFor } from '../../../schema/registry/checks/composition-advice.js';
import { parse } from 'graphql';
import { aCheck, LINK } from '../a-check.js';

function composition(sdl: string) {
  const { findings } = aCheck({ guest: `${LINK} type Query { g: Int } ${sdl}` });
  return findings.filter(({ check }) => check === 'COMPOSITION');
}

describe('what keeps subgraphs from composing is told with what would put it right', () => {
  test('an answer that no way leads to comes with the smallest query for it', () => {
    const [finding, ...more] = composition(
      'type City { mayor: Person } type Person { title: Title } type Title { text: String }',
    );

    expect(finding).toMatchObject({ code: 'SATISFIABILITY_ERROR', coordinate: 'City.mayor' });
    expect(parse(finding?.query ?? '')).toMatchObject({ kind: 'Document' });
    expect(finding?.query).toBe(
      '{\n  find {\n    city {\n      mayor {\n        __typename\n      }\n    }\n  }\n}',
    );
    expect(finding?.patch).toContain('type City @key(fields: "id")');
    expect(more.filter(({ coordinate }) => coordinate === 'City.mayor')).toEqual([]);
  });

  test.each([
    [
      'a field that two answer',
      'type City { code: String! }',
      'INVALID_FIELD_SHARING',
      'City.code',
      '@external',
    ],
    [
      'a field of two types',
      'type Enterprise @key(fields: "id") { id: ID! name: Int! @shareable }',
      'FIELD_TYPE_MISMATCH',
      'Enterprise.name',
      'name: String!',
    ],
    [
      'a key of a field that is not there',
      'type X @key(fields: "nope") { id: ID! }',
      'KEY_INVALID_FIELDS',
      'X',
      'nope: … @external',
    ],
    [
      'a need of a field that is not there',
      'type X { id: ID! y: Int @requires(fields: "z") }',
      'REQUIRES_INVALID_FIELDS',
      'X.y',
      'z: … @external',
    ],
    [
      'an argument that others lack',
      'type Kiosk { title(of: Int!): String @shareable }',
      'REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH',
      'Kiosk.title(of:)',
      'without !',
    ],
  ])('%s', (_, sdl, code, coordinate, patch) => {
    const finding = composition(sdl).find((each) => each.code === code);

    expect(finding).toMatchObject({ coordinate, severity: 'ERROR' });
    expect(finding?.patch).toContain(patch);
    expect(finding?.remedy.vi).not.toBe(finding?.remedy.en);
    expect(finding?.message.en).toContain('do not compose');
  });

  test('the agency is the one whose field it is', () => {
    const [shared] = composition('type City { code: String! }');

    expect(shared?.agency).toBe('owner');
  });
});

test('the type to declare is the one of those who do not publish, whoever else has it wrong', () => {
  const message =
    'Type of field "T.f" is incompatible across subgraphs: it has type "Int" in subgraphs "away" and "guest" but type "String!" in subgraph "owner"';

  expect(adviceFor({ code: 'FIELD_TYPE_MISMATCH', message }, 'T.f', 'guest').patch).toContain('f: String!');
});
