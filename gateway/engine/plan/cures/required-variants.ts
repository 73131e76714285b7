import { entityFields, without } from './entity-fields.js';
import { parallel, type FetchStep, type Plan, type Required } from '../plan.js';
import type { RequiredFields } from './required-arguments.js';
import type { FieldNode } from 'graphql';

/** Stand-ins that one fetch may tell its subgraph of together. */
type Variant = Set<string>;

/**
 * Splits a fetch whose subgraph would have to be told of one field with two sets of arguments at once, so that each part
 * tells it one of them, and asks for what needs that one.
 */
export function splitByRequired(step: FetchStep, required: RequiredFields): Plan {
  if (!isAmbiguous(step.requires ?? [], required)) return step;
  const variants: Variant[] = [];
  const chosen = new Map<FieldNode, Variant>();
  for (const { field, type } of entityFields(step)) {
    const needed = required.neededBy(step.subgraph, type, field.name.value);
    chosen.set(field, variantFor(needed, variants, required));
  }
  return parallel(variants.map((variant) => partOf(step, { variant, chosen, required })));
}

/** Whether at one place one field is told twice. */
function isAmbiguous(parts: readonly Required[], required: RequiredFields): boolean {
  const names = parts.flatMap((part) =>
    part.kind === 'key' && required.fields.has(part.key) ? [part.name] : [],
  );
  return new Set(names).size < names.length || parts.some((part) => isAmbiguous(part.parts ?? [], required));
}

function variantFor(needed: ReadonlySet<string>, variants: Variant[], required: RequiredFields): Variant {
  const found = variants.find((variant) => !hasConflict(needed, variant, required));
  const variant = found ?? new Set();
  if (!found) variants.push(variant);
  for (const each of needed) variant.add(each);
  return variant;
}

function hasConflict(a: ReadonlySet<string>, b: ReadonlySet<string>, { fields }: RequiredFields): boolean {
  return [...a].some((one) =>
    [...b].some((other) => one !== other && fields.get(one)?.name.value === fields.get(other)?.name.value),
  );
}

interface Part {
  readonly variant: Variant;
  readonly chosen: ReadonlyMap<FieldNode, Variant>;
  readonly required: RequiredFields;
}

function partOf(step: FetchStep, { variant, chosen, required }: Part): FetchStep {
  const others = [...chosen].flatMap(([field, other]) => (other === variant ? [] : [field]));
  return { ...without(step, new Set(others)), requires: within(step.requires ?? [], variant, required) };
}

function within(parts: readonly Required[], variant: Variant, required: RequiredFields): readonly Required[] {
  return parts
    .filter((part) => part.kind === 'fragment' || !required.fields.has(part.key) || variant.has(part.key))
    .map((part) => (part.parts ? { ...part, parts: within(part.parts, variant, required) } : part));
}
