import type { Call, Wave } from '../subgraphs/recorder.js';

interface Body {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: { readonly representations?: readonly unknown[] };
}

/** The same calls without repetition: no entity twice in one call, no call twice, whatever its operation is called. */
export function uniqueCalls(waves: readonly Wave[]): readonly Wave[] {
  const seen = new Set<string>();
  const isNew = ({ path, body }: Call): boolean => {
    const size = seen.size;
    return seen.add(`${path} ${body}`).size > size;
  };
  return waves.map((wave) => wave.map(withoutRepetition).filter(isNew)).filter((wave) => wave.length > 0);
}

function withoutRepetition({ path, body }: Call): Call {
  const { query, operationName, variables } = JSON.parse(body) as Body;
  return {
    path,
    body: JSON.stringify({
      query: operationName ? query.replace(operationName, '') : query,
      variables: variables?.representations
        ? { ...variables, representations: unique(variables.representations) }
        : variables,
    }),
  };
}

function unique(values: readonly unknown[]): readonly unknown[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
