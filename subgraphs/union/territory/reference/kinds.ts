import { AdministrativeLevel, AdministrativeUnitType } from '../administrative-unit.entity.js';

/** What a unit is called in both languages. */
interface Kind {
  readonly vi: string;
  readonly en: string;
  readonly level: AdministrativeLevel;
  readonly unitType: AdministrativeUnitType;
}

const { COMMUNE, DISTRICT } = AdministrativeLevel;

/** The kinds of units that the lists hold, by the word with which their names begin. */
const KINDS: readonly Kind[] = [
  { vi: 'Quận', en: 'District', level: DISTRICT, unitType: AdministrativeUnitType.QUAN },
  { vi: 'Huyện', en: 'District', level: DISTRICT, unitType: AdministrativeUnitType.HUYEN },
  { vi: 'Thị xã', en: 'Town', level: DISTRICT, unitType: AdministrativeUnitType.THI_XA },
  { vi: 'Thành phố', en: 'City', level: DISTRICT, unitType: AdministrativeUnitType.THANH_PHO_THUOC_TINH },
  { vi: 'Xã', en: 'Commune', level: COMMUNE, unitType: AdministrativeUnitType.XA },
  { vi: 'Phường', en: 'Ward', level: COMMUNE, unitType: AdministrativeUnitType.PHUONG },
  { vi: 'Thị trấn', en: 'Township', level: COMMUNE, unitType: AdministrativeUnitType.THI_TRAN },
  { vi: 'Đặc khu', en: 'Special Zone', level: COMMUNE, unitType: AdministrativeUnitType.DAC_KHU },
];

/** What a unit's name tells of it. */
export interface NamedKind {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly level: AdministrativeLevel;
  readonly unitType: AdministrativeUnitType;
}

/** Reads a name such as `Phường Hà Đông`. @throws Error when it begins with no kind of unit */
export function kindOf(nameVi: string): NamedKind {
  const kind = KINDS.find(({ vi }) => nameVi.startsWith(`${vi} `));
  if (!kind) throw new Error(`${nameVi} begins with no kind of administrative unit.`);
  const { vi, en, level, unitType } = kind;
  const proper = nameVi.slice(vi.length + 1);
  return { nameVi, nameEn: /^\d+$/.test(proper) ? `${en} ${proper}` : `${proper} ${en}`, level, unitType };
}
