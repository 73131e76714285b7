import { HubError } from '../../../schema/contract/errors.js';
import { jsonAnswer, type HttpAnswer, type Route } from '../../../schema/contract/serve.js';
import { text } from '../../../schema/contract/text.js';
import { TRIAL_PATH } from '../../explorer/trial.js';
import type { TrialIssuer } from './issuer.js';
import { isFromThisMachine } from './loopback.js';
import { officeIn } from './office.js';

const NOT_FROM_HERE = new HubError(
  'INVALID_INPUT',
  text(
    'Chỉ cấp mã dùng thử cho chính máy này: hãy gọi thẳng 127.0.0.1 hoặc localhost, không qua máy trung gian.',
    'Trial tokens are issued to this machine alone: ask 127.0.0.1 or localhost, and not through a proxy.',
  ),
);

/** Answers with a token for the office that the address names. */
export function trialRoute(issuer: TrialIssuer): Route {
  return ({ path, search, headers }) => {
    if (path !== TRIAL_PATH) return null;
    if (!isFromThisMachine(headers)) return refused(403, NOT_FROM_HERE);
    return issuedOrRefused(issuer, new URLSearchParams(search));
  };
}

function issuedOrRefused(issuer: TrialIssuer, asked: URLSearchParams): HttpAnswer {
  try {
    return jsonAnswer(200, issuer.tokenFor(officeIn(asked)));
  } catch (error) {
    if (error instanceof HubError) return refused(400, error);
    throw error;
  }
}

function refused(status: number, error: HubError): HttpAnswer {
  return jsonAnswer(status, { errors: [error] });
}
