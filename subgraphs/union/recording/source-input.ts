import { statingFrom } from '../../shared/sources/source-input.js';
import { KnownSource } from '../source/known-source.entity.js';

export { ReportedSourceInput } from '../../shared/sources/source-input.js';

/** The provenance that an input states. */
export const statedIn = statingFrom(KnownSource);
