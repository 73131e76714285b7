import { projectPath } from '../../../../schema/contract/project.js';
import type { Command } from '../processes/pinned.js';
import type { Place, Target } from './target.js';
import { readFileSync } from 'node:fs';

/** Our gateway in the forms in which it is measured, each started from the build as in production. */
export const OURS: readonly Target[] = [
  { name: 'ours', title: 'ours', command: (place) => started(place) },
  {
    name: 'ours-token',
    title: 'ours, token checked',
    command: (place) => started(place, checkingTokens(place)),
    headers: withToken,
    missing: () => undocumented('--jwks'),
  },
  {
    name: 'ours-shared',
    title: 'ours, token checked, sharing across operations',
    command: (place) => ({
      ...started(place, checkingTokens(place)),
      env: { ...SETTINGS, GATEWAY_SHARE_OPERATIONS: 'true' },
    }),
    headers: withToken,
    missing: () => undocumented('--jwks') ?? undocumented('GATEWAY_SHARE_OPERATIONS'),
  },
];

/** The public benchmark's query is reckoned dearer than the hub's default allows; it is still reckoned. */
const SETTINGS = { QUERY_MAX_COST: '1000000', LOG_LEVEL: 'warn' };

function started({ supergraph, port }: Place, more: readonly string[] = []): Command {
  return {
    script: projectPath('dist', 'gateway', 'main.js'),
    args: ['--supergraph', supergraph, '--port', String(port), ...more],
    env: SETTINGS,
  };
}

function checkingTokens({ issuer }: Place): readonly string[] {
  return ['--jwks', issuer.jwks, '--issuer', issuer.issuer, '--audience', issuer.audience];
}

function withToken({ issuer }: Place): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${issuer.token}` };
}

function undocumented(setting: string): string | undefined {
  const page = readFileSync(projectPath('docs', 'settings.md'), 'utf8');
  return page.includes(setting) ? undefined : `the gateway does not know ${setting}`;
}
