/**
 * Tells answers that came twice while two sources of the same events are open: what one of them gave, the other one gives
 * too, sooner or later. Equal answers that one source gives several times are several.
 */
export class Twins<Source> {
  /** For each answer, how often one source gave it more than the other. */
  private readonly ahead = new Map<string, number>();

  constructor(private readonly former: Source) {}

  /** Whether the answer was given by the other source before. */
  isTwin(answer: string, source: Source): boolean {
    const side = source === this.former ? 1 : -1;
    const ahead = this.ahead.get(answer) ?? 0;
    this.ahead.set(answer, ahead + side);
    return ahead * side < 0;
  }
}
