import { describe, expect, test } from '@jest/globals';
import type { LookupAddress, LookupOptions } from 'node:dns';
import { reachOverHttp } from '../../../gateway/reach/http.js';
import { REACH_DEFAULTS } from '../../../gateway/reach/settings.js';
import { carefulLookup } from '../../../gateway/reach/whereabouts.js';
import { CALLER_TOKEN_DEFAULTS, callerTokens } from '../../../schema/contract/caller-token.js';
import { SILENT, untilTheEnd } from '../../support/tiny-hub.js';

const reach = reachOverHttp({
  settings: REACH_DEFAULTS,
  log: SILENT,
  tokens: callerTokens(CALLER_TOKEN_DEFAULTS),
});

describe('TRU-04: a subgraph is not looked for', () => {
  test.each([
    'file:///etc/passwd',
    'ftp://10.0.0.7/',
    'data:application/json,{}',
    'gopher://10.0.0.7/',
    'unix:/var/run/docker.sock',
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://169.254.43518/',
    'http://[fe80::1]:4000/',
    'http://[::ffff:169.254.169.254]/',
    'http://[fd00:ec2::254]/',
    'http://0.0.0.0:4000/',
    'http://0/',
    'http://[::]/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'not an address',
    '',
  ])('at %j', (url) => {
    expect(() => reach({ name: 'police', url })).toThrow(
      expect.objectContaining({
        code: 'INVALID_SETTING',
        details: { setting: 'supergraph', agency: 'police' },
      }),
    );
  });

  test.each([
    'http://10.0.0.7:4000/graphql',
    'https://police.example/graphql',
    'http://127.0.0.1:4001',
    'http://[fd12::1]/',
  ])('elsewhere than at addresses such as %s', async (url) => {
    const way = reach({ name: 'police', url });
    untilTheEnd({ stop: () => way.close() });

    expect(way).toHaveProperty('fetch');
  });
});

describe('TRU-04: a name that changes what it stands for', () => {
  const [GOOD, BAD] = [
    { address: '10.0.0.7', family: 4 },
    { address: '169.254.169.254', family: 4 },
  ];

  /** What is connected to when the names stand for these addresses, one after the other. */
  function connectedTo(found: readonly LookupAddress[], options: LookupOptions) {
    const lookup = carefulLookup((_, __, done) => done(null, found));
    return new Promise((resolve) => {
      lookup('police.example', options, (error, address) => resolve(error?.code ?? address));
    });
  }

  test('leads nowhere as soon as it stands for what is no subgraph', async () => {
    expect(await connectedTo([BAD], {})).toBe('FORBIDDEN_ADDRESS');
    expect(await connectedTo([BAD], { all: true })).toBe('FORBIDDEN_ADDRESS');
    expect(await connectedTo([], {})).toBe('FORBIDDEN_ADDRESS');
  });

  test('leads only to the others of its addresses', async () => {
    expect(await connectedTo([BAD, GOOD], {})).toBe('10.0.0.7');
    expect(await connectedTo([BAD, GOOD], { all: true })).toEqual([GOOD]);
  });

  test('leads where it stands for, as long as that is a subgraph', async () => {
    expect(await connectedTo([GOOD], { all: true })).toEqual([GOOD]);
  });
});
