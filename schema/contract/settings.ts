import { HubError } from './errors.js';
import { text, type Text } from './text.js';
import { z } from 'zod';

/** The process environment, or a stand-in for it in tests. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A TCP port; 0 asks the system for a free one. */
export const port = z.coerce.number().int().min(0).max(65_535);

/** What would be right for settings of which their form alone does not say it; `register` comes last on a setting. */
export const RULES = z.registry<Text>();

/**
 * Reads settings from environment variables. An empty variable counts as absent.
 *
 * @throws HubError INVALID_SETTING that names the first wrong variable, what was given and what would be right; what
 * could be secret is not repeated.
 */
export function readSettings<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Environment,
): z.infer<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  const name = String(result.error.issues[0]?.path[0]);
  const setting = shape[name] as z.ZodType | undefined;
  const rule = (setting && RULES.get(setting)) ?? ruleIn(result.error.issues[0]);
  throw wrongSetting(name, [givenAs(name, given[name]), rule, exampleOf(setting)]);
}

function wrongSetting(name: string, parts: readonly Text[]): HubError {
  const said = (language: keyof Text) =>
    parts
      .map((part) => part[language])
      .filter(Boolean)
      .join(', ');
  return new HubError(
    'INVALID_SETTING',
    text(
      `Thiết lập ${name} không hợp lệ: ${said('vi')}; xem docs/settings.md.`,
      `Setting ${name} is wrong: ${said('en')}; see docs/settings.md.`,
    ),
    { setting: name },
  );
}

const UNSAID = text('', '');
/** Addresses may hold a password before their `@`. */
const MAYBE_SECRET = /@|^\s*-----BEGIN/;
const SECRET_NAME = /DATABASE|PASSWORD|SECRET/;
/** How much of a wrong value is repeated. Unit: characters. */
const TOLD_LENGTH = 80;

function givenAs(name: string, value: string | undefined): Text {
  if (value === undefined) return text('chưa được đặt', 'it is not given');
  if (SECRET_NAME.test(name) || MAYBE_SECRET.test(value)) return UNSAID;
  const told = JSON.stringify(value.length > TOLD_LENGTH ? `${value.slice(0, TOLD_LENGTH)}…` : value);
  return text(`giá trị hiện là ${told}`, `it is ${told}`);
}

/** Settings are plain values, or lists of them. */
type Value = string | number | boolean;

/** The default shows the form. */
function exampleOf(setting: z.ZodType | undefined): Text {
  const usual = setting?.safeParse(undefined).data as Value | readonly Value[] | undefined;
  if (usual === undefined) return UNSAID;
  const told = [usual].flat().join(',');
  return text(`ví dụ ${told}`, `for example ${told}`);
}

type Issue = z.core.$ZodIssue;
type Rule<Code extends Issue['code']> = (issue: Extract<Issue, { readonly code: Code }>) => Text;

/** What would be right, by what is wrong. */
const RULE_OF: { readonly [Code in Issue['code']]?: Rule<Code> } = {
  too_small: ({ minimum }) => text(`cần ít nhất ${minimum}`, `at least ${minimum} is needed`),
  too_big: ({ maximum }) => text(`chỉ được tối đa ${maximum}`, `at most ${maximum} is allowed`),
  invalid_value: ({ values }) => {
    const names = values.map(String).join(', ');
    return text(`cần một trong: ${names}`, `one of these is needed: ${names}`);
  },
  invalid_type: ({ expected }) =>
    expected === 'string'
      ? text('phải được đặt', 'it must be given')
      : text('cần một số nguyên', 'a whole number is needed'),
  invalid_format: ({ format }) =>
    format === 'url'
      ? text(
          'cần một địa chỉ http hoặc https đầy đủ, ví dụ https://host.example/path',
          'a whole address by http or https is needed, for example https://host.example/path',
        )
      : text('giá trị sai dạng', 'it has the wrong form'),
};

function ruleIn(issue: Issue | undefined): Text {
  const rule = issue && (RULE_OF[issue.code] as ((issue: Issue) => Text) | undefined);
  return issue && rule ? rule(issue) : text('giá trị không được chấp nhận', 'the value is not accepted');
}
