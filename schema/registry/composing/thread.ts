import { giveWay } from '../../contract/give-way.js';
import { check } from '../checks/check.js';
import type { CheckInput } from '../checks/input.js';
import type { ThreadReply } from './protocol.js';
import { parentPort } from 'node:worker_threads';

/** Entry of the thread that checks proposals: composing takes seconds, and hostile SDL may take for ever. */
const port = parentPort;
if (!port) throw new Error('This file is the entry of a thread.');
const reply = (said: ThreadReply): void => port.postMessage(said);
giveWay();

port.on('message', (input: CheckInput) => {
  try {
    const report = check(input, (step) => reply({ step }));
    reply({ report });
  } catch (error) {
    reply({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
