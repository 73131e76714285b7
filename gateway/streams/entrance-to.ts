import { HTTP_DEFAULTS, type GraphQLApp } from '../../schema/contract/serve.js';
import { callerOf, type GatewayContext } from '../context.js';
import { AUTHENTICATION_DEFAULTS } from '../engine/authenticate/settings.js';
import { addressFrom } from '../rates/address.js';
import type { Served } from '../server.js';
import { lifetimes } from './lifetime.js';
import { answersOverSocket } from './over-socket.js';
import { STREAM_DEFAULTS } from './settings.js';
import { Entrance } from './sockets/entrance.js';

/** Where clients of a gateway open WebSockets; nothing where they may not. @param app the one that answers now */
export function entranceTo(
  app: () => GraphQLApp<GatewayContext>,
  { options, authentication: authenticator, door: { rates } }: Served,
): Entrance | undefined {
  const { streams: settings = STREAM_DEFAULTS, http = HTTP_DEFAULTS, log } = options;
  if (!settings.STREAMS) return undefined;
  const { JWT_CLOCK_TOLERANCE_S } = options.authentication ?? AUTHENTICATION_DEFAULTS;
  const { TRUSTED_PROXIES } = options.door ?? {};
  const answering = new Set<object>();
  return new Entrance({
    settings,
    log,
    lifetimeOf: lifetimes(JWT_CLOCK_TOLERANCE_S),
    authenticate: (visitor) => callerOf(visitor, { authenticator, rates }),
    run: (parameters, origin) => {
      const means = { app: app(), answerMs: http.HTTP_ANSWER_TIMEOUT_MS, answering };
      return answersOverSocket(means, parameters, origin);
    },
    answering,
    maxMessageBytes: http.HTTP_BODY_LIMIT_BYTES,
    origins: app().door?.cors?.origins,
    addressOf: addressFrom(TRUSTED_PROXIES ?? []),
  });
}
