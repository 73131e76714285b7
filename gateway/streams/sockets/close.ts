import type { Close } from './messages.js';
import type { WebSocket } from 'ws';

/** How long a client may take to close the connection. Unit: milliseconds. */
const CLOSE_MS = 1_000;

/** Closes a connection, by force when the client takes too long. */
export function closeSoon(socket: WebSocket, [code, reason]: Close): void {
  const timer = setTimeout(() => socket.terminate(), CLOSE_MS);
  socket.once('close', () => clearTimeout(timer));
  if (socket.isPaused) socket.resume();
  socket.close(code, reason);
}
