import { composeSupergraph } from '../../../schema/registry/compose.js';
import { requiredBy } from '../judge/required.js';
import type { Whole } from '../judge/right.js';
import { agencies } from './agencies.js';
import { buildSchema, type GraphQLSchema } from 'graphql';

let composed: GraphQLSchema | undefined;

/** Where the answer to an operation of the soak must not be `null`. */
export function requiredIn(query: string): Whole['isRequired'] {
  composed ??= buildSchema(
    composeSupergraph(agencies().map(({ name, sdl }) => ({ name, sdl, url: `http://${name}.invalid` })))
      .apiSdl,
  );
  return requiredBy(composed, query);
}
