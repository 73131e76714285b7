import type { HttpGraphAnswer } from '../support/ask.js';
import { expect } from '@jest/globals';

/** What every refusal of a change tells. */
export const TOLD = {
  message: expect.stringMatching(/./),
  messageVi: expect.stringMatching(/./),
  agency: expect.stringMatching(/./),
  requestId: expect.stringMatching(/^[\w-]{8,}$/),
};

/** Expects one error of a read or of a whole operation, with all that it has to tell. */
export function expectTold(errors: HttpGraphAnswer['errors'], code: string, more: object = {}): void {
  const { message, messageVi, requestId } = TOLD;
  expect(errors).toMatchObject([{ message, extensions: { code, messageVi, requestId, ...more } }]);
}
