import { DEFERRING } from '../defer/mark.js';
import type { Operation, Selected, SelectedField, SelectedFragment, Selection } from '../operation.js';
import { FetchKeys } from './fetch-keys.js';
import { Literals, type Literal } from './literals.js';
import { RequestVariables } from './request-variables.js';
import { Kind, parse, print, type ArgumentNode, type DocumentNode } from 'graphql';

/** What a planner is asked for one operation, in a form that many operations share. */
export interface PlanRequest {
  /** The operation without the client's names and values; nothing where the gateway needs no agency. */
  readonly document: DocumentNode | null;
  /** Text of the document: operations of one text have one plan. */
  readonly text: string;
  /** The values that were taken out of the operation. */
  readonly literals: readonly Literal[];
  /** The client's variables by their names in the document. */
  readonly variables: ReadonlyMap<string, string>;
  /** The key under which a field is fetched. */
  fetchKeyOf(field: SelectedField): string;
}

/** Turns an operation into what the planner is asked. */
export function planRequestFor(operation: Operation): PlanRequest {
  const writer = new Writer(operation);
  const text = writer.operationText();
  return {
    document: text === '' ? null : documentOf(text),
    text,
    literals: writer.literals.all,
    variables: writer.variables.clientNames,
    fetchKeyOf: (field) => writer.keyOf(field),
  };
}

/** The document of a text, which is parsed when it is first looked into: most operations have a plan already. */
function documentOf(text: string): DocumentNode {
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    get definitions() {
      const { definitions: value } = parse(text, { noLocation: true });
      Object.defineProperty(document, 'definitions', { value, enumerable: true, writable: true });
      return value;
    },
  };
  return document;
}

const TYPENAME = '__typename';

class Writer {
  readonly variables: RequestVariables;
  readonly literals: Literals;
  private readonly keys = new FetchKeys();
  /** Keys other than the names of the fields. */
  private readonly known = new Map<SelectedField, string>();
  private isDeferring = false;

  constructor(private readonly operation: Operation) {
    this.variables = new RequestVariables(operation.variables);
    this.literals = new Literals(() => this.variables.nextName());
  }

  keyOf(field: SelectedField): string {
    return this.known.get(field) ?? field.name;
  }

  /** Nothing where nothing is selected that an agency answers. */
  operationText(): string {
    const { kind, selection } = this.operation;
    const isOrdered = kind === 'mutation';
    const selections = this.each(isOrdered ? selection : selection.toSorted(byName), true);
    const mark = this.isDeferring ? DEFERRING : '';
    return selections && `${kind}${this.variables.definitions(this.literals.all)}${mark}{${selections}}`;
  }

  private each(selection: Selection, isRoot: boolean): string {
    let text = '';
    for (const selected of selection) {
      const one = this.selected(selected, isRoot);
      if (one !== '') text += text === '' ? one : ` ${one}`;
    }
    return text;
  }

  /** What is asked for below the root is never nothing, so that it is known whether there is an object. */
  private below(selection: Selection): string {
    return `{${this.each(selection.toSorted(byName), false) || TYPENAME}}`;
  }

  private selected(selected: Selected, isRoot: boolean): string {
    if (selected.kind === 'fragment') return this.fragment(selected);
    if (selected.isDenied) return '';
    if (selected.field) return this.field(selected);
    return selected.name === TYPENAME && !isRoot ? TYPENAME : '';
  }

  private fragment({ type, selection }: SelectedFragment): string {
    return hasFields(selection) ? `...on ${type.name}${this.below(selection)}` : '';
  }

  private field(field: SelectedField): string {
    const { name, selection, deferral } = field;
    if (deferral) this.isDeferring = true;
    const signature = this.signatureOf(field);
    const key = this.keys.keyOf(field, signature, this.aliasOf(field));
    const whole = key === name ? name : `${key}:${name}`;
    if (key !== name) this.known.set(field, key);
    return selection ? whole + signature + this.below(selection) : whole + signature;
  }

  /** Arguments and directives, with the names of variables instead of the client's names and values. */
  private signatureOf(field: SelectedField): string {
    const args = field.args.length === 0 ? '' : `(${this.argumentsOf(field)})`;
    if (field.directives.length === 0) return args;
    return args + field.directives.map((each) => print(this.variables.renamedIn(each))).join('');
  }

  private argumentsOf(field: SelectedField): string {
    return field.args.map((each) => `${each.name.value}:${this.valueOf(each, field)}`).join(' ');
  }

  private valueOf({ name, value }: ArgumentNode, { field }: SelectedField): string {
    if (value.kind === Kind.VARIABLE) return `$${this.variables.nameFor(value.name.value)}`;
    const type = field?.args.find((arg) => arg.name === name.value)?.type;
    const variable = type && this.literals.take(value, type);
    return variable ? `$${variable}` : print(this.variables.renamedIn(value));
  }

  /**
   * A leaf that is asked for under two names is read once. A change is made twice; and an object under one name must not
   * become `null` for what is only asked for under the other.
   */
  private aliasOf({ key, parent, selection }: SelectedField): string | null {
    const { kind, type } = this.operation;
    const isChange = kind === 'mutation' && parent === type;
    return selection || isChange ? key : null;
  }
}

/** Whether a fragment asks for anything, be it denied, so that it has to be known whether it applies. */
function hasFields(selection: Selection): boolean {
  return selection.some((each) => each.kind === 'field' || hasFields(each.selection));
}

/** One order for all operations that ask for the same; fragments come last. */
function byName(a: Selected, b: Selected): number {
  if (a.kind !== b.kind) return a.kind === 'field' ? -1 : 1;
  const one = nameOf(a);
  const other = nameOf(b);
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function nameOf(selected: Selected): string {
  return selected.kind === 'field' ? selected.name : selected.type.name;
}
