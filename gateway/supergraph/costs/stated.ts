import { originOf, specLinks } from '../../../schema/contract/access/links.js';
import { APOLLO } from '../../../schema/contract/access/rights.js';
import type { ListSize } from '../../limits/cost-rules.js';
import {
  Kind,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type TypeNode as Reference,
} from 'graphql';

/** Where `@cost` and `@listSize` come from, whatever they are called. Source: https://specs.apollo.dev/cost/v0.1. */
const COST = `${APOLLO}cost`;

type Arguments = Readonly<Record<string, unknown>>;

/** Anything that a directive can stand at. */
export interface Directed {
  readonly directives?: readonly ConstDirectiveNode[];
}

/** What one place of a supergraph states. */
export interface CostReader {
  /** Unit: objects. Nothing where `@cost` is not, or is no whole number. */
  weightAt(node: Directed): number | undefined;
  /** Nothing where `@listSize` is not. */
  sizeAt(node: Directed): ListSize | undefined;
}

/** Reads the directives of a supergraph; `null` for one that does not link the cost specification. */
export function costReader(document: DocumentNode): CostReader | null {
  const links = specLinks(document);
  if (!links.some(({ identity }) => identity === COST)) return null;
  const known = new Map<string, string | null>();
  const meaningOf = (directive: string): string | null => {
    const origin = originOf(directive, links);
    return origin?.link.identity === COST ? origin.element : null;
  };
  const read = ({ directives = [] }: Directed, wanted: string): Arguments | undefined => {
    const found = directives.find(({ name: { value } }) => {
      if (!known.has(value)) known.set(value, meaningOf(value));
      return known.get(value) === wanted;
    });
    return found && argumentsOf(found);
  };
  return {
    weightAt: (node) => wholeNumber(read(node, 'cost')?.['weight']),
    sizeAt: (node) => listSizeIn(read(node, 'listSize')),
  };
}

/** The type that a reference to one, or to a list of it, is about. */
export function namedIn(type: Reference): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type);
}

function argumentsOf({ arguments: given = [] }: ConstDirectiveNode): Arguments {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

function listSizeIn(given: Arguments | undefined): ListSize | undefined {
  if (!given) return undefined;
  const assumedSize = wholeNumber(given['assumedSize']);
  return {
    ...(assumedSize !== undefined && { assumedSize: Math.max(0, assumedSize) }),
    slicingArguments: namesIn(given['slicingArguments']),
    sizedFields: namesIn(given['sizedFields']),
    requireOneSlicingArgument: given['requireOneSlicingArgument'] !== false,
  };
}

function wholeNumber(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? (value as number) : undefined;
}

/** The language lets one name stand for a list of it. */
function namesIn(value: unknown): readonly string[] {
  return [value].flat().filter((each) => typeof each === 'string');
}
