import type { Authorization } from '../token/bearer.js';
import type { HttpAnswer } from './answer.js';
import type { Door } from './door.js';
import type { StreamFormatName } from './streams/format.js';
import type { StreamedBody } from './streams/write-stream.js';
import type { ApolloServer, BaseContext } from '@apollo/server';
import type { IncomingHttpHeaders } from 'node:http';

/** What is known of a request whatever it asks. */
export interface RequestOrigin {
  /** Identifies the request in every log and error. */
  readonly requestId: string;
  /** Aborted when the client leaves, or when the time for the answer is over. */
  readonly signal: AbortSignal;
  /** The `Authorization` header as it came, unchecked. */
  readonly authorization?: Authorization;
  /** The `traceparent` header as it came, unchecked. Source: W3C Trace Context. */
  readonly traceparent?: string;
  /** Whether the client asks how its operation is answered. */
  readonly wantsPlan?: boolean;
  /** The program that asks, as it says itself, unchecked. */
  readonly client?: SaidClient;
  /** Finds the client's address, where the process wants to know it; see `Door.addressOf`. */
  readonly address?: () => string;
}

/** What a client asks. */
export interface OperationRequest {
  /** Text of the document; missing only where an extension stands for it. */
  readonly query?: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Names the document in place of its text, or beside it. */
  readonly documentId?: string;
  /** Whether the document is one that the operator knows beforehand. */
  readonly isTrusted?: boolean;
  /** The program whose document it is, where the operator's list of documents says so. */
  readonly client?: SaidClient;
}

/** A program that asks, by its name. */
export interface SaidClient {
  readonly name: string;
  readonly version?: string;
  /** Whether the operator's list of documents names it, rather than the program itself. */
  readonly isRegistered: boolean;
}

/** An answer as JSON. */
export interface QuickAnswer {
  /** 200 unless given. */
  readonly status?: number;
  /** Whether it holds no data, so that the media type decides on the status. */
  readonly isRefused?: boolean;
  readonly headers?: HttpAnswer['headers'];
  readonly body: string;
}

/** A GET or HEAD of something other than the graph. */
export interface PageRequest {
  /** Path of the URL without its query string. */
  readonly path: string;
  /** Query string of the URL with its question mark, or empty. */
  readonly search: string;
  readonly headers: IncomingHttpHeaders;
}

/** Answers a page of its own, `null` for all others. */
export type Route = (request: PageRequest) => HttpAnswer | null;

/** Whether a process could answer, and whether those could that it asks. */
export interface Readiness {
  readonly isReady: boolean;
  /** By the names of subgraphs. */
  readonly subgraphs: Readonly<Record<string, boolean>>;
}

/** What the resolvers of one request may use; made once. @throws HubError when the request is refused before its work. */
export type ContextOf<Context> = () => Context | Promise<Context>;

/** A GraphQL server together with what it needs to be put on a port. */
export interface GraphQLApp<Context extends BaseContext> {
  readonly apollo: ApolloServer<Context>;
  /**
   * What the resolvers of one request may use; at once where nothing has to be waited for.
   *
   * @throws HubError when the request is refused before its work; as an exception or as a rejection.
   */
  contextFor(origin: RequestOrigin, asked: OperationRequest): Context | Promise<Context>;
  /** Answers a usual POST without Apollo; nothing for one that Apollo has to look at. */
  readonly quick?: (asked: OperationRequest, contextOf: ContextOf<Context>) => Promise<QuickAnswer | null>;
  /** Told once of each operation that came in, with its only answer; with none where the process itself failed. */
  readonly onAnswered?: (contextOf: ContextOf<Context>, answer: HttpAnswer | null) => Promise<void>;
  /** The stream that answers an operation of several answers; nothing for one that has only one, or is refused. */
  readonly streamed?: (
    asked: OperationRequest,
    contextOf: ContextOf<Context>,
    formats: readonly StreamFormatName[],
  ) => Promise<StreamedBody | null>;
  /** Whether the process could answer now, perhaps with what it knows of those behind it. */
  isReady(): Promise<boolean | Readiness>;
  readonly routes?: readonly Route[];
  /** How requests come in beyond one operation with its text, from the process's own origin. */
  readonly door?: Door<Context>;
}
