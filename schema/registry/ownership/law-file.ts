import { HubError } from '../../contract/errors.js';
import { RIGHTS } from '../../contract/release/statements.js';
import { AGENCY_NAME, GRANTED_COORDINATE, SUBGRAPH_NAME } from '../../contract/release/terms.js';
import { text, type Text } from '../../contract/text.js';
import { EVERYBODY, HUB, type Agency, type Grant, type Law } from './law.js';
import { isNode, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { z } from 'zod';

const WORDS = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const TYPE = z.string().regex(/^[_A-Za-z]\w*$/);
const FIELD = z.string().regex(/^[_A-Za-z]\w*\.[_A-Za-z]\w*$/);
const ORIGIN = z.url({ protocol: /^https?$/ }).refine((url) => URL.parse(url)?.origin === url, {
  message: 'an origin: scheme, host and port without a path, such as https://union.gov.vn:4001',
});

/** Rights that an owner may give for good. The others take its signature each time. */
const LASTING = RIGHTS.filter((right) =>
  ['EXTEND', 'DEFINE', 'OVERRIDE', 'REQUIRE', 'REFERENCE'].includes(right),
);

const ALLOWED = z.strictObject({
  to: z.union([AGENCY_NAME, z.literal(EVERYBODY)]),
  rights: z.array(z.enum(LASTING)).min(1),
  on: z.array(z.union([GRANTED_COORDINATE, z.literal(EVERYBODY)])).min(1),
});

const AGENCY = z.strictObject({
  title: WORDS,
  contact: WORDS,
  subgraphs: z.array(SUBGRAPH_NAME).default([]),
  addresses: z.array(ORIGIN).default([]),
  types: z.array(TYPE).default([]),
  fields: z.array(FIELD).default([]),
  allows: z.array(ALLOWED).default([]),
});

const FILE = z.strictObject({
  agencies: z.record(AGENCY_NAME, AGENCY),
  shared: z.strictObject({ types: z.array(TYPE).default([]), fields: z.array(FIELD).default([]) }),
});

type File = z.infer<typeof FILE>;

/** Unit: characters. */
const MAX_LENGTH = 4_000_000;

/**
 * Reads the law of ownership.
 *
 * @throws HubError INVALID_INPUT with every fault and its line.
 */
export function readLaw(yaml: string): Law {
  const lines = new LineCounter();
  const document = parseDocument(yaml.slice(0, MAX_LENGTH + 1), { lineCounter: lines, uniqueKeys: true });
  const at = (faults: readonly Fault[]) => faults.map((fault) => faultAt(fault, document, lines));
  refuse(syntaxFaults(document, yaml.length));
  const found: unknown = document.toJS();
  const read = FILE.safeParse(found);
  if (!read.success) throw wrong(at(shapeFaults(found)));
  refuse(at(contradictions(read.data)));
  return lawOf(read.data);
}

/** @throws HubError INVALID_INPUT */
function refuse(faults: readonly Text[]): void {
  if (faults.length > 0) throw wrong(faults);
}

function shapeFaults(found: unknown): readonly Fault[] {
  const [vi, en] = [issuesIn(found, 'vi'), issuesIn(found, 'en')];
  return en.map(({ path, message }, index) => ({
    path,
    message: text(vi[index]?.message ?? message, message),
  }));
}

function issuesIn(found: unknown, language: 'vi' | 'en') {
  return FILE.safeParse(found, { error: z.locales[language]().localeError }).error?.issues ?? [];
}

function lawOf({ agencies, shared }: File): Law {
  const all = Object.entries(agencies);
  return {
    agencies: new Map(all.map(([name, agency]) => [name, agencyNamed(name, agency)])),
    owners: new Map(
      all.flatMap(([name, agency]) => ownedBy(agency).map(({ coordinate }) => [coordinate, name])),
    ),
    shared: new Set([...shared.types, ...shared.fields]),
    grants: all.flatMap(([owner, { allows }]) => allows.flatMap((allowed) => grantsOf(owner, allowed))),
  };
}

function agencyNamed(
  name: string,
  { title, contact, subgraphs, addresses }: File['agencies'][string],
): Agency {
  return { name, title, contact, subgraphs, addresses };
}

function grantsOf(owner: string, { to, rights, on }: z.infer<typeof ALLOWED>): readonly Grant[] {
  return rights.flatMap((right) => on.map((coordinate) => ({ owner, to, right, coordinate })));
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: Text;
}

interface Owned {
  readonly coordinate: string;
  readonly path: readonly PropertyKey[];
}

function ownedBy(agency: Pick<File['agencies'][string], 'types' | 'fields'>): readonly Owned[] {
  return (['types', 'fields'] as const).flatMap((list) =>
    agency[list].map((coordinate, index) => ({ coordinate, path: [list, index] })),
  );
}

/** One thing has one owner, and a subgraph one agency. */
function contradictions({ agencies, shared }: File): readonly Fault[] {
  const stated: readonly Owned[] = [
    ...ownedBy(shared).map(({ coordinate, path }) => ({ coordinate, path: ['shared', ...path] })),
    ...Object.entries(agencies).flatMap(([name, agency]) => [
      ...ownedBy(agency).map(({ coordinate, path }) => ({ coordinate, path: ['agencies', name, ...path] })),
      ...agency.subgraphs.map((subgraph, index) => ({
        coordinate: `subgraph ${subgraph}`,
        path: ['agencies', name, 'subgraphs', index],
      })),
    ]),
  ];
  const repeated = [...Map.groupBy(stated, ({ coordinate }) => coordinate)].flatMap(
    ([coordinate, [, ...more]]) =>
      more.map(({ path }) => ({
        path,
        message: text(`${coordinate} đã có chủ quản`, `${coordinate} has an owner already`),
      })),
  );
  const hub = agencies[HUB]
    ? []
    : [{ path: ['agencies'], message: text(`thiếu cơ quan ${HUB}`, `the agency ${HUB} is missing`) }];
  return [...repeated, ...unknownAgencies(agencies), ...hub];
}

function unknownAgencies(agencies: File['agencies']): readonly Fault[] {
  return Object.entries(agencies).flatMap(([name, { allows }]) =>
    allows.flatMap(({ to }, index) =>
      to === EVERYBODY || agencies[to]
        ? []
        : [
            {
              path: ['agencies', name, 'allows', index, 'to'],
              message: text(`không có cơ quan ${to}`, `there is no agency ${to}`),
            },
          ],
    ),
  );
}

/** Aliases are refused as well: a short text could stand for a huge one. */
function syntaxFaults(document: Document, length: number): readonly Text[] {
  if (length > MAX_LENGTH) return [text(`quá ${MAX_LENGTH} ký tự`, `more than ${MAX_LENGTH} characters`)];
  const aliases: Text[] = [];
  visit(document, {
    Alias: (_, { source }) =>
      void aliases.push(text(`không dùng bí danh *${source}`, `the alias *${source}`)),
  });
  return [...document.errors.map(({ message }) => text(message, message)), ...aliases];
}

function faultAt({ path, message }: Fault, document: Document, lines: LineCounter): Text {
  const node = path
    .map((_, index) => document.getIn(path.slice(0, path.length - index), true))
    .find((found) => isNode(found) && found.range);
  const [start = 0] = (isNode(node) && node.range) || [];
  const { line } = lines.linePos(start);
  const place = path.map(String).join('.');
  return text(`dòng ${line}, ${place}: ${message.vi}`, `line ${line}, ${place}: ${message.en}`);
}

function wrong(faults: readonly Text[]): HubError {
  const list = (language: keyof Text) => faults.map((fault) => `- ${fault[language]}`).join('\n');
  return new HubError(
    'INVALID_INPUT',
    text(
      `Tệp phân định chủ quản không hợp lệ:\n${list('vi')}`,
      `The law of ownership is wrong:\n${list('en')}`,
    ),
    { faults: faults.map(({ en }) => en) },
  );
}
