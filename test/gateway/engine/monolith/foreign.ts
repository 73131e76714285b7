import type { FieldDraft, SubgraphDraft } from './drafts.js';

/** A field that another subgraph has alone. */
export interface Foreign {
  readonly home: SubgraphDraft;
  readonly name: string;
  readonly field: FieldDraft;
}

/**
 * Fields of a type that a subgraph may require: those that only one other subgraph answers, be it by requiring others
 * in turn.
 *
 * @param known the subgraphs that know the type
 */
export function foreignFields(
  type: string,
  subgraph: SubgraphDraft,
  known: readonly SubgraphDraft[],
): readonly Foreign[] {
  const others = known.filter((each) => each !== subgraph);
  const all = others.flatMap((home) =>
    [...home.type(type).fields].map(([name, field]) => ({ home, name, field })),
  );
  return all.filter(({ name, field }) => {
    const isAlone = all.filter((each) => each.name === name).length === 1;
    const own = subgraph.type(type).fields.get(name);
    const isOpen = !own || own.directives === '@external';
    return isAlone && isOpen && /^[fr]/.test(name) && field.part !== undefined;
  });
}
