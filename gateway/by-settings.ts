import type { HttpSettings } from '../schema/contract/serve.js';
import type { DoorSettings } from './door/settings.js';
import type { AuthenticationSettings } from './engine/authenticate/settings.js';
import { policyDecider } from './engine/filter/policy-module.js';
import type { EngineSettings } from './engine/settings.js';
import { loadExplorer } from './explorer/files.js';
import type { LimitSettings } from './limits/settings.js';
import type { GatewayOptions } from './server.js';
import type { StreamSettings } from './streams/settings.js';

/** The settings of every process that has a gateway. */
export type AnsweringSettings = HttpSettings &
  LimitSettings &
  DoorSettings &
  AuthenticationSettings &
  EngineSettings &
  StreamSettings & {
    readonly HOST: string;
    readonly PORT: number;
    readonly INTROSPECTION: boolean;
  };

/** What a gateway is told by the settings of its process, whatever it stands before. */
export type OptionsBySettings = Omit<GatewayOptions, 'supergraphSdl' | 'reach' | 'log'>;

/** @throws HubError INVALID_SETTING when the module of the policies cannot be loaded. */
export async function optionsBy(settings: AnsweringSettings): Promise<OptionsBySettings> {
  return {
    host: settings.HOST,
    port: settings.PORT,
    introspection: settings.INTROSPECTION,
    explorer: loadExplorer(),
    limits: settings,
    door: settings,
    http: settings,
    authentication: settings,
    engine: settings,
    streams: settings,
    decidePolicies: await policyDecider(settings.POLICY_MODULE),
  };
}
