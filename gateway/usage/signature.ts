import { digestOf } from '../trusted/digest.js';
import {
  Kind,
  print,
  stripIgnoredCharacters,
  visit,
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** An operation without what a client put into it. */
export interface Signature {
  /** Names it: the SHA-256 of the text. */
  readonly signature: string;
  readonly text: string;
  /** The same as a document. */
  readonly document: DocumentNode;
}

/**
 * The form that all operations share which differ in values, in the names of aliases and variables, and in order. It is
 * valid where the operation is: values are replaced by others of their kind, enum values and the fields of input stay,
 * aliases stay as numbers, since two of them may tell two selections of one field apart. The names of the operation and
 * of its fragments stay: they are the program's, not a person's.
 */
export function signatureOf(document: DocumentNode, operation: OperationDefinitionNode): Signature {
  const plain = ordered(withoutValues(withFragments(document, operation)));
  const renamed = renumbered(plain);
  const text = stripIgnoredCharacters(print(renamed));
  return { signature: digestOf(text), text, document: renamed };
}

/** The operation with the fragments that it uses, in the order of their names, and nothing else. */
function withFragments({ definitions }: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const fragments = new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (node: DefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || used.has(name.value)) return;
        used.set(name.value, fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  const inOrder = [...used].toSorted(byKey).map(([, fragment]) => fragment);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...inOrder] };
}

function withoutValues(document: DocumentNode): DocumentNode {
  return visit(document, {
    Argument: (node) => ({ ...node, value: plainValue(node.value) }),
    VariableDefinition: (node) => {
      const { defaultValue } = node;
      const plain = defaultValue && plainValue(defaultValue);
      return { ...node, description: undefined, defaultValue: plain };
    },
    OperationDefinition: (node) => ({ ...node, description: undefined }),
    FragmentDefinition: (node) => ({ ...node, description: undefined }),
  });
}

const PLAIN: Partial<Readonly<Record<ValueNode['kind'], ValueNode>>> = {
  [Kind.INT]: { kind: Kind.INT, value: '0' },
  [Kind.FLOAT]: { kind: Kind.FLOAT, value: '0.0' },
  [Kind.STRING]: { kind: Kind.STRING, value: '' },
  [Kind.BOOLEAN]: { kind: Kind.BOOLEAN, value: false },
};

/** Lists keep one item of each form. */
function plainValue(value: ValueNode): ValueNode {
  if (value.kind === Kind.LIST) {
    const items = new Map(value.values.map((each) => keyed(plainValue(each))));
    return { kind: Kind.LIST, values: [...items].toSorted(byKey).map(([, item]) => item) };
  }
  if (value.kind === Kind.OBJECT) {
    const fields = value.fields.map((field) => ({ ...field, value: plainValue(field.value) }));
    return {
      kind: Kind.OBJECT,
      fields: fields
        .map(keyed)
        .toSorted(byKey)
        .map(([, field]) => field),
    };
  }
  return PLAIN[value.kind] ?? value;
}

/** Neither the order of selections nor that of arguments matters; what they are called by the client does not order them. */
function ordered(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: { leave: (node: SelectionSetNode) => ({ ...node, selections: inOrder(node.selections) }) },
    Field: {
      leave: (node) => ({
        ...node,
        arguments: (node.arguments ?? [])
          .map(keyed)
          .toSorted(byKey)
          .map(([, each]) => each),
      }),
    },
  });
}

function inOrder(selections: readonly SelectionNode[]): readonly SelectionNode[] {
  return selections
    .map((each) => [nameless(each), each] as const)
    .toSorted(byKey)
    .map(([, each]) => each);
}

/** The text of a selection without the names that the client chose. */
function nameless(selection: SelectionNode): string {
  const bare = visit(selection, {
    Field: (node) => ({ ...node, alias: undefined }),
    Variable: (node) => ({ ...node, name: { kind: Kind.NAME, value: 'v' } as const }),
  });
  return print(bare);
}

/** Aliases and variables with numbers for names, in the order in which they are used. */
function renumbered(document: DocumentNode): DocumentNode {
  const [aliases, variables] = [new Numbers('_a'), new Numbers('v')];
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void variables.of(name.value),
  });
  return visit(document, {
    Field: (node) =>
      node.alias ? { ...node, alias: { kind: Kind.NAME, value: aliases.of(node.alias.value) } } : undefined,
    Variable: (node) => ({ ...node, name: { kind: Kind.NAME, value: variables.of(node.name.value) } }),
    OperationDefinition: {
      leave: ({ variableDefinitions = [], ...rest }) => ({
        ...rest,
        variableDefinitions: variableDefinitions
          .map(keyed)
          .toSorted(byKey)
          .map(([, each]) => each),
      }),
    },
  });
}

class Numbers {
  private readonly names = new Map<string, string>();

  constructor(private readonly prefix: string) {}

  of(name: string): string {
    const known = this.names.get(name) ?? `${this.prefix}${this.names.size + 1}`;
    this.names.set(name, known);
    return known;
  }
}

function keyed<Node extends ASTNode>(node: Node): readonly [string, Node] {
  return [print(node), node];
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : Number(one > other);
}
