import type { GraphQLFormattedError } from 'graphql';

/** How the library begins to say which name could have been meant; it always says so last. */
const SUGGESTION = ' Did you mean ';

/** An error that does not say which names there are. */
export function withoutSuggestion(error: GraphQLFormattedError): GraphQLFormattedError {
  const at = error.message.indexOf(SUGGESTION);
  return at < 0 ? error : { ...error, message: error.message.slice(0, at) };
}
