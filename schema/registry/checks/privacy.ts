import { text } from '../../contract/text.js';
import { forbiddenWordIn } from '../privacy-words.js';
import type { MemberNode } from '../reading/subgraph.js';
import type { CheckContext } from './context.js';
import { findingsOf, type Found } from './finding.js';
import type { Finding } from './report.js';

/** Whether the SDL has names for what the graph is not to know. Source: the hub's privacy rules; see `docs/privacy.md`. */
export function checkPrivacy(context: CheckContext): readonly Finding[] {
  const named = [...context.reading().types.values()].flatMap((type) => [
    { coordinate: type.name, name: type.name, line: type.line },
    ...[...type.members.values()].flatMap((member) => [
      { coordinate: `${type.name}.${member.name}`, name: member.name, line: member.line },
      ...argumentsOf(member.node, `${type.name}.${member.name}`),
    ]),
  ]);
  return findingsOf('PRIVACY', context, named.flatMap(forbidden));
}

interface NamedPlace {
  readonly coordinate: string;
  readonly name: string;
  readonly line: number | undefined;
}

function argumentsOf(node: MemberNode, field: string): readonly NamedPlace[] {
  const given = 'arguments' in node ? (node.arguments ?? []) : [];
  return given.map(({ name, loc }) => ({
    coordinate: `${field}(${name.value}:)`,
    name: name.value,
    line: loc?.startToken.line,
  }));
}

function forbidden({ coordinate, name, line }: NamedPlace): readonly Found[] {
  const word = forbiddenWordIn(name);
  if (word === undefined) return [];
  return [
    {
      code: 'PRIVACY_WORD',
      coordinate,
      ...(line !== undefined && { line }),
      message: text(
        `${coordinate} có từ "${word}": đồ thị không ghi về cá nhân.`,
        `${coordinate} holds the word "${word}": the graph is not about persons.`,
      ),
      remedy: text(
        'Hãy bỏ phần này, hoặc đặt tên theo điều thực sự ghi; xem docs/privacy.md.',
        'Leave this out, or name it by what it really is; see docs/privacy.md.',
      ),
    },
  ];
}
