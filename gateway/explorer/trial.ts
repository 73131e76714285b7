/** Where a process that issues trial tokens is asked for one. */
export const TRIAL_PATH = '/trial/token';
/** Where every process that has the sandbox tells for which roles it issues them. */
export const TRIAL_ROLES_PATH = '/trial/roles.json';
