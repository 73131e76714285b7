import { spelledMember, spelledHead } from '../ownership/alike.js';
import type { MemberReading, SubgraphReading, TypeReading } from '../reading/subgraph.js';
import type { InputValueDefinitionNode } from 'graphql';

/** A part of a proposed SDL that is new, or not as it was. */
export interface ChangedPart {
  readonly coordinate: string;
  readonly type: TypeReading;
  readonly line?: number;
  /** The field or value, when it is one, or the one to which the argument belongs. */
  readonly member?: MemberReading;
  readonly argument?: InputValueDefinitionNode;
}

/** The parts of an SDL that are new or changed since its former version; a stub of another's type counts as well. */
export function changedParts(
  reading: SubgraphReading,
  former: SubgraphReading | undefined,
): readonly ChangedPart[] {
  return [...reading.types.values()].flatMap((type) => {
    const before = former?.types.get(type.name);
    const isHeadChanged = !before || spelledHead(before) !== spelledHead(type);
    const members = [...type.members.values()].filter((member) => isChanged(member, before));
    return [
      ...(isHeadChanged ? [{ coordinate: type.name, type, line: type.line }] : []),
      ...members.flatMap((member) => memberParts(type, member)),
    ];
  });
}

function isChanged(member: MemberReading, before: TypeReading | undefined): boolean {
  const former = before?.members.get(member.name);
  return !former || spelledMember(former, 'DESCRIBED') !== spelledMember(member, 'DESCRIBED');
}

function memberParts(type: TypeReading, member: MemberReading): readonly ChangedPart[] {
  const coordinate = `${type.name}.${member.name}`;
  const given = 'arguments' in member.node ? (member.node.arguments ?? []) : [];
  return [
    { coordinate, type, member, line: member.line },
    ...given.map((argument) => ({
      coordinate: `${coordinate}(${argument.name.value}:)`,
      type,
      member,
      argument,
      line: argument.loc?.startToken.line,
    })),
  ];
}
