import { Link, type LinkOptions } from './link.js';

/** What is done with the messages of each channel. */
export type Hearers = ReadonlyMap<string, (message: string) => void>;

/** Listens on channels. To subscribe again tells whether the server is there, and mends what a break has cut. */
export function listenTo(hearers: Hearers, options: Omit<LinkOptions, 'prove'>): Link {
  const link = new Link({ ...options, prove: (client) => client.subscribe(...hearers.keys()) });
  link.client.on('message', (channel: string, message: string) => hearers.get(channel)?.(message));
  return link;
}
