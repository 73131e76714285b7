import { createFetcher } from './fetcher.js';
import { keptWork } from './kept.js';
import { useLanguage } from './language.js';
import { recall } from './memory.js';
import { Runs } from './run/runs.js';
import { Workbench } from './workbench.js';
import { WORDS } from './words.js';
import { DOC_EXPLORER_PLUGIN, DocExplorerStore } from '@graphiql/plugin-doc-explorer';
import { GraphiQLProvider } from '@graphiql/react';
import { useState, type ReactNode } from 'react';

const PLUGINS = [DOC_EXPLORER_PLUGIN];

/** The whole sandbox: GraphiQL's parts, told how to ask the graph, around the page of this project. */
export function App(): ReactNode {
  const { say } = useLanguage();
  const [runs] = useState(() => new Runs());
  const [fetcher] = useState(() => createFetcher(runs));
  return (
    <GraphiQLProvider
      fetcher={fetcher}
      storage={keptWork}
      initialQuery={recall('graphiql:query') ?? say(WORDS.welcome)}
      plugins={PLUGINS}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      inputValueDeprecation
      schemaDescription
    >
      <DocExplorerStore>
        <Workbench runs={runs} />
      </DocExplorerStore>
    </GraphiQLProvider>
  );
}
