import { sdlOf } from '../core/a-law.js';

/** An SDL of recognition; with an owner, it adds a field to the type of that owner as well. */
export function extending(owner: '' | 'union'): string {
  const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
  const added = `type UnionThing @key(fields: "id") {\n  id: ID!\n  """Huân chương\n\n  Medals."""\n  medals: String\n}`;
  const own = sdlOf('recognition');
  return owner === '' ? own : `${link}\n${added}\n${own.slice(own.indexOf('"""'))}`;
}
