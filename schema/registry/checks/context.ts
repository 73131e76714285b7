import { composeSupergraph, type Composition, type PublishedSubgraph } from '../compose.js';
import { ownersIn, type OwnerOf } from '../ownership/owners.js';
import type { Judged, World } from '../ownership/world.js';
import { agencyOf } from '../ownership/law.js';
import { isGranted } from '../ownership/permits.js';
import type { RightOn } from '../ownership/right.js';
import { readIfParsed, readSubgraph, type SubgraphReading } from '../reading/subgraph.js';
import { readSupergraph, type SupergraphReading } from '../reading/supergraph.js';
import { changingFrom, chargedWith, type Changing } from './charged.js';
import type { CheckInput } from './input.js';

/** What all checks read. Each part is made when the first check needs it. */
export class CheckContext {
  /** @param whole what is judged of the same graph at once, and has read it */
  constructor(
    readonly input: CheckInput,
    private readonly whole?: CheckContext,
  ) {}

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

  /** The subgraphs with which the proposed one would be served. */
  readonly others = once(() => this.read(this.input.others, this.input.together));

  /** The other subgraphs that change at once with it. */
  readonly coming = once((): readonly Judged[] => {
    const { others, servedOthers = others, together } = this.input;
    const fresh = others.filter((each) => !isAmong(servedOthers, each));
    return this.read(fresh, together).map((reading) => ({
      reading,
      sdl: others.find(({ name }) => name === reading.subgraph)?.sdl ?? '',
    }));
  });

  /** All that changes at once, this one first. */
  private readonly atOnce = once((): readonly Judged[] => [
    { reading: this.reading(), sdl: this.input.proposed.sdl },
    ...this.coming(),
  ]);

  private readonly changing = once((): readonly Changing[] => {
    const { served } = this.world();
    return this.atOnce().map((each) =>
      changingFrom(
        served.find(({ subgraph }) => subgraph === each.reading.subgraph),
        each,
      ),
    );
  });

  /** What ownership is judged by. */
  readonly world = once((): World => {
    const { law, approvals, now, servedOthers, settled } = this.input;
    const others = servedOthers ? this.read(servedOthers) : this.others();
    return {
      ...{ law, approvals, now },
      served: [this.former() ?? [], others].flat(),
      ...(settled && { settled: this.read(settled) }),
      coming: this.coming(),
    };
  });

  /** Who owns what, in the eyes of the publisher. */
  readonly ownerOf = once((): OwnerOf => ownersIn(this.world(), this.input.proposed.agency));

  /** What the channel would serve. @throws HubError INVALID_INPUT when the subgraphs do not compose */
  readonly composition = once((): Composition => {
    if (this.whole) return this.whole.composition();
    const { proposed, others } = this.input;
    const { subgraph: name, url, sdl } = proposed;
    return composeSupergraph(
      [...others, { name, url, sdl }].toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    );
  });

  /** The supergraph that would be served. */
  readonly after = once(
    (): SupergraphReading => this.whole?.after() ?? readSupergraph(this.composition().supergraphSdl),
  );

  /** The supergraph that is served; nothing when none is. */
  readonly before = once((): SupergraphReading | undefined => {
    if (this.whole) return this.whole.before();
    const { former } = this.input;
    return former && readSupergraph(former.supergraphSdl);
  });

  /** The first agency that would need a right and has it of none of these owners; nobody where all have it. */
  lacking(wanted: RightOn, owners: readonly string[]): string | undefined {
    const lacks = ({ reading: { agency: to }, sdl }: Judged): boolean =>
      !owners.some((owner) => isGranted({ ...wanted, owner, to }, this.world(), sdl));
    return this.charged(wanted.coordinate).find(lacks)?.reading.agency;
  }

  /** Nobody's change is let pass by what another was allowed. */
  private charged(coordinate: string): readonly Judged[] {
    const all = this.atOnce();
    return all.length === 1 ? all : chargedWith(coordinate, this.changing());
  }

  /** The agency to which a part of the graph belongs: the publisher's own where it is new. */
  ownerAt(coordinate: string): string {
    const [type = '', field] = coordinate.replace(/\(.*$/, '').split('.');
    const owner = field === undefined ? undefined : this.ownerOf()(`${type}.${field}`);
    return owner ?? this.ownerOf()(type) ?? this.input.proposed.agency;
  }

  /** @param fresh whose those are that come at once; all else is whose the law says */
  private read(
    published: readonly PublishedSubgraph[],
    fresh: CheckInput['together'] = [],
  ): readonly SubgraphReading[] {
    return published.flatMap(({ name, sdl }) => {
      const publisher = fresh.find((each) => each.name === name)?.agency;
      const agency = publisher ?? agencyOf(this.input.law, name) ?? name;
      return readIfParsed(sdl, { subgraph: name, agency }) ?? [];
    });
  }
}

function isAmong(published: readonly PublishedSubgraph[], { name, sdl }: PublishedSubgraph): boolean {
  return published.some((each) => each.name === name && each.sdl === sdl);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
