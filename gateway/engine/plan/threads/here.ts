import { readSupergraph } from '../../../supergraph/reading.js';
import { apolloPlanner } from '../apollo-planner.js';
import type { OpenSupergraph } from './open.js';
import { parse } from 'graphql';

/** Opens a supergraph without a thread: whoever calls waits, and plans are made at once. @throws HubError INVALID_SETTING */
export function openHere(supergraphSdl: string): OpenSupergraph {
  const reading = readSupergraph(supergraphSdl);
  const planner = apolloPlanner(parse(supergraphSdl, { noLocation: true }));
  return { reading, planner, ready: Promise.resolve(), close: async () => undefined };
}
