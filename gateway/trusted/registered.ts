import type { FoundDocument } from '../../schema/contract/http/door.js';
import type { OperationRequest } from '../../schema/contract/serve.js';
import { digestIn, digestOf } from './digest.js';
import { withText } from './named.js';
import { mismatch, notFound } from './refusals.js';
import { LRUCache } from 'lru-cache';

/** What an entry weighs beside its text. Unit: bytes, roughly. */
const ENTRY_BYTES = 256;
/** What a character weighs at most. Unit: bytes. */
const CHARACTER_BYTES = 2;

/** Texts that clients registered at this gateway or at another. */
export interface SharedTexts {
  /** The text under a hash; `null` where there is none, or nobody can tell. It never fails. */
  find(id: string): Promise<string | null>;
  /** Tells the others of a text, if that can be done. */
  keep(id: string, text: string): void;
}

/** The texts that clients registered under their hashes, as far as they were asked for lately. */
export class RegisteredDocuments {
  private readonly texts: LRUCache<string, string>;

  /** @param bytes memory for the texts. Unit: bytes, roughly. */
  constructor(
    bytes: number,
    private readonly shared?: SharedTexts,
  ) {
    this.texts = new LRUCache({
      maxSize: bytes,
      sizeCalculation: (text) => ENTRY_BYTES + text.length * CHARACTER_BYTES,
    });
  }

  /**
   * The request with its text; one that comes with the text is registered once it was answered.
   *
   * @throws HubError PERSISTED_QUERY_NOT_FOUND, or DOCUMENT_MISMATCH when the hash is not that of the text.
   */
  find(asked: OperationRequest, id: string): FoundDocument | Promise<FoundDocument> {
    if (asked.query) return this.registering(asked, { id, query: asked.query });
    const query = this.texts.get(id);
    if (query !== undefined) return { asked: withText(asked, query) };
    if (!this.shared || digestIn(id) === null) throw notFound();
    return this.findShared(asked, id, this.shared);
  }

  /** What others tell is believed as little as what clients tell: the hash must be that of the text. */
  private async findShared(asked: OperationRequest, id: string, shared: SharedTexts): Promise<FoundDocument> {
    const query = await shared.find(id);
    if (query === null || digestOf(query) !== id) throw notFound();
    this.texts.set(id, query);
    return { asked: withText(asked, query) };
  }

  private registering(asked: OperationRequest, { id, query }: Registration): FoundDocument {
    if (digestIn(id) === null) throw notFound();
    if (digestOf(query) !== id) throw mismatch();
    return { asked: withText(asked, query), keep: () => this.keep(id, query) };
  }

  private keep(id: string, query: string): void {
    if (this.texts.get(id) === undefined) this.shared?.keep(id, query);
    this.texts.set(id, query);
  }
}

interface Registration {
  readonly id: string;
  readonly query: string;
}
