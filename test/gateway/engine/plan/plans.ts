import { parse, print, stripIgnoredCharacters } from 'graphql';
import { apolloPlanner } from '../../../../gateway/engine/plan/apollo-planner.js';
import { stepsIn, type FetchStep, type Plan, type Required } from '../../../../gateway/engine/plan/plan.js';
import { composeSupergraph } from '../../../../schema/registry/compose.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@interfaceObject"])
`;

/** Plans an operation over subgraphs, given as name to SDL without the link to federation. */
export function planOver(subgraphs: Readonly<Record<string, string>>): (operation: string) => Plan {
  const published = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    sdl: LINK + sdl,
    url: `http://${name}`,
  }));
  const planner = apolloPlanner(parse(composeSupergraph(published).supergraphSdl));
  return (operation) => planner.plan(parse(operation), new Set());
}

/** The fetches of a plan, each as `subgraph at.its.path, told this: what it asks for`. */
export function fetchesOf(plan: Plan): readonly string[] {
  return stepsIn(plan).map((step) => `${step.subgraph}${placeOf(step)}: ${askedBy(step)}`);
}

function placeOf({ path, requires = [] }: FetchStep): string {
  return requires.length > 0 ? ` ${path.join('.')}, told ${requires.map(toldText).join(' ')}` : '';
}

function toldText(part: Required): string {
  const parts = part.parts ? `{${part.parts.map(toldText).join(' ')}}` : '';
  return part.kind === 'key' ? `${part.key}${parts}` : `${part.type ?? ''}${parts}`;
}

function askedBy({ document, requires }: FetchStep): string {
  const text = stripIgnoredCharacters(print(document));
  const [, asked = text] = (requires && /_entities\([^)]*\)\{(.*)\}\}$/.exec(text)) ?? [];
  return asked;
}
