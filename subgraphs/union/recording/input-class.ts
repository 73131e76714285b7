import type { MutationInput } from '../../shared/writing/input.js';

/** A class of inputs to which the fields of a record are added: of a new record, or of one that is described anew. */
export type InputClass<Input extends MutationInput> = abstract new () => Input;
