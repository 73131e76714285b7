import { AUDIENCES, type Audience } from '../../../gateway/explorer/audiences.js';
import type { Example } from '../../../gateway/explorer/example.js';
import { trialIssuer } from '../../../gateway/embedded/trial/issuer.js';
import { trialRoute } from '../../../gateway/embedded/trial/route.js';
import { EXAMPLE_ROLES } from '../../../gateway/explorer/roles.js';
import { loadExplorer } from '../../../gateway/explorer/files.js';
import { HubError } from '../../../schema/contract/errors.js';
import { HTTP_DEFAULTS } from '../../../schema/contract/http/settings.js';
import type { LocalSubgraph } from '../../../schema/contract/subgraph.js';
import { both, text } from '../../../schema/contract/text.js';
import { hubOf, type TinyHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';
import { Feed } from '../streams/a-hub.js';

/** A text that would run scripts and fetch pictures, if it were taken for more than text. */
export const HOSTILE =
  'Hostile <img src=x onerror="globalThis.hacked = 1"> <script>globalThis.hacked = 1</script> ' +
  '<svg onload="globalThis.hacked = 1"><a href="javascript:globalThis.hacked=1">x</a></svg> ' +
  '![p](https://evil.example/p.png) [l](javascript:globalThis.hacked=1) https://evil.example/';

/** Addresses that look like pictures; they are in the data, each an answer of its own. */
export const PICTURES = ['/taken.png', '//evil.example/taken.svg'];

/** Largest request that the hub of these tests reads. Unit: bytes. */
export const BODY_LIMIT = 20_000;

const SAFE = JSON.stringify(HOSTILE);

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key"])';

const REGISTRY = `${LINK}
  type Query {
    """${both('Tổ chức công đoàn theo tên.', 'Trade unions, by their name.')}"""
    unions(
      """${both('Tên cần tìm.', 'The name to look for.')}"""
      name: String
    ): [Union!]!
    ${SAFE}
    hostile(word: String, old: String @deprecated(reason: ${SAFE})): String
    old: String @deprecated(reason: ${SAFE})
    pictures: [String!]!
    fails: String
  }

  type Subscription {
    """${both('Vụ việc mới.', 'Disputes as they arise.')}"""
    dispute: Dispute
    brokenOff: Dispute
  }

  type Dispute { id: ID! title: String }

  """${both('Một tổ chức công đoàn.', 'A trade union at any level.')}"""
  type Union @key(fields: "id") {
    id: ID!
    """${both('Tên gọi chính thức.', 'Official name.')}"""
    name: String!
    """${both('Số đoàn viên.', 'Members, in people.')}"""
    memberCount: Int!
  }
`;

const UNIONS = [
  { id: 'u1', name: 'Liên đoàn Lao động tỉnh Bắc Giang', memberCount: 288_396 },
  { id: 'u2', name: '<img src=x onerror="globalThis.hacked = 1">', memberCount: 7 },
];

/** What a test has in its hands of the hub that all tests in the browser share. */
export class World {
  readonly feed = new Feed();
  private gate: Promise<void> = Promise.resolve();

  /** Keeps the agency for honours from answering. @returns what lets it answer */
  holdHonours(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.gate = promise;
    return resolve;
  }

  /** A gateway that serves the built sandbox, on the agencies of this world. */
  open(): Promise<TinyHub> {
    return hubOf([this.registry(), this.honours()], {
      explorer: loadExplorer(),
      trial: { roles: Object.keys(EXAMPLE_ROLES), route: trialRoute(trialIssuer()) },
      examples: EXAMPLES,
      http: { ...HTTP_DEFAULTS, HTTP_DRAIN_MS: 0, HTTP_BODY_LIMIT_BYTES: BODY_LIMIT },
    });
  }

  private registry(): LocalSubgraph {
    const dispute = { id: 'd1', title: 'A strike' };
    return local('registry', REGISTRY, {
      Query: {
        unions: (_: unknown, { name = '' }: { readonly name?: string }) =>
          UNIONS.filter((union) => union.name.includes(name)),
        hostile: () => HOSTILE,
        pictures: () => PICTURES,
        fails: () => {
          throw new HubError(
            'INVALID_INPUT',
            text(`Trường này luôn lỗi. ${HOSTILE}`, `This field always fails. ${HOSTILE}`),
          );
        },
      },
      Subscription: {
        dispute: { subscribe: () => this.feed.source(), resolve: (event: unknown) => event },
        brokenOff: {
          async *subscribe() {
            yield dispute;
            throw new Error('secret');
          },
          resolve: (event: unknown) => event,
        },
      },
      Union: {
        __resolveReference: ({ id }: { readonly id: string }) => UNIONS.find((union) => union.id === id),
      },
    });
  }

  private honours(): LocalSubgraph {
    return local('honours', `${LINK} type Union @key(fields: "id") { id: ID! medals: Int }`, {
      Union: {
        __resolveReference: async (union: object) => {
          await this.gate;
          return { ...union };
        },
        medals: () => 1975,
      },
    });
  }
}

/** One example for every audience and more for the first; the last one fails. */
export const EXAMPLES: readonly Example[] = [
  example(
    'Q01',
    'Công đoàn Bắc Giang có bao nhiêu đoàn viên?',
    'How many members has the union of Bắc Giang?',
    {
      query: 'query ByName($name: String) {\n  unions(name: $name) {\n    name\n    memberCount\n  }\n}',
      variables: { name: 'Bắc Giang' },
    },
  ),
  example('Q02', 'Tên của mọi tổ chức công đoàn là gì?', 'What are all unions called?', {
    group: 'VGCL officer',
    role: 'UNION_OFFICER',
    query: '{\n  unions {\n    name\n  }\n}',
  }),
  example('Q03', 'Điều gì xảy ra khi một trường bị lỗi?', 'What happens when a field fails?', {
    group: 'journalist',
    query: 'query Fails {\n  fails\n}',
  }),
];

function example(id: string, vi: string, en: string, rest: Partial<Example>): Example {
  const group = Object.keys(AUDIENCES)[0] as Audience;
  return { id, group, vi, en, query: '', variables: {}, ...rest };
}
