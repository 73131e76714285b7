import { dressError } from '../dress.js';
import type { Logger } from '../log.js';
import { withRequestId } from './answer.js';
import { logFailures } from './failures.js';
import { negotiate, statusWithoutData } from './media-type.js';
import { currentRequestId } from './request-id.js';
import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type BaseContext,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';

/** What an Apollo server runs on: a schema of its own, or a gateway. */
export type GraphQLSource =
  | { readonly schema: GraphQLSchema }
  | { readonly gateway: ApolloServerOptionsWithGateway<BaseContext>['gateway'] };

/** What may differ between the servers of the hub. */
export interface ApolloOptions<Context extends BaseContext> {
  readonly log: Logger;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
  /** A last change to errors before they are dressed. */
  readonly prepareError?: (error: GraphQLFormattedError) => GraphQLFormattedError;
}

/** Validation errors told at once. Unit: errors. */
const MAX_VALIDATION_ERRORS = 20;

/**
 * An Apollo server as every process of the hub runs it: errors dressed once, CSRF prevention on, and nothing that
 * calls an outside host, keeps queries for clients or shows a page.
 */
export function createApollo<Context extends BaseContext>(
  source: GraphQLSource,
  options: ApolloOptions<Context>,
): ApolloServer<Context> {
  const { log, introspection, plugins = [], prepareError = (error) => error } = options;
  return new ApolloServer<Context>({
    ...source,
    introspection,
    nodeEnv: 'production',
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    logger: quiet(log),
    formatError: (formatted, raw) =>
      withRequestId(dressError(prepareError(formatted), raw), currentRequestId()),
    plugins: [...SILENCED, loggingOfFailures(log), STATUS_BY_MEDIA_TYPE, ...plugins],
  });
}

const SILENCED = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** The hub's log in the levels of Apollo, whose news matter only to those who look for them. */
function quiet(log: Logger): Record<'debug' | 'info' | 'warn' | 'error', (message?: unknown) => void> {
  return {
    debug: (message) => log.trace(String(message)),
    info: (message) => log.debug(String(message)),
    warn: (message) => log.warn(String(message)),
    error: (message) => log.error(String(message)),
  };
}

function loggingOfFailures(log: Logger): ApolloServerPlugin {
  const tell = (errors: readonly GraphQLFormattedError[]) => logFailures(log, errors, currentRequestId());
  return {
    contextCreationDidFail: async ({ error }) => tell([error]),
    requestDidStart: async () => ({ didEncounterErrors: async ({ errors }) => tell(errors) }),
  };
}

/** With data the status is 200, whatever errors say; without, Apollo's 200 or 400 becomes that of the media type. */
const STATUS_BY_MEDIA_TYPE: ApolloServerPlugin = {
  requestDidStart: async () => ({
    async willSendResponse({ request, response: { body, http } }) {
      if (body.kind !== 'single') return;
      const mediaType = negotiate(request.http?.headers.get('accept'));
      const { status = 200 } = http;
      if (body.singleResult.data !== undefined) http.status = 200;
      else if (mediaType && status <= 400) http.status = statusWithoutData(mediaType);
    },
  }),
};
