import { EXAMPLE_ROLES, type ExampleRole } from '../../explorer/roles.js';
import { TRIAL_SCOPES } from './scopes.js';

/** What the command that asks for a trial token says of itself. */
export function trialHelp(): string {
  return `${USAGE}\n${(Object.keys(TRIAL_SCOPES) as ExampleRole[]).map(roleLine).join('\n')}\n`;
}

function roleLine(role: ExampleRole): string {
  const { vi, en } = EXAMPLE_ROLES[role];
  return `  ${role.padEnd(16)} ${vi} · ${en}\n${' '.repeat(19)}${TRIAL_SCOPES[role]}`;
}

const USAGE = `npm run token -- --role ROLE --organization ID

  In ra một mã dùng thử của hệ thống đang chạy bằng npm run trial; có hiệu lực một giờ.
  Prints a trial token of the hub that runs by npm run trial; it is good for an hour.

  --role ROLE         vai trò, xem dưới đây · one of the roles below
  --organization ID   mã tổ chức do đồ thị trả về · id of an organisation, as the graph returned it
  --account NAME      người khác thì tài khoản khác · another person, another account
  --purpose TEXT      mục đích, ghi vào nhật ký · what the work is for, for the audit log
  --scopes "A B"      thay cho phạm vi của vai trò · in place of the scopes of the role
  --hub URL           mặc định · unless given: http://localhost:PORT, http://localhost:4000

  Vai trò và phạm vi · roles and their scopes:`;
