import { Directive } from 'type-graphql';

/** What a token's `scope` claim may grant beyond what the public reads. */
export type Scope =
  | 'union:write'
  | 'coordination:write'
  | 'recognition:write'
  | 'coordination:read'
  | 'disputes:read'
  | 'nominations:read'
  | 'consents:read'
  | 'audit:read';

/**
 * Lets the gateway answer a field for tokens with the scope alone; who may see which row is decided behind it. Not for
 * types: a type that needs a scope closes the interfaces that it implements for everybody else.
 */
export function NeedsScope(scope: Scope): MethodDecorator & PropertyDecorator {
  return Directive(`@requiresScopes(scopes: [["${scope}"]])`);
}
