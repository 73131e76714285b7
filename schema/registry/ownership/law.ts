import type { Text } from '../../contract/text.js';
import type { RightOn } from './right.js';

/** Who owns what of the graph, as `schema/ownership.yaml` says. Plain data, so that it passes between threads. */
export interface Law {
  /** By name. */
  readonly agencies: ReadonlyMap<string, Agency>;
  /** The owning agency by coordinate: `Enterprise`, `Enterprise.arrears`. A field without an own line is its type's owner's. */
  readonly owners: ReadonlyMap<string, string>;
  /** Types that every agency may define, all alike, such as `PageInfo`. */
  readonly shared: ReadonlySet<string>;
  /** What owners allow for good, without an approval. */
  readonly grants: readonly Grant[];
}

/** An agency that publishes subgraphs. */
export interface Agency {
  readonly name: string;
  readonly title: Text;
  readonly subgraphs: readonly string[];
  /** Routing addresses from which its subgraphs may answer, as exact origins such as `https://union.gov.vn:4001`. */
  readonly addresses: readonly string[];
  /** Where to ask. */
  readonly contact: Text;
}

/** What an owner allows an agency for good. */
export interface Grant extends RightOn {
  readonly owner: string;
  /** `*` for every agency. */
  readonly to: string;
}

/** The agency of the hub's own office: it owns what all share. */
export const HUB = 'hub';

/** Stands for every agency in a grant. */
export const EVERYBODY = '*';

/** The agency to which a subgraph belongs. */
export function agencyOf(law: Law, subgraph: string): string | undefined {
  return [...law.agencies.values()].find(({ subgraphs }) => subgraphs.includes(subgraph))?.name;
}

/** The origins from which an agency's subgraphs may answer; none for an agency that is not known. */
export function addressesOf(law: Law, agency: string): readonly string[] {
  return law.agencies.get(agency)?.addresses ?? [];
}
