/** An item's place in a chain. */
export interface Link<Item> {
  readonly item: Item;
}

interface Joined<Item> extends Link<Item> {
  before: Joined<Item> | undefined;
  after: Joined<Item> | undefined;
}

/**
 * Items in the order in which they were added, each of which is taken out at once. What was taken out is led to from
 * nowhere, so what comes and goes by the thousand is gone with the next small collection of garbage; the tables that a
 * `Set` outgrows would keep it until a full one.
 */
export class Chain<Item> {
  private head: Joined<Item> | undefined;
  private tail: Joined<Item> | undefined;
  private count = 0;

  /** Unit: items. */
  get size(): number {
    return this.count;
  }

  /** The place of whoever has been here longest. */
  get first(): Link<Item> | undefined {
    return this.head;
  }

  /** Puts an item at the end. */
  add(item: Item): Link<Item> {
    const link: Joined<Item> = { item, before: this.tail, after: undefined };
    if (this.tail) this.tail.after = link;
    else this.head = link;
    this.tail = link;
    this.count += 1;
    return link;
  }

  /** Takes an item of this chain out. Returns whether it was still there. */
  remove(link: Link<Item>): boolean {
    if (!this.holds(link)) return false;
    const { before, after } = link;
    if (before) before.after = after;
    else this.head = after;
    if (after) after.before = before;
    else this.tail = before;
    link.before = link.after = undefined;
    this.count -= 1;
    return true;
  }

  /** All places, as they are now. */
  links(): readonly Link<Item>[] {
    const links: Link<Item>[] = [];
    for (let link = this.head; link; link = link.after) links.push(link);
    return links;
  }

  private holds(link: Link<Item>): link is Joined<Item> {
    return link === this.head || (link as Joined<Item>).before !== undefined;
  }
}
