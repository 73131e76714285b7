import { projectPath } from './schema/contract/project.js';
import { aHub } from './test/support/hub.js';
import { loadExamples } from './gateway/explorer/examples.js';
process.env['TEST_RUN'] = 'lead_' + process.pid;
process.env['TEST_SERVER_URL'] = 'postgres://postgres@127.0.0.1:55432/postgres';
const hub = await aHub();
for (const e of loadExamples(projectPath('gateway','explorer','examples'))) {
  if (process.argv[2] && process.argv[2] !== e.id) continue;
  const a = await hub.ask(e.query, e.variables);
  console.log('=====', e.id, 'statements', a.statements, 'fetches', a.fetches.join(','), a.errors ? JSON.stringify(a.errors).slice(0, 1500) : 'ok', JSON.stringify((JSON.parse(a.body) as any).extensions));
  if (process.argv[2]) console.log(JSON.stringify(a.data, null, 1));
}
await hub.close();
