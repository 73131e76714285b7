import {
  doTypesOverlap,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
  Kind,
  OperationTypeNode,
  print,
  validate,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type NamedTypeNode,
  type NameNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Asking } from './asking.js';
import { conditionsFor } from './conditions.js';
import type { Dice } from './dice.js';
import { fieldsOf, nameNode, typeNode } from './nodes.js';
import { KeyMaker, type Scope } from './scope.js';
import { ValueMaker } from './values.js';

/** How often each kind of selection is made, and what is put on it. */
const SHARE = {
  mutation: 0.3,
  fragment: 0.2,
  abstractFragment: 0.55,
  named: 0.35,
  knownFragment: 0.3,
  typename: 0.12,
  alias: 0.25,
  argument: 0.6,
};

/** Most fields of one operation, of which there are small and large ones. */
const MAX_FIELDS = [4, 8, 12, 20, 40];
/** Most selections of one selection set. */
const MAX_SELECTIONS = 4;
/** Attempts at one operation before giving up. */
const MAX_ATTEMPTS = 50;

/** Makes a valid operation. @throws Error when none was found. */
export function operationFor(schema: GraphQLSchema, dice: Dice): Asking {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const asking = new OperationMaker(schema, dice).make();
    if (validate(schema, asking.document).length === 0) return asking;
  }
  throw new Error('No valid operation was found.');
}

class OperationMaker {
  private readonly values: ValueMaker;
  private readonly fragments: FragmentDefinitionNode[] = [];
  private readonly composites: readonly GraphQLCompositeType[];
  private readonly fieldNames: readonly string[];
  private left: number;
  private readonly keys = new KeyMaker();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dice: Dice,
  ) {
    this.values = new ValueMaker(dice);
    this.left = dice.pick(MAX_FIELDS);
    const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    this.composites = own.filter((type) => isCompositeType(type));
    this.fieldNames = this.composites.flatMap((type) => fieldsOf(type).map(({ name }) => name));
  }

  make(): Asking {
    const mutation = this.schema.getMutationType();
    const isMutation = mutation && this.dice.chance(SHARE.mutation);
    const root = isMutation ? mutation : this.schema.getQueryType();
    if (!root) throw new Error('The schema has no queries.');
    const selectionSet = this.selectionSet(root, new Map(), 2 + this.dice.int(5));
    const document: DocumentNode = {
      kind: Kind.DOCUMENT,
      definitions: [
        {
          kind: Kind.OPERATION_DEFINITION,
          operation: isMutation ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY,
          ...(this.dice.chance(0.3) && { name: nameNode('Asked') }),
          variableDefinitions: this.values.definitions,
          selectionSet,
        },
        ...this.fragments,
      ],
    };
    return { document, variables: this.values.given };
  }

  private selectionSet(parent: GraphQLCompositeType, scope: Scope, depth: number): SelectionSetNode {
    const length = 1 + this.dice.int(MAX_SELECTIONS);
    const selections = Array.from({ length }, () => this.selection(parent, scope, depth));
    return { kind: Kind.SELECTION_SET, selections };
  }

  private selection(parent: GraphQLCompositeType, scope: Scope, depth: number): SelectionNode {
    const isFragment = this.dice.chance(isAbstractType(parent) ? SHARE.abstractFragment : SHARE.fragment);
    if (!isFragment || depth <= 0 || this.left <= 0) return this.field(parent, scope, depth);
    if (this.dice.chance(SHARE.named)) return this.spread(parent, scope, depth);
    const isBare = this.dice.chance(0.1);
    const type = isBare ? parent : this.overlapping(parent);
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(!isBare && { typeCondition: typeNode(type.name) }),
      directives: conditionsFor(this.dice, this.values),
      selectionSet: this.selectionSet(type, scope, depth - 1),
    };
  }

  private overlapping(parent: GraphQLCompositeType): GraphQLCompositeType {
    return this.dice.pick(this.composites.filter((type) => doTypesOverlap(this.schema, parent, type)));
  }

  private spread(parent: GraphQLCompositeType, scope: Scope, depth: number): SelectionNode {
    const known = this.fragments.filter(({ typeCondition }) => this.fits(parent, typeCondition));
    const isKnown = known.length > 0 && this.dice.chance(SHARE.knownFragment);
    const name = isKnown ? this.dice.pick(known).name : this.newFragment(parent, scope, depth);
    return { kind: Kind.FRAGMENT_SPREAD, name, directives: conditionsFor(this.dice, this.values) };
  }

  private fits(parent: GraphQLCompositeType, { name }: NamedTypeNode): boolean {
    const type = this.composites.find((each) => each.name === name.value);
    return type !== undefined && doTypesOverlap(this.schema, parent, type);
  }

  private newFragment(parent: GraphQLCompositeType, scope: Scope, depth: number): NameNode {
    const type = this.overlapping(parent);
    const selectionSet = this.selectionSet(type, scope, depth - 1);
    const name = nameNode(`F${this.fragments.length}`);
    const typeCondition = typeNode(type.name);
    this.fragments.push({ kind: Kind.FRAGMENT_DEFINITION, name, typeCondition, selectionSet });
    return name;
  }

  private field(parent: GraphQLCompositeType, scope: Scope, depth: number): FieldNode {
    this.left -= 1;
    const fields = fieldsOf(parent).filter(({ type }) => this.isAllowed(getNamedType(type), depth));
    const isTypename = fields.length === 0 || this.dice.chance(SHARE.typename);
    return isTypename
      ? this.keyed({ parent, scope, depth, args: [], name: '__typename' })
      : this.chosen(this.dice.pick(fields), { parent, scope, depth });
  }

  private isAllowed(type: unknown, depth: number): boolean {
    return !isCompositeType(type) || (depth > 0 && this.left > 0);
  }

  private chosen(field: GraphQLField<unknown, unknown>, at: At): FieldNode {
    const written = field.args.filter((arg) => isRequiredArgument(arg) || this.dice.chance(SHARE.argument));
    const args: readonly ArgumentNode[] = written.map((arg) => ({
      kind: Kind.ARGUMENT,
      name: nameNode(arg.name),
      value: this.values.value(arg.type),
    }));
    return this.keyed({ ...at, args, name: field.name, field });
  }

  private keyed({ parent, scope, depth, args, name, field }: Keyed): FieldNode {
    const meaning = `${name}(${args.map(print).join()})`;
    const told = { wanted: this.wantedKey(name), meaning, parent, type: String(field?.type) };
    const { key, below } = this.keys.keyIn(scope, told);
    const type = field && getNamedType(field.type);
    return {
      kind: Kind.FIELD,
      name: nameNode(name),
      ...(key !== name && { alias: nameNode(key) }),
      arguments: args,
      directives: conditionsFor(this.dice, this.values),
      ...(isCompositeType(type) && { selectionSet: this.selectionSet(type, below, depth - 1) }),
    };
  }

  private wantedKey(name: string): string {
    if (!this.dice.chance(SHARE.alias)) return name;
    return this.dice.chance(0.5) ? this.dice.pick(['a', 'b', 'c']) : this.dice.pick(this.fieldNames);
  }
}

interface At {
  readonly parent: GraphQLCompositeType;
  readonly scope: Scope;
  readonly depth: number;
}

interface Keyed extends At {
  readonly args: readonly ArgumentNode[];
  readonly name: string;
  readonly field?: GraphQLField<unknown, unknown>;
}
