import { HubError } from '../../schema/contract/errors.js';
import { text } from '../../schema/contract/text.js';
import { statedRules } from '../../schema/contract/access/rules.js';
import { unenforceable } from '../../schema/contract/access/unenforceable.js';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { parse, type DocumentNode } from 'graphql';

/** What this gateway does not do of what Apollo Router does: REST connectors, and caching by tags. */
const UNSUPPORTED = ['connect', 'cacheTag'];

const SUPPORTED: ReadonlySet<string> = new Set(
  [...ROUTER_SUPPORTED_SUPERGRAPH_FEATURES].filter(
    (url) => !UNSUPPORTED.includes(url.split('/').at(-2) ?? ''),
  ),
);

/**
 * Checks that a document is a supergraph this gateway can serve as it is meant, its rules on who may see what included.
 *
 * @throws HubError INVALID_SETTING when it is not one, or demands rights that would go unenforced.
 */
export function checkSupergraph(document: DocumentNode): Supergraph {
  const unenforced = unenforceable(document);
  if (unenforced.length > 0) throw refused(unenforced);
  statedRules(document);
  try {
    return Supergraph.build(document, { supportedFeatures: new Set(SUPPORTED) });
  } catch (error) {
    throw notASupergraph((error as Error).message);
  }
}

/**
 * Parses the text of a supergraph.
 *
 * @throws HubError INVALID_SETTING when it does not parse.
 */
export function parseSupergraph(supergraphSdl: string): DocumentNode {
  try {
    return parse(supergraphSdl, { noLocation: true });
  } catch (error) {
    throw notASupergraph((error as Error).message);
  }
}

function refused(features: readonly string[]): HubError {
  const list = features.join(', ');
  return new HubError(
    'INVALID_SETTING',
    text(
      `Siêu đồ thị đòi kiểm tra quyền mà cổng này không thực thi: ${list}. Cổng từ chối siêu đồ thị này.`,
      `The supergraph demands rights that this gateway does not enforce: ${list}. It is refused.`,
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
