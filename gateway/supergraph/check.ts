import { HubError } from '../../schema/contract/errors.js';
import { text } from '../../schema/contract/text.js';
import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { Kind, parse, valueFromASTUntyped, type DocumentNode } from 'graphql';

/** Rights that a supergraph can demand and this gateway does not enforce, whatever purpose the link states. */
const UNENFORCED = ['authenticated', 'requiresScopes', 'policy'];

/**
 * Checks that a text is a supergraph this gateway can serve as it is meant.
 *
 * @throws HubError INVALID_SETTING when it is not one, or demands rights that would go unenforced.
 */
export function checkSupergraph(supergraphSdl: string): Supergraph {
  const unenforced = unenforcedIn(parsed(supergraphSdl));
  if (unenforced.length > 0) throw unenforceable(unenforced);
  try {
    return Supergraph.build(supergraphSdl);
  } catch (error) {
    throw notASupergraph((error as Error).message);
  }
}

function parsed(supergraphSdl: string): DocumentNode {
  try {
    return parse(supergraphSdl, { noLocation: true });
  } catch (error) {
    throw notASupergraph((error as Error).message);
  }
}

function unenforcedIn(document: DocumentNode): readonly string[] {
  return [...new Set([...unenforcedLinks(document), ...unenforcedDirectives(document)])];
}

/** Features with a purpose that stock Apollo does not know, and the rights themselves under any purpose. */
function unenforcedLinks({ definitions }: DocumentNode): readonly string[] {
  return definitions
    .filter((each) => each.kind === Kind.SCHEMA_DEFINITION || each.kind === Kind.SCHEMA_EXTENSION)
    .flatMap(({ directives }) => directives ?? [])
    .filter(({ name }) => name.value === 'link' || name.value === 'core')
    .map(({ arguments: given }) => (name: string) => {
      const value = given?.find((each) => each.name.value === name)?.value;
      return value && String(valueFromASTUntyped(value));
    })
    .filter((valueOf) => isUnenforced(valueOf('url') ?? valueOf('feature') ?? '', valueOf('for')))
    .map((valueOf) => `@${nameIn(valueOf('url') ?? valueOf('feature') ?? '')}`);
}

function isUnenforced(url: string, purpose: string | undefined): boolean {
  const isUnknown = purpose === 'SECURITY' && !DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES.has(url);
  return isUnknown || UNENFORCED.includes(nameIn(url));
}

function nameIn(url: string): string {
  return url.split('/').at(-2) ?? url;
}

/** Rights that kept their directives after their links were taken away. */
function unenforcedDirectives({ definitions }: DocumentNode): readonly string[] {
  return definitions
    .filter((each) => each.kind === Kind.DIRECTIVE_DEFINITION)
    .map(({ name }) => name.value.split('__').at(-1) ?? name.value)
    .filter((name) => UNENFORCED.includes(name))
    .map((name) => `@${name}`);
}

function unenforceable(features: readonly string[]): HubError {
  const list = features.join(', ');
  return new HubError(
    'INVALID_SETTING',
    text(
      `Siêu đồ thị đòi kiểm tra quyền mà cổng này không thực thi: ${list}. Cổng từ chối khởi động.`,
      `The supergraph demands rights that this gateway does not enforce: ${list}. It refuses to start.`,
    ),
    { setting: 'supergraph', features },
  );
}

function notASupergraph(reason: string): HubError {
  return new HubError(
    'INVALID_SETTING',
    text(
      `Đây không phải siêu đồ thị federation 2 hợp lệ: ${reason}`,
      `This is not a valid federation 2 supergraph: ${reason}`,
    ),
    { setting: 'supergraph' },
  );
}
