import { coordination } from './coordination/subgraph.js';
import { recognition } from './recognition/subgraph.js';
import { union } from './union/subgraph.js';
import type { SubgraphPlan } from './shared/subgraph.js';

/** The subgraphs of the hub. */
export const PLANS: readonly SubgraphPlan[] = [union, coordination, recognition];
