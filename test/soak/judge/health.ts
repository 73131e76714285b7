/** Whether an agency has a reason to fail. */
export type MayFail = (agency: string) => boolean;

/** While everybody is well. */
export const nobodyMayFail: MayFail = () => false;

/**
 * How long after an agency is well again it may still be told to fail: a fetch of two seconds that began before, then
 * the second for which the circuit is open, then its proofs. Unit: milliseconds.
 */
export const RECOVERY = 5_000;

/** When each agency was ill last. */
export class Health {
  private readonly wellSince = new Map<string, number>();

  /** @param now a clock that never goes back; tests set it. Unit: milliseconds. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  fall(agency: string): void {
    this.wellSince.set(agency, Infinity);
  }

  recover(agency: string): void {
    this.wellSince.set(agency, this.now());
  }

  /** Whether an agency was ill at any time from an instant until now. Unit: milliseconds. */
  wasIllSince(agency: string, from: number): boolean {
    return (this.wellSince.get(agency) ?? -Infinity) >= from;
  }
}
