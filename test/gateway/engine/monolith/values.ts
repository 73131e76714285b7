import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  parseType,
  valueFromASTUntyped,
  type ConstValueNode,
  type GraphQLInputField,
  type GraphQLInputType,
  type ValueNode,
  type VariableDefinitionNode,
  type VariableNode,
} from 'graphql';
import type { Dice } from './dice.js';

/** How often something is written as it can be. */
const SHARE = { variable: 0.35, innerVariable: 0.15, known: 0.3, null: 0.12, bareItem: 0.15, default: 0.35 };

/** Deepest nesting of a value. Unit: levels. */
const MAX_DEPTH = 4;

/** Writes values of arguments, and the variables that they use. */
export class ValueMaker {
  readonly definitions: VariableDefinitionNode[] = [];
  readonly given: Record<string, unknown> = {};

  constructor(private readonly dice: Dice) {}

  /** A value that a type takes; variables may stand in it anywhere. */
  value(type: GraphQLInputType, depth = 0): ValueNode {
    const share = depth === 0 ? SHARE.variable : SHARE.innerVariable;
    if (this.dice.chance(share)) return this.variable(type);
    return this.written(type, depth, (inner) => this.value(inner, depth + 1));
  }

  /** A variable of a type, known already or new. */
  variable(type: GraphQLInputType): VariableNode {
    const known = this.definitions.filter((each) => typeText(each) === String(type));
    if (known.length > 0 && this.dice.chance(SHARE.known)) return this.dice.pick(known).variable;
    return this.newVariable(type);
  }

  private newVariable(type: GraphQLInputType): VariableNode {
    const name = `v${this.definitions.length}`;
    const isStricter = !isNonNullType(type) && this.dice.chance(0.3);
    const text = isStricter ? `${String(type)}!` : String(type);
    const variable: VariableNode = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
    const nullable = getNullableType(type);
    const defaultValue = this.dice.chance(SHARE.default) ? this.constant(nullable, 1) : undefined;
    const isSafeDefault = defaultValue && defaultValue.kind !== Kind.NULL;
    const definition = { kind: Kind.VARIABLE_DEFINITION, variable, type: parseType(text) } as const;
    this.definitions.push({ ...definition, ...(isSafeDefault && { defaultValue }) });
    this.give(name, { type, isNullable: text.at(-1) !== '!', hasDefault: Boolean(isSafeDefault) });
    return variable;
  }

  private give(name: string, { type, isNullable, hasDefault }: Giving): void {
    if ((isNullable || hasDefault) && this.dice.chance(0.3)) return;
    const isNull = isNullable && this.dice.chance(SHARE.null);
    const value = isNull ? NULL : this.constant(isNonNullType(type) ? type : getNullableType(type), 0);
    this.given[name] = valueFromASTUntyped(value);
  }

  private constant(type: GraphQLInputType, depth: number): ConstValueNode {
    const value = this.written(type, depth, (inner) => this.constant(inner, depth + 1));
    return (value.kind === Kind.NULL && depth === 0 ? this.constant(type, depth) : value) as ConstValueNode;
  }

  private written(type: GraphQLInputType, depth: number, inner: Inner): ValueNode {
    if (isNonNullType(type)) return this.present(type.ofType, depth, inner);
    return this.dice.chance(SHARE.null) ? NULL : this.present(type, depth, inner);
  }

  private present(type: GraphQLInputType, depth: number, inner: Inner): ValueNode {
    if (isListType(type)) return this.list(type.ofType, depth, inner);
    if (isInputObjectType(type)) return this.object(Object.values(type.getFields()), depth, inner);
    if (isEnumType(type)) return { kind: Kind.ENUM, value: this.dice.pick(type.getValues()).name };
    return LEAVES[String(type)]?.(this.dice) ?? { kind: Kind.STRING, value: `custom ${this.dice.int(9)}` };
  }

  private list(type: GraphQLInputType, depth: number, inner: Inner): ValueNode {
    const isBare = this.dice.chance(SHARE.bareItem) && !isListType(getNullableType(type));
    if (isBare) return this.present(getNullableType(type), depth, inner);
    const length = depth > MAX_DEPTH ? 0 : this.dice.int(3);
    return { kind: Kind.LIST, values: Array.from({ length }, () => inner(type)) };
  }

  private object(fields: readonly GraphQLInputField[], depth: number, inner: Inner): ValueNode {
    const isDeep = depth > MAX_DEPTH;
    const written = fields.filter(
      (field) => isRequiredInputField(field) || (!isDeep && this.dice.chance(0.5)),
    );
    return {
      kind: Kind.OBJECT,
      fields: written.map((field) => ({
        kind: Kind.OBJECT_FIELD,
        name: { kind: Kind.NAME, value: field.name },
        value: inner(field.type),
      })),
    };
  }
}

interface Giving {
  readonly type: GraphQLInputType;
  readonly isNullable: boolean;
  readonly hasDefault: boolean;
}

type Inner = (type: GraphQLInputType) => ValueNode;

const NULL: ConstValueNode = { kind: Kind.NULL };

const LEAVES: Readonly<Record<string, (dice: Dice) => ConstValueNode>> = {
  Int: (dice) => ({ kind: Kind.INT, value: String(dice.int(20) - 5) }),
  Float: (dice) =>
    dice.chance(0.5) ? { kind: Kind.INT, value: String(dice.int(9)) } : { kind: Kind.FLOAT, value: '2.5' },
  Boolean: (dice) => ({ kind: Kind.BOOLEAN, value: dice.chance(0.5) }),
  String: (dice) => ({ kind: Kind.STRING, value: dice.pick(['', 'a "b"', 'Huế', '$v0', 'line\nend']) }),
  ID: (dice) =>
    dice.chance(0.5) ? { kind: Kind.INT, value: String(dice.int(9)) } : { kind: Kind.STRING, value: 'id-1' },
};

function typeText({ type }: VariableDefinitionNode): string {
  if (type.kind === Kind.NAMED_TYPE) return type.name.value;
  const inner = { type: type.type } as VariableDefinitionNode;
  return type.kind === Kind.LIST_TYPE ? `[${typeText(inner)}]` : `${typeText(inner)}!`;
}
