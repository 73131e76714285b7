import type { SubgraphAnswer } from '../../reach/reach.js';
import type { Data } from './data.js';
import { isData } from './data.js';
import { dataIn, expectedFailure, type PreparedFetch } from './fetch.js';
import { gather, type Found } from './gather.js';
import { mergeInto } from './merge.js';
import { representing, type Represent } from './representation.js';
import { rewrite } from './rewrites.js';
import type { Scope } from './scope.js';
import type { GraphQLFormattedError } from 'graphql';

/** Objects that are told to the subgraph in the same words, so that they are one record. */
type Group = Set<Data>;

/** Runs fetches of what one subgraph knows of objects that others answered. */
export class EntityFetch {
  private readonly represent: Represent;

  constructor(private readonly fetch: PreparedFetch) {
    const { step, relations } = fetch;
    this.represent = representing(step.requires ?? [], relations);
  }

  /** Runs the fetch, unless there is no object for it; what goes wrong is remembered in the scope. */
  async run(scope: Scope): Promise<void> {
    const groups = this.groupsIn(scope);
    if (groups.size === 0) return;
    try {
      const answer = await this.fetch.send(scope, this.representations(groups));
      this.fill(scope, [...groups.values()], answer);
    } catch (error) {
      this.fetch.failedAt(scope, expectedFailure(error));
      markAll(groups.values(), scope.failed);
    }
  }

  private groupsIn(scope: Scope): Map<string, Group> {
    const groups = new Map<string, Group>();
    const wholes = new Map<string, Data>();
    for (const found of gather(scope.root, this.fetch.step.path)) {
      const representation = this.represent(found.object);
      if (!representation) {
        scope.skip(found.object);
        continue;
      }
      const { json, keyCount } = representation;
      const object =
        keyCount === undefined
          ? found.object
          : oneOfEqual(found, { json, keyCount, wholes, shared: scope.shared });
      const group = groups.get(json);
      if (group) group.add(object);
      else groups.set(json, new Set([object]));
    }
    return groups;
  }

  private representations(groups: ReadonlyMap<string, Group>): string {
    const { step, relations } = this.fetch;
    const json = `[${[...groups.keys()].join(',')}]`;
    if (step.inputRewrites.length === 0) return json;
    const objects: unknown = JSON.parse(json);
    rewrite(objects, step.inputRewrites, relations);
    return JSON.stringify(objects);
  }

  private fill(scope: Scope, groups: readonly Group[], answer: SubgraphAnswer): void {
    for (const error of answer.errors ?? []) this.remember(scope, groups, error);
    const entities = dataIn(answer)?.['_entities'];
    if (!Array.isArray(entities) || entities.length !== groups.length) {
      if (Array.isArray(entities) || !answer.errors?.length) throw this.fetch.noAnswer();
      markAll(groups, scope.failed);
      return;
    }
    groups.forEach((group, index) => this.fillGroup(scope, group, entities[index]));
  }

  private fillGroup(scope: Scope, group: Group, entity: unknown): void {
    if (!isData(entity)) {
      markAll([group], scope.unknown);
      return;
    }
    rewrite(entity, this.fetch.step.outputRewrites, this.fetch.relations);
    for (const object of group) mergeInto(object, entity, this.fetch.relations);
  }

  private remember(scope: Scope, groups: readonly Group[], error: GraphQLFormattedError): void {
    const [first, index, ...tail] = error.path ?? [];
    const objects = first === '_entities' && typeof index === 'number' ? groups[index] : undefined;
    if (!objects) {
      this.fetch.failedAt(scope, error);
      return;
    }
    scope.errors.push({ error, path: this.fetch.step.path, objects, tail, keys: this.fetch.keys });
    if (tail.length === 0) markAll([objects], scope.failed);
  }
}

interface Wholes {
  readonly json: string;
  readonly keyCount: number;
  /** Objects that hold nothing but what their representation says. */
  readonly wholes: Map<string, Data>;
  /** Told of objects that stand at several places. */
  readonly shared: Set<Data>;
}

/** Where an equal object was met before, that one takes the place of this one, so that it is filled and written once. */
function oneOfEqual({ object, holder, key }: Found, { json, keyCount, wholes, shared }: Wholes): Data {
  if (Object.keys(object).length !== keyCount) return object;
  const known = wholes.get(json);
  if (!known) wholes.set(json, object);
  if (!known || known === object) return object;
  (holder as Data)[key] = known;
  shared.add(known);
  return known;
}

function markAll(groups: Iterable<Group>, marked: Set<Data>): void {
  for (const group of groups) for (const object of group) marked.add(object);
}
