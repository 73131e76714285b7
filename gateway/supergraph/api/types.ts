import type { StatedField, StatedInput, StatedType } from './stated.js';
import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLUnionType,
  parseValue,
  specifiedScalarTypes,
  valueFromAST,
  type GraphQLFieldConfig,
  type GraphQLInputFieldConfig,
  type GraphQLInputType,
  type GraphQLInterfaceTypeConfig,
  type GraphQLNamedType,
  type GraphQLNullableType,
  type GraphQLOutputType,
  type GraphQLType,
} from 'graphql';

/** The types of one schema while it is made; they may name each other before they are there. */
export class Types {
  private readonly known = new Map<string, GraphQLType>(
    specifiedScalarTypes.map((type) => [type.name, type]),
  );
  private readonly added: GraphQLNamedType[] = [];

  /** All that were added. */
  get all(): readonly GraphQLNamedType[] {
    return this.added;
  }

  /** Adds a type; what it names is looked for when it is first used. */
  add(stated: StatedType): GraphQLNamedType {
    const type = this.made(stated);
    this.known.set(type.name, type);
    this.added.push(type);
    return type;
  }

  /** The type of a name. */
  named(name: string): GraphQLNamedType {
    return this.written(name) as GraphQLNamedType;
  }

  /** Arguments, or the fields of an input object. */
  inputs(stated: readonly StatedInput[]): Record<string, GraphQLInputFieldConfig> {
    return Object.fromEntries(stated.map((each) => [each.name, this.input(each)]));
  }

  private made(stated: StatedType): GraphQLNamedType {
    const { name, description } = stated;
    switch (stated.kind) {
      case 'scalar':
        return new GraphQLScalarType({ name, description, specifiedByURL: stated.specifiedBy });
      case 'enum': {
        const values = stated.values.map((each) => [each.name, valueConfig(each)]);
        return new GraphQLEnumType({ name, description, values: Object.fromEntries(values) });
      }
      case 'union': {
        const types = () => stated.members.map((each) => this.named(each) as GraphQLObjectType);
        return new GraphQLUnionType({ name, description, types });
      }
      case 'input': {
        const fields = () => this.inputs(stated.fields);
        return new GraphQLInputObjectType({ name, description, fields, isOneOf: stated.isOneOf });
      }
      default:
        return this.composite(stated);
    }
  }

  private composite(stated: Extract<StatedType, { kind: 'object' | 'interface' }>): GraphQLNamedType {
    const config: GraphQLInterfaceTypeConfig<unknown, unknown> = {
      name: stated.name,
      description: stated.description,
      interfaces: () => stated.interfaces.map((each) => this.named(each) as GraphQLInterfaceType),
      fields: () => Object.fromEntries(stated.fields.map((each) => [each.name, this.field(each)])),
    };
    return stated.kind === 'object'
      ? new GraphQLObjectType(config as ConstructorParameters<typeof GraphQLObjectType>[0])
      : new GraphQLInterfaceType(config);
  }

  private field({ type, args, description, deprecated }: StatedField): GraphQLFieldConfig<unknown, unknown> {
    return {
      type: this.written(type) as GraphQLOutputType,
      args: this.inputs(args),
      description,
      deprecationReason: deprecated,
    };
  }

  private input({ type: written, default: value, description, deprecated }: StatedInput) {
    const type = this.written(written) as GraphQLInputType;
    return {
      type,
      description,
      deprecationReason: deprecated,
      defaultValue: value === undefined ? undefined : valueFromAST(parseValue(value), type),
    };
  }

  /** A type as it is written: its name, or a list of it, or one that is never null. */
  private written(text: string): GraphQLType {
    const known = this.known.get(text);
    if (known) return known;
    const wrapped = this.wrapped(text);
    this.known.set(text, wrapped);
    return wrapped;
  }

  private wrapped(text: string): GraphQLType {
    if (text.endsWith('!')) return new GraphQLNonNull(this.written(text.slice(0, -1)) as GraphQLNullableType);
    if (text.startsWith('[')) return new GraphQLList(this.written(text.slice(1, -1)));
    throw new Error(`The schema names a type ${text} that it does not have.`);
  }
}

function valueConfig({ description, deprecated }: { description?: string; deprecated?: string }) {
  return { description, deprecationReason: deprecated };
}
