import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';

/**
 * What the graph has no names for, since it is not a system about people, in English and in Vietnamese.
 * Source: the hub's privacy rules; see `docs/privacy.md`.
 */
export const FORBIDDEN_WORDS = [
  'informant',
  'suspect',
  'offender',
  'opinion',
  'ideology',
  'attitude',
  'loyalty',
  'religion',
  'ethnicity',
  'politicalView',
  'striker',
  'participantName',
  'ringleader',
  'citizenId',
  'cccd',
  'phone',
  'dateOfBirth',
  'homeAddress',
  'resident',
  'tenant',
  'face',
  'fingerprint',
  'nguoiCungCapTin',
  'nguoiToGiac',
  'nghiCan',
  'nghiPham',
  'toiPham',
  'tuTuong',
  'quanDiem',
  'thaiDo',
  'longTrungThanh',
  'tonGiao',
  'danToc',
  'nguoiDinhCong',
  'keCamDau',
  'soCanCuoc',
  'cmnd',
  'dienThoai',
  'ngaySinh',
  'diaChiNha',
  'vanTay',
] as const;

/** A name that the graph must not have. */
export interface ForbiddenName {
  /** Such as `Worker.homeAddress`. */
  readonly place: string;
  readonly word: string;
}

/** Every name of a type, field, argument or enum value of the schema that holds a forbidden word as a whole word. */
export function forbiddenNames(schema: GraphQLSchema): readonly ForbiddenName[] {
  return placesOf(schema).flatMap((place) => {
    const word = forbiddenWordIn(place.split(/[.(]/).at(-1) ?? '');
    return word ? [{ place, word }] : [];
  });
}

/** The forbidden word within a name, after splitting camelCase and SNAKE_CASE; none in `FACEBOOK` or `RESIDENTIAL`. */
export function forbiddenWordIn(name: string): string | undefined {
  const words = ` ${wordsOf(name)} `;
  return FORBIDDEN_WORDS.find(
    (word) => words.includes(` ${wordsOf(word)} `) || words.includes(` ${wordsOf(word)}s `),
  );
}

function wordsOf(name: string): string {
  const parted = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  return parted.replaceAll('_', ' ').toLowerCase().trim();
}

function placesOf(schema: GraphQLSchema): readonly string[] {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return types.flatMap((type) => {
    if (isEnumType(type)) return [type.name, ...type.getValues().map(({ name }) => `${type.name}.${name}`)];
    if (isInputObjectType(type))
      return [type.name, ...Object.keys(type.getFields()).map((name) => `${type.name}.${name}`)];
    if (!isObjectType(type) && !isInterfaceType(type)) return [getNamedType(type).name];
    return [
      type.name,
      ...Object.values(type.getFields()).flatMap(({ name, args }) => [
        `${type.name}.${name}`,
        ...args.map((arg) => `${type.name}.${name}(${arg.name}`),
      ]),
    ];
  });
}
