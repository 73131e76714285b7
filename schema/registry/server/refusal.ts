import { HubError } from '../../contract/errors.js';
import { REGISTRY_STATUS, type RefusalBody, type RegistryRefusalCode } from '../../contract/release/wire.js';
import { text } from '../../contract/text.js';
import type { Answered } from './exchange.js';

/** When something that may be tried again should be. Unit: seconds. */
const RETRY_AFTER_S = 2;

/** The answer to a request that is refused; what was not expected says no more than that the registry failed. */
export function refusalOf(error: unknown, requestId: string): Answered {
  const { code, message, details } = refusalIn(error);
  const body: RefusalBody = { error: { code, message, ...details, requestId } };
  const headers = code === 'TRY_AGAIN' ? { 'retry-after': String(RETRY_AFTER_S) } : undefined;
  return { status: REGISTRY_STATUS[code], body, headers };
}

/** Whether an error is the registry's own fault. */
export function isFailure(error: unknown): boolean {
  return refusalIn(error).code === 'INTERNAL';
}

interface Refused {
  readonly code: RegistryRefusalCode;
  readonly message: RefusalBody['error']['message'];
  readonly details?: Readonly<Record<string, unknown>>;
}

function refusalIn(error: unknown): Refused {
  if (!(error instanceof HubError) || !isKnown(error.code)) return FAILED;
  return { code: error.code, message: error.text, details: error.details };
}

function isKnown(code: string): code is RegistryRefusalCode {
  return Object.hasOwn(REGISTRY_STATUS, code);
}

const FAILED: Refused = {
  code: 'INTERNAL',
  message: text(
    'Sổ đăng ký gặp lỗi. Hãy báo mã yêu cầu cho đơn vị vận hành.',
    'The registry failed. Quote the request id to the operator.',
  ),
};
