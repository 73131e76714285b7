import { addressOf } from '../../../schema/contract/release/address.js';
import { statementIn } from '../../../schema/contract/release/sign.js';
import type { StatementOf } from '../../../schema/contract/release/statements.js';
import type { Party, Said } from './a-registry.js';
import { urlOf } from './a-law.js';

/** The statement by which an agency publishes an SDL of its subgraph. */
export function publishing(agency: string, sdl: string, more: Partial<Said> = {}): Said {
  return {
    kind: 'PUBLISHED',
    subgraph: agency,
    sdl: addressOf(sdl),
    url: urlOf(agency),
    channel: 'production',
    message: 'a version',
    accepts: [],
    ...more,
  } as Said;
}

/** The statement by which what `staging`, or another channel, serves now goes on to the first one. */
export async function promoting(
  { client }: Party,
  more: Partial<StatementOf<'PROMOTED'>> = {},
): Promise<Said> {
  const { from = 'staging', subgraphs } = more;
  const composed = statementIn((await client.channel(from))?.composed ?? '');
  const served = composed.kind === 'COMPOSED' ? composed.subgraphs : [];
  const versions = served.filter(({ name }) => !subgraphs || subgraphs.includes(name));
  return { kind: 'PROMOTED', from, to: 'production', versions, accepts: [], ...more };
}
