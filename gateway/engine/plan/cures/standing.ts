import { textOf, type Composite, type Composites } from './composites.js';
import type { ConstDirectiveNode } from 'graphql';

/** Where objects of a supergraph may stand for an interface, so that a subgraph that has them does not know their types. */
export class Standing {
  /** By the interface: the graphs that take it for an object. */
  private readonly takers: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(private readonly composites: Composites) {
    const found = composites.all.map(
      ({ name, directives = [] }) =>
        [name.value, new Set(directives.filter(isTaking).flatMap((each) => graphOf(each)))] as const,
    );
    this.takers = new Map(found.filter(([, graphs]) => graphs.size > 0));
  }

  /** Whether there are any. */
  get isAnywhere(): boolean {
    return this.takers.size > 0;
  }

  /** Whether any subgraph takes the interface for an object. */
  has(type: string): boolean {
    return this.takers.has(type);
  }

  /** Whether a field may be answered by a subgraph that takes the interface for an object. */
  leadsTo(type: string, field: string, to: string): boolean {
    return this.homesOf(type, field).some((graph) => this.takers.get(to)?.has(graph) ?? false);
  }

  /** Whether subgraphs that take the interface for an object have to be told of others for a field of it. */
  isTold(type: string, field: string): boolean {
    const joins = this.joinsOf(type, field).filter((join) => textOf(join, 'requires') !== undefined);
    return joins.flatMap(graphOf).some((graph) => this.takers.get(type)?.has(graph) ?? false);
  }

  private homesOf(type: string, field: string): readonly string[] {
    const { interfaces = [], directives = [] } = this.composites.type(type) ?? NONE;
    const joins = this.joinsOf(type, field);
    const stated = joins.filter((join) => textOf(join, 'external') !== 'true').flatMap(graphOf);
    if (joins.length === 0) return directives.filter(isJoinType).flatMap(graphOf);
    if (stated.length > 0) return stated;
    return interfaces.flatMap(({ name }) =>
      this.composites.field(name.value, field) ? this.homesOf(name.value, field) : [],
    );
  }

  private joinsOf(type: string, field: string): readonly ConstDirectiveNode[] {
    const { directives = [] } = this.composites.field(type, field) ?? {};
    return directives.filter(({ name }) => name.value === 'join__field');
  }
}

const NONE: Pick<Composite, 'interfaces' | 'directives'> = {};

function isJoinType({ name }: ConstDirectiveNode): boolean {
  return name.value === 'join__type';
}

function isTaking(directive: ConstDirectiveNode): boolean {
  return isJoinType(directive) && textOf(directive, 'isInterfaceObject') === 'true';
}

function graphOf(directive: ConstDirectiveNode): readonly string[] {
  const graph = textOf(directive, 'graph');
  return graph === undefined ? [] : [graph];
}
