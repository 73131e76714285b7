import type { LocalSubgraph } from '../../../schema/contract/subgraph.js';
import { local, tinyId } from '../../support/tiny-subgraphs.js';
import { MEMBERS_ONLY, PROTECTED } from './secrets.js';
import { setTimeout as delay } from 'node:timers/promises';

/** What an agency of the soak tells about. */
export interface Story {
  readonly number: number;
  /** Makes the event large. */
  readonly pad: string;
}

/** What differs between agencies that tell stories. */
export interface TellerOptions {
  readonly name: string;
  /** Type of the stories; the fields are named after it. */
  readonly type: string;
  /** Told the key of each change as it is made. */
  readonly onChange: (key: string) => void;
}

/** How a client subscribes. Units: events, milliseconds, characters. */
interface Telling {
  readonly count: number;
  readonly every: number;
  readonly pad: number;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@authenticated", "@requiresScopes"])`;

/** Stories that are there from the start. */
const STORIES = [1, 2, 3];

/** The organisation that a story is about. */
export function orgOf(number: number): number {
  return 1 + (number % 2);
}

/** An agency whose stories are read, told as they come, and added to; some of their fields are not for everybody. */
export function teller({ name, type, onChange }: TellerOptions): LocalSubgraph {
  const field = type.toLowerCase();
  return local(name, sdlOf(type, field), {
    Query: { [`${field}s`]: () => STORIES.map((number) => ({ number, pad: '' })) },
    Mutation: {
      [`file${type}`]: (_: unknown, { key, number }: { readonly key: string; readonly number: number }) => {
        onChange(key);
        return { number, pad: '' };
      },
    },
    Subscription: {
      [field]: {
        subscribe: (_: unknown, telling: Telling) => told(telling),
        resolve: (story: Story) => story,
      },
    },
    [type]: {
      title: ({ number }: Story) => `${type} ${number}`,
      forMembers: ({ number }: Story) => `${MEMBERS_ONLY} ${number}`,
      parties: ({ number }: Story) => `${PROTECTED} ${number}`,
      org: ({ number }: Story) => ({ id: tinyId('Org', orgOf(number)) }),
    },
  });
}

function sdlOf(type: string, field: string): string {
  return `${LINK}
  type Query { ${field}s: [${type}!]! }
  type Mutation { file${type}(key: ID!, number: Int!): ${type} }
  type Subscription { ${field}(count: Int!, every: Int!, pad: Int!): ${type} }
  type ${type} {
    number: Int! title: String! pad: String!
    forMembers: String @authenticated
    parties: String @requiresScopes(scopes: [["stories:parties"]])
    org: Org
  }
  type Org @key(fields: "id", resolvable: false) { id: ID! }`;
}

async function* told({ count, every, pad }: Telling): AsyncGenerator<Story> {
  const filler = 'x'.repeat(pad);
  for (let number = 1; number <= count; number += 1) {
    yield { number, pad: filler };
    await delay(every);
  }
}
