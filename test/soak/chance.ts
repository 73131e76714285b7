/** One of a list. */
export function anyOf<Item>(items: readonly Item[]): Item {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

/** A whole number between two others. */
export function between(least: number, most: number): number {
  return Math.round(least + Math.random() * (most - least));
}

/** Whether something happens that happens once in so many times. */
export function onceIn(times: number): boolean {
  return Math.random() < 1 / times;
}
