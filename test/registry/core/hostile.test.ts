import { CHECK_LIMITS, type CheckInput } from '../../../schema/registry/checks/input.js';
import { Composer } from '../../../schema/registry/composing/composer.js';
import { isAllowed } from '../../../schema/registry/ownership/address.js';
import { readLaw } from '../../../schema/registry/ownership/law-file.js';
import { LAW, sdlOf, urlOf } from './a-law.js';
import { aRegistry, type Party, type TestRegistry } from './a-registry.js';
import { publishing } from './publishing.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let registry: TestRegistry;
let union: Party;

beforeAll(async () => {
  registry = await aRegistry();
  union = await registry.party({ agency: 'union' });
});
afterAll(() => registry.stop());

function checked(sdl: string, url = urlOf('union')) {
  return union.client.check({ subgraph: 'union', url, sdl, channel: 'production' });
}

describe('hostile SDL', () => {
  test('of 9 MB is refused for its size', async () => {
    await expect(checked('#'.repeat(9_000_000))).rejects.toMatchObject({ code: 'BODY_TOO_LARGE' });
  });

  test.each([
    ['5 MB', `#${'x'.repeat(5_000_000)}`],
    ['50,000 types', Array.from({ length: 50_000 }, (_, index) => `type T${index}{a:Int}`).join('\n')],
    ['a huge default', `${sdlOf('union')}input I { a: String = "${'x '.repeat(50_000)}" }`],
    ['deep nesting', `${sdlOf('union')}input I { a: [[Int]] = ${'['.repeat(50_000)}${']'.repeat(50_000)} }`],
  ])('of %s is refused by the limits', async (_, sdl) => {
    const { passed, findings } = await checked(sdl);
    expect(passed).toBe(false);
    expect(findings).toContainEqual(expect.objectContaining({ check: 'LIMITS', severity: 'ERROR' }));
  });

  test('that holds a zero byte is refused, since nothing keeps it', async () => {
    const sdl = `${sdlOf('union')}# \0`;
    const saying = union.say(publishing('union', sdl), { texts: [sdl] });
    await expect(saying).rejects.toMatchObject({ details: { reason: 'OTHER_TEXT' } });
  });
});

describe('a check', () => {
  const INPUT: CheckInput = {
    proposed: { subgraph: 'union', agency: 'union', url: urlOf('union'), sdl: sdlOf('union') },
    others: [],
    law: readLaw(LAW),
    approvals: [],
    now: new Date(),
    usage: { isComplete: false, operations: [] },
    accepts: [],
    limits: CHECK_LIMITS,
  };
  const BOUNDS = {
    timeMs: 60_000,
    heapMb: 1_024,
    idleMs: 60_000,
    waitingPerAgency: 2,
    onFailure: () => undefined,
  };

  test.each([
    ['takes too long', 'CHECK_TOOK_TOO_LONG', { timeMs: 20 }],
    ['takes too much memory', 'CHECK_TOOK_TOO_MUCH_MEMORY', { heapMb: 8 }],
  ])('that %s is cut off, and has not passed', async (_, code, bounds) => {
    const composer = new Composer({ ...BOUNDS, ...bounds });
    const report = await composer.check(INPUT);
    expect(report).toMatchObject({ passed: false, findings: [{ code, severity: 'ERROR', agency: 'union' }] });
    await composer.close();
  });

  test('of an agency that has too many waiting is turned away, another agency’s is not', async () => {
    const composer = new Composer({ ...BOUNDS, timeMs: 20 });
    const waiting = [1, 2, 3].map(() => composer.check(INPUT));
    await expect(composer.check(INPUT)).rejects.toMatchObject({ code: 'TRY_AGAIN' });
    const other = { ...INPUT, proposed: { ...INPUT.proposed, agency: 'recognition' } };
    await Promise.all([...waiting, composer.check(other)]);
    await composer.close();
  });
});

describe('a routing address', () => {
  test.each([
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:4000/graphql',
    'http://localhost:4001/graphql',
    'file:///etc/passwd',
    'https://union.test:4001/graphql',
    'http://union.test:4002/graphql',
    'http://union.test:4001@169.254.169.254/',
    'http://a:b@union.test:4001/graphql',
    'http://union.test.attacker.test:4001/graphql',
    'http://recognition.test:4001/graphql',
    'http://169.254.169.254\\@union.test:4001/',
    'http://union.test:4001/\n@169.254.169.254/',
    'not an address',
    '',
  ])('%s is refused unless it is on the agency’s list', async (url) => {
    const { passed, findings } = await checked(sdlOf('union'), url);
    expect(passed).toBe(false);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'ADDRESS_NOT_ALLOWED', agency: 'union' }),
    );
  });

  test('is compared by scheme, host and port', () => {
    const origins = ['http://union.test:4001', 'https://union.test'];
    expect(isAllowed('http://union.test:4001/any/path?x=1', origins)).toBe(true);
    expect(isAllowed('https://UNION.test:443/graphql', origins)).toBe(true);
    expect(isAllowed('ftp://union.test', ['ftp://union.test'])).toBe(false);
  });
});
