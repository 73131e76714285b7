import { HubError } from '../errors.js';
import { text } from '../text.js';
import { bearerFor } from './bearer.js';
import type { SigningKey } from './keys.js';
import { REGISTRY_STATUS, type RefusalBody, type RegistryRefusalCode } from './wire.js';
import { Agent, request, type Dispatcher } from 'undici';

/** One request to a registry. */
export interface RegistryRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Path with its query string. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** The media type of the answer, when not JSON. */
  readonly accept?: string;
  readonly signal?: AbortSignal;
  /** Time until the answer begins. Unit: milliseconds. */
  readonly timeoutMs?: number;
}

/** Where a registry is, and who asks. */
export interface LinkOptions {
  /** Address without a path. */
  readonly url: string;
  readonly key: SigningKey;
  /** The name of the registry; another one that answers there takes nothing. */
  readonly registry: string;
}

/** What a registry answered. */
export type RegistryAnswer = Dispatcher.ResponseData;

const TIMEOUT_MS = 60_000;
const CONNECT_MS = 5_000;
/** Largest answer; a page of the log or a large supergraph must fit. Unit: bytes. */
const MAX_ANSWER_BYTES = 67_108_864;

/**
 * The way to a registry: each request is signed with the caller's own key, for this registry alone.
 *
 * Every failure is a HubError: the registry's own refusal, or TRY_AGAIN where it cannot be reached.
 */
export class RegistryLink {
  readonly #options: LinkOptions;
  readonly #agent = new Agent({
    connect: { timeout: CONNECT_MS },
    connections: 8,
    maxResponseSize: MAX_ANSWER_BYTES,
  });

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  /** The value of a JSON answer; undefined for one without content, such as "nothing newer". */
  async json(asked: RegistryRequest): Promise<unknown> {
    const { statusCode, body } = await this.open(asked);
    const written = await read(body);
    return statusCode === NOTHING_NEWER || written === '' ? undefined : JSON.parse(written);
  }

  /** The text of an answer. */
  async text(asked: RegistryRequest): Promise<string> {
    return read((await this.open(asked)).body);
  }

  /** The answer as it comes in. */
  async open(asked: RegistryRequest): Promise<RegistryAnswer> {
    const { key, registry: audience } = this.#options;
    const body = asked.body === undefined ? '' : JSON.stringify(asked.body);
    const token = bearerFor({ ...asked, body }, { key, audience });
    return this.#send(asked, { body, authorization: `Bearer ${token}` });
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  async #send(asked: RegistryRequest, { body, authorization }: Sent): Promise<RegistryAnswer> {
    const { method, path, signal, accept = 'application/json', timeoutMs = TIMEOUT_MS } = asked;
    const typed = body === '' ? {} : { 'content-type': 'application/json' };
    const headers = { accept, ...typed, authorization };
    const options = { method, headers, dispatcher: this.#agent, signal, headersTimeout: timeoutMs };
    const answer = await request(`${this.#options.url}${path}`, { ...options, body: body || null }).catch(
      (error: unknown) => Promise.reject(signal?.aborted ? error : unreachable(this.#options.url, error)),
    );
    if (answer.statusCode >= FIRST_REFUSAL) throw await refusalIn(answer);
    return answer;
  }
}

interface Sent {
  readonly body: string;
  readonly authorization: string;
}

const NOTHING_NEWER = 304;
const FIRST_REFUSAL = 400;

/** An answer that breaks off is no answer. */
function read(body: RegistryAnswer['body']): Promise<string> {
  return body.text().catch((error: unknown) => Promise.reject(unreachable('', error)));
}

async function refusalIn(answer: RegistryAnswer): Promise<HubError> {
  const { error } = bodyOf(await read(answer.body));
  if (!error || !isKnown(error.code)) return unreachable('', `status ${answer.statusCode}`);
  const { code, message, ...details } = error;
  return new HubError(code, message, details);
}

function bodyOf(written: string): Partial<RefusalBody> {
  try {
    return JSON.parse(written) as Partial<RefusalBody>;
  } catch {
    return {};
  }
}

function isKnown(code: string): code is RegistryRefusalCode {
  return Object.hasOwn(REGISTRY_STATUS, code);
}

function unreachable(url: string, error: unknown): HubError {
  const reason =
    error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : String(error);
  return new HubError(
    'TRY_AGAIN',
    text(
      `Không liên lạc được với sổ đăng ký ${url} (${reason}).`,
      `The registry ${url} cannot be reached (${reason}).`,
    ),
    { reason: 'UNREACHABLE' },
  );
}
