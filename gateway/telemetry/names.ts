/** What stands for all names beyond the bound. */
const OTHER = 'other';
/** What stands for an operation without a name. */
const UNNAMED = 'unnamed';

/** Names that are longer are not counted apart. Unit: characters. */
const MAX_LENGTH = 100;

/** A bounded set of names: clients may think of any number, and each that is counted apart takes memory for ever. */
export class Names {
  private readonly known = new Set<string>();

  /** @param max Unit: names. */
  constructor(private readonly max: number) {}

  /** The name under which something is counted. */
  of(name: string | undefined): string {
    if (name === undefined) return UNNAMED;
    if (this.known.has(name)) return name;
    if (this.known.size >= this.max || name.length > MAX_LENGTH) return OTHER;
    this.known.add(name);
    return name;
  }
}
