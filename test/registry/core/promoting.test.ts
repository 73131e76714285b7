import { LAW, sdlOf, typeOf, urlOf } from './a-law.js';
import { aRegistry, type Party, type TestRegistry } from './a-registry.js';
import { promoting, publishing } from './publishing.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let registry: TestRegistry;
let union: Party;
let recognition: Party;

beforeAll(async () => {
  registry = await aRegistry({}, LAW.replace('subgraphs: [union]', 'subgraphs: [union, helper]'));
  union = await registry.party({ agency: 'union' });
  recognition = await registry.party({ agency: 'recognition' });
  for (const channel of ['staging', 'apart'])
    await registry.operator.say({ kind: 'CHANNEL_MADE', channel, description: 'for trying out' });
  for (const channel of ['production', 'staging']) {
    await publish(union, sdlOf('union'), { channel });
    await publish(recognition, sdlOf('recognition'), { channel });
  }
});
afterAll(() => registry.stop());

function publish(party: Party, sdl: string, more: Parameters<typeof publishing>[2]) {
  return party.say(publishing(party.name, sdl, more), { texts: [sdl] });
}

/** An SDL with one more field, of a type that all share. */
function sharing(sdl: string, field: string, parts: readonly string[]): string {
  const described = parts.map((part) => `"""Có\n\nWhether."""\n${part}: Boolean`);
  return `${sdl}
"""Trang

A page."""
type PageInfo @shareable { ${described.join('\n')} }
extend type Query {
  """Tìm

  Finds."""
  ${field}: PageInfo
}
`;
}

test('two agencies’ changes are promoted at once', async () => {
  await publish(union, sdlOf('union', ['name']), { channel: 'staging' });
  await publish(recognition, sdlOf('recognition', ['name']), { channel: 'staging' });

  const { channel } = await registry.operator.say(await promoting(union));

  const supergraph = await union.client.text(channel?.supergraph ?? 'sha256:');
  expect(supergraph).toContain(typeOf('union'));
});

test('a breaking change is promoted by whoever takes it upon itself, and by nobody else', async () => {
  await publish(union, sdlOf('union', ['name', 'gone']), { channel: 'staging' });
  const subgraphs = ['union'];
  await union.say(await promoting(union, { subgraphs }));
  const accepts = [{ coordinate: `${typeOf('union')}.gone`, reason: 'nobody saw it' }];
  await publish(union, sdlOf('union', ['name']), { channel: 'staging', accepts });

  await expect(union.say(await promoting(union, { subgraphs }))).rejects.toMatchObject({
    code: 'CHECK_FAILED',
    message: expect.stringContaining(`${typeOf('union')}.gone`),
  });
  expect((await union.say(await promoting(union, { subgraphs, accepts }))).channel).toBeDefined();
});

test('an agency’s two subgraphs do not vouch for each other', async () => {
  const page = sharing(sdlOf('recognition', ['name']), 'page', ['hasNextPage']);
  await publish(recognition, page, { channel: 'production' });
  const wide = ['hasNextPage', 'total'];
  const own = sharing(sdlOf('union', ['name']), 'ownPage', wide);
  const accomplice = sharing(own.slice(0, own.indexOf('\n')), 'helperPage', wide);
  await publish(union, own, { channel: 'apart' });
  await publish(union, accomplice, { subgraph: 'helper', url: urlOf('union'), channel: 'apart' });

  const promoted = union.say(await promoting(union, { from: 'apart' }));

  await expect(promoted).rejects.toMatchObject({
    code: 'CHECK_FAILED',
    message: expect.stringContaining('PageInfo belongs to hub'),
  });
});

test('nobody approves what another owns', async () => {
  const rights = [{ right: 'EXTEND' as const, coordinate: typeOf('union') }];

  const forged = recognition.say({ kind: 'APPROVED', to: 'union', rights, reason: 'mine' });

  await expect(forged).rejects.toMatchObject({ code: 'NOT_YOURS', details: { agency: 'union' } });
});

test('the versions that were looked at are promoted, and none that came since', async () => {
  await publish(union, sdlOf('union', ['name', 'seen']), { channel: 'staging' });
  const seen = await promoting(union, { subgraphs: ['union'] });
  await publish(union, sdlOf('union', ['name', 'seen', 'unseen']), { channel: 'staging' });

  await expect(union.say(seen)).rejects.toMatchObject({ code: 'STALE_BASE' });
});

test('a promotion that names no versions is taken from nobody', async () => {
  const said = await promoting(union, { versions: undefined });

  await expect(union.say(said)).rejects.toMatchObject({
    code: 'INVALID_STATEMENT',
    details: { reason: 'VERSIONS_MISSING' },
  });
});
