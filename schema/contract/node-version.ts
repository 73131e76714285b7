/** Oldest Node on which the hub runs. */
const OLDEST = 24;

/** Ends the process with a clear message when Node is too old: the project brings its own, see decision 1. */
export function requireNode(version = process.versions.node): void {
  if (Number.parseInt(version, 10) >= OLDEST) return;
  process.stderr.write(
    `Cần Node ${OLDEST} trở lên, đây là ${version}: hãy chạy qua "npm start" hoặc "npx node".\n` +
      `Node ${OLDEST} or later is needed, this is ${version}: run it by "npm start" or "npx node".\n`,
  );
  process.exit(2);
}
