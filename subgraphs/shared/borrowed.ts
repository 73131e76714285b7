import { both } from '../../schema/contract/text.js';
import { idOfRef, refParts } from './database/refs.js';
import { Directive, Field, ID, ObjectType, type ClassType } from 'type-graphql';

/** A type of another subgraph as this one knows it: by its id alone. */
export interface Borrowed {
  readonly __typename: string;
  readonly id: string;
}

/** Declares a type that another subgraph owns, to point at it or to add fields to it. */
export function borrowedType(name: string): ClassType<Borrowed> {
  @Directive('@key(fields: "id")')
  @ObjectType(name)
  class BorrowedType implements Borrowed {
    readonly __typename = name;

    @Field(() => ID, { description: both('Mã toàn cục, không đổi', 'Global id: opaque and permanent.') })
    readonly id!: string;
  }
  return BorrowedType;
}

/** The stand-in for another subgraph's record; the gateway fetches the rest from its owner. */
function borrow(name: string, id: string): Borrowed {
  return { __typename: name, id };
}

/** The stand-in for the record that a stored reference points at. */
export function borrowRef(ref: string): Borrowed {
  return borrow(refParts(ref).type, idOfRef(ref));
}
