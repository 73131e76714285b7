import { both } from '../../../schema/contract/text.js';
import { JsonColumn } from '../../shared/database/columns.js';
import { Source, SOURCES } from '../../shared/values/source.js';
import { Field, ObjectType } from 'type-graphql';
import { z } from 'zod';

/** A way in which a source words a movement's name. */
@ObjectType({ description: both('Một cách ghi tên phong trào', "A wording of a movement's name.") })
export class MovementName {
  /** Code of the source in the catalogue. */
  readonly sourceCode!: string;

  @Field({ description: both('Tên như nguồn ghi', 'The name as the source words it.') })
  readonly nameVi!: string;

  @Field(() => Source, { nullable: true, description: both('Nguồn', 'The source.') })
  get source(): Source | null {
    return SOURCES.get(this.sourceCode) ?? null;
  }
}

const WRITTEN = z
  .array(
    z.strictObject({ nameVi: z.string().min(1), source: z.string().refine((code) => SOURCES.has(code)) }),
  )
  .transform((names) => names.map(({ nameVi, source }) => named({ nameVi, sourceCode: source })));

/** Column of the wordings of a name; written as a list of `{ nameVi, source }`. */
export function movementNamesColumn() {
  return { type: new JsonColumn<readonly MovementName[]>(() => WRITTEN, revive), default: '[]' };
}

function revive(stored: readonly object[]): readonly MovementName[] {
  return stored.map(named);
}

function named(stored: object): MovementName {
  return Object.assign(new MovementName(), stored);
}
