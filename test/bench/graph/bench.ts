import { costOf, type Cost, type Unanswered } from './cost.js';
import { deepPages } from './deep.js';
import { sampleOf, type Sample } from './load.js';
import { openNation, type Nation, type Tell } from './nations.js';
import { SCALES, type GraphBenchOptions, type NationName } from './options.js';
import { PlanReader } from './plans.js';
import { allQuestions, type Question } from './questions.js';
import { recordStatements } from './recorder.js';
import { breaches, reportOf, type Found } from './report.js';

/** What a run found. */
export interface Outcome {
  readonly report: string;
  /** Rules that were broken. */
  readonly broken: readonly string[];
}

/** Asks every question of every nation, interleaved, and compares. */
export async function runBench(options: GraphBenchOptions, tell: Tell): Promise<Outcome> {
  recordStatements();
  const nations: Nation[] = [];
  try {
    for (const name of Object.keys(SCALES) as NationName[]) {
      tell(`opening ${name} in ${options.folders[name]}`);
      nations.push(await openNation(name, options.folders[name], tell));
    }
    return await compare(nations, options, tell);
  } finally {
    for (const nation of nations) await nation.close();
  }
}

async function compare(nations: readonly Nation[], options: GraphBenchOptions, tell: Tell): Promise<Outcome> {
  const questions = allQuestions().filter(({ id }) => options.only.length === 0 || options.only.includes(id));
  const plans = await PlanReader.open(nationNamed(nations, 'national'));
  try {
    const [found, failed]: [Found[], string[]] = [[], []];
    for (const question of questions) {
      tell(question.id);
      const one = await foundOf(question, { nations, plans, options });
      if (!('reason' in one)) found.push(one);
      else if (!one.isForOfficers) failed.push(one.reason);
    }
    const pages = await deepPages(nationNamed(nations, 'national'), options.rounds);
    return { report: reportOf(found, pages).join('\n\n'), broken: [...failed, ...breaches(found)] };
  } finally {
    await plans.close();
  }
}

interface Ground {
  readonly nations: readonly Nation[];
  readonly plans: PlanReader;
  readonly options: GraphBenchOptions;
}

/** What was found about a question, or why it was not answered. */
async function foundOf(question: Question, { nations, plans, options }: Ground): Promise<Found | Unanswered> {
  const costs: Cost[] = [];
  for (const nation of nations) {
    const cost = await costOf(question, nation);
    if ('reason' in cost) return cost;
    costs.push(cost);
  }
  const looked = await plans.look(costs.find(({ nation }) => nation === 'national')?.statements ?? []);
  const samples: Sample[] = [];
  for (let round = 0; round < options.rounds; round++)
    for (const nation of turned(nations, round))
      samples.push(await sampleOf(question, nation, options.requests));
  return { question: question.id, costs, samples, looked };
}

function nationNamed(nations: readonly Nation[], name: NationName): Nation {
  const nation = nations.find((each) => each.name === name);
  if (!nation) throw new Error(`There is no nation ${name}.`);
  return nation;
}

/** Every round begins with another one. */
function turned<Item>(items: readonly Item[], by: number): readonly Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
