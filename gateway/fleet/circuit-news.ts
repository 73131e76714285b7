import type { CircuitNews } from '../reach/circuits.js';
import type { Link } from './link.js';
import type { Names } from './names.js';

/** Tells other gateways of circuits, and hears of theirs. */
export interface HeardNews extends CircuitNews {
  /** Takes a message from the channel. */
  hear(message: string): void;
}

/** Longest name of a circuit. Unit: characters. */
const MAX_LENGTH = 100;

/** News of circuits by the channel of the gateways; what nobody can be told is lost, since it is soon out of date. */
export function circuitNews(link: Link, { newlyOpen }: Names): HeardNews {
  const listeners = new Set<(circuit: string) => void>();
  return {
    tell(circuit) {
      link.run((client) => client.publish(newlyOpen, circuit)).catch(() => undefined);
    },
    listen: (listener) => void listeners.add(listener),
    hear(message) {
      if (message.length > MAX_LENGTH) return;
      for (const listener of listeners) listener(message);
    },
  };
}
