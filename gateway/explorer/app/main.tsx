import './nonce.js';
import './placed.js';
import 'graphiql/setup-workers/vite';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import './theme.css';
import './layout.css';
import './panes.css';
import './runs.css';
import './examples.css';
import './docs.css';
import './tools.css';
import './office.css';
import { App } from './app.js';
import { LanguageProvider } from './language.js';
import { markdown } from '@graphiql/react';
import { createRoot } from 'react-dom/client';

// Descriptions are text of other people: no links to click, no pictures to load, whatever they hold.
markdown.set({ html: false, linkify: false }).disable(['link', 'image', 'autolink', 'reference']);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(
  <LanguageProvider>
    <App />
  </LanguageProvider>,
);
