/** Removes what the run left on the server, and stops the server if the run started it. */
export default async function stopServer() {
  if (globalThis.testCluster) {
    await globalThis.testCluster.stop();
    return;
  }
  const { dropRun } = await import('./cluster.mjs');
  await dropRun();
}
