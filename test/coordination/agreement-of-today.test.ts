import { aRegisterAtWork, type Done, type RegisterAtWork } from './at-work.js';
import { idOf, of, policeOfficer, unionOfficer } from './practice.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let register: RegisterAtWork;
beforeAll(async () => {
  register = await aRegisterAtWork();
});
afterAll(() => register.close());

const POLICE = idOf('PoliceOrganization', 'cong-an-bac-ninh-2025');
const UNION = idOf('UnionOrganization', 'ldld-bac-ninh-2025');
const SIDES = [
  {
    party: POLICE,
    officer: policeOfficer('cong-an-bac-ninh-2025'),
    name: 'Trần Văn Mẫu',
    office: 'Giám đốc',
  },
  { party: UNION, officer: unionOfficer('ldld-bac-ninh-2025'), name: 'Lê Thị Thử', office: 'Chủ tịch' },
] as const;

type Side = (typeof SIDES)[number];

async function inOffice({ party, officer, name, office }: Side, source: string): Promise<string> {
  const { node } = await register.change(officer, 'appointOfficial', {
    name,
    organization: party,
    officeVi: office,
    officeEn: 'Head',
    from: '2026-01-01',
    source: { source, quote: office, statedBy: 'Tỉnh ủy Bắc Ninh', statedOn: '2026-01' },
  });
  return node.id;
}

test('an agreement of today is on record through the graph alone: sources, offices, paper, signatures and force', async () => {
  const [police, union] = SIDES;
  const { node: source } = await register.change(police.officer, 'registerSource', {
    titleVi: 'Thông báo nhân sự',
    titleEn: 'Notice of appointments',
    publisher: 'Tỉnh ủy Bắc Ninh',
    status: 'OFFICIAL',
    publishedOn: '2026-01-01',
  });
  const { node: paper } = await register.change(police.officer, 'registerDocument', {
    nameVi: 'Quy chế phối hợp',
    type: 'COORDINATION_REGULATION',
    symbol: '45/QCPH-CAT-LĐLĐ',
    issuedOn: '2026-10-01',
    issuers: [police.party, union.party],
  });
  let done: Done = await register.change(union.officer, 'draftAgreement', {
    kind: 'REGULATION',
    nameVi: 'Quy chế phối hợp bảo đảm an ninh, trật tự',
    parties: [police.party, union.party],
  });
  for (const side of SIDES)
    done = await register.change(side.officer, 'signAgreement', {
      ...of(done.node),
      party: side.party,
      signedOn: '2026-10-01',
      signatory: await inOffice(side, source.id),
      document: paper.id,
    });
  done = await register.change(union.officer, 'bringAgreementIntoForce', {
    ...of(done.node),
    from: '2026-10-01',
    publish: true,
  });

  expect([done.refused, done.node]).toMatchObject([
    [],
    {
      state: 'IN_FORCE',
      classification: 'PUBLIC',
      signedOn: { value: '2026-10-01' },
      document: { id: paper.id },
      signatories: [{ officeVi: 'Giám đốc' }, { officeVi: 'Chủ tịch' }],
    },
  ]);
});
