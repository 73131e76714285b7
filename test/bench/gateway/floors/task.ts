import type { Wave } from '../subgraphs/recorder.js';

/** What a floor does for every request. */
export type FloorMode = 'json' | 'calls' | 'static';

/** What a floor is told in its file. */
export interface FloorTask {
  readonly mode: FloorMode;
  readonly port: number;
  /** Where all subgraphs listen. */
  readonly upstream: string;
  /** Calls to the subgraphs, wave after wave. */
  readonly waves: readonly Wave[];
  /** The whole answer, as a gateway gives it. */
  readonly answer: string;
}
