import '@oxc-node/core/register';

/** Starts the database server of the whole run, or takes the one that TEST_DATABASE_URL names. */
export default async function startServer() {
  process.env.TEST_RUN = `lien_thong_test_${process.pid}`;
  if (process.env.TEST_DATABASE_URL) {
    process.env.TEST_SERVER_URL = process.env.TEST_DATABASE_URL;
    return;
  }
  const { startTestCluster } = await import('./cluster.ts');
  globalThis.testCluster = await startTestCluster();
  process.env.TEST_SERVER_URL = globalThis.testCluster.url;
}
