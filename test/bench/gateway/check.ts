import type { Gateway, GatewayAnswer } from './targets/gateway.js';
import type { ClientRequest, Work } from './work/work.js';
import { isDeepStrictEqual } from 'node:util';

/** Documents of a changing work that are compared. Unit: requests. */
const COMPARED = 60;

/** Numbers below this are never used as a load, so that a compared document is new when it is measured. */
export const FIRST_OF_LOAD = 1_000;

/** A gateway that answers otherwise than the reference. */
export interface Difference {
  readonly gateway: Gateway;
  readonly request: ClientRequest;
  readonly answer: GatewayAnswer;
  readonly expected: GatewayAnswer;
}

/**
 * Asks every gateway the same, and tells of each that answers otherwise than the reference where it first does.
 *
 * @throws Error when the reference itself answers with errors.
 */
export async function differences(
  work: Work,
  reference: Gateway,
  gateways: readonly Gateway[],
): Promise<readonly Difference[]> {
  const found = new Map<Gateway, Difference>();
  for (let n = 0; n < (work.isFixed ? 1 : COMPARED); n += 1) {
    const request = work.request(n);
    const expected = await reference.ask(request);
    if (expected.errors)
      throw new Error(`${reference.target.title} fails: ${JSON.stringify(expected.errors)}`);
    for (const gateway of gateways) {
      const answer = await gateway.ask(request);
      const isEqual = !answer.errors && isDeepStrictEqual(answer.data, expected.data);
      if (!isEqual && !found.has(gateway)) found.set(gateway, { gateway, request, answer, expected });
    }
  }
  return [...found.values()];
}
