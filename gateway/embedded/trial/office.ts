import { HubError, type ErrorCode } from '../../../schema/contract/errors.js';
import { parseGlobalId } from '../../../schema/contract/ids.js';
import { text, type Text } from '../../../schema/contract/text.js';
import type { ExampleRole } from '../../explorer/roles.js';
import { TRIAL_SCOPES } from './scopes.js';
import { z } from 'zod';

/** An office to try the graph in. */
export interface TrialOffice {
  readonly role: ExampleRole;
  /** Id of the organisation that is acted for. */
  readonly organization: string;
  /** Tells people apart: duties are kept apart by accounts. */
  readonly account: string;
  readonly purpose: string;
  /** Words with spaces between. */
  readonly scopes: string;
}

/** What has to be said of an office, and what may be. */
export type OfficeParameter = keyof TrialOffice;

const ROLES = Object.keys(TRIAL_SCOPES) as ExampleRole[];

/** The types of organisations that officers act for. */
export const OFFICE_HOLDERS: readonly string[] = ['UnionOrganization', 'PoliceOrganization', 'PublicBody'];

/** Source: RFC 6749 section 3.3. */
const SCOPES = /^[!#-[\]-~]+( [!#-[\]-~]+)*$/;

const asked = z.strictObject({
  role: z.enum(ROLES),
  organization: z.string().refine(isOrganization),
  account: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .optional(),
  purpose: z
    .string()
    .regex(/^[^\p{C}]{1,200}$/u)
    .default('TRIAL'),
  scopes: z.string().max(1_000).regex(SCOPES).optional(),
});

/** The office that parameters of an address ask for. @throws HubError INVALID_INPUT, INVALID_ID */
export function officeIn(parameters: URLSearchParams): TrialOffice {
  const { data, error } = asked.safeParse(Object.fromEntries(parameters));
  if (!data) throw refusalOf(error.issues[0]);
  const { role, account = role.toLowerCase().replace('_', '-'), scopes = TRIAL_SCOPES[role] } = data;
  return { ...data, account, scopes };
}

function isOrganization(id: string): boolean {
  try {
    return OFFICE_HOLDERS.includes(parseGlobalId(id).type);
  } catch {
    return false;
  }
}

interface Rule {
  readonly code: ErrorCode;
  readonly text: Text;
}

const broken = (vi: string, en: string): Rule => ({ code: 'INVALID_INPUT', text: text(vi, en) });

const RULES: Readonly<Record<OfficeParameter, Rule>> = {
  role: broken(
    `Vai trò (role) phải là một trong: ${ROLES.join(', ')}.`,
    `The role must be one of: ${ROLES.join(', ')}.`,
  ),
  organization: {
    code: 'INVALID_ID',
    text: text(
      `Tổ chức (organization) phải là mã do đồ thị trả về, thuộc kiểu ${OFFICE_HOLDERS.join(', ')}.`,
      `The organization must be an id as the graph returned it, of a ${OFFICE_HOLDERS.join(', ')}.`,
    ),
  },
  account: broken(
    'Tài khoản (account) gồm 1 đến 100 chữ cái không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới.',
    'The account has 1 to 100 plain letters, digits, dots, hyphens or underscores.',
  ),
  purpose: broken(
    'Mục đích (purpose) gồm 1 đến 200 ký tự trên một dòng.',
    'The purpose has 1 to 200 characters, in one line.',
  ),
  scopes: broken(
    'Phạm vi (scopes) là các từ cách nhau bằng một dấu cách, tối đa 1000 ký tự.',
    'Scopes are words with one space between, 1000 characters at most.',
  ),
};

const UNKNOWN_PARAMETER = broken(
  `Chỉ nhận các tham số: ${Object.keys(RULES).join(', ')}.`,
  `Only these parameters are taken: ${Object.keys(RULES).join(', ')}.`,
);

function refusalOf(issue: z.core.$ZodIssue | undefined): HubError {
  const field = issue?.path[0] as OfficeParameter | undefined;
  const rule = field ? RULES[field] : UNKNOWN_PARAMETER;
  return new HubError(rule.code, rule.text, field && { field });
}
