import { failed } from '../../reach/failures.js';
import type { Findings } from '../execute/scope.js';
import { typenameOf } from '../execute/data.js';
import type { ShapeField } from './shape.js';
import type { FaultAt, Path } from './writer.js';
import { isAbstractType, isNonNullType, type GraphQLFormattedError } from 'graphql';

/** Faults of one answer that are told one by one. Unit: faults. */
const MAX_TOLD = 20;

/** What is known of an answer before it is written. */
export interface Known {
  readonly scope: Findings;
  /** The errors of its fetches, at their places in the client's answer. */
  readonly errors: readonly GraphQLFormattedError[];
  /** The agencies that can answer a field. */
  fieldOwners(type: string, field: string): readonly string[];
}

/** Turns what is wrong with an answer into errors, unless an error of a fetch says it already. */
export class Faults {
  readonly errors: GraphQLFormattedError[] = [];

  constructor(private readonly known: Known) {}

  add(at: FaultAt): void {
    if (this.errors.length >= MAX_TOLD || this.isExplained(at)) return;
    const { parent, name } = toBlame(at);
    const [owner] = this.known.fieldOwners(parent, name);
    const { message, extensions } = failed(owner ?? '');
    this.errors.push({ message, path: at.path, extensions });
  }

  private isExplained({ fault, field, data, path }: FaultAt): boolean {
    const { scope, errors } = this.known;
    if (fault === 'wrong') return errors.some((error) => isSame(error.path ?? [], path));
    if (fault === 'absent' && scope.failed.has(data)) return true;
    if (fault === 'absent' && scope.unknown.has(data) && !isNonNullType(field.type)) return true;
    return errors.some((error) => isOnTheWay(error.path ?? [], path));
  }
}

/** An object that names a wrong type cannot be asked for elsewhere: what it lacks is the fault of who answered it. */
function toBlame({ fault, field, holder, data }: FaultAt): ShapeField {
  const type = holder?.shape?.type;
  if (fault !== 'absent' || !type || isAbstractType(type) || !('__typename' in data)) return field;
  return typenameOf(data) === type.name ? field : holder;
}

function isSame(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

/** Whether one place is the other, or lies within it. */
function isOnTheWay(a: Path, b: Path): boolean {
  return a.slice(0, b.length).every((step, index) => step === b[index]);
}
