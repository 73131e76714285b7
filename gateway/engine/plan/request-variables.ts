import type { Literal } from './literals.js';
import {
  Kind,
  print,
  visit,
  type ASTNode,
  type NameNode,
  type TypeNode,
  type VariableDefinitionNode,
} from 'graphql';

/**
 * The variables of what a planner is asked. Values that were taken out of an operation and the client's own variables
 * have names of one kind, so that it makes no difference which of them an operation uses.
 */
export class RequestVariables {
  /** The client's variables by their new names. */
  readonly clientNames = new Map<string, string>();
  private readonly renamed = new Map<string, string>();
  private named = 0;

  /** @param given the definitions of the client's variables */
  constructor(private readonly given: readonly VariableDefinitionNode[]) {}

  /** A name that no variable has yet. */
  nextName(): string {
    this.named += 1;
    return `${PREFIX}${this.named}`;
  }

  /** The new name of a client's variable. */
  nameFor(client: string): string {
    const known = this.renamed.get(client);
    if (known !== undefined) return known;
    const name = this.nextName();
    this.renamed.set(client, name);
    this.clientNames.set(name, client);
    return name;
  }

  /** A part of an operation with the new names. */
  renamedIn<Node extends ASTNode>(node: Node): Node {
    return visit(node, { Variable: ({ name }) => variableNode(this.nameFor(name.value)) });
  }

  /** The text that defines the variables that are used and the values taken out, in the order of use. */
  definitions(literals: readonly Literal[]): string {
    if (this.named === 0) return '';
    const texts = new Map(literals.map(({ variable, type }) => [variable, `$${variable}:${String(type)}`]));
    for (const definition of this.given) {
      const name = this.renamed.get(definition.variable.name.value);
      if (name !== undefined) texts.set(name, definitionText(definition, name));
    }
    const inOrder = Array.from({ length: this.named }, (_, index) => texts.get(`${PREFIX}${index + 1}`));
    return `(${inOrder.filter((each) => each !== undefined).join(' ')})`;
  }
}

const PREFIX = 'v';

function definitionText(definition: VariableDefinitionNode, name: string): string {
  const { type, defaultValue, directives } = definition;
  if (!defaultValue && !directives?.length) return `$${name}:${typeText(type)}`;
  return print({ ...definition, description: undefined, variable: variableNode(name) });
}

function typeText(node: TypeNode): string {
  if (node.kind === Kind.NAMED_TYPE) return node.name.value;
  const inner = typeText(node.type);
  return node.kind === Kind.LIST_TYPE ? `[${inner}]` : `${inner}!`;
}

function variableNode(value: string) {
  return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value } satisfies NameNode } as const;
}
