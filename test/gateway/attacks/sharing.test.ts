import { describe, expect, test } from '@jest/globals';
import type { LocalSubgraph } from '../../../schema/contract/subgraph.js';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { hubOverHttp, sharedHub } from '../../support/tiny-hub.js';
import { tinyAwards, tinyId, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import { until } from '../../support/until.js';
import { anAccessSite, type AccessSite } from '../access/site.js';
import { ALL_THREE, httpText, WITHOUT_POLICE } from '../faults/site.js';
import { aBadNeighbourhood } from './site.js';

let opened: AccessSite | undefined;
const world = sharedHub(async () => (opened = await anAccessSite()).hub);
const BUDGETS = '{ unions { name budget memberCount chair { phone } } }';

function bearer(claims: Readonly<Record<string, string>>) {
  if (!opened) throw new Error('The site is not open.');
  return opened.bearer(claims);
}

describe('CCH-01: the same question', () => {
  test('has for each caller the answer of that caller, whoever asked before and at the same time', async () => {
    const callers = [{}, { scope: 'auditor', sub: 'an' }, { scope: 'none', sub: 'binh' }] as const;
    const alone: unknown[] = [];
    const headers = [undefined, await bearer(callers[1]), await bearer(callers[2])];
    for (const each of headers) alone.push((await world.ask(BUDGETS, { headers: each })).data);

    const order = [1, 0, 2, 1, 2, 0, 0, 1, 2];
    const together = await Promise.all(order.map((n) => world.ask(BUDGETS, { headers: headers[n] })));

    expect(together.map(({ data }) => data)).toEqual(order.map((n) => alone[n]));
    expect(new Set(alone.map((data) => JSON.stringify(data))).size).toBe(3);
  });

  test('may be kept by nobody on its way', async () => {
    const { headers } = await world.ask(BUDGETS, { headers: await bearer({ scope: 'auditor' }) });

    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.has('etag') || headers.has('age') || headers.has('expires')).toBe(false);
  });
});

describe('CCH-03: what is asked', () => {
  const police = aBadNeighbourhood({ SHARE_FETCHES: true });
  let name = 1;
  const dataOf = (data: object): string => JSON.stringify({ data });

  test('after a change shows the change, since nothing is kept', async () => {
    police.answers((socket) => void socket.end(httpText(dataOf({ lateUnit: { name: `tên ${name}` } }))));
    const first = await police.ask(ALL_THREE);
    await police.ask(`mutation { rename(id: "${tinyId('Org', 1)}", name: "Mới") { name } }`);
    name += 1;

    const second = await police.ask(ALL_THREE);

    expect([first.data, second.data]).toEqual([
      { ...WITHOUT_POLICE, lateUnit: { name: 'tên 1' } },
      { ...WITHOUT_POLICE, lateUnit: { name: 'tên 2' } },
    ]);
  });

  test('by fifty at once is asked of the agency once', async () => {
    const all = Promise.withResolvers<void>();
    const lateUnit = { name: 'Công an' };
    const late = await faultyServer((request, response) => {
      void all.promise.then(() => answering(200, dataOf({ lateUnit }))(request, response));
    });
    let unionAsked = 0;
    const union = tinyUnion();
    const counting: LocalSubgraph = {
      ...union,
      contextFor(origin) {
        unionAsked += 1;
        return union.contextFor(origin);
      },
    };
    const hub = await hubOverHttp([counting, tinyPolice(), tinyAwards()], { police: late.url });

    const answers = Array.from({ length: 50 }, (_, n) =>
      hub.ask(`{ lateUnit { name } org(id: "${tinyId('Org', n)}") { name } }`),
    );
    // Each asks the union for another record, at the same time as the police.
    await until(() => unionAsked === 50);
    all.resolve();
    const units = (await Promise.all(answers)).map(({ data }) => (data as { lateUnit: unknown }).lateUnit);
    expect(units).toEqual(answers.map(() => lateUnit));
    expect(late.requests).toHaveLength(1);
  });
});
