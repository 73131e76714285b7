import type { SubgraphAnswer } from '../../reach/reach.js';
import { batchesOf, type Values } from './context-values.js';
import type { Data } from './data.js';
import { isData } from './data.js';
import { isEqual } from './equal.js';
import { dataIn, expectedFailure, type PreparedFetch } from './fetch.js';
import { gather, type Found } from './gather.js';
import { mergeInto } from './merge.js';
import { representing, type Represent } from './representation.js';
import { rewrite } from './rewrites.js';
import type { Scope } from './scope.js';
import { gatheringWanted, type Gather } from './wanted.js';
import type { GraphQLFormattedError } from 'graphql';

/** Objects that are told to the subgraph in the same words, so that they are one record. */
type Group = Data[];
/** By what the subgraph is told. */
type Groups = Map<string, Group>;

/** Runs fetches of what one subgraph knows of objects that others answered. */
export class EntityFetch {
  private readonly represent: Represent;
  private readonly gather: Gather;

  constructor(private readonly fetch: PreparedFetch) {
    const { step, relations } = fetch;
    this.represent = representing(step.requires ?? [], relations);
    this.gather = step.wanted
      ? gatheringWanted(step.path, step.wanted, relations)
      : (root) => gather(root, step.path);
  }

  /** Runs the fetch, unless there is no object for it; what goes wrong is remembered in the scope. */
  async run(scope: Scope): Promise<void> {
    const { path, contextRewrites: rewrites } = this.fetch.step;
    if (rewrites.length === 0) {
      await this.ask(scope, this.groupsOf(this.gather(scope.root), scope));
      return;
    }
    const { relations } = this.fetch;
    const batches = batchesOf({ root: scope.root, path, rewrites, relations }, (each) => scope.skip(each));
    await Promise.all(
      batches.map(({ values, found }) => this.ask(scope, this.groupsOf(found, scope), values)),
    );
  }

  private async ask(scope: Scope, groups: Groups, values?: Values): Promise<void> {
    if (groups.size === 0) return;
    try {
      const answer = await this.fetch.send(scope, this.representations(groups), values);
      this.fill(scope, [...groups.values()], answer);
    } catch (error) {
      this.fetch.failedAt(scope, expectedFailure(error), new Set([...groups.values()].flat()));
      markAll(groups.values(), scope.failed);
    }
  }

  private groupsOf(all: readonly Found[], scope: Scope): Groups {
    const groups: Groups = new Map();
    let previous: Data | undefined;
    for (const found of all) {
      if (found.object === previous) continue;
      previous = found.object;
      const representation = this.represent(found.object);
      const group = representation === null ? undefined : groups.get(representation);
      if (representation === null) scope.skip(found.object);
      else if (!group) groups.set(representation, [found.object]);
      else if (!this.isReplaced(found, group[0], scope)) group.push(found.object);
    }
    return groups;
  }

  /**
   * Puts the first object of a group in the place of one that is equal through and through, so that it is filled and
   * written once. After an error that is not done, since errors have their places.
   */
  private isReplaced(
    { object, holder, key }: Found,
    first: Data | undefined,
    { shared, errors }: Scope,
  ): boolean {
    if (!first || first === object) return first === object;
    if (!this.fetch.mayShare || errors.length > 0 || !isEqual(object, first)) return false;
    (holder as Data)[key] = first;
    shared.add(first);
    return true;
  }

  private representations(groups: Groups): string {
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
    for (const object of group)
      mergeInto(object, this.fetch.mayShare ? entity : structuredClone(entity), this.fetch.relations);
  }

  private remember(scope: Scope, groups: readonly Group[], error: GraphQLFormattedError): void {
    const [first, index, ...tail] = error.path ?? [];
    const objects = first === '_entities' && typeof index === 'number' ? groups[index] : undefined;
    if (!objects) {
      this.fetch.failedAt(scope, error, new Set(groups.flat()));
      return;
    }
    scope.errors.push({
      error,
      path: this.fetch.step.path,
      objects: new Set(objects),
      tail,
      keys: this.fetch.keys,
    });
    if (tail.length === 0) markAll([objects], scope.failed);
  }
}

function markAll(groups: Iterable<Group>, marked: Set<Data>): void {
  for (const group of groups) for (const object of group) marked.add(object);
}
