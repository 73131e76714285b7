import { HubError } from '../../../schema/contract/errors.js';
import { text, type Text } from '../../../schema/contract/text.js';
import { decideByToken, type PolicyDecider } from './policies.js';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The name under which a module exports what decides policies. */
const EXPORT = 'decidePolicies';

/**
 * What decides policies: the export `decidePolicies` of an ES module, or the callers' tokens where no module is named.
 *
 * @throws HubError INVALID_SETTING when the module cannot be loaded or does not export such a function.
 */
export async function policyDecider(path: string | undefined): Promise<PolicyDecider> {
  if (path === undefined) return decideByToken;
  const { [EXPORT]: decide } = await loaded(path);
  if (typeof decide !== 'function') throw wrongModule(path, NO_FUNCTION);
  return decide as PolicyDecider;
}

async function loaded(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(pathToFileURL(resolve(path)).href)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    const { message } = error as Error;
    throw wrongModule(path, text(`không nạp được (${message})`, `it cannot be loaded (${message})`));
  }
}

const NO_FUNCTION = text(`không xuất hàm ${EXPORT}`, `it exports no function ${EXPORT}`);

function wrongModule(path: string, reason: Text): HubError {
  return new HubError(
    'INVALID_SETTING',
    text(`Mô-đun chính sách ${path}: ${reason.vi}.`, `Policy module ${path}: ${reason.en}.`),
    { setting: 'POLICY_MODULE' },
  );
}
