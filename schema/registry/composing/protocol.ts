import type { CheckStep } from '../checks/input.js';
import type { CheckReport } from '../checks/report.js';

/** What the checking thread says: any number of steps, and then one of the others. */
export type ThreadReply =
  { readonly step: CheckStep } | { readonly report: CheckReport } | { readonly failed: string };
