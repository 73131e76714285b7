import { union } from './union/subgraph.js';
import type { SubgraphPlan } from './shared/subgraph.js';

/** The subgraphs of the hub. */
export const PLANS: readonly SubgraphPlan[] = [union];
