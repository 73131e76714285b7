import type { Command } from '../processes/pinned.js';

/** Where a gateway finds what it needs. */
export interface Place {
  /** Folder for files that live as long as the run. */
  readonly folder: string;
  /** File of the supergraph. */
  readonly supergraph: string;
  /** Where all subgraphs listen, each at its path. */
  readonly subgraphs: string;
  /** Folder in which the peers are installed. */
  readonly peers: string;
  /** Port on which the gateway is to answer. */
  readonly port: number;
  /** Who vouches for the clients' tokens. */
  readonly issuer: Issuer;
}

/** Who vouches for the clients' tokens. */
export interface Issuer {
  readonly jwks: string;
  readonly issuer: string;
  readonly audience: string;
  /** A client's token. */
  readonly token: string;
}

/** A gateway that is measured. */
export interface Target {
  readonly name: string;
  readonly title: string;
  /** Folder below `peers/` that has to be installed for it. */
  readonly peer?: string;
  /** How it is started. */
  command(place: Place): Command;
  /** What its clients send besides the request. */
  headers?(place: Place): Readonly<Record<string, string>>;
  /** Works for which it stands, all unless told. */
  readonly works?: readonly string[];
}
