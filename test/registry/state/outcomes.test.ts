import { addressOf } from '../../../schema/contract/release/address.js';
import type { Statement, StatementOf } from '../../../schema/contract/release/statements.js';
import type { Tools } from '../../../schema/registry/deciding/deciding.js';
import { tellOutcome } from '../../../schema/registry/deciding/told.js';
import { folded } from '../../../schema/registry/state/fold.js';
import { EMPTY, TOLD_OF } from '../../../schema/registry/state/state.js';
import { aLog } from '../../contract/release/a-log.js';
import { KEY } from './random-log.js';
import { expect, test } from '@jest/globals';

const NUMBERS = Array.from({ length: TOLD_OF + 1 }, (_, index) => index + 1);

test('what was told is kept by channel, of the releases of which gateways may still tell', async () => {
  const said = ['production', 'noisy'].flatMap(aChannel);
  const { outcomes } = folded(EMPTY, await aLog(said, KEY));
  expect([...outcomes.values()].map(({ channel, number }) => `${channel} ${number}`)).toEqual(
    ['production', 'noisy'].flatMap((channel) => NUMBERS.slice(1).map((number) => `${channel} ${number}`)),
  );
});

test('a gateway tells no outcome twice, however much was told of other channels', async () => {
  const said = ['production', ...Array.from({ length: 25 }, (_, index) => `side-${index}`)].flatMap(aChannel);
  const state = folded(EMPTY, await aLog(said, KEY));
  const again = (number: number): unknown =>
    tellOutcome({ state, statement: anOutcome('production', number), ...BESIDE });
  expect(() => again(2)).toThrow(expect.objectContaining({ code: 'ALREADY_DONE' }));
  expect(() => again(1)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
});

// What a gateway tells is judged by the state alone: without tools.
const BESIDE = { id: addressOf('outcome'), kid: KEY.kid, tools: {} as Tools };

function saidBy<By extends string>(by: By, what: string) {
  return {
    by,
    registry: 'a-test',
    at: '2026-01-02T03:04:05.000Z',
    nonce: `nonce-of-test-of-${what}`,
  } as const;
}

/** A channel with one release too many, each of which a gateway launched. */
function aChannel(channel: string): readonly Statement[] {
  const made = { ...saidBy('REGISTRY', channel), channel, description: 'd' } as const;
  return [
    { kind: 'CHANNEL_MADE', ...made },
    ...NUMBERS.flatMap((number) => [aRelease(channel, number), anOutcome(channel, number)]),
  ];
}

function aRelease(channel: string, number: number): StatementOf<'POINTED'> {
  const address = addressOf('nothing');
  const said = saidBy('REGISTRY', `release-${number}`);
  return { kind: 'POINTED', ...said, channel, number, composed: address, cause: address };
}

function anOutcome(channel: string, number: number): StatementOf<'OUTCOME'> {
  const said = saidBy('GATEWAY', `outcome-${number}`);
  return { kind: 'OUTCOME', ...said, channel, number, outcome: 'LAUNCHED' };
}
