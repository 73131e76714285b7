import type { Answer, Piece, SeenError } from './answer.js';
import { boundaryIn, partsIn } from './multipart.js';
import { Listening } from './silence.js';
import { Trouble, type Head } from './trouble.js';

/** One operation, with the headers that its author wants to be sent. */
export interface Request {
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Aborted when the author has had enough: the hub notices at once. */
  readonly signal: AbortSignal;
}

/** What came of a request: what is known at once, and what follows. */
export interface Reply {
  readonly head: Head;
  /** In which form the answer comes: at once, in parts, or anew with each event. */
  readonly form: Piece['kind'];
  readonly pieces: AsyncIterable<Piece>;
}

/** One answer, the events of a subscription, or the parts of an answer of which something is deferred. */
const TAKES =
  'multipart/mixed;subscriptionSpec=1.0, multipart/mixed;deferSpec=20220824, application/json;q=0.9';

/** Sends a request to the graph. @throws Trouble, also from the pieces. */
export async function ask({ body, headers, signal }: Request): Promise<Reply> {
  const sent = headersWith(headers);
  const listening = new Listening(signal);
  const init = { method: 'POST', headers: sent, body, signal: listening.signal } as const;
  try {
    const response = await fetch('/graphql', { ...init, credentials: 'omit', redirect: 'error' });
    const form = formOf(response.headers.get('content-type') ?? '');
    return { head: headOf(response), form, pieces: piecesOf(response, { form, listening }) };
  } catch {
    listening.over();
    throw listening.troubleFor('network');
  }
}

/** @throws Trouble `header` for what no request can carry. */
function headersWith(wanted: Request['headers']): Headers {
  try {
    const headers = new Headers({ accept: TAKES });
    for (const [name, value] of Object.entries(wanted)) headers.set(name, String(value));
    headers.set('content-type', 'application/json');
    return headers;
  } catch {
    throw new Trouble('header');
  }
}

function headOf({ status, headers }: Response): Head {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return {
    status,
    requestId: headers.get('x-request-id'),
    retryAfter: Number.isFinite(seconds) ? seconds : null,
  };
}

function formOf(contentType: string): Piece['kind'] {
  if (boundaryIn(contentType) === null) return 'whole';
  return /subscriptionspec/i.test(contentType) ? 'event' : 'part';
}

interface Reading {
  readonly form: Piece['kind'];
  readonly listening: Listening;
}

async function* piecesOf(response: Response, { form, listening }: Reading): AsyncGenerator<Piece> {
  const boundary = boundaryIn(response.headers.get('content-type') ?? '');
  const chunks = chunksOf(response, listening);
  try {
    if (boundary === null) yield { kind: 'whole', answer: await wholeAnswer(response.ok, chunks) };
    else
      for await (const json of partsIn(chunks, boundary))
        yield* form === 'event' ? eventIn(json) : partIn(json);
  } finally {
    listening.over();
  }
}

/** What refuses a request need not be the graph, and then need not say so in JSON. */
async function wholeAnswer(isGood: boolean, chunks: AsyncIterable<string>): Promise<Answer> {
  const texts = [];
  for await (const chunk of chunks) texts.push(chunk);
  try {
    return parsed(texts.join(''));
  } catch (error) {
    if (isGood) throw error;
    return {};
  }
}

function partIn(json: string): readonly Piece[] {
  return [{ kind: 'part', part: parsed(json) }];
}

interface Envelope {
  /** `null` where the subscription ends before its time. */
  readonly payload?: Answer | null;
  readonly errors?: readonly SeenError[];
}

/** A part without a payload only shows that the connection is alive. */
function eventIn(json: string): readonly Piece[] {
  const { payload, errors } = parsed(json) as Envelope;
  if (payload) return [{ kind: 'event', answer: payload }];
  return errors ? [{ kind: 'whole', answer: { errors } }] : [];
}

function parsed(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below, like JSON that is no object.
  }
  throw new Trouble('unreadable');
}

async function* chunksOf({ body }: Response, listening: Listening): AsyncGenerator<string> {
  if (!body) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      listening.heard();
      yield value;
    }
  } catch {
    throw listening.troubleFor('cut');
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
