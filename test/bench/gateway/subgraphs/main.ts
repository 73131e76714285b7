import { Answers } from './answers.js';
import { Recorder, RECORDING_DELAY, type Call } from './recorder.js';
import { RequestReader } from './request-reader.js';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** Runs all subgraphs, each at its path. Tells its parent the port, and what was asked between two words of it. */

const answers = new Answers();
let recorder: Recorder | undefined;

const server = createServer({ noDelay: true }, (socket) => {
  const reader = new RequestReader();
  socket.on('data', (bytes: Buffer) => {
    for (const call of reader.read(bytes)) answer(socket, call);
  });
  socket.on('error', () => socket.destroy());
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

process.on('message', (word: 'record' | 'recorded') => {
  process.send?.(recorder?.waves ?? []);
  recorder = word === 'record' ? new Recorder() : undefined;
});
process.on('disconnect', () => process.exit(0));

function answer(socket: Socket, call: Call): void {
  if (!recorder) {
    socket.write(answers.of(call));
    return;
  }
  recorder.note(call);
  setTimeout(() => socket.write(answers.of(call)), RECORDING_DELAY);
}
