import { BrokenStream, wordIn, type Word, type WordsOf } from './words.js';
import { on } from 'node:events';
import { WebSocket } from 'ws';

interface Message {
  readonly type: string;
  readonly payload?: unknown;
}

/** Messages that may wait before the socket is not read. Unit: messages. */
const WAITING = { highWaterMark: 4, lowWaterMark: 1 };

/** By graphql-transport-ws; a client that does not ask for words does not read the socket either. */
export const bySocket: WordsOf = async function* words({ url, question, signal }) {
  const { token, ...payload } = question;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const say = (message: object): void => socket.send(JSON.stringify(message));
  const init = token ? { payload: { authorization: `Bearer ${token}` } } : {};
  let code: number | undefined;
  socket.once('close', (closedWith: number) => (code = closedWith));
  socket.once('open', () => say({ type: 'connection_init', ...init }));
  try {
    for await (const [bytes] of on(socket, 'message', { signal, close: ['close'], ...WAITING })) {
      const message = JSON.parse(String(bytes)) as Message;
      if (message.type === 'complete') return undefined;
      if (message.type === 'connection_ack') say({ id: 'a', type: 'subscribe', payload });
      if (message.type === 'ping') say({ type: 'pong' });
      yield wordOf(message);
      if (message.type === 'error') return undefined;
    }
    throw new BrokenStream(`its socket was closed with ${code}`, code);
  } finally {
    socket.on('error', () => undefined);
    socket.terminate();
  }
};

function wordOf({ type, payload }: Message): Word {
  if (type === 'next') return wordIn(JSON.stringify(payload));
  return type === 'error' ? wordIn(JSON.stringify({ errors: payload })) : 'beat';
}
