/** What the hub's server is told at every start, so that a newer hub's choice holds for older data too. */
const OPTIONS: Readonly<Record<string, string>> = {
  // Reached from this machine alone.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  authentication_timeout: '10s',

  // Small and bounded. Huge pages that a container promises and does not have would crash the server.
  max_connections: '100',
  shared_buffers: '64MB',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  huge_pages: 'off',
  max_wal_size: '256MB',
  temp_file_limit: '1GB',
  jit: 'off',

  // What was acknowledged is on the disk.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',

  // The same answers on every machine.
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'ISO, YMD',

  // No statement and no value of a record reaches a log; mistakes in statements are told to their sender alone.
  log_destination: 'stderr',
  logging_collector: 'off',
  log_line_prefix: '',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_checkpoints: 'off',
};

/** The server's command-line arguments. */
export function optionsFor(port: number): readonly string[] {
  return Object.entries({ ...OPTIONS, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
}
