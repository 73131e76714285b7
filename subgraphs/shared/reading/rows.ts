import type { EntityMetadata, EntityProperty, Platform } from '@mikro-orm/core';

/** A row as the driver returns it, by column name. */
export type RawRow = Readonly<Record<string, unknown>>;

/** A record class of a subgraph. */
export type RecordClass<Row extends object = object> = abstract new () => Row;

/**
 * Makes the function that turns raw rows of one table into records, without identity map or change tracking:
 * reads are many and never written back.
 */
export function compileRows<Row extends object>(
  meta: EntityMetadata<Row>,
  platform: Platform,
): (row: RawRow) => Row {
  const columns = meta.props.filter((prop) => prop.persist !== false).map((prop) => readerOf(prop, platform));
  return (row) => {
    const record = Object.create(meta.class.prototype as object) as Record<string, unknown>;
    for (const { name, column, read } of columns) record[name] = read(row[column]);
    return record as Row;
  };
}

/** The column of a property. @throws Error when the class has no such property: a bug of the caller. */
export function columnOf(meta: EntityMetadata, property: string): string {
  return propertyOf(meta, property).fieldNames[0] as string;
}

/** The mapped property of a record class. @throws Error when there is none. */
export function propertyOf(meta: EntityMetadata, property: string): EntityProperty {
  const found = meta.properties[property as never] as EntityProperty | undefined;
  if (found) return found;
  throw new Error(`${meta.className} has no property ${property}.`);
}

function readerOf(prop: EntityProperty, platform: Platform) {
  const { customType } = prop;
  const read = (value: unknown): unknown => {
    if (value === null) return null;
    if (prop.columnTypes[0]?.startsWith('timestamp')) return new Date(value as string);
    return customType ? customType.convertToJSValue(value, platform) : value;
  };
  return { name: prop.name, column: prop.fieldNames[0] as string, read };
}
