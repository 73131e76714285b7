import type { Command } from '../processes/pinned.js';
import type { Target } from './target.js';
import { join } from 'node:path';

/** The gateways that ours is compared with, each as its authors start it. */
export const PEERS: readonly Target[] = [
  {
    name: 'stock',
    title: 'Apollo Server + Apollo Gateway',
    peer: 'stock',
    command: ({ peers, supergraph, port }) =>
      inFolder(peers, 'stock', ['main.mjs', supergraph, String(port)]),
  },
  hive('hive', 'Hive Gateway, equal fetches shared', 'default'),
  hive('hive-rust', 'Hive Gateway, Rust planner, equal fetches shared', 'rust'),
  hive('hive-rust-unshared', 'Hive Gateway, Rust planner, fetches not shared', 'unshared'),
  hive('hive-best', 'Hive Gateway, Rust planner, requests shared (as published)', 'published'),
  {
    name: 'mercurius',
    title: 'Mercurius',
    peer: 'mercurius',
    command: ({ peers, subgraphs, port }) =>
      inFolder(peers, 'mercurius', ['main.mjs', subgraphs, String(port)]),
  },
];

function hive(name: string, title: string, config: string): Target {
  return {
    name,
    title,
    peer: 'hive',
    command: ({ peers, supergraph, port }) =>
      inFolder(peers, 'hive', [
        ...['node_modules/@graphql-hive/gateway/dist/bin.js', 'supergraph', supergraph],
        ...['--host', '127.0.0.1', '--port', String(port), '--config-path', `${config}.config.mjs`],
      ]),
  };
}

function inFolder(peers: string, peer: string, [script = '', ...args]: readonly string[]): Command {
  return { script, args, cwd: join(peers, peer) };
}
