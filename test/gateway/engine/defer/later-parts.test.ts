import { describe, expect, test } from '@jest/globals';
import { allParts, inParts, laterOf } from './in-parts.js';
import { slowHub } from './slow-hub.js';

describe('what is asked for later of a record', () => {
  test('fails in its part alone, and each part tells its own errors', async () => {
    const hub = await slowHub();

    const parts = await allParts(
      hub.url,
      '{ unit { name ... @defer(label: "a") { wrong } ... @defer(label: "b") { missing } ... @defer(label: "c") { best { title } } } }',
    );

    expect(parts[0]).not.toHaveProperty('errors');
    const later = new Map(laterOf(parts).map((each) => [each.label, each]));
    expect(later.get('a')).toMatchObject({
      data: { wrong: null },
      errors: [{ path: ['unit', 'wrong'], extensions: { agency: 'police' } }],
    });
    expect(later.get('b')).toMatchObject({
      data: null,
      errors: [{ path: ['unit', 'missing'], extensions: { agency: 'police' } }],
    });
    expect(later.get('c')).toEqual({ label: 'c', path: ['unit'], data: { best: { title: 'Gold' } } });
    expect(JSON.stringify(parts)).not.toContain('secret');
  });

  test('may be called like what every object has, and changes nothing but the answer', async () => {
    const hub = await slowHub();

    const parts = await allParts(
      hub.url,
      '{ unit { name ... @defer { __proto__: best { title } ... @defer { constructor: best { title } } } } }',
    );

    const later = JSON.stringify(laterOf(parts).map(({ data }) => data));
    expect(later).toBe('[{"__proto__":{"title":"Gold"}},{"constructor":{"title":"Gold"}}]');
    expect({}).not.toHaveProperty('title');
  });

  test('is null where the agency does not find the record again', async () => {
    const hub = await slowHub();

    const parts = await allParts(hub.url, '{ lost { name ... @defer { slow } } }');

    expect(parts[0]).toMatchObject({ data: { lost: { name: 'Unit lost' } } });
    expect(laterOf(parts)).toEqual([{ path: ['lost'], data: { slow: null } }]);
  });

  test('leaves out what the caller may not see', async () => {
    const hub = await slowHub({ decidePolicies: () => new Map() });

    const parts = await allParts(hub.url, '{ unit { chief { name ... @defer { id secret } } } }');

    expect(parts[0]).toMatchObject({ data: { unit: { chief: { name: 'Chief 1' } } } });
    expect(parts[0]).not.toHaveProperty('errors');
    expect(laterOf(parts)).toMatchObject([
      { data: { id: '1', secret: null }, errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }] },
    ]);
  });

  test('is answered to each of two who ask at once, also where one of them takes no parts', async () => {
    const hub = await slowHub();
    const query = '{ unit { name ... @defer { slow } } }';
    const whole = hub.ask(query);
    const [one, other] = [inParts(hub.url, query), inParts(hub.url, query)];

    const firsts = [await one.next(), await other.next()];
    hub.open();
    const later = [await one.next(), await other.next()];

    expect(firsts).toMatchObject(firsts.map(() => ({ value: { data: { unit: { name: 'Unit 1' } } } })));
    expect(later).toMatchObject(later.map(() => ({ value: { incremental: [{ data: { slow: 7 } }] } })));
    expect((await whole).data).toEqual({ unit: { name: 'Unit 1', slow: 7 } });
  });

  test('of a change does not keep who reads after it from reading anew', async () => {
    const hub = await slowHub();
    const query = '{ unit { slow } }';

    const before = hub.ask(query);
    await hub.begun();
    const [changed] = await allParts(hub.url, 'mutation { rename { name ... @defer { best { title } } } }');
    const after = hub.ask(query);
    await hub.begun();
    hub.open();

    expect(changed).toMatchObject({ data: { rename: { name: 'Unit 1' } } });
    expect([(await before).fetches, (await after).fetches]).toMatchObject([[{}], [{}]]);
  });
});
