import type { GraphQLSchema } from 'graphql';
import type { LocalSubgraph } from '../../../../schema/contract/subgraph.js';
import { composeSupergraph } from '../../../../schema/registry/compose.js';
import { factsOf } from './facts.js';
import { Model } from './model.js';
import { Reader } from './reader.js';
import { subgraphOver, type Stage } from './subgraph.js';
import { wholeOf, type Whole } from './whole.js';
import { World, type WorldSeed } from './world.js';

/** The subgraphs of a graph: name to SDL, without the link to federation, which all have alike. */
export type Sdls = Readonly<Record<string, string>>;

/** A graph in both forms: as subgraphs, and as one schema. */
export interface Graph {
  readonly sdls: Sdls;
  readonly supergraphSdl: string;
  readonly subgraphs: readonly LocalSubgraph[];
  readonly whole: Whole;
  /** A fresh look at a world. */
  readonly look: (origin: WorldSeed, isTelling?: boolean) => Reader;
  /** What the subgraphs answer from. */
  readonly stage: Stage;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@override", "@interfaceObject", "@inaccessible"])
`;

/** Composes a graph. @throws HubError INVALID_INPUT when its subgraphs do not compose. */
export function graphOf(sdls: Sdls): Graph {
  const published = Object.entries(sdls).map(([name, sdl]) => ({ name, sdl: LINK + sdl }));
  const composed = composeSupergraph(
    published.map((each) => ({ ...each, url: `http://${each.name}.invalid` })),
  );
  const model = new Model(published.map(({ name, sdl }) => factsOf(name, sdl)));
  const stage: Stage = { reader: null };
  const subgraphs = published.map((each) => subgraphOver({ ...each, model, stage }));
  const schemas: readonly GraphQLSchema[] = subgraphs.map(({ schema }) => schema);
  return {
    sdls,
    supergraphSdl: composed.supergraphSdl,
    subgraphs,
    whole: wholeOf(composed.apiSdl),
    look: (origin, isTelling) => new Reader(new World(model, origin, isTelling), schemas),
    stage,
  };
}
