import type { RightOn } from './right.js';

/** An owner's signed word that another agency may do what is reserved to the owner. */
export interface Approval {
  /** Address of the signed statement. */
  readonly id: string;
  /** The agency that approved. */
  readonly owner: string;
  /** The agency that may. */
  readonly to: string;
  readonly rights: readonly RightOn[];
  /** ISO instant from which on it no longer holds. */
  readonly until?: string;
  /** Address of the one SDL for which it holds. */
  readonly sdl?: string;
  readonly reason: string;
  /** Whether it was taken back: it allows nothing, and still tells who the owner is. */
  readonly isWithdrawn?: boolean;
}
