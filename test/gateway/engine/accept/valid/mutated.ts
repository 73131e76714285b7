import { Kind, parse, visit, type ASTNode, type DocumentNode } from 'graphql';
import fc from 'fast-check';
import { OTHER, PLAIN } from './corpus.js';

/** One change to a document; the numbers choose the place and the part, whatever their size. */
interface Change {
  readonly kind: 'replace' | 'add' | 'drop' | 'rename';
  readonly at: number;
  readonly part: number;
}

const PARSED = [...PLAIN, ...OTHER].map((text) => parse(text, { noLocation: true }));

const ROLES: ReadonlyMap<RegExp, string> = new Map([
  [/Value$|^Variable$/, 'value'],
  [/^(Field|FragmentSpread|InlineFragment)$/, 'selection'],
  [/Type$/, 'type'],
]);

function roleOf({ kind }: ASTNode): string {
  for (const [pattern, role] of ROLES) if (pattern.test(kind)) return role;
  return kind;
}

/** Nodes that can stand for each other, by what they are. */
const PARTS = new Map<string, ASTNode[]>();
for (const document of PARSED)
  visit(document, {
    enter: (node) => void PARTS.set(roleOf(node), [...(PARTS.get(roleOf(node)) ?? []), node]),
  });

const NAMES = [...new Set((PARTS.get(Kind.NAME) ?? []).map((node) => ('value' in node ? node.value : '')))];

const CHANGE: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('replace', 'add', 'drop', 'rename'),
  at: fc.nat({ max: 1_000 }),
  part: fc.nat({ max: 1_000 }),
});

/** Plain documents with up to four changes; most are wrong, as one would be that a client mistyped. */
export const MUTATED: fc.Arbitrary<DocumentNode> = fc
  .tuple(fc.nat({ max: PARSED.length - 1 }), fc.array(CHANGE, { maxLength: 4 }))
  .map(([first, changes]) => changes.reduce(changed, PARSED[first] as DocumentNode));

function changed(document: DocumentNode, change: Change): DocumentNode {
  const places = placesFor(document, change.kind);
  if (places.length === 0) return document;
  const place = places[change.at % places.length];
  let isDone = false;
  return visit(document, {
    enter(node) {
      if (node !== place || isDone) return undefined;
      isDone = true;
      return CHANGES[change.kind](node, change);
    },
  });
}

function placesFor(document: DocumentNode, kind: Change['kind']): readonly ASTNode[] {
  const places: ASTNode[] = [];
  visit(document, { enter: (node) => void (FITS[kind](node) && places.push(node)) });
  return places;
}

const LISTS = [
  'arguments',
  'directives',
  'selections',
  'fields',
  'values',
  'definitions',
  'variableDefinitions',
];

function listsIn(node: ASTNode): readonly (readonly [string, readonly ASTNode[]])[] {
  return Object.entries(node).filter(
    ([name, list]) => LISTS.includes(name) && Array.isArray(list) && list.length > 0,
  );
}

const FITS: Readonly<Record<Change['kind'], (node: ASTNode) => boolean>> = {
  replace: (node) => ![Kind.DOCUMENT, Kind.NAME, Kind.SELECTION_SET].includes(node.kind),
  add: (node) => listsIn(node).length > 0,
  drop: (node) => listsIn(node).length > 0,
  rename: ({ kind }) => kind === Kind.NAME,
};

const CHANGES: Readonly<Record<Change['kind'], (node: ASTNode, change: Change) => unknown>> = {
  replace: (node, { part }) => partLike(node, part),
  add: (node, { part }) => withList(node, part, (list, like) => [...list, partLike(like, part)]),
  drop: (node, { part }) => withList(node, part, (list, gone) => list.filter((each) => each !== gone)),
  rename: (node, { part }) => ({ ...node, value: NAMES[part % NAMES.length] }),
};

function partLike(node: ASTNode, part: number): ASTNode {
  const parts = PARTS.get(roleOf(node)) ?? [node];
  return parts[part % parts.length] ?? node;
}

function withList(
  node: ASTNode,
  part: number,
  change: (list: readonly ASTNode[], one: ASTNode) => readonly ASTNode[],
): unknown {
  const lists = listsIn(node);
  const [name, list] = lists[part % lists.length] ?? ['', []];
  const one = list[part % list.length];
  return one ? { ...node, [name]: change(list, one) } : node;
}
