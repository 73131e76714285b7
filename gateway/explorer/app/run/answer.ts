/** An error as the graph tells it. */
export interface SeenError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An answer of the graph, whole or as far as it has come. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly SeenError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What is told later of one place of an answer. */
export interface DeferredPart extends Answer {
  /** The way to the place from the top of the data; the top itself unless given. */
  readonly path?: readonly (string | number)[];
}

/** One of the parts in which an answer comes. */
export interface AnswerPart extends Answer {
  readonly incremental?: readonly DeferredPart[];
  readonly hasNext?: boolean;
}

/** What a run is told, one after the other. */
export type Piece =
  | { readonly kind: 'whole'; readonly answer: Answer }
  | { readonly kind: 'part'; readonly part: AnswerPart }
  | { readonly kind: 'event'; readonly answer: Answer };
