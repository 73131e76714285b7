import { isData, typenameOf, type Data } from '../execute/data.js';
import { leafWriter } from './leaf.js';
import type { Shape } from './shape.js';
import { getNamedType, isListType, isNonNullType, type GraphQLOutputType } from 'graphql';

/** What a value is written with. */
export interface Pen {
  /** Writes an object; `NOTHING` where a fault within makes it `null`. */
  object(data: Data, shape: Shape, type: string): string;
  /** Told which element of a list comes next, and of the end of the list by nothing. */
  enter(index: number): void;
  leave(): void;
  /** Told of what is wrong. */
  fault(fault: Fault, data: Data): void;
}

/**
 * What is wrong with a value: it is not there at all, it is `null` where there must be one, or it is not what the schema
 * says.
 */
export type Fault = 'absent' | 'null' | 'wrong';

/** Writes a value as JSON; `data` is the object that holds it. */
export type Write = (value: unknown, data: Data, pen: Pen) => string;

/** In place of JSON: there is `null` where it may not be, so what is around it becomes `null`. */
export const NOTHING = '';
/** The `null` of JSON. */
export const NULL = 'null';

/** How values of a field are written. */
export function writeFor(type: GraphQLOutputType, shape: Shape | undefined): Write {
  const write = isNonNullType(type) ? nonNull(nullable(type.ofType, shape)) : nullable(type, shape);
  const ofAbsent = isNonNullType(type) ? NOTHING : NULL;
  return (value, data, pen) => {
    if (value !== undefined) return write(value, data, pen);
    pen.fault('absent', data);
    return ofAbsent;
  };
}

function valueWriter(type: GraphQLOutputType, shape: Shape | undefined): Write {
  return isNonNullType(type) ? nonNull(nullable(type.ofType, shape)) : nullable(type, shape);
}

function nonNull(write: Write): Write {
  return (value, data, pen) => {
    if (value === null) pen.fault('null', data);
    const json = write(value, data, pen);
    return json === NULL ? NOTHING : json;
  };
}

function nullable(type: GraphQLOutputType, shape: Shape | undefined): Write {
  const write = present(type, shape);
  return (value, data, pen) => {
    if (value === null || value === undefined) return NULL;
    const json = write(value, data, pen);
    if (json !== undefined) return json || NULL;
    pen.fault('wrong', data);
    return NULL;
  };
}

/** Nothing for a value that is not of the type. */
type WritePresent = (value: unknown, data: Data, pen: Pen) => string | undefined;

function present(type: GraphQLOutputType, shape: Shape | undefined): WritePresent {
  if (isListType(type)) return list(valueWriter(type.ofType, shape));
  return shape ? object(shape) : leafWriter(getNamedType(type));
}

function list(write: Write): WritePresent {
  return (value, data, pen) => {
    if (!Array.isArray(value)) return undefined;
    let json = '';
    for (let index = 0; index < value.length; index += 1) {
      pen.enter(index);
      const item = write(value[index], data, pen);
      pen.leave();
      if (item === NOTHING) return NOTHING;
      json += index === 0 ? item : `,${item}`;
    }
    return `[${json}]`;
  };
}

function object(shape: Shape): WritePresent {
  return (value, _, pen) => {
    if (!isData(value)) return undefined;
    const type = shape.typeOf(typenameOf(value));
    return type === null ? undefined : pen.object(value, shape, type);
  };
}
