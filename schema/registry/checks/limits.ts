import { text } from '../../contract/text.js';
import type { CheckContext } from './context.js';
import { findingsOf, type Found } from './finding.js';
import type { CheckLimits } from './input.js';
import type { Finding } from './report.js';
import { measured, type Measures } from './measure.js';
import { reservedNames } from './reserved.js';
import { strangeLetters } from './strange.js';
import { GraphQLError, parse, visit } from 'graphql';

/** Whether a proposed SDL is of a size, a shape and a spelling that can be judged. Nothing of it is trusted yet. */
export function checkLimits(context: CheckContext): readonly Finding[] {
  const { proposed, limits } = context.input;
  return findingsOf('LIMITS', context, limitFindings(proposed.sdl, limits));
}

function limitFindings(sdl: string, limits: CheckLimits): readonly Found[] {
  const bytes = Buffer.byteLength(sdl);
  if (bytes > limits.sdlBytes) return [tooMuch('SDL_TOO_LARGE', SIZE, { is: bytes, most: limits.sdlBytes })];
  try {
    const tooMany = overLimit(measured(sdl, limits), limits);
    return tooMany.length > 0 ? tooMany : partFindings(sdl, limits);
  } catch (error) {
    return [invalid(sdl, error)];
  }
}

interface Amount {
  readonly is: number;
  readonly most: number;
}

const SIZE = text('byte', 'bytes');

const MEASURED = {
  tokens: { code: 'SDL_TOO_LONG', unit: text('ký hiệu', 'tokens') },
  types: { code: 'SDL_TOO_MANY_TYPES', unit: text('kiểu', 'types') },
  depth: { code: 'SDL_TOO_DEEP', unit: text('tầng lồng nhau', 'nested levels') },
} as const satisfies Partial<Record<keyof CheckLimits, unknown>>;

function overLimit(measures: Measures, limits: CheckLimits): readonly Found[] {
  return (['tokens', 'types', 'depth'] as const)
    .filter((measure) => measures[measure] > limits[measure])
    .map((measure) => {
      const { code, unit } = MEASURED[measure];
      return tooMuch(code, unit, { is: measures[measure], most: limits[measure] });
    });
}

function tooMuch(
  code: string,
  unit: { readonly vi: string; readonly en: string },
  { is, most }: Amount,
): Found {
  return {
    code,
    message: text(
      `SDL có ${is} ${unit.vi} hoặc hơn; nhiều nhất là ${most}.`,
      `The SDL has ${is} ${unit.en} or more; at most ${most} are read.`,
    ),
    remedy: text('Hãy chia thành nhiều phân hệ.', 'Divide it into several subgraphs.'),
  };
}

/** Parts that are too long, have a name that is kept, or are written with letters that deceive the eye. */
function partFindings(sdl: string, limits: CheckLimits): readonly Found[] {
  const document = parse(sdl);
  const found = [...reservedNames(document)];
  visit(document, {
    InputValueDefinition: ({ name, defaultValue }) => {
      const { start = 0, end = 0, startToken } = defaultValue?.loc ?? {};
      if (end - start <= limits.defaultLength) return;
      const amount = { is: end - start, most: limits.defaultLength };
      const long = tooMuch(
        'DEFAULT_TOO_LARGE',
        text('ký tự giá trị mặc định', 'characters of default value'),
        amount,
      );
      found.push({ ...long, coordinate: name.value, line: startToken?.line });
    },
    StringValue: ({ value, loc }, key) => {
      const line = loc?.startToken.line;
      const isDescription = key === 'description';
      if (isDescription && value.length > limits.descriptionLength) {
        const amount = { is: value.length, most: limits.descriptionLength };
        const unit = text('ký tự mô tả', 'characters of description');
        found.push({ ...tooMuch('DESCRIPTION_TOO_LARGE', unit, amount), line });
      }
      found.push(...strangeLetters(value, isDescription).map((each) => ({ ...each, line })));
    },
  });
  return found;
}

function invalid(sdl: string, error: unknown): Found {
  if (!(error instanceof GraphQLError)) throw error;
  const line = error.locations?.[0]?.line;
  const letter = String.fromCodePoint(sdl.codePointAt(error.positions?.[0] ?? 0) ?? 0);
  const isForeign = letter > '\u007F';
  return {
    code: isForeign ? 'CONFUSABLE_NAME' : 'INVALID_GRAPHQL',
    ...(line !== undefined && { line }),
    message: text(`SDL không đúng cú pháp: ${error.message}`, `The SDL does not parse: ${error.message}`),
    remedy: isForeign
      ? text(
          'Tên chỉ gồm chữ Latinh không dấu, chữ số và dấu gạch dưới.',
          'Names consist of plain Latin letters, digits and underscores.',
        )
      : text(`Hãy sửa dòng ${line ?? 1}.`, `Correct line ${line ?? 1}.`),
  };
}
