import type { Caller } from '../../schema/contract/caller.js';
import { HubError } from '../../schema/contract/errors.js';
import { text } from '../../schema/contract/text.js';
import type { GatewayContext } from '../context.js';
import { surveyOf } from '../engine/accept/survey.js';
import { withoutSuggestion } from './suggestions.js';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type DocumentNode } from 'graphql';

/** Who may ask for the schema, and is told what names it has. */
export interface SchemaRights {
  /** Whether everybody may. */
  readonly areForAll: boolean;
  maySee(caller: Caller): boolean;
}

/** What decides on the schema. */
export interface SchemaRule {
  /** Whether anybody may ask for the schema. */
  readonly introspection: boolean;
  /** Of which a caller needs one; none is needed where none is given. */
  readonly scopes: readonly string[];
}

/** The rights that a rule gives. */
export function schemaRights({ introspection, scopes }: SchemaRule): SchemaRights {
  return {
    areForAll: introspection && scopes.length === 0,
    maySee: (caller) =>
      introspection && (scopes.length === 0 || scopes.some((scope) => caller.scopes.has(scope))),
  };
}

/**
 * Refuses an operation that asks for the schema on behalf of a caller who may not.
 *
 * @throws HubError INTROSPECTION_REFUSED
 */
function requireSchemaRight(rights: SchemaRights, caller: Caller, document: DocumentNode): void {
  if (rights.maySee(caller) || !surveyOf(document).asksSchema) return;
  throw new HubError(
    'INTROSPECTION_REFUSED',
    text(
      'Bên gọi không được phép hỏi lược đồ (__schema, __type).',
      'The caller may not ask for the schema (__schema, __type).',
    ),
  );
}

/** Has Apollo Server hold to the rights: no schema, and no names of it in what it says of mistakes. */
export function guardingSchema(rights: SchemaRights): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ document, contextValue: { caller } }) {
        try {
          requireSchemaRight(rights, caller, document);
        } catch (error) {
          throw forbidden(error as HubError);
        }
      },
      async willSendResponse({ response: { body }, contextValue: { caller } }) {
        if (body.kind !== 'single' || !body.singleResult.errors || rights.maySee(caller)) return;
        body.singleResult.errors = body.singleResult.errors.map(withoutSuggestion);
      },
    }),
  };
}

/** Apollo Server takes the status of an answer from its errors. */
function forbidden(error: HubError): GraphQLError {
  const extensions = { ...error.extensions, http: { status: 403 } };
  return new GraphQLError(error.message, { originalError: error, extensions });
}
