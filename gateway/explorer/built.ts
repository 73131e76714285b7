import { projectPath } from '../../schema/contract/project.js';

/** Folder of the built sandbox. */
export const BUILT_FOLDER = projectPath('dist', 'explorer');

/** Stands in the built page for the nonce that each answer draws anew. */
export const NONCE_PLACEHOLDER = 'STYLE-NONCE';

/** How a file lies beside itself in compressed form: content coding and file ending, best first. */
export const CODINGS = [
  { coding: 'br', ending: '.br' },
  { coding: 'gzip', ending: '.gz' },
] as const;
