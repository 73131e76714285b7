/** Told of the streams of a process, where somebody counts them. */
export interface StreamsObserver {
  opened(): void;
  /** The client took an answer, or it is on its way out of the process. */
  delivered(isGood: boolean): void;
  /** @param reason one of few words: `COMPLETE`, `LEFT`, or why it ended before its time */
  ended(reason: string): void;
}
