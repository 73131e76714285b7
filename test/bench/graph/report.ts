import { median } from '../gateway/report/medians.js';
import { table } from '../gateway/report/table.js';
import type { Cost } from './cost.js';
import type { DeepPage } from './deep.js';
import type { Sample } from './load.js';
import type { NationName } from './options.js';
import type { Looked } from './plans.js';

/** All that was found about one question. */
export interface Found {
  readonly question: string;
  readonly costs: readonly Cost[];
  readonly samples: readonly Sample[];
  /** On the national data. */
  readonly looked: readonly Looked[];
}

/** Goal for answers of one length: so much longer at most on a hundred times the data. Unit: times. */
const GROWTH = 3;

/** The report's tables and what broke a rule. */
export function reportOf(found: readonly Found[], pages: readonly DeepPage[]): readonly string[] {
  return [timesTable(found), comparedLine(found), growthLines(found), pagesTable(pages), scansLines(found)];
}

/**
 * What must not be: another number of statements or fetches on more data. Answers are compared in which the same types
 * stand in the same places, since an agency is not asked about rows that there are none of.
 */
export function breaches(found: readonly Found[]): readonly string[] {
  return found.flatMap(({ question, costs }) =>
    [...Map.groupBy(costs, ({ shape }) => shape).values()].flatMap((alike) => {
      const kinds = new Set(alike.map(({ statements, fetches }) => `${statements.length}/${fetches}`));
      return kinds.size > 1 ? [`${question} costs ${[...kinds].join(' or ')} statements/fetches.`] : [];
    }),
  );
}

/** How many questions have comparable answers on the first data and on the nation. */
function comparedLine(found: readonly Found[]): string {
  const alike = found.filter(
    ({ costs }) =>
      new Set(costs.filter(({ nation }) => nation !== 'hundredth').map(({ shape }) => shape)).size === 1,
  );
  return `Answers with the same types in the same places on the first data and on the nation: ${alike.length} of ${found.length}.`;
}

function timesTable(found: readonly Found[]): string {
  const head = [
    'question',
    'objects',
    'statements',
    'fetches',
    'small, ms',
    '1 %, ms',
    '100 %, ms',
    'national/small',
    '100 %/1 %',
    'a second, 100 %',
    'throughput national/small',
  ];
  return table(head, found.map(timesRow));
}

function timesRow(each: Found): readonly string[] {
  const { question, costs } = each;
  const national = costs.find(({ nation }) => nation === 'national');
  const [small, hundredth, whole] = (['small', 'hundredth', 'national'] as const).map((nation) =>
    timeOn(each, nation),
  );
  return [
    question,
    costs.map(({ rows }) => rows).join(' · '),
    String(national?.statements.length),
    String(national?.fetches),
    ...[small, hundredth, whole].map((ms) => (ms ?? Number.NaN).toFixed(1)),
    ratio(whole, small),
    ratio(whole, hundredth),
    rateOn(each, 'national').toFixed(0),
    ratio(rateOn(each, 'national'), rateOn(each, 'small')),
  ];
}

function timeOn({ samples }: Found, nation: NationName): number {
  return median(samples.filter((sample) => sample.nation === nation).flatMap(({ times }) => times));
}

function rateOn({ samples }: Found, nation: NationName): number {
  return median(samples.filter((sample) => sample.nation === nation).map(({ throughput }) => throughput));
}

function ratio(part = Number.NaN, whole = Number.NaN): string {
  return (part / whole).toFixed(2);
}

/** Questions whose time grows beyond the goal though their answer does not, each with its dearest statement. */
function growthLines(found: readonly Found[]): string {
  const grown = found.filter((each) => hasSameLength(each) && growthOf(each) >= GROWTH);
  const lines = grown.map((each) => {
    const dearest = each.looked.toSorted((left, right) => right.ms - left.ms)[0];
    return `- \`${each.question}\` grows ${growthOf(each).toFixed(1)} times: ${dearest ? reasonOf(dearest) : 'no statement'}`;
  });
  const head = `Answers of the same length that take ${GROWTH} times as long or more on the whole nation as on 1 % of it:`;
  return [head, '', ...(lines.length > 0 ? lines : ['- none'])].join('\n');
}

function growthOf(each: Found): number {
  return timeOn(each, 'national') / timeOn(each, 'hundredth');
}

function hasSameLength({ costs }: Found): boolean {
  const [hundredth, national] = (['hundredth', 'national'] as const).map(
    (name) => costs.find(({ nation }) => nation === name)?.rows ?? 0,
  );
  return hundredth === national;
}

/** Characters of a statement that are told. */
const TOLD = 160;

function reasonOf({ database, text, ms, thrownAway, handled, wholeTables }: Looked): string {
  const scans = wholeTables.length > 0 ? `, reads ${wholeTables.join(', ')} from end to end` : '';
  const words = text.replaceAll(/\s+/g, ' ').slice(0, TOLD);
  return `${ms.toFixed(0)} ms in ${database}, ${handled} rows handled, ${thrownAway} read in vain${scans}: \`${words}…\``;
}

function pagesTable(pages: readonly DeepPage[]): string {
  const rows = pages.map(({ list, page, first, late }) => [
    list,
    String(page),
    first.toFixed(1),
    late.toFixed(1),
    ratio(late, first),
  ]);
  return table(['list', 'late page', 'first page, ms', 'late page, ms', 'late/first'], rows);
}

function scansLines(found: readonly Found[]): string {
  const lines = found.flatMap(({ question, looked }) => {
    const tables = [...new Set(looked.flatMap(({ wholeTables }) => wholeTables))].toSorted();
    return tables.length > 0 ? [`- \`${question}\`: ${tables.join(', ')}`] : [];
  });
  const head = 'Large tables that are read from end to end:';
  return [head, '', ...(lines.length > 0 ? lines : ['- none'])].join('\n');
}
