import { Directive } from 'type-graphql';

/** What a token's `scope` claim may grant beyond what the public reads. */
export type Scope =
  | 'union:write'
  | 'coordination:write'
  | 'recognition:write'
  | 'disputes:read'
  | 'nominations:read'
  | 'consents:read'
  | 'audit:read';

/** Lets the gateway answer a field or a type for tokens with the scope alone; who may see which row is decided behind it. */
export function NeedsScope(scope: Scope): MethodDecorator & PropertyDecorator & ClassDecorator {
  return Directive(`@requiresScopes(scopes: [["${scope}"]])`);
}
