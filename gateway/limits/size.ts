/** How large a part of an operation is. */
export interface Size {
  /** Unit: levels of fields. */
  readonly depth: number;
  /** Unit: aliases. */
  readonly aliases: number;
  /** Directives on anything in it, fragments counted wherever they are used. Unit: directives. */
  readonly directives: number;
  /** All fields, fragments counted wherever they are used. Unit: fields. */
  readonly fields: number;
  /** Fields at the top of the part. Unit: fields. */
  readonly rootFields: number;
  /** Steps of introspection from a type to its fields' types. Unit: steps. */
  readonly introspectionSteps: number;
  /** How often the whole schema is asked for. Unit: fields. */
  readonly schemaFields: number;
  /** Unit: objects that the answer could hold. */
  readonly cost: number;
}

/** A size that is still being summed up. */
export type Tally = { -readonly [Key in keyof Size]: Size[Key] };

/** The size of nothing, to which parts are added. */
export function emptySize(): Tally {
  return {
    depth: 0,
    aliases: 0,
    directives: 0,
    fields: 0,
    rootFields: 0,
    introspectionSteps: 0,
    schemaFields: 0,
    cost: 0,
  };
}

/** Adds what stands beside the parts that are counted already. */
export function addBeside(size: Tally, part: Size): void {
  addBelow(size, part);
  size.depth = Math.max(size.depth, part.depth);
  size.rootFields = countable(size.rootFields + part.rootFields);
  size.introspectionSteps = Math.max(size.introspectionSteps, part.introspectionSteps);
  size.cost = countable(size.cost + part.cost);
}

/** Adds what is counted alike at whatever level it stands. */
export function addBelow(size: Tally, part: Size): void {
  size.aliases = countable(size.aliases + part.aliases);
  size.directives = countable(size.directives + part.directives);
  size.fields = countable(size.fields + part.fields);
  size.schemaFields = countable(size.schemaFields + part.schemaFields);
}

/** A number that numbers can still be added to; never less than nothing. */
export function countable(count: number): number {
  return Math.max(0, Math.min(count, Number.MAX_SAFE_INTEGER));
}
