import { changedParts } from './changed-parts.js';
import { isExternal } from '../ownership/keys.js';
import type { CheckContext } from './context.js';
import { confusableTypes } from './confusable.js';
import { CONVENTIONS } from './convention-rules.js';
import { at, findingsOf, type Found } from './finding.js';
import type { Finding } from './report.js';

/** Whether what is new or changed in the SDL is named, described and shaped as in the rest of the graph. */
export function checkConventions(context: CheckContext): readonly Finding[] {
  const changed = changedParts(context.reading(), context.former()).filter(({ coordinate, member }) => {
    const isOwn = context.ownerAt(coordinate) === context.input.proposed.agency;
    return isOwn && !(member && isExternal(member));
  });
  const broken = changed.flatMap((part) =>
    CONVENTIONS.filter(({ isBroken }) => isBroken(part, context.reading())).map(
      ({ code, severity, message, remedy, patch }): Found => ({
        code,
        severity,
        coordinate: part.coordinate,
        ...(part.line !== undefined && { line: part.line }),
        message: at(part.coordinate, message),
        remedy,
        ...(patch !== undefined && { patch }),
      }),
    ),
  );
  return findingsOf('CONVENTIONS', context, [...broken, ...confusableTypes(context)]);
}
