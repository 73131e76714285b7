import { text, type Text } from '../../../schema/contract/text.js';
import { EXAMPLE_ROLES, type ExampleRole } from '../roles.js';
import { TRIAL_PATH, TRIAL_ROLES_PATH } from '../trial.js';

const TIMEOUT_MS = 10_000;

/** What came of asking for a trial token: the token, or why there is none. */
export type TrialAnswer = { readonly token: string } | { readonly refusal: Text };

/** The roles for which the hub issues trial tokens; usually none. */
export async function trialRoles(): Promise<readonly ExampleRole[]> {
  const roles = await jsonAt(TRIAL_ROLES_PATH);
  return Array.isArray(roles) ? roles.filter((role) => Object.hasOwn(EXAMPLE_ROLES, String(role))) : [];
}

/** Asks the hub for a trial token of the office that was filled in: texts, by their names. */
export async function trialToken(office: FormData): Promise<TrialAnswer> {
  const texts = [...office].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.trim()]] : [],
  );
  const asked = new URLSearchParams(texts);
  const answer = await jsonAt(`${TRIAL_PATH}?${asked}`).catch(() => null);
  return answer?.token ? { token: answer.token } : { refusal: refusalIn(answer) };
}

interface Answer {
  readonly token?: string;
  readonly errors?: readonly [
    { readonly message: string; readonly extensions: { readonly messageVi: string } },
  ];
}

function refusalIn(answer: Answer | null): Text {
  const error = answer?.errors?.[0];
  return error ? text(error.extensions.messageVi, error.message) : NO_TOKEN;
}

const NO_TOKEN = text('Không lấy được mã dùng thử.', 'No trial token could be had.');

/** Refusals are JSON as well. */
async function jsonAt(path: string): Promise<Answer | null> {
  const response = await fetch(path, { credentials: 'omit', signal: AbortSignal.timeout(TIMEOUT_MS) });
  return (await response.json()) as Answer | null;
}
