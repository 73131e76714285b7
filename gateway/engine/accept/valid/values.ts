import type { ArgumentFacts } from './schema-facts.js';
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInputType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isTypeSubTypeOf,
  Kind,
  typeFromAST,
  type ArgumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type ObjectValueNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';

/** Where a value stands. */
interface Position {
  readonly type: GraphQLInputType;
  /** What holds where no value is given. */
  readonly defaultValue?: unknown;
}

/** A variable of the operation. */
interface Declared {
  readonly type: GraphQLInputType;
  readonly hasDefault: boolean;
  isUsed: boolean;
}

/** Tells of the values in one operation whether they are surely valid, its variables included. */
export class Values {
  private readonly declared = new Map<string, Declared>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Whether variables are surely well declared; they are known from then on. */
  areDeclared(definitions: readonly VariableDefinitionNode[]): boolean {
    return definitions.every((definition) => this.isDeclared(definition));
  }

  /** Whether each declared variable stood in a value that was looked at. */
  areAllUsed(): boolean {
    for (const { isUsed } of this.declared.values()) if (!isUsed) return false;
    return true;
  }

  /** Whether arguments are surely those that are taken, none of them missing or given twice. */
  areArguments(given: readonly ArgumentNode[], { byName, required }: ArgumentFacts): boolean {
    if (given.length === 0) return required.length === 0;
    return (
      areDistinct(given) &&
      required.every((name) => given.some((each) => each.name.value === name)) &&
      given.every(({ name, value }) => this.isAt(value, byName.get(name.value)))
    );
  }

  private isDeclared({ variable, type: node, defaultValue, directives }: VariableDefinitionNode): boolean {
    const type = typeFromAST(this.schema, node);
    const name = variable.name.value;
    if (!isInputType(type) || this.declared.has(name) || directives?.length) return false;
    const hasDefault = defaultValue !== undefined && defaultValue.kind !== Kind.NULL;
    this.declared.set(name, { type, hasDefault, isUsed: false });
    return defaultValue === undefined || this.isOf(defaultValue, type);
  }

  private isAt(value: ValueNode, position: Position | undefined): boolean {
    if (!position) return false;
    return value.kind === Kind.VARIABLE
      ? this.isVariableAt(value.name.value, position)
      : this.isOf(value, position.type);
  }

  private isVariableAt(name: string, { type, defaultValue }: Position): boolean {
    const variable = this.declared.get(name);
    if (!variable) return false;
    variable.isUsed = true;
    const isFilled = variable.hasDefault || defaultValue !== undefined;
    const wanted = isFilled && !isNonNullType(variable.type) ? getNullableType(type) : type;
    return isTypeSubTypeOf(this.schema, variable.type, wanted);
  }

  private isOf(value: ValueNode, type: GraphQLInputType): boolean {
    if (value.kind === Kind.NULL) return !isNonNullType(type);
    if (value.kind === Kind.OBJECT) return this.isObjectOf(value, getNamedType(type));
    if (value.kind !== Kind.LIST) return isLeafOf(value, getNamedType(type));
    const list = getNullableType(type);
    return isListType(list) && value.values.every((item) => this.isAt(item, { type: list.ofType }));
  }

  /** Objects of which exactly one field is to be given are left to others. */
  private isObjectOf({ fields }: ObjectValueNode, type: GraphQLInputType): boolean {
    if (!isInputObjectType(type) || type.isOneOf || !areDistinct(fields)) return false;
    const known = type.getFields();
    return (
      fields.every(({ name, value }) => this.isAt(value, ownOf(known, name.value))) &&
      Object.values(known)
        .filter(isRequiredInputField)
        .every((field) => fields.some(({ name }) => name.value === field.name))
    );
  }
}

/** Custom scalars decide on their own whether they take a value, and may fail. */
function isLeafOf(value: ValueNode, type: GraphQLInputType): boolean {
  try {
    return isLeafType(type) && type.parseLiteral(value, undefined) !== undefined;
  } catch {
    return false;
  }
}

function areDistinct(nodes: readonly { readonly name: { readonly value: string } }[]): boolean {
  return nodes.length < 2 || new Set(nodes.map(({ name }) => name.value)).size === nodes.length;
}

function ownOf<Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
