import { hubOf, type GatewayChanges } from '../../../support/tiny-hub.js';
import { local } from '../../../support/tiny-subgraphs.js';
import { counted } from './in-parts.js';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@policy"])
  type Query { units: [Unit!]! unit: Unit fast: Int late: Int lost: Unit }
  type Mutation { rename: Unit }
  type Unit @key(fields: "id") {
    id: ID! name: String! slow: Int wrong: Int missing: Int! chief: Chief best: Medal
  }
  type Chief @key(fields: "id") { id: ID! name: String secret: String @policy(policies: [["secret"]]) slow: Int }
  type Medal { title: String slow: Int wrong: Int missing: Int! }`;

interface Ref {
  readonly id: string;
}

/** A hub of one agency, which answers what is slow when the test lets it. */
export async function slowHub(changes: GatewayChanges = {}) {
  const gate = Promise.withResolvers<void>();
  let begun = Promise.withResolvers<void>();
  const slow = () => {
    begun.resolve();
    return gate.promise.then(() => 7);
  };
  const wrong = () => {
    throw new Error('secret');
  };
  const unit = (id: string) => ({ id, name: `Unit ${id}` });
  const police = counted(
    local('police', SDL, {
      Query: {
        units: () => [unit('1'), unit('2')],
        unit: () => unit('1'),
        fast: () => 1,
        late: slow,
        lost: () => unit('lost'),
      },
      Mutation: { rename: () => unit('1') },
      Unit: {
        __resolveReference: ({ id }: Ref) => (id === 'lost' ? null : unit(id)),
        slow,
        wrong,
        missing: () => null,
        chief: ({ id }: Ref) => ({ id, name: `Chief ${id}` }),
        best: () => ({ title: 'Gold' }),
      },
      Chief: { __resolveReference: ({ id }: Ref) => ({ id, name: `Chief ${id}` }), secret: () => 'x', slow },
      Medal: { slow, wrong, missing: () => null },
    }),
  );
  const hub = await hubOf([police], changes);
  /** The next slow field is asked for. */
  const nextBegun = async (): Promise<void> => {
    await begun.promise;
    begun = Promise.withResolvers<void>();
  };
  return { ...hub, fetches: police.fetches, open: () => gate.resolve(), begun: nextBegun };
}
