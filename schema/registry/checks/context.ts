import { composeSupergraph, type Composition } from '../compose.js';
import { ownersIn, type OwnerOf } from '../ownership/owners.js';
import type { World } from '../ownership/world.js';
import { agencyOf } from '../ownership/law.js';
import { readIfParsed, readSubgraph, type SubgraphReading } from '../reading/subgraph.js';
import { readSupergraph, type SupergraphReading } from '../reading/supergraph.js';
import type { CheckInput } from './input.js';

/** What all checks read. Each part is made when the first check needs it. */
export class CheckContext {
  constructor(readonly input: CheckInput) {}

  /** The proposed SDL. @throws GraphQLError when it does not parse */
  readonly reading = once(() => {
    const { subgraph, agency, sdl } = this.input.proposed;
    return readSubgraph(sdl, { subgraph, agency });
  });

  /** The proposed subgraph as it is served now; nothing for a new one. */
  readonly former = once((): SubgraphReading | undefined => {
    const { former, proposed } = this.input;
    return former?.sdl === undefined ? undefined : readIfParsed(former.sdl, proposed);
  });

  /** The other subgraphs of the channel. */
  readonly others = once((): readonly SubgraphReading[] =>
    this.input.others.flatMap(({ name, sdl }) => {
      const agency = agencyOf(this.input.law, name) ?? name;
      return readIfParsed(sdl, { subgraph: name, agency }) ?? [];
    }),
  );

  /** What ownership is judged by. */
  readonly world = once((): World => {
    const { law, approvals, now } = this.input;
    return { law, approvals, now, served: [this.former() ?? [], this.others()].flat() };
  });

  /** Who owns what, in the eyes of the publisher. */
  readonly ownerOf = once((): OwnerOf => ownersIn(this.world(), this.input.proposed.agency));

  /** What the channel would serve. @throws HubError INVALID_INPUT when the subgraphs do not compose */
  readonly composition = once((): Composition => {
    const { proposed, others } = this.input;
    const { subgraph: name, url, sdl } = proposed;
    return composeSupergraph(
      [...others, { name, url, sdl }].toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    );
  });

  /** The supergraph that would be served. */
  readonly after = once((): SupergraphReading => readSupergraph(this.composition().supergraphSdl));

  /** The supergraph that is served; nothing when none is. */
  readonly before = once((): SupergraphReading | undefined => {
    const { former } = this.input;
    return former && readSupergraph(former.supergraphSdl);
  });

  /** The agency to which a part of the graph belongs: the publisher's own where it is new. */
  ownerAt(coordinate: string): string {
    const [type = '', field] = coordinate.replace(/\(.*$/, '').split('.');
    const owner = field === undefined ? undefined : this.ownerOf()(`${type}.${field}`);
    return owner ?? this.ownerOf()(type) ?? this.input.proposed.agency;
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
