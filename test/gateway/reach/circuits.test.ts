import { expect, test } from '@jest/globals';
import { Circuits, type CircuitChange } from '../../../gateway/reach/circuits.js';
import { REACH_DEFAULTS } from '../../../gateway/reach/settings.js';
import { SILENT } from '../../support/tiny-hub.js';

const POLICE = { name: 'police', url: 'http://police.test/graphql' };

function someCircuits() {
  const changes: CircuitChange[] = [];
  const onCircuit = (change: CircuitChange) => void changes.push(change);
  const circuits = new Circuits({ settings: REACH_DEFAULTS, log: SILENT, onCircuit }, () => 0);
  return { circuits, changes };
}

test('a newer supergraph finds the circuit of a subgraph as it was', () => {
  const { circuits } = someCircuits();
  circuits.of(POLICE).breaker.open();

  expect(circuits.of({ ...POLICE }).breaker.state).toBe('open');
});

test('a subgraph at another address begins anew', () => {
  const { circuits } = someCircuits();
  circuits.of(POLICE).breaker.open();

  expect(circuits.of({ ...POLICE, url: 'http://police.test/new' }).breaker.state).toBe('closed');
});

test('each subgraph has a circuit of its own, and whoever watches is told which one changes', () => {
  const { circuits, changes } = someCircuits();
  const union = circuits.of({ name: 'union', url: 'http://union.test/graphql' });

  circuits.of(POLICE).breaker.open();

  expect([union.breaker.state, changes]).toEqual(['closed', [{ subgraph: 'police', state: 'open' }]]);
});
