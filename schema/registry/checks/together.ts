import type { PublishedSubgraph } from '../compose.js';
import { CheckContext } from './context.js';
import type { CheckInput, Joined } from './input.js';

/** What is judged at once: the proposal, and each other that changes with it, of one graph that is composed once. */
export function contextsOf(input: CheckInput): readonly [CheckContext, ...CheckContext[]] {
  const whole = new CheckContext(input);
  const joined = (input.together ?? []).flatMap((each) => inputFor(each, input) ?? []);
  return [whole, ...joined.map((each) => new CheckContext(each, whole))];
}

/** The same change from the side of another subgraph. */
function inputFor({ name, agency }: Joined, input: CheckInput): CheckInput | undefined {
  const { proposed, others, former, together = [] } = input;
  const other = others.find((each) => each.name === name);
  if (!other) return undefined;
  const served = servedNow(input);
  const isElse = (each: PublishedSubgraph): boolean => each.name !== name;
  return {
    ...input,
    proposed: { subgraph: name, agency, url: other.url, sdl: other.sdl },
    others: [...others.filter(isElse), published(proposed)],
    servedOthers: served.filter(isElse),
    together: [...together, { name: proposed.subgraph, agency: proposed.agency }],
    ...(former && { former: { ...former, sdl: served.find((each) => !isElse(each))?.sdl } }),
  };
}

function servedNow({ proposed, former, servedOthers = [] }: CheckInput): readonly PublishedSubgraph[] {
  return former?.sdl === undefined
    ? servedOthers
    : [...servedOthers, published({ ...proposed, sdl: former.sdl })];
}

function published({ subgraph: name, url, sdl }: CheckInput['proposed']): PublishedSubgraph {
  return { name, url, sdl };
}
