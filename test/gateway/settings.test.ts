import { describe, expect, test } from '@jest/globals';
import { gatewaySettings } from '../../gateway/settings.js';

describe('the settings of a gateway', () => {
  test('come from its arguments before the environment, and both before the defaults', () => {
    const environment = { PORT: '1', HOST: '10.0.0.1', QUERY_MAX_DEPTH: '7', SUBGRAPH_TIMEOUT_MS: '' };

    const settings = gatewaySettings(['--supergraph', 'graph.graphql', '--port', '0'], environment);

    expect(settings).toMatchObject({
      SUPERGRAPH: 'graph.graphql',
      PORT: 0,
      HOST: '10.0.0.1',
      QUERY_MAX_DEPTH: 7,
      QUERY_MAX_ALIASES: 30,
      SUBGRAPH_TIMEOUT_MS: 10_000,
      HTTP_BODY_LIMIT_BYTES: 1_048_576,
      INTROSPECTION: true,
    });
  });

  test('say by arguments whose tokens are trusted, and what happens without rights', () => {
    const tokens = [
      '--jwks',
      'https://issuer.test/keys',
      '--issuer',
      'https://issuer.test',
      '--audience',
      'hub',
    ];

    const settings = gatewaySettings(['--supergraph', 'x', ...tokens, '--authz-mode', 'reject'], {});

    expect(settings).toMatchObject({
      JWKS_URL: 'https://issuer.test/keys',
      JWT_ISSUER: 'https://issuer.test',
      JWT_AUDIENCE: 'hub',
      AUTHZ_MODE: 'reject',
    });
  });

  test('find the named file from where npm was called', () => {
    const settings = (environment: Readonly<Record<string, string>>, file = 'graph.graphql') =>
      gatewaySettings(['--supergraph', file], environment).SUPERGRAPH;

    expect(settings({ INIT_CWD: '/home/an' })).toBe('/home/an/graph.graphql');
    expect(settings({ INIT_CWD: '/home/an' }, '/etc/graph.graphql')).toBe('/etc/graph.graphql');
    expect(settings({})).toBe('graph.graphql');
  });

  test.each([
    ['no file is named', [], {}, 'SUPERGRAPH'],
    ['the port is no port', ['--supergraph', 'x', '--port', 'seventy'], {}, 'PORT'],
    ['an argument does not exist', ['--supergraf', 'x'], {}, 'arguments'],
    ['an argument has no value', ['--supergraph'], {}, 'arguments'],
    ['a word is left over', ['--supergraph', 'x', 'y'], {}, 'arguments'],
    ['the mode is none of the two', ['--supergraph', 'x', '--authz-mode', 'off'], {}, 'AUTHZ_MODE'],
    ['the keys have no address', ['--supergraph', 'x', '--jwks', 'keys'], {}, 'JWKS_URL'],
    ['a limit is negative', ['--supergraph', 'x'], { QUERY_MAX_DEPTH: '-1' }, 'QUERY_MAX_DEPTH'],
    ['a switch is neither on nor off', ['--supergraph', 'x'], { INTROSPECTION: 'maybe' }, 'INTROSPECTION'],
  ])('are refused with the name of the wrong one when %s', (_, args, environment, setting) => {
    const read = () => gatewaySettings(args, environment);

    expect(read).toThrow(expect.objectContaining({ code: 'INVALID_SETTING', details: { setting } }));
  });
});
