import {
  getNamedType,
  isCompositeType,
  isRequiredArgument,
  TypeNameMetaFieldDef,
  type DirectiveLocation,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** The arguments that a field or directive takes. */
export interface ArgumentFacts {
  readonly byName: ReadonlyMap<string, GraphQLArgument>;
  /** Those that must be given. */
  readonly required: readonly string[];
}

/** What is known of a field. */
export interface FieldFacts {
  /** The type of its values, as text. */
  readonly type: string;
  /** What may be selected below; `null` for a leaf. */
  readonly below: GraphQLCompositeType | null;
  readonly args: ArgumentFacts;
}

/** What is known of a directive. */
export interface DirectiveFacts {
  readonly locations: readonly DirectiveLocation[];
  readonly args: ArgumentFacts;
}

/** What the documents of one schema are checked by: each type is looked at once, when it is first asked for. */
export class SchemaFacts {
  private readonly fields = new Map<GraphQLCompositeType, ReadonlyMap<string, FieldFacts>>();
  private readonly directives: ReadonlyMap<string, DirectiveFacts>;

  constructor(readonly schema: GraphQLSchema) {
    this.directives = new Map(
      schema
        .getDirectives()
        .map(({ name, locations, args }) => [name, { locations, args: argumentFacts(args) }]),
    );
  }

  /** A field of a type, `__typename` among them; nothing for one that the type does not have, and for introspection. */
  field(type: GraphQLCompositeType, name: string): FieldFacts | undefined {
    return (this.fields.get(type) ?? this.learned(type)).get(name);
  }

  /** The directive of a name. */
  directive(name: string): DirectiveFacts | undefined {
    return this.directives.get(name);
  }

  private learned(type: GraphQLCompositeType): ReadonlyMap<string, FieldFacts> {
    const own = 'getFields' in type ? Object.values(type.getFields()) : [];
    const fields = new Map([TypeNameMetaFieldDef, ...own].map((field) => [field.name, fieldFacts(field)]));
    this.fields.set(type, fields);
    return fields;
  }
}

function fieldFacts({ type, args }: GraphQLField<unknown, unknown>): FieldFacts {
  const named = getNamedType(type);
  return { type: String(type), below: isCompositeType(named) ? named : null, args: argumentFacts(args) };
}

function argumentFacts(args: readonly GraphQLArgument[]): ArgumentFacts {
  return {
    byName: new Map(args.map((arg) => [arg.name, arg])),
    required: args.filter(isRequiredArgument).map(({ name }) => name),
  };
}
