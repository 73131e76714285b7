import { describe, expect, test } from '@jest/globals';
import { checkSupergraph } from '../../../gateway/supergraph/check.js';
import type { HubError } from '../../../schema/contract/errors.js';
import { composeSupergraph } from '../../../schema/registry/compose.js';

const SUBGRAPH = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@authenticated", "@policy"])
  type Query { open: String closed: String @authenticated secret: String @policy(policies: [["a"]]) }
`;
const PROTECTED = composeSupergraph([{ name: 'a', url: 'http://a.invalid', sdl: SUBGRAPH }]).supergraphSdl;

function refusal(supergraphSdl: string): HubError {
  try {
    checkSupergraph(supergraphSdl);
  } catch (error) {
    return error as HubError;
  }
  throw new Error('The supergraph was accepted.');
}

describe('a supergraph that demands rights which this gateway does not enforce is refused', () => {
  test('in both languages, with the names of the rights', () => {
    const { code, text, details } = refusal(PROTECTED);

    expect(code).toBe('INVALID_SETTING');
    expect(details).toEqual({ setting: 'supergraph', features: ['@authenticated', '@policy'] });
    expect(text.vi).toContain('không thực thi: @authenticated, @policy');
    expect(text.en).toContain('does not enforce: @authenticated, @policy');
  });

  test('even when the purpose of the link was taken away', () => {
    const stripped = PROTECTED.replaceAll(', for: SECURITY', '');

    expect(refusal(stripped).details).toMatchObject({ features: ['@authenticated', '@policy'] });
  });

  test('even when the whole link was taken away and the directives stayed', () => {
    const stripped = PROTECTED.split('\n')
      .filter((line) => !/@link\(url: ".*(authenticated|policy)/.test(line))
      .join('\n');

    expect(refusal(stripped).details).toMatchObject({ features: ['@authenticated', '@policy'] });
  });

  test('also for a feature that nobody knows yet', () => {
    const link = '@link(url: "https://specs.agency.test/mask/v1.0", for: SECURITY)\n{';
    const masked = PROTECTED.replaceAll(/@link\(url: ".*(authenticated|policy).*\n/g, '').replace('{', link);

    expect(refusal(masked).details).toMatchObject({ features: expect.arrayContaining(['@mask']) });
  });
});

describe('what is no supergraph is refused with the reason', () => {
  test.each([
    ['no GraphQL', 'type Query {', 'Syntax Error'],
    ['an empty text', '', 'Syntax Error'],
    ['a plain schema', 'type Query { a: Int }', 'must be a core schema'],
    [
      'a feature that changes execution',
      PROTECTED.replaceAll(/@link\(url: ".*(authenticated|policy).*\n/g, '')
        .replaceAll(/directive @(authenticated|policy).*\n/g, '')
        .replaceAll(/ @(authenticated|policy(\([^)]*\))?)/g, '')
        .replace('{', '@link(url: "https://specs.agency.test/replay/v1.0", for: EXECUTION)\n{'),
      'replay',
    ],
  ])('%s', (_, supergraphSdl, reason) => {
    const { code, text } = refusal(supergraphSdl);

    expect(code).toBe('INVALID_SETTING');
    expect(text.en).toContain(reason);
  });
});
