import type { Example } from '../example.js';
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';
import { useEffect, useState } from 'react';

/** Gives a function that puts an example into the editors and runs it, as soon as the editors are there. */
export function useRunner(): (example: Example) => void {
  const editors = useGraphiQL(({ queryEditor, variableEditor, responseEditor }) => ({
    queryEditor,
    variableEditor,
    responseEditor,
  }));
  const actions = useGraphiQLActions();
  const [waiting, setWaiting] = useState<Example | null>(null);
  const { queryEditor, variableEditor, responseEditor } = editors;
  useEffect(() => {
    if (!waiting || !queryEditor || !variableEditor || !responseEditor) return;
    queryEditor.setValue(waiting.query);
    variableEditor.setValue(variablesOf(waiting));
    // The editor notices a new operation only a moment later; the run must not carry the old one's name.
    actions.setOperationName(operationNameOf(waiting.query));
    actions.run();
    setWaiting(null);
  }, [waiting, queryEditor, variableEditor, responseEditor, actions]);
  return setWaiting;
}

function variablesOf({ variables }: Example): string {
  return Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2);
}

/** The operation's name; empty for a nameless one. */
function operationNameOf(query: string): string {
  const operation = parse(query, { noLocation: true }).definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return operation?.name?.value ?? '';
}
