import type { PublishedSubgraph } from '../../compose.js';
import { recompose } from './recompose.js';
import { parentPort, workerData } from 'node:worker_threads';

/** Entry of the thread that composes each save with the other subgraphs. */
const port = parentPort;
if (!port) throw new Error('This file is the entry of a thread.');
const others = workerData as readonly PublishedSubgraph[];

port.on('message', (local: PublishedSubgraph) => port.postMessage(recompose(local, others)));
