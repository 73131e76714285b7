import type { Text } from '../../contract/text.js';
import type { CheckContext } from './context.js';
import type { CheckName, Finding, Severity } from './report.js';

/** What a finding needs at least; its agency is the publisher's unless it says otherwise. */
export type Found = Omit<Finding, 'check' | 'agency' | 'severity'> & {
  readonly agency?: string;
  readonly severity?: Severity;
};

/** Makes the findings of one check, as errors of the publisher where nothing else is said. */
export function findingsOf(
  check: CheckName,
  { input }: Pick<CheckContext, 'input'>,
  found: readonly Found[],
): readonly Finding[] {
  return found.map((each) => ({ check, severity: 'ERROR', agency: input.proposed.agency, ...each }));
}

/** A message about a place. */
export function at(coordinate: string, { vi, en }: Text): Text {
  return { vi: `${coordinate}: ${vi}`, en: `${coordinate}: ${en}` };
}
