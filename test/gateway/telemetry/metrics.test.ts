import { describe, expect, test } from '@jest/globals';
import { Metrics } from '../../../gateway/telemetry/metrics.js';

const REPORT = { kind: 'query', ms: 20, isGood: true };

describe('what a gateway counts', () => {
  test('is told per operation, agency and code', async () => {
    const metrics = new Metrics(10);

    metrics.operation({ ...REPORT, name: 'Teams', isGood: false });
    metrics.errors([{ agency: 'police', code: 'SUBGRAPH_UNAVAILABLE' }]);
    metrics.fields(new Map([['union', 3]]));

    const text = await metrics.text();
    expect(text).toContain(
      'gateway_operation_seconds_count{operation="Teams",kind="query",outcome="errors"} 1',
    );
    expect(text).toContain('gateway_errors_total{agency="police",code="SUBGRAPH_UNAVAILABLE"} 1');
    expect(text).toContain('gateway_fields_total{agency="union"} 3');
  });

  test('is told per subgraph', async () => {
    const metrics = new Metrics(10);

    metrics.fetch({ subgraph: 'union', requestId: 'a', ms: 3, ok: true });
    metrics.fetch({ subgraph: 'union', requestId: 'b', ms: 3, ok: false });

    const text = await metrics.text();
    expect(text).toContain('gateway_fetch_seconds_bucket{le="0.005",subgraph="union",outcome="good"} 1');
    expect(text).toContain('gateway_fetch_seconds_count{subgraph="union",outcome="errors"} 1');
  });

  test('has a bounded number of names, whatever clients call their operations', async () => {
    const metrics = new Metrics(2);

    for (let index = 0; index < 1_000; index += 1) metrics.operation({ ...REPORT, name: `Name${index}` });
    metrics.operation(REPORT);

    const names = (await metrics.text()).matchAll(/_count\{operation="(\w+)"/g);
    expect([...names].map(([, name]) => name)).toEqual(['Name0', 'Name1', 'other', 'unnamed']);
  });
});
