import type { ChannelMove, Publication } from '../../contract/release/wire.js';
import { text } from '../../contract/text.js';
import { wrongUse, type Call } from './call.js';
import { channelOf, projectOf, type Reach } from './reach.js';
import { buildASTSchema, parse, type GraphQLSchema } from 'graphql';

/** A version of a graph or of a subgraph, as versions are compared. */
export interface Version {
  readonly api: GraphQLSchema;
  readonly tags: ReadonlyMap<string, ReadonlySet<string>>;
}

const NUMBER = /^\d{1,7}$/;

/** Whether a version is named by the number of a channel's move; else it is by an id, or the beginning of one. */
export function isMoveNumber(named: string): boolean {
  return NUMBER.test(named);
}

/** The two versions that a call compares: of the channel by numbers, or of a subgraph by ids; the newest where one is left out. */
export async function versionsOf(
  call: Call,
  from: string,
  reach: Reach,
): Promise<readonly [Version, Version]> {
  const read = isMoveNumber(from) ? await graphs(call, reach) : await subgraphs(call, reach);
  return [await read(from), await read(call.arg(1))];
}

/** Finds a version; the newest where none is named. */
type ReadVersion = (named: string | undefined) => Promise<Version>;

async function graphs(call: Call, { registry }: Reach): Promise<ReadVersion> {
  const { readSupergraph } = await import('../reading/supergraph.js');
  const moves = await registry.channelHistory(channelOf(call));
  return async (named) => {
    const { supergraph } = foundIn(moves, named, isMove);
    return readSupergraph(await registry.text(supergraph));
  };
}

async function subgraphs(call: Call, { registry }: Reach): Promise<ReadVersion> {
  const subgraph = call.option('subgraph') ?? projectOf(call)?.subgraph ?? '';
  const publications = await registry.subgraphHistory(subgraph);
  return async (named) => {
    const { sdl } = foundIn(publications, named?.replace('sha256:', ''), isPublication);
    const api = buildASTSchema(parse(await registry.text(sdl)), { assumeValid: true, assumeValidSDL: true });
    return { api, tags: new Map() };
  };
}

const isMove =
  (named: string) =>
  ({ number }: ChannelMove): boolean =>
    String(number) === named;

const isPublication =
  (named: string) =>
  ({ id }: Publication): boolean =>
    id.startsWith(`sha256:${named}`);

function foundIn<One>(
  all: readonly One[],
  named: string | undefined,
  isNamed: (named: string) => (one: One) => boolean,
): One {
  const found = named === undefined ? all[0] : all.find(isNamed(named));
  if (found) return found;
  throw wrongUse(
    text(
      `Không có bản ${named ?? 'nào'}; xem hub history.`,
      `There is no version ${named ?? 'yet'}; see hub history.`,
    ),
  );
}
