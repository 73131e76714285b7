const PERCENT = /^percent\((\d+(?:\.\d+)?)\)$/;
const WHOLE = 100;

/** Decides which labels of progressive `@override` hold for one request. */
export type DecideOverrides = () => ReadonlySet<string>;

/**
 * Makes the function that decides labels: `percent(N)` holds for so many of all requests, any other label while it is
 * switched on.
 *
 * @param labels those that the graph knows
 * @param switchedOn labels that hold for every request
 * @param random a number from 0 to 1, 1 excluded
 */
export function overridesFor(
  labels: readonly string[],
  switchedOn: ReadonlySet<string>,
  random: () => number = Math.random,
): DecideOverrides {
  const chances = labels.map((label) => ({ label, chance: chanceOf(label, switchedOn) }));
  const always = new Set(chances.filter(({ chance }) => chance >= 1).map(({ label }) => label));
  const sometimes = chances.filter(({ chance }) => chance > 0 && chance < 1);
  if (sometimes.length === 0) return () => always;
  return () => {
    const drawn = sometimes.filter(({ chance }) => random() < chance);
    return new Set([...always, ...drawn.map(({ label }) => label)]);
  };
}

function chanceOf(label: string, switchedOn: ReadonlySet<string>): number {
  if (switchedOn.has(label)) return 1;
  return Number(PERCENT.exec(label)?.[1] ?? 0) / WHOLE;
}
