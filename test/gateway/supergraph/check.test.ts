import { describe, expect, test } from '@jest/globals';
import { checkSupergraph, parseSupergraph } from '../../../gateway/supergraph/check.js';
import type { HubError } from '../../../schema/contract/errors.js';
import { composeSupergraph } from '../../../schema/registry/compose.js';

const SUBGRAPH = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
    import: ["@key", "@authenticated", "@requiresScopes", "@policy", "@inaccessible", "@tag", "@cost"])
  enum Rank { HIGH LOW }
  input Wish { rank: Rank }
  type Query {
    open(wish: Wish): String @tag(name: "a") @cost(weight: 2)
    closed: String @authenticated
    scoped: String @requiresScopes(scopes: [["a"]])
    secret: String @policy(policies: [["a"]])
    hidden: String @inaccessible
  }
`;
const PROTECTED = composeSupergraph([{ name: 'a', url: 'http://a.invalid', sdl: SUBGRAPH }]).supergraphSdl;

function refusal(supergraphSdl: string): HubError {
  try {
    checkSupergraph(parseSupergraph(supergraphSdl));
  } catch (error) {
    return error as HubError;
  }
  throw new Error('The supergraph was accepted.');
}

/** The supergraph with a part replaced that must be there. */
function changed(part: RegExp | string, replacement: string, sdl = PROTECTED): string {
  const result = sdl.replace(part, replacement);
  if (result === sdl) throw new Error(`The supergraph has no ${String(part)}.`);
  return result;
}

function linked(link: string): string {
  return changed('schema\n', `schema\n  ${link}\n`);
}

describe('a supergraph whose rights this gateway enforces is accepted', () => {
  test('with all three rights, hidden parts, tags and costs', () => {
    const schema = checkSupergraph(parseSupergraph(PROTECTED)).apiSchema().toGraphQLJSSchema();

    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual([
      'open',
      'closed',
      'scoped',
      'secret',
    ]);
  });

  test.each([
    ['the purpose of the links', / *, for: SECURITY/g],
    ['the links of the rights', /^ *@link\(url: ".*(authenticated|requiresScopes|policy)\/.*\n/gm],
  ])('even without %s, since the directives still tell', (_, part) => {
    expect(() => checkSupergraph(parseSupergraph(changed(part, '')))).not.toThrow();
  });
});

describe('a supergraph that demands rights which this gateway does not enforce is refused', () => {
  test('in both languages, with the names of the rights', () => {
    const { code, text, details } = refusal(
      linked('@link(url: "https://specs.agency.test/mask/v1.0", for: SECURITY)'),
    );

    expect(code).toBe('INVALID_SETTING');
    expect(details).toEqual({
      setting: 'supergraph',
      features: ['@mask (https://specs.agency.test/mask/v1.0)'],
    });
    expect(text.vi).toContain('không thực thi: @mask');
    expect(text.en).toContain('does not enforce: @mask');
  });

  test.each([
    [
      'a version of a right that nobody knows yet',
      changed('/policy/v0.1', '/policy/v0.2'),
      '@policy (https:',
    ],
    [
      'such a version, whatever its purpose',
      changed('/policy/v0.1", for: SECURITY', '/policy/v0.2"'),
      '@policy (https:',
    ],
    [
      'a right’s name that means something else here',
      linked('@link(url: "https://specs.agency.test/insurance/v1.0", import: ["@policy"])'),
      '@policy',
    ],
    [
      'the name of another agency’s whole specification',
      changed(
        'https://specs.apollo.dev/policy/v0.1", for: SECURITY',
        'https://specs.agency.test/policy/v0.1"',
      ),
      '@policy',
    ],
    [
      'something else under a right’s name',
      linked('@link(url: "https://specs.agency.test/x/v1.0", import: [{ name: "@cover", as: "@policy" }])'),
      '@policy',
    ],
    ['hidden parts without their link', changed(/^ *@link\(url: ".*inaccessible.*\n/m, ''), '@inaccessible'],
    [
      'a renamed right without its link',
      changed(/^ *@link\(url: ".*\/authenticated.*\n/m, '').replaceAll('@authenticated', '@login'),
      '@login',
    ],
    [
      'a right on an argument',
      changed('wish: Wish', 'wish: Wish @authenticated'),
      '@authenticated (Query.open.wish)',
    ],
    ['a right on an input', changed('input Wish', 'input Wish @authenticated'), '@authenticated (Wish)'],
    [
      'a right on an input field',
      changed('rank: Rank', 'rank: Rank @authenticated'),
      '@authenticated (Wish.rank)',
    ],
    ['a right on a value', changed(/HIGH/, 'HIGH @authenticated'), '@authenticated (Rank.HIGH)'],
    ['a right on the schema', linked('@authenticated'), '@authenticated (schema)'],
  ])('%s', (_, supergraphSdl, feature) => {
    expect(refusal(supergraphSdl).details['features']).toEqual([expect.stringContaining(feature)]);
  });

  test('a rule that does not say what it demands', () => {
    const { code, details } = refusal(changed('[["a"]]', '[]'));

    expect(code).toBe('INVALID_SETTING');
    expect(details).toEqual({ setting: 'supergraph', place: 'Query.scoped' });
  });
});

describe('what is no supergraph is refused with the reason', () => {
  test.each([
    ['no GraphQL', 'type Query {', 'Syntax Error'],
    ['an empty text', '', 'Syntax Error'],
    ['a plain schema', 'type Query { a: Int }', 'must be a core schema'],
    [
      'a feature that changes execution',
      linked('@link(url: "https://specs.agency.test/replay/v1.0", for: EXECUTION)'),
      'replay',
    ],
    [
      'a feature that only Apollo Router has',
      linked('@link(url: "https://specs.apollo.dev/connect/v0.2", for: EXECUTION)'),
      'connect',
    ],
  ])('%s', (_, supergraphSdl, reason) => {
    const { code, text } = refusal(supergraphSdl);

    expect(code).toBe('INVALID_SETTING');
    expect(text.en).toContain(reason);
  });
});
