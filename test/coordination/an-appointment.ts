import type { Caller } from '../../schema/contract/caller.js';
import { aRegisterAtWork, type Done } from './at-work.js';
import { idOf, of, policeOfficer } from './practice.js';

/** The police of Bắc Ninh since July 2025, and their officer. */
export const POLICE = idOf('PoliceOrganization', 'cong-an-bac-ninh-2025');
export const OFFICER = policeOfficer('cong-an-bac-ninh-2025');

/** A source as inputs state it. */
export const SOURCE = {
  source: 'reorganisation-law',
  quote: 'bổ nhiệm',
  statedBy: 'Bộ Công an',
  statedOn: '2025-07-01',
};

/** A name of its own for each appointment. */
export function aName(): string {
  const letter = (at: number): string => String.fromCodePoint(97 + (at % 26));
  names += 1;
  return `Nguyễn Văn T${letter(names)}${letter(Math.floor(names / 26))}`;
}
let names = 0;

const anAppointment = (more: object) => ({
  name: aName(),
  organization: POLICE,
  officeVi: 'Giám đốc Công an tỉnh',
  officeEn: 'Director of the provincial police',
  rankVi: 'Đại tá',
  rankEn: 'Colonel',
  from: '2026-01-01',
  source: SOURCE,
  ...more,
});

/** A register in which officials are appointed, and leave their offices. */
export async function anOfficialRegister() {
  const register = await aRegisterAtWork();
  const appointed = (more: object = {}, officer: Caller = OFFICER): Promise<Done> =>
    register.change(officer, 'appointOfficial', anAppointment(more));
  const ended = ({ node }: Done, more: object = {}, officer: Caller = OFFICER): Promise<Done> =>
    register.change(officer, 'endOfficeHolding', { ...of(node), on: '2026-09-01', source: SOURCE, ...more });
  const voided = ({ node }: Done, more: object = {}, officer: Caller = OFFICER): Promise<Done> =>
    register.change(officer, 'voidOfficeHolding', { ...of(node), reason: 'Nhập nhầm tổ chức', ...more });
  return { ...register, appointed, ended, voided };
}

/** A register of officials. */
export type OfficialRegister = Awaited<ReturnType<typeof anOfficialRegister>>;
