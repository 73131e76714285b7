import { projectPath } from '../../../../schema/contract/project.js';
import { fromSource, type Command } from '../processes/pinned.js';
import type { Place, Target } from './target.js';

/** Our gateway as in production: the client's token checked, access control and limits on. */
export const OURS: Target = {
  name: 'ours',
  title: 'Ours, as in production',
  command: (place) => started(place, checkingTokens(place)),
  headers: withToken,
};

/** Our gateway in all forms in which it is measured, each of which runs the build. */
export const ALL_OF_OURS: readonly Target[] = [
  OURS,
  sharing('unshared', 'Ours, fetches not shared', { SHARE_FETCHES: 'false' }),
  sharing('shared', 'Ours, sharing queries in flight', { SHARE_QUERIES: 'true' }),
  { name: 'ours-anonymous', title: 'Ours, no token given', command: (place) => started(place) },
  {
    name: 'ours-watched',
    title: 'Ours, counted, nothing traced',
    command: (place) => started(place, checkingTokens(place), watching(place, 0)),
    headers: withToken,
  },
  {
    name: 'ours-traced',
    title: 'Ours, counted, one in a hundred traced',
    command: (place) => started(place, checkingTokens(place), watching(place, 0.01)),
    headers: withToken,
  },
  {
    name: 'engine',
    title: 'Ours, the engine alone, fetches not shared',
    command: ({ supergraph, port, issuer }) => ({
      ...fromSource('engine/main.ts'),
      args: [supergraph, String(port)],
      env: {
        ...SETTINGS,
        JWKS_URL: issuer.jwks,
        JWT_ISSUER: issuer.issuer,
        JWT_AUDIENCE: issuer.audience,
      },
    }),
    headers: withToken,
    works: ['benchmark', 'small', 'distinct'],
  },
];

/** The public benchmark's query is reckoned dearer than the hub's default allows; it is still reckoned. */
const SETTINGS = { QUERY_MAX_COST: '1000000' };

function sharing(what: string, title: string, settings: Readonly<Record<string, string>>): Target {
  return {
    name: `ours-${what}`,
    title,
    command: (place) => started(place, checkingTokens(place), settings),
    headers: withToken,
  };
}

function started(
  { supergraph, port }: Place,
  args: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): Command {
  return {
    script: projectPath('dist', 'gateway', 'main.js'),
    args: ['--supergraph', supergraph, '--port', String(port), ...args],
    env: { ...SETTINGS, ...settings },
  };
}

/** Whoever vouches for the tokens takes the traces too, and answers nothing that matters. */
function watching({ issuer }: Place, share: number): Readonly<Record<string, string>> {
  return {
    TRACE_RATIO: String(share),
    METRICS_PORT: '0',
    PLAN_SCOPE: 'plan',
    OTEL_EXPORTER_OTLP_ENDPOINT: new URL(issuer.jwks).origin,
  };
}

function checkingTokens({ issuer }: Place): readonly string[] {
  return ['--jwks', issuer.jwks, '--issuer', issuer.issuer, '--audience', issuer.audience];
}

function withToken({ issuer }: Place): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${issuer.token}` };
}
