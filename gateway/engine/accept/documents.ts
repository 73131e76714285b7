import { hasRoot } from '../../limits/operation.js';
import type { Operation } from '../operation.js';
import { DecidedOperations } from './decided.js';
import { KnownOperation, type DocumentSource } from './known-operation.js';
import { SchemaFacts } from './valid/schema-facts.js';
import { isSurelyValid } from './valid/surely-valid.js';
import { LRUCache } from 'lru-cache';
import {
  getOperationAST,
  GraphQLError,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/** Documents that are kept. Unit: documents. */
const MAX_DOCUMENTS = 2_000;
/** Text of all documents that are kept; parsed, a character takes some forty bytes. Unit: characters. */
const MAX_TEXT = 4_000_000;

/** The documents that clients sent lately, each parsed and validated once. */
export class Documents {
  private readonly kept = new LRUCache<string, KnownDocument>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_TEXT,
    sizeCalculation: (_, text) => text.length + 1,
  });
  private readonly decided = new DecidedOperations();
  private readonly facts: SchemaFacts;

  constructor(
    private readonly schema: GraphQLSchema,
    /** The parsed text; `null` for one that does not parse. */
    private readonly parse: (text: string) => DocumentNode | null,
    /** Refuses operations that may not be answered; see `apart.ts`. */
    private readonly requireAllowed: (operation: Operation) => void,
  ) {
    this.facts = new SchemaFacts(schema);
  }

  /** The document of a text; `null` for one that does not fit the schema. */
  get(text: string): KnownDocument | null {
    const known = this.kept.get(text);
    if (known) return known;
    const document = this.valid(text);
    if (!document) return null;
    const { schema, decided, requireAllowed } = this;
    const made = new KnownDocument({ schema, document, text, decided, requireAllowed });
    this.kept.set(text, made);
    return made;
  }

  private valid(text: string): DocumentNode | null {
    const document = this.parse(text);
    if (!document || isSurelyValid(document, this.facts)) return document;
    return isValid(document, this.schema) ? document : null;
  }
}

/** Validation fails on a subscription of which a condition has no value, instead of refusing it. */
function isValid(document: DocumentNode, schema: GraphQLSchema): boolean {
  try {
    return validate(schema, document, specifiedRules, { maxErrors: 1 }).length === 0;
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}

/** A valid document, with what was found out about its operations. */
export class KnownDocument {
  private readonly operations = new Map<string | undefined, KnownOperation | null>();

  constructor(private readonly source: DocumentSource) {}

  /** The operation of a name, or the only one; `null` if it is not clear which is meant, or none such is answered. */
  operation(name: string | undefined): KnownOperation | null {
    const known = this.operations.get(name);
    if (known !== undefined) return known;
    const { schema, document } = this.source;
    const definition = getOperationAST(document, name);
    const isAnswered = definition && hasRoot(schema, definition.operation);
    const made = isAnswered ? new KnownOperation(this.source, definition) : null;
    if (definition) this.operations.set(name, made);
    return made;
  }
}
