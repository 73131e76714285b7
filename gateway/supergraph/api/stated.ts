/** The types and directives of a schema as plain data, in the schema's order. What GraphQL itself defines is left out. */
export interface StatedApi {
  readonly description?: string;
  readonly roots: Readonly<Partial<Record<RootKind, string>>>;
  readonly directives: readonly StatedDirective[];
  readonly types: readonly StatedType[];
}

/** The operations that a schema may have. */
export type RootKind = 'query' | 'mutation' | 'subscription';

interface Named {
  readonly name: string;
  readonly description?: string;
}

/** A type by its kind. */
export type StatedType = StatedScalar | StatedComposite | StatedUnion | StatedEnum | StatedInputObject;

/** A scalar of the schema's own. */
export interface StatedScalar extends Named {
  readonly kind: 'scalar';
  readonly specifiedBy?: string;
}

/** An object type or an interface. */
export interface StatedComposite extends Named {
  readonly kind: 'object' | 'interface';
  readonly interfaces: readonly string[];
  readonly fields: readonly StatedField[];
}

/** A union with the names of its members. */
export interface StatedUnion extends Named {
  readonly kind: 'union';
  readonly members: readonly string[];
}

/** An enum. */
export interface StatedEnum extends Named {
  readonly kind: 'enum';
  readonly values: readonly StatedValue[];
}

/** A type of values that clients send. */
export interface StatedInputObject extends Named {
  readonly kind: 'input';
  readonly fields: readonly StatedInput[];
  readonly isOneOf: boolean;
}

/** A member of an enum. */
export interface StatedValue extends Named {
  readonly deprecated?: string;
}

/** A field. */
export interface StatedField extends Named {
  /** As it is written, such as `[Int!]`. */
  readonly type: string;
  readonly args: readonly StatedInput[];
  readonly deprecated?: string;
}

/** An argument, or a field of an input object. */
export interface StatedInput extends Named {
  readonly type: string;
  /** As it is written. */
  readonly default?: string;
  readonly deprecated?: string;
}

/** A directive. */
export interface StatedDirective extends Named {
  readonly args: readonly StatedInput[];
  readonly locations: readonly string[];
  readonly isRepeatable: boolean;
}
