import { HubError } from '../../../schema/contract/errors.js';
import { text, type Text } from '../../../schema/contract/text.js';
import { z } from 'zod';

/** What is printed of a token. */
const ISSUED = z.object({
  token: z.string(),
  account: z.string(),
  role: z.string(),
  scopes: z.string(),
  expiresAt: z.string(),
});

/** A token that a hub issued, with what it says. */
export type IssuedToken = z.infer<typeof ISSUED>;

const REFUSED = z.object({
  errors: z.tuple([z.object({ message: z.string(), extensions: z.object({ messageVi: z.string() }) })]),
});

/** Unit: milliseconds. */
const TIMEOUT_MS = 10_000;

/** Asks a hub for a trial token. @throws HubError INVALID_SETTING that says what the hub says, or that there is none. */
export async function askForToken(address: URL): Promise<IssuedToken> {
  const { status, body } = await answerAt(address);
  const { data } = ISSUED.safeParse(body);
  if (data) return data;
  const refused = REFUSED.safeParse(body).data?.errors[0];
  if (status === 404 || !refused) throw notHad(noIssuer(address));
  throw notHad(text(refused.extensions.messageVi, refused.message));
}

async function answerAt(address: URL): Promise<{ readonly status: number; readonly body: unknown }> {
  try {
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    return { status: answer.status, body: await answer.json() };
  } catch {
    throw notHad(noIssuer(address));
  }
}

function noIssuer({ origin }: URL): Text {
  return text(
    `Không có hệ thống nào cấp mã dùng thử tại ${origin}; hãy khởi động bằng npm run trial, hoặc nêu địa chỉ bằng --hub.`,
    `No hub issues trial tokens at ${origin}; start one with npm run trial, or name its address by --hub.`,
  );
}

function notHad(why: Text): HubError {
  return new HubError('INVALID_SETTING', why, { setting: 'arguments' });
}
