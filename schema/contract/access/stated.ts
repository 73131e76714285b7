import { HubError } from '../errors.js';
import { text } from '../text.js';
import type { Applied } from './applied.js';
import type { Choice, Requirement } from './requirement.js';
import type { Right } from './rights.js';
import { Kind, type ConstValueNode } from 'graphql';

/**
 * What one directive demands where it stands.
 *
 * @throws HubError INVALID_SETTING when its argument is not what the directive asks for, or demands nothing.
 */
export function statedBy(applied: Applied, right: Right): Requirement {
  return STATED[right](applied);
}

const STATED: Readonly<Record<Right, (applied: Applied) => Requirement>> = {
  authenticated: () => ({ isAuthenticated: true, scopes: [], policies: [] }),
  requiresScopes: (applied) => ({
    isAuthenticated: false,
    scopes: [choiceIn(applied, 'scopes')],
    policies: [],
  }),
  policy: (applied) => ({ isAuthenticated: false, scopes: [], policies: [choiceIn(applied, 'policies')] }),
};

function choiceIn(applied: Applied, argument: string): Choice {
  const given = applied.directive.arguments?.find(({ name }) => name.value === argument)?.value;
  const groups = listIn(given, applied, argument);
  return groups.map((group) =>
    listIn(group, applied, argument).map((name) => {
      if (name.kind !== Kind.STRING || name.value === '') throw malformed(applied, argument);
      return name.value;
    }),
  );
}

/** Lists are neither completed nor passed over: what was meant by other forms is for the author to say. */
function listIn(
  value: ConstValueNode | undefined,
  applied: Applied,
  argument: string,
): readonly ConstValueNode[] {
  if (value?.kind !== Kind.LIST || value.values.length === 0) throw malformed(applied, argument);
  return value.values;
}

function malformed({ directive, place }: Applied, argument: string): HubError {
  const written = `@${directive.name.value}(${argument}:)`;
  return new HubError(
    'INVALID_SETTING',
    text(
      `Siêu đồ thị: ${written} tại ${place} phải là danh sách các nhóm tên, không nhóm nào rỗng, như [["a", "b"], ["c"]].`,
      `The supergraph: ${written} at ${place} must be a list of groups of names, none empty, such as [["a", "b"], ["c"]].`,
    ),
    { setting: 'supergraph', place },
  );
}
