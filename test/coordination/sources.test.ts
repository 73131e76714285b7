import { ANONYMOUS } from '../../schema/contract/caller.js';
import { aRegisterAtWork, type RegisterAtWork } from './at-work.js';
import { actingAs, policeOfficer, unionOfficer } from './practice.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let register: RegisterAtWork;
beforeAll(async () => {
  register = await aRegisterAtWork();
});
afterAll(() => register.close());

const OFFICER = unionOfficer('ldld-bac-ninh-2025');

let titles = 0;
const aSource = (more: object = {}) => ({
  titleVi: `Báo cáo công tác phối hợp số ${++titles}`,
  titleEn: `Report on coordination ${titles}`,
  publisher: 'Liên đoàn Lao động tỉnh Bắc Ninh',
  status: 'OFFICIAL',
  publishedOn: '2026-03',
  url: 'https://bacninh.example.vn/bao-cao',
  ...more,
});
const registered = (more: object = {}, officer = OFFICER) =>
  register.change(officer, 'registerSource', aSource(more));

describe('a source that an officer registers', () => {
  test('is public as it was registered', async () => {
    const { node, refused } = await registered({ publishedOn: '2026-03-31' });

    expect([refused, node]).toEqual([
      [],
      {
        id: expect.any(String),
        version: 1,
        ...aSource({ titleVi: node.titleVi, titleEn: node.titleEn }),
        publishedOn: { value: '2026-03-31', precision: 'DAY' },
      },
    ]);
    const { data } = await register.ask(
      '{ registeredSources(first: 1) { totalCount nodes { id } } }',
      {},
      ANONYMOUS,
    );
    expect(data.registeredSources.nodes).toEqual([{ id: node.id }]);
  });

  test('is announced to the other agencies, and stands in the audit log', async () => {
    const { node } = await registered({ url: null });

    const [told] = await register.owner(`select kind, content from outbox order by id desc limit 1`);
    const [line] = await register.owner(
      `select entry ->> 'operation' as operation from audit_entry order by position desc limit 1`,
    );
    expect([told, line]).toEqual([
      { kind: 'SOURCE_REGISTERED', content: expect.objectContaining({ title_vi: node.titleVi, url: null }) },
      { operation: 'registerSource' },
    ]);
  });

  test('may be registered by the police and by stewards, and by no others', async () => {
    const steward = actingAs('DATA_STEWARD', 'mps');
    const auditor = actingAs('AUDITOR', 'mps');

    expect((await registered({}, policeOfficer('mps'))).refused).toEqual([]);
    expect((await registered({}, steward)).refused).toEqual([]);
    expect((await registered({}, auditor)).refused).toEqual(['FORBIDDEN_SCOPE role']);
  });

  test.each([
    ['without a title', { titleVi: ' ' }, 'INVALID_INPUT titleVi'],
    ['without a publisher', { publisher: '' }, 'INVALID_INPUT publisher'],
    ['of a day that is none', { publishedOn: '31/3/2026' }, 'INVALID_INPUT publishedOn'],
    ['of tomorrow', { publishedOn: '2026-10-02' }, 'INVALID_INPUT publishedOn'],
    ['at an address that is none of the web', { url: 'javascript:alert(1)' }, 'INVALID_INPUT url'],
    ['marked as a state secret', { titleVi: 'Báo cáo (Mật)' }, 'STATE_SECRET_NOT_ADMISSIBLE'],
  ])('is refused %s', async (_, more, refusal) => {
    expect((await registered(more)).refused).toEqual([refusal]);
  });

  test('is registered once, however it is capitalised', async () => {
    const { node } = await registered();

    expect((await registered({ titleVi: node.titleVi.toUpperCase() })).refused).toEqual([
      'GUARD_FAILED registered_source_once',
    ]);
  });
});
