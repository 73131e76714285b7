import { HubError } from '../../../contract/errors.js';
import { text, type Text } from '../../../contract/text.js';
import { supergraphOf, type PublishedSubgraph } from '../../compose.js';
import { adviceFor } from '../../checks/composition-advice.js';
import { parse, type GraphQLError } from 'graphql';

/** What is wrong with an SDL, and where. */
export interface Fault {
  readonly code: string;
  readonly message: Text;
  /** What would be right. */
  readonly remedy: Text;
  readonly patch?: string;
  readonly line?: number;
}

/** What became of one save. */
export type Recomposed =
  { readonly supergraphSdl: string; readonly faults: readonly [] } | { readonly faults: readonly Fault[] };

/** Composes the local subgraph with the others. */
export function recompose(local: PublishedSubgraph, others: readonly PublishedSubgraph[]): Recomposed {
  try {
    const all = [...others.filter(({ name }) => name !== local.name), local];
    return { supergraphSdl: supergraphOf(all).supergraphSdl, faults: [] };
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const reasons = (error.details['reasons'] ?? [
      { code: error.code, message: error.message },
    ]) as readonly Reason[];
    return { faults: reasons.map((reason) => faultOf(reason, local.sdl)) };
  }
}

interface Reason {
  readonly code: string;
  readonly message: string;
}

function faultOf(reason: Reason, sdl: string): Fault {
  const coordinate = COORDINATE.exec(reason.message)?.[1];
  const message = text(reason.message, reason.message);
  const line =
    unreadableAt(sdl) ?? placeOf(coordinate, sdl) ?? firstOf(UNKNOWN.exec(reason.message)?.[1], sdl);
  return { code: reason.code, message, line, ...adviceFor(reason, coordinate) };
}

const COORDINATE = /"([A-Z]\w*(?:\.\w+)?)/;
const UNKNOWN = /Unknown (?:type|directive) "?@?(\w+)/;

/** Where an SDL cannot be read on; nothing where it can. */
function unreadableAt(sdl: string): number | undefined {
  try {
    parse(sdl);
    return undefined;
  } catch (error) {
    return (error as GraphQLError).locations?.[0]?.line;
  }
}

/** The line of a type, or of a field in it. */
function placeOf(coordinate: string | undefined, sdl: string): number | undefined {
  const [type, field] = (coordinate ?? '').split('.');
  const start = type ? lineWith(`\\b(type|interface|input|enum|union|scalar) ${type}\\b`, sdl) : -1;
  if (start < 0) return undefined;
  const within = field === undefined ? -1 : lineWith(`^\\s*${field}\\b`, sdl, start + 1);
  return Math.max(start, within) + 1;
}

/** The first line with a name. */
function firstOf(name: string | undefined, sdl: string): number | undefined {
  const line = name === undefined ? -1 : lineWith(`\\b${name}\\b`, sdl);
  return line < 0 ? undefined : line + 1;
}

/** From 0 on; -1 where there is none. */
function lineWith(pattern: string, sdl: string, from = 0): number {
  const wanted = new RegExp(pattern);
  return sdl.split('\n').findIndex((line, at) => at >= from && wanted.test(line));
}
