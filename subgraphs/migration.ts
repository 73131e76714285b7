import 'reflect-metadata';
import { projectPath } from '../schema/contract/project.js';
import { readSettings } from '../schema/contract/settings.js';
import { DATABASE_SETTING } from './database-setting.js';
import { PLANS } from './plans.js';
import { Database } from './shared/database/database.js';
import { writeFile } from 'node:fs/promises';

/**
 * Writes the next migration of a subgraph: the SQL that brings the database at DATABASE_URL, which holds all earlier
 * ones, up to the mapping. Usage: `npm run migration -- union add-facilities`.
 */
const [name = '', title = ''] = process.argv.slice(2);
const plan = PLANS.find((candidate) => candidate.name === name);
if (!plan || !/^[a-z-]+$/.test(title))
  throw new Error('Usage: npm run migration -- union|coordination|recognition title-in-words');

const { DATABASE_URL: url } = readSettings(DATABASE_SETTING, process.env);
const database = await Database.open({ url, records: plan.entities, migrations: plan.migrations });
await database.migrate();
const statements = await database.drift();
await database.close();

const number = String(plan.migrations.length + 1).padStart(4, '0');
const file = projectPath('subgraphs', name, 'migrations', `${number}-${title}.ts`);
const className = `Migration${number}`;
const body = statements.map((statement) => `    this.addSql(${JSON.stringify(statement)});`).join('\n');
await writeFile(
  file,
  `import { Migration } from '@mikro-orm/migrations';\n\n/** ${title.replaceAll('-', ' ')}. */\nexport class ${className} extends Migration {\n  override up(): void {\n${body}\n  }\n}\n`,
);
