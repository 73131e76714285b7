import {
  readApprovals,
  readChannel,
  readChannels,
  readHead,
  readHistory,
  readKeys,
  readLaw,
  readLog,
  readMove,
  readOperations,
  readSubgraphs,
  readText,
  readVersions,
} from './reads.js';
import type { Answered, Asked } from './exchange.js';
import { judge, takeStatement, takeUsage, type Desk } from './statements.js';

/** What answers a request of one method at a path, in which `*` stands for one part. */
interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly answer: (desk: Desk, asked: Asked) => Answered | Promise<Answered>;
}

const ROUTES: readonly Route[] = [
  { method: 'POST', path: '/statements', answer: takeStatement },
  { method: 'PUT', path: '/documents', answer: takeStatement },
  { method: 'POST', path: '/checks', answer: judge },
  { method: 'POST', path: '/usage', answer: takeUsage },
  { method: 'GET', path: '/usage/operations', answer: readOperations },
  { method: 'GET', path: '/channels', answer: readChannels },
  { method: 'GET', path: '/channels/*', answer: readChannel },
  { method: 'GET', path: '/channels/*/history', answer: readHistory },
  { method: 'GET', path: '/channels/*/moves/*', answer: readMove },
  { method: 'GET', path: '/channels/*/subgraphs', answer: readSubgraphs },
  { method: 'GET', path: '/subgraphs/*/history', answer: readVersions },
  { method: 'GET', path: '/texts/*', answer: readText },
  { method: 'GET', path: '/log', answer: readLog },
  { method: 'GET', path: '/head', answer: readHead },
  { method: 'GET', path: '/approvals', answer: readApprovals },
  { method: 'GET', path: '/keys', answer: readKeys },
  { method: 'GET', path: '/law', answer: readLaw },
];

/** A route that fits a request. */
export interface FoundRoute {
  readonly answer: Route['answer'];
  /** What stands for each `*`. */
  readonly parts: readonly string[];
}

/** The route of a request; nothing for what the registry does not answer. */
export function routeOf(method: string, path: string): FoundRoute | undefined {
  const given = path.split('/');
  for (const route of ROUTES) {
    const parts = route.method === method ? partsOf(route.path.split('/'), given) : undefined;
    if (parts) return { answer: route.answer, parts };
  }
  return undefined;
}

function partsOf(pattern: readonly string[], given: readonly string[]): readonly string[] | undefined {
  if (pattern.length !== given.length) return undefined;
  if (!pattern.every((part, index) => part === '*' || part === given[index])) return undefined;
  return given.filter((_, index) => pattern[index] === '*').map(decoded);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
