import { HubError } from '../../schema/contract/errors.js';
import { text } from '../../schema/contract/text.js';
import type { HubSettings } from './settings.js';
import { createServer } from 'node:net';

/** Looks at once whether the address can be used, before any work is done for it. @throws HubError INVALID_SETTING */
export async function requireFreePort({ HOST: host, PORT: port }: HubSettings): Promise<void> {
  const probe = createServer();
  const code = await new Promise<string | undefined>((resolve) => {
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)));
    probe.listen({ host, port }, () => resolve(undefined));
  });
  if (code === undefined) {
    await new Promise((resolve) => probe.close(resolve));
    return;
  }
  throw new HubError(
    'INVALID_SETTING',
    text(
      `Không mở được cổng TCP ${port} tại ${host} (${code}); hãy đặt HOST hoặc PORT khác.`,
      `Port ${port} at ${host} cannot be used (${code}); choose another HOST or PORT.`,
    ),
    { setting: 'PORT' },
  );
}
