import type { WebSocket } from 'ws';

/** How long the other side may take to close the connection. Unit: milliseconds. */
const CLOSE_MS = 1_000;

/** Closes a connection, by force when the other side takes too long. */
export function closeSoon(socket: WebSocket, [code, reason]: readonly [code: number, reason?: string]): void {
  const timer = setTimeout(() => socket.terminate(), CLOSE_MS);
  socket.once('close', () => clearTimeout(timer));
  if (socket.isPaused) socket.resume();
  socket.close(code, reason);
}
