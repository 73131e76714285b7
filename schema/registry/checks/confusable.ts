import { text } from '../../contract/text.js';
import type { CheckContext } from './context.js';
import type { Found } from './finding.js';

/** New types whose names look like the name of another agency's type. */
export function confusableTypes(context: CheckContext): readonly Found[] {
  const theirs = new Map(
    context.others().flatMap(({ types }) => [...types.keys()].map((name) => [skeleton(name), name])),
  );
  const own = [...context.reading().types.values()].filter(({ name }) => !context.former()?.types.has(name));
  return own.flatMap(({ name, line }) => {
    const other = theirs.get(skeleton(name));
    return other === undefined || other === name ? [] : [confusable(name, other, line)];
  });
}

/** What is left of a name to the hasty eye. Source: Unicode Technical Standard 39, for plain Latin letters. */
export function skeleton(name: string): string {
  return LOOKALIKES.reduce((seen, [letters, as]) => seen.replaceAll(letters, as), name.toLowerCase());
}

const LOOKALIKES: readonly (readonly [letters: RegExp, as: string])[] = [
  [/_/g, ''],
  [/0/g, 'o'],
  [/[1i]/g, 'l'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
];

function confusable(name: string, other: string, line: number | undefined): Found {
  return {
    code: 'CONFUSABLE_NAME',
    severity: 'WARNING',
    coordinate: name,
    ...(line !== undefined && { line }),
    message: text(
      `${name} trông giống ${other} của chủ quản khác.`,
      `${name} looks like ${other} of another agency.`,
    ),
    remedy: text('Hãy đặt tên khác hẳn.', 'Give it a name that is plainly another.'),
  };
}
