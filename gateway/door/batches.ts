import type { Batches } from '../../schema/contract/http/door.js';
import { text } from '../../schema/contract/text.js';
import type { GatewayContext } from '../context.js';
import { tooComplex } from '../limits/too-complex.js';

/** Takes several operations in one request, which together may cost what one may. */
export function batchesOf(max: number, allowedCost: number): Batches<GatewayContext> {
  return {
    max,
    admit(contexts) {
      const found = contexts.reduce((sum, { cost = 0 }) => sum + cost, 0);
      if (found <= allowedCost) return;
      const what = text('tổng chi phí ước tính', 'estimated cost together');
      throw tooComplex({ limit: 'cost', what, found, allowed: allowedCost });
    },
  };
}
