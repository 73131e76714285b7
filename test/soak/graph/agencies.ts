import type { LocalSubgraph } from '../../../schema/contract/subgraph.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import { teller } from './teller.js';

/** Those that tell events as they come: by WebSocket and by server-sent events. */
export const TELLERS = [
  { name: 'disputes', type: 'Dispute' },
  { name: 'notices', type: 'Notice' },
] as const;

/** All agencies of the soak. @param onChange told the key of each change as it is made */
export function agencies(onChange: (key: string) => void = () => undefined): readonly LocalSubgraph[] {
  const tellers = TELLERS.map((each) => teller({ ...each, onChange }));
  return [tinyUnion(), tinyPolice(), tinyAwards(), ...tellers];
}
