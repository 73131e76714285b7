import type { JWTPayload } from 'jose';
import { AUTHENTICATION_SETTINGS } from '../../../gateway/engine/authenticate/settings.js';
import { readSettings } from '../../../schema/contract/settings.js';
import { hubOf, untilTheEnd, type GatewayChanges, type TinyHub } from '../../support/tiny-hub.js';
import { aKeyServer, aPair, signed } from '../engine/authenticate/issuer.js';
import { agencies, answersIn, DISPUTE, Feed, socketClient, streamOf, TAKES } from './a-hub.js';

/** A hub, and the events of which its police tells. */
export interface FedHub extends TinyHub {
  readonly feed: Feed;
}

/** A hub whose events the test brings about. */
export async function fedHub(changes: GatewayChanges = {}): Promise<FedHub> {
  const feed = new Feed();
  const hub = await hubOf(agencies(feed), changes);
  return { ...hub, feed };
}

/** A client of server-sent events, or of another way, whose subscription has reached the police; its first answer is awaited. */
export async function subscribed(
  { feed, url }: Pick<FedHub, 'feed' | 'url'>,
  query: string = DISPUTE,
  accept: string = TAKES.events,
) {
  const came = feed.someone();
  const response = await streamOf(url, query, accept);
  const answers = answersIn(response);
  const first = answers.next();
  await came;
  return { response, answers, first };
}

/** A client by WebSocket, in the same way. */
export async function subscribedBySocket(
  { feed, url }: Pick<FedHub, 'feed' | 'url'>,
  params: Record<string, unknown> = {},
  query: string = DISPUTE,
) {
  const came = feed.someone();
  const answers = socketClient(url, params).iterate({ query });
  const first = answers.next();
  await came;
  return { answers, first };
}

/** What a client by WebSocket gets for an operation that is refused. */
export function refusedBySocket(url: string, query: string): Promise<unknown> {
  return socketClient(url)
    .iterate({ query })
    .next()
    .catch((error: unknown) => error);
}

/** A hub that knows its callers by tokens. */
export async function fedHubWithTokens(changes: GatewayChanges = {}) {
  const keys = await aKeyServer();
  untilTheEnd({ stop: () => keys.close() });
  const pair = await aPair('first');
  keys.publish(pair);
  const expected = { JWT_ISSUER: 'https://issuer.test', JWT_AUDIENCE: 'hub' };
  const authentication = readSettings(AUTHENTICATION_SETTINGS, { JWKS_URL: keys.url, ...expected });
  const hub = await fedHub({ authentication, ...changes });
  const exp = Math.floor(Date.now() / 1_000) + 600;
  const claims = { iss: expected.JWT_ISSUER, aud: expected.JWT_AUDIENCE, exp };
  const tokenOf = async (more: JWTPayload): Promise<string> =>
    `Bearer ${await signed(pair, { ...claims, ...more })}`;
  return { hub, tokenOf };
}
