import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds what the tests run as processes, and starts the database server of the run or takes TEST_DATABASE_URL's. */
export default async function startServer() {
  execFileSync('npx', ['--no-install', 'tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
    timeout: 120_000,
  });
  process.env.TEST_BUILD = fileURLToPath(new URL('../../dist', import.meta.url));
  process.env.TEST_RUN = `lien_thong_test_${process.pid}`;
  if (process.env.TEST_DATABASE_URL) {
    process.env.TEST_SERVER_URL = process.env.TEST_DATABASE_URL;
    return;
  }
  const { startTestCluster } = await import('./cluster.mjs');
  globalThis.testCluster = await startTestCluster();
  process.env.TEST_SERVER_URL = globalThis.testCluster.url;
}
