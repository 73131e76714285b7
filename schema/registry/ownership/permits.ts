import { addressOf } from '../../contract/release/address.js';
import type { Approval } from './approval.js';
import { EVERYBODY, type Grant, type Law } from './law.js';
import type { Right, RightOn } from './right.js';

/** A right that an agency needs of an owner. */
export interface Wanted extends RightOn {
  readonly owner: string;
  /** The agency that needs it. */
  readonly to: string;
}

/** What stands for and against an agency. */
export interface Permissions {
  readonly law: Law;
  readonly approvals: readonly Approval[];
  readonly now: Date;
}

/** Rights that come with a greater one. */
const IMPLIED: Readonly<Partial<Record<Right, readonly Right[]>>> = {
  EXTEND: ['REFERENCE'],
  DEFINE: ['REFERENCE'],
  REQUIRE: ['REFERENCE'],
  OVERRIDE: ['REFERENCE', 'DEFINE'],
};

/** Rights that, on a type, hold for each of its fields as well. */
const WHOLE: ReadonlySet<Right> = new Set(['EXTEND', 'REFERENCE', 'BREAK', 'UNPROTECT', 'CONTRACT']);

/**
 * Whether an owner lets an agency do what it wants with this SDL: by the law for good, or by an approval that still
 * holds. An owner needs no leave for what is its own.
 */
export function isPermitted(wanted: Wanted, permissions: Permissions, sdl: string): boolean {
  return wanted.owner === wanted.to || isGranted(wanted, permissions, sdl);
}

/** Whether an owner has said so, in the law or by an approval that still holds, be it to itself. */
export function isGranted(wanted: Wanted, { law, approvals, now }: Permissions, sdl: string): boolean {
  return (
    law.grants.some((grant) => isFor(grant, wanted) && covers(grant, wanted)) ||
    approvals.some(
      (approval) =>
        isFor(approval, wanted) &&
        holds(approval, now, sdl) &&
        approval.rights.some((right) => covers(right, wanted)),
    )
  );
}

function isFor({ owner, to }: Pick<Grant, 'owner' | 'to'>, wanted: Wanted): boolean {
  return owner === wanted.owner && (to === wanted.to || to === EVERYBODY);
}

function holds({ until, sdl, isWithdrawn }: Approval, now: Date, proposed: string): boolean {
  if (isWithdrawn) return false;
  if (until !== undefined && Date.parse(until) <= now.getTime()) return false;
  return sdl === undefined || sdl === addressOf(proposed);
}

function covers(granted: RightOn, wanted: RightOn): boolean {
  const isEnough = granted.right === wanted.right || IMPLIED[granted.right]?.includes(wanted.right);
  return isEnough === true && isWithin(wanted, granted.coordinate);
}

function isWithin({ right, coordinate }: RightOn, granted: string): boolean {
  if (granted === coordinate || granted === EVERYBODY) return true;
  const [type = ''] = coordinate.split('.');
  const isField = type !== coordinate;
  return isField && (granted === `${type}.*` || (granted === type && WHOLE.has(right)));
}
