import { port, readSettings } from '../../schema/contract/settings.js';
import { z } from 'zod';

/** How a gateway shows what it does; spread it into the settings of a process that answers clients. */
export const TELEMETRY_SETTINGS = {
  /** TCP port on which `/metrics` is shown to Prometheus; 0 picks a free one. Default: none, nothing is counted. */
  METRICS_PORT: port.optional(),
  /** Network interface of the metrics. Default: this machine only. */
  METRICS_HOST: z.string().default('127.0.0.1'),
  /** Distinct names of operations that are counted apart; all further ones are `other`. Unit: names. */
  METRICS_OPERATIONS: z.coerce.number().int().min(0).max(10_000).default(200),
  /** Address of an OpenTelemetry collector that takes OTLP over HTTP; `/v1/traces` is added. Default: none, nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Share of the operations that are traced. From 0 to 1. */
  TRACE_RATIO: z.coerce.number().min(0).max(1).default(0.01),
  /** Whether the client's `traceparent`, where there is one, says if the operation is traced. Default: false. */
  TRACE_TRUST_CLIENTS: z.stringbool().default(false),
  /** Scope of the callers who may see plans, with the header `x-show-plan: true`. Default: nobody may. */
  PLAN_SCOPE: z.string().min(1).optional(),
};

/** The values of {@link TELEMETRY_SETTINGS}. */
export type TelemetrySettings = z.infer<z.ZodObject<typeof TELEMETRY_SETTINGS>>;

/** The settings of a process that was told nothing. */
export const TELEMETRY_DEFAULTS: TelemetrySettings = readSettings(TELEMETRY_SETTINGS, {});
