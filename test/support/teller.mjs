import pg from 'pg';

/** A process that announces ever higher numbers about one record, and says of each when it is acknowledged. */
const [databaseUrl, entity, from] = process.argv.slice(2);
const client = new pg.Client({ connectionString: databaseUrl });
await client.connect();
for (let n = Number(from); ; n++) {
  await client.query(`select announce($1, 'COUNTED', jsonb_build_object('n', $2::int))`, [entity, n]);
  process.stdout.write(`${n}\n`);
}
