import { held, type Data } from '../execute/data.js';
import type { Shape, ShapeField } from './shape.js';
import { NOTHING, NULL, type Fault, type Pen } from './write.js';
import { isNonNullType } from 'graphql';

/** A place in the answer. */
export type Path = readonly (string | number)[];

/** A fault, and where it is. */
export interface FaultAt {
  readonly fault: Fault;
  readonly field: ShapeField;
  /** The field whose value the object is, or is an element of; nothing for the answer itself. */
  readonly holder?: ShapeField;
  /** The object whose field it is. */
  readonly data: Data;
  readonly path: Path;
}

/** What an answer is written with. */
export interface WriterParts {
  /** Told of each fault; the writer goes on with `null`. */
  readonly onFault: (at: FaultAt) => void;
  /** Objects that stand at several places. */
  readonly shared: ReadonlySet<Data>;
  /** What the gateway itself answers, as JSON by the keys of the answer. */
  readonly own: ReadonlyMap<string, string>;
}

/** Writes an answer as JSON, in the order in which the client asked, and nothing that the client did not ask for. */
export class Writer implements Pen {
  private readonly fields: ShapeField[] = [];
  private readonly path: (string | number)[] = [];
  private readonly written = new Map<Data, Map<Shape, string>>();
  private faults = 0;

  constructor(private readonly parts: WriterParts) {}

  /** The whole answer as JSON; `null` where a fault reaches the top. */
  write(root: Data, shape: Shape): string {
    return this.fieldsOf(root, shape, shape.type.name) || NULL;
  }

  /** An object that stands at several places is written once, unless it has faults, which have places. */
  object(data: Data, shape: Shape, type: string): string {
    if (!this.parts.shared.has(data)) return this.fieldsOf(data, shape, type);
    const byShape = this.written.get(data) ?? new Map<Shape, string>();
    const known = byShape.get(shape);
    if (known !== undefined) return known;
    const before = this.faults;
    const json = this.fieldsOf(data, shape, type);
    if (this.faults === before) this.written.set(data, byShape.set(shape, json));
    return json;
  }

  enter(index: number): void {
    this.path.push(index);
  }

  leave(): void {
    this.path.pop();
  }

  fault(fault: Fault, data: Data): void {
    const field = this.fields.at(-1);
    if (!field) throw new Error('A fault is always in a field.');
    this.faults += 1;
    this.parts.onFault({ fault, field, holder: this.fields.at(-2), data, path: [...this.path] });
  }

  private fieldsOf(data: Data, shape: Shape, type: string): string {
    let json = '';
    for (const field of shape.fieldsOf(type)) {
      const value = this.field(data, field, type);
      if (value === NOTHING) return NOTHING;
      json += json === '' ? field.json + value : `,${field.json}${value}`;
    }
    return `{${json}}`;
  }

  private field(data: Data, field: ShapeField, type: string): string {
    const { write } = field;
    if (!write) return field.name === '__typename' ? `"${type}"` : (this.parts.own.get(field.key) ?? NULL);
    if (field.isDenied) return isNonNullType(field.type) ? NOTHING : NULL;
    this.path.push(field.key);
    this.fields.push(field);
    const json = write(held(data, field.fetchKey), data, this);
    this.path.pop();
    this.fields.pop();
    return json;
  }
}
