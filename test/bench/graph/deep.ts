import { median } from '../gateway/report/medians.js';
import { timeOf } from './load.js';
import type { Nation } from './nations.js';

/** Long lists of which a late page is to cost what the first costs. */
const LISTS = ['unionOrganizations', 'enterprises', 'documents', 'activities', 'recognitionBatches'] as const;

/** Rows of a page, and which page is a late one. */
const PAGE = 20;
const LATE = 1_000;
/** Rows of the steps with which the late page is reached. */
const STEP = 100;

/** What the first and a late page of a list cost. */
export interface DeepPage {
  readonly list: string;
  /** Number of the late page, less than usual where the list is shorter. */
  readonly page: number;
  /** Unit: milliseconds. */
  readonly first: number;
  /** Unit: milliseconds. */
  readonly late: number;
}

/** Compares first pages with late ones. */
export async function deepPages(nation: Nation, rounds: number): Promise<readonly DeepPage[]> {
  const pages: DeepPage[] = [];
  for (const list of LISTS) {
    const { cursor, page } = await cursorOfLatePage(nation, list);
    const [first, late]: [number[], number[]] = [[], []];
    for (let n = 0; n < rounds * 4; n++) {
      first.push(await timeOf(() => nation.ask(queryOf(list), { first: PAGE, after: null })));
      late.push(await timeOf(() => nation.ask(queryOf(list), { first: PAGE, after: cursor })));
    }
    pages.push({ list, page, first: median(first), late: median(late) });
  }
  return pages;
}

function queryOf(list: string): string {
  return `query ($first: Int!, $after: String) { ${list}(first: $first, after: $after) {
    nodes { id version } pageInfo { endCursor hasNextPage } } }`;
}

interface PageInfo {
  readonly endCursor: string;
  readonly hasNextPage: boolean;
}

async function cursorOfLatePage(nation: Nation, list: string) {
  let cursor: string | null = null;
  let rows = 0;
  while (rows < (LATE - 1) * PAGE) {
    const { data, errors } = await nation.ask(queryOf(list), { first: STEP, after: cursor });
    if (errors) throw new Error(`${list}: ${errors[0]?.message}`);
    const { endCursor, hasNextPage } = (data as Record<string, { pageInfo: PageInfo }>)[list]?.pageInfo ?? {};
    if (!hasNextPage || !endCursor) break;
    cursor = endCursor;
    rows += STEP;
  }
  return { cursor, page: rows / PAGE + 1 };
}
