import type { Caller } from '../../schema/contract/caller.js';
import type { RequestOrigin } from '../../schema/contract/serve.js';
import { watches, type Watch } from '../engine/watch.js';
import { Metrics } from './metrics.js';
import { PlanWatch } from './plan-watch.js';
import type { TelemetrySettings } from './settings.js';
import type { Tracing } from './tracing.js';

/** Those who look on while one operation is answered. */
export interface Onlookers {
  readonly watch: Watch;
  /** What the caller is told of how it was answered. */
  readonly plan?: PlanWatch;
}

/** Finds those who look on; nothing where nobody does. */
export type LookAt = (origin: RequestOrigin, caller: Caller) => Onlookers | undefined;

/** How a gateway shows what it does, whatever supergraph it serves. */
export interface Telemetry {
  /** Nothing where nothing is counted. */
  readonly metrics?: Metrics;
  /** Nothing where nobody ever looks on. */
  readonly lookAt?: LookAt;
  /** Sends what is not sent yet. */
  close(): Promise<void>;
}

/** What a gateway shows that was told nothing: nothing. */
export const NO_TELEMETRY: Telemetry = { close: async () => undefined };

/** Makes what the settings ask for. */
export async function openTelemetry(settings: TelemetrySettings): Promise<Telemetry> {
  const { METRICS_PORT, METRICS_OPERATIONS, PLAN_SCOPE } = settings;
  const tracing = await tracingFor(settings);
  return {
    metrics: METRICS_PORT === undefined ? undefined : new Metrics(METRICS_OPERATIONS),
    lookAt: tracing || PLAN_SCOPE !== undefined ? lookingWith(tracing, PLAN_SCOPE) : undefined,
    close: async () => tracing?.close(),
  };
}

/** The library is loaded only where it is used: that takes a while. */
async function tracingFor(settings: TelemetrySettings): Promise<Tracing | null> {
  if (settings.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return null;
  const { tracingTo } = await import('./tracing.js');
  return tracingTo(settings);
}

function lookingWith(tracing: Tracing | null, planScope: string | undefined): LookAt {
  return (origin, caller) => {
    const maySee = origin.wantsPlan && planScope !== undefined && caller.scopes.has(planScope);
    const plan = maySee ? new PlanWatch() : undefined;
    const watch = watches([plan, tracing?.watch(origin)]);
    return watch && { watch, plan };
  };
}
