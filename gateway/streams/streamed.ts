import { STREAM_FORMATS, type StreamFormatName } from '../../schema/contract/http/streams/format.js';
import type { Logger } from '../../schema/contract/log.js';
import type { GraphQLApp, OperationRequest } from '../../schema/contract/serve.js';
import type { GatewayContext } from '../context.js';
import type { SchemaRights } from '../door/schema-rights.js';
import type { KnownOperation } from '../engine/accept/known-operation.js';
import type { LoadedEngine } from '../engine/load.js';
import type { Metrics } from '../telemetry/metrics.js';
import { begun } from './begun.js';
import { Ending, endingWith } from './ending.js';
import { streamEnded } from './ends.js';
import { goingOn } from './going-on.js';
import { lastWordsFor } from './last-words.js';
import type { OpenStreams } from './open-streams.js';
import type { StreamSettings } from './settings.js';
import type { Witness } from '../usage/witness.js';
import { textsOf } from './texts.js';
import { OperationTypeNode } from 'graphql';

/** What streams of answers are made with. */
export interface StreamedParts {
  readonly engine: LoadedEngine;
  readonly open: OpenStreams;
  readonly settings: StreamSettings;
  /** The dearest operation that is answered. Unit: objects. */
  readonly allowedCost: number;
  /** Who is told which names the schema has. */
  readonly rights: SchemaRights;
  readonly log: Logger;
  /** Nothing where nothing is counted. */
  readonly metrics?: Metrics;
  /** Told of what clients ask. */
  readonly witness?: Witness;
}

type Streamed = NonNullable<GraphQLApp<GatewayContext>['streamed']>;

/**
 * Answers by a stream what has several answers: valid subscriptions, and operations of which something is deferred.
 * Whatever is wrong otherwise is left to those who answer once.
 */
export function streamedAnswers(parts: StreamedParts): Streamed {
  return async (asked, contextOf, formats) => {
    const context = await admitted(contextOf);
    const operation = context && operationIn(asked, parts);
    const format = operation && formatFor(operation, asked, formats);
    if (!format) return null;
    const { requestId, caller, address, signal, onlookers } = context;
    const watch = onlookers?.watch;
    const request = { operation, variables: asked.variables, requestId, caller, address, signal, watch };
    const ending = new Ending(request, parts.metrics);
    parts.witness?.ran({ operation, caller, client: context.client, isFailure: false });
    const stream = await begun(request, parts.engine, ending);
    const { STREAM_HEARTBEAT_MS: heartbeatMs, STREAM_STALL_MS: stallMs } = parts.settings;
    const stalled = new AbortController();
    const wanted = AbortSignal.any([signal, stalled.signal]);
    const goOn = goingOn(stream, asked, request);
    const answers = textsOf(stream, { ...context, signal: wanted }, { ...parts, goOn });
    return {
      format: STREAM_FORMATS[format],
      answers: watch ? endingWith(answers, ending) : answers,
      heartbeatMs,
      stallMs,
      lastWords: lastWordsFor(requestId, parts.log),
      stalled() {
        const reason = streamEnded('SLOW_CLIENT');
        stalled.abort(reason);
        return reason;
      },
    };
  };
}

/** What asks for the schema is for those who know who may. */
function operationIn({ query, operationName }: OperationRequest, { engine }: StreamedParts) {
  const operation = query === undefined ? null : engine.documents.get(query)?.operation(operationName);
  return operation && !operation.asksSchema ? operation : null;
}

const FOR_EVENTS: ReadonlySet<StreamFormatName> = new Set(['events', 'multipart-subscription'] as const);
const FOR_PARTS: ReadonlySet<StreamFormatName> = new Set(['multipart-defer'] as const);

/** The format that the client likes best for an operation; nothing for one that has one answer. */
function formatFor(
  { definition }: KnownOperation,
  { query = '' }: OperationRequest,
  formats: readonly StreamFormatName[],
): StreamFormatName | undefined {
  const isSubscription = definition.operation === OperationTypeNode.SUBSCRIPTION;
  if (!isSubscription && !query.includes('@defer')) return undefined;
  return formats.find((each) => (isSubscription ? FOR_EVENTS : FOR_PARTS).has(each));
}

/** A refusal is told by those who answer once; they meet it again. */
async function admitted(contextOf: Parameters<Streamed>[1]): Promise<GatewayContext | null> {
  try {
    return await contextOf();
  } catch {
    return null;
  }
}
