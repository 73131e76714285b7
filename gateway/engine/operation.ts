import type {
  ArgumentNode,
  DirectiveNode,
  GraphQLCompositeType,
  GraphQLField,
  VariableDefinitionNode,
} from 'graphql';

/**
 * One operation of a client as all stages of the engine see it: fragments in place, and every `@skip` and `@include`
 * decided, so that nothing in it depends on a condition any more.
 */
export interface Operation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly variables: readonly VariableDefinitionNode[];
  /** The root type of the operation. */
  readonly type: GraphQLCompositeType;
  readonly selection: Selection;
}

/** What is selected at one place, in the order in which the client wrote it. */
export type Selection = readonly Selected[];

/** A field, or a fragment that narrows the type. */
export type Selected = SelectedField | SelectedFragment;

/** A part of an operation that may be answered later than what is around it; one for each place of its fragment. */
export interface Deferral {
  readonly label?: string;
  /** The part that it is a part of, if not of the operation itself. */
  readonly parent?: Deferral;
}

/** One selected field. */
export interface SelectedField {
  readonly kind: 'field';
  /** Key in the client's answer: the alias, or else the name. */
  readonly key: string;
  readonly name: string;
  /** The type whose field it is. */
  readonly parent: GraphQLCompositeType;
  /** Nothing for `__typename`, `__schema` and `__type`. */
  readonly field?: GraphQLField<unknown, unknown>;
  readonly args: readonly ArgumentNode[];
  /** Directives other than `@skip` and `@include`. */
  readonly directives: readonly DirectiveNode[];
  /** What is selected below; nothing for a leaf. */
  readonly selection?: Selection;
  /** The part that it belongs to, where that is not the one to which the field around it belongs. */
  readonly deferral?: Deferral;
  /** Whether it only leads to what is answered later: it may be `null` there, whatever the schema says. */
  readonly isOnTheWay?: boolean;
  /** Whether the caller may not see it: it is not fetched, and is `null` in the answer. */
  readonly isDenied?: boolean;
}

/** A fragment, inline or named, with a type condition that narrows the place it stands at. */
export interface SelectedFragment {
  readonly kind: 'fragment';
  /** The type condition. */
  readonly type: GraphQLCompositeType;
  readonly selection: Selection;
}
