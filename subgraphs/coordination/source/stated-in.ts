import { statingFrom } from '../../shared/sources/source-input.js';
import { RegisteredSource } from './registered-source.entity.js';

/** The provenance that an input states. */
export const statedIn = statingFrom(RegisteredSource);
