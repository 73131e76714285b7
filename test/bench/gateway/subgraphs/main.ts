import { Answers } from './answers.js';
import { Recorder, RECORDING_DELAY, type Call } from './recorder.js';
import { RequestReader } from './request-reader.js';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * Runs all subgraphs, each at its path, and tells its parent the port. Then it answers the parent's words: it begins to
 * record, tells the recorded waves and stops, or tells how many calls it has had.
 */
export type Word = 'record' | 'waves' | 'calls';

const answers = new Answers();
let recorder: Recorder | undefined;
let calls = 0;

const REPLIES: Readonly<Record<Word, () => unknown>> = {
  record: () => {
    recorder = new Recorder();
    return true;
  },
  waves: () => {
    const waves = recorder?.waves ?? [];
    recorder = undefined;
    return waves;
  },
  calls: () => calls,
};

const server = createServer({ noDelay: true }, (socket) => {
  const reader = new RequestReader();
  socket.on('data', (bytes: Buffer) => {
    for (const call of reader.read(bytes)) answer(socket, call);
  });
  socket.on('error', () => socket.destroy());
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

process.on('message', (word: Word) => process.send?.(REPLIES[word]()));
process.on('disconnect', () => process.exit(0));

function answer(socket: Socket, call: Call): void {
  calls += 1;
  if (!recorder) {
    socket.write(answers.of(call));
    return;
  }
  recorder.note(call);
  setTimeout(() => socket.write(answers.of(call)), RECORDING_DELAY);
}
