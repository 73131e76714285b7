import { describe, expect, test } from '@jest/globals';
import { NO_TELEMETRY, openTelemetry } from '../../../gateway/telemetry/telemetry.js';
import { TELEMETRY_DEFAULTS, type TelemetrySettings } from '../../../gateway/telemetry/settings.js';
import { anAccessSite } from '../access/site.js';
import { hubOverHttp } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import { faultyServer } from '../../support/faulty-server.js';

const BUDGETS = '{ unions { name } }';
const NOWHERE = 'http://127.0.0.1:9';

function opened(settings: Partial<TelemetrySettings>) {
  return openTelemetry({ ...TELEMETRY_DEFAULTS, ...settings });
}

describe('the plan beside an answer', () => {
  test('is shown to a caller with the right who asks for it, with stages, fetches and agencies', async () => {
    const site = await anAccessSite({ telemetry: await opened({ PLAN_SCOPE: 'plan' }) });
    const headers = { ...(await site.bearer({ scope: 'plan' })), 'x-show-plan': 'true' };

    const { extensions } = await site.hub.ask(BUDGETS, { headers });

    expect(extensions?.['plan']).toMatchObject({
      stages: ['parse', 'plan', 'execute', 'complete'].map((stage) => ({ stage, endMs: expect.any(Number) })),
      fetches: [{ agency: expect.any(String), path: '', ok: true, endMs: expect.any(Number) }],
    });
  });

  test.each([
    ['has no right to it', { scope: 'other' }, 'true'],
    ['does not ask for it', { scope: 'plan' }, 'false'],
  ])('is not shown to a caller who %s', async (_, claims, wanted) => {
    const site = await anAccessSite({ telemetry: await opened({ PLAN_SCOPE: 'plan' }) });
    const headers = { ...(await site.bearer(claims)), 'x-show-plan': wanted };

    const { extensions } = await site.hub.ask(BUDGETS, { headers });

    expect(extensions).not.toHaveProperty('plan');
  });

  test('is shown to nobody unless a setting says to whom', async () => {
    const site = await anAccessSite({ telemetry: NO_TELEMETRY });
    const headers = { ...(await site.bearer({ scope: 'plan' })), 'x-show-plan': 'true' };

    const { extensions } = await site.hub.ask(BUDGETS, { headers });

    expect(extensions).not.toHaveProperty('plan');
  });
});

describe('a gateway that counts', () => {
  test('counts operations by name, and errors and fields by agency', async () => {
    const telemetry = await opened({ METRICS_PORT: 0 });
    const hub = await hubOverHttp(
      [tinyUnion(), tinyPolice(), tinyAwards()],
      { police: NOWHERE },
      { telemetry },
    );

    await hub.ask('query Late { lateUnit { name } medalNames }');

    const text = await telemetry.metrics?.text();
    expect(text).toContain(
      'gateway_operation_seconds_count{operation="Late",kind="query",outcome="errors"} 1',
    );
    expect(text).toContain('gateway_errors_total{agency="police",code="SUBGRAPH_UNAVAILABLE"} 1');
    expect(text).toContain('gateway_fields_total{agency="police"} 2');
    expect(text).toContain('gateway_fields_total{agency="awards"} 1');
    expect(text).toContain('gateway_requests_total{status="200"} 1');
  });
});

describe('a gateway that traces', () => {
  test('hands the trace of its client on to the subgraph, and sends its spans to the collector', async () => {
    const collector = await faultyServer((request, response) => {
      request.resume().once('end', () => response.writeHead(200).end());
    });
    const police = await faultyServer((request, response) => {
      request.resume();
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"lateUnit":null}}');
    });
    const telemetry = await opened({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, TRACE_RATIO: 1 });
    const hub = await hubOverHttp([tinyUnion(), tinyPolice()], { police: police.url }, { telemetry });
    const traceId = '0af7651916cd43dd8448eb211c80319c';

    await hub.ask('{ lateUnit { name } }', {
      headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` },
    });
    await telemetry.close();

    const fetched = police.requests.find(({ headers }) => headers.traceparent);
    expect(fetched?.headers.traceparent).toMatch(new RegExp(`^00-${traceId}-(?!b7ad)[0-9a-f]{16}-01$`));
    expect(collector.requests.map(({ url }) => url)).toEqual(['/v1/traces']);
  });
});
