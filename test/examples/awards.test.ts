import { theExamples, type Data } from '../support/examples.js';
import { done, refusal, VGCL } from '../union/an-office.js';
import { idOf, unionId } from '../union/a-union.js';
import { refOfId } from '../../subgraphs/shared/database/refs.js';
import { anOfficer } from '../support/officers.js';
import { aPlan } from '../union/an-organization.js';
import {
  aDraft,
  agency,
  anAwardsOffice,
  CHECKLIST,
  conferred,
  consentOf,
  FEDERATION_REF,
  of,
  submitted,
  type AwardsOffice,
} from './at-work.js';
import { beforeAll, describe, expect, test } from '@jest/globals';

const { answerTo, wholeAnswerTo, ask, examples, hub } = theExamples();
const AS_FEDERATION = { organization: FEDERATION_REF };

let office: AwardsOffice;
beforeAll(async () => {
  office = await anAwardsOffice(hub());
});

describe('the example questions about awards', () => {
  test('Q25: no file breaches the separation of duties, since the step that would is refused', async () => {
    const file = await submitted(office, { kind: 'COLLECTIVE' });
    const input = { ...of(file), checklist: CHECKLIST };
    const as = anOfficer({ role: 'AWARD_SECRETARY', ...AS_FEDERATION, subject: 'UNION_OFFICER-1' });

    const refused = await refusal(office.recognition, 'verifyNomination', { input, as });

    expect(refused).toEqual([['SEPARATION_OF_DUTIES', 'separation-of-duties']]);
    const { breaches, all } = await answerTo('Q25', AS_FEDERATION);
    expect(breaches).toEqual({ totalCount: 0, nodes: [] });
    expect(all.nodes).toContainEqual({ state: 'SUBMITTED', isSeparationKept: true });
  });

  test('Q46: after a withdrawn consent the name is nowhere, for nobody, and no count changes', async () => {
    const name = 'Lê Thị Rút';
    const file = await submitted(office, { kind: 'INDIVIDUAL', displayName: name });
    await conferred(office, file, idOf('Activity', 'national-conference-2023'));
    const asPublic = () => ask(examples.get('Q46')?.query ?? '');
    const [before, seen] = [await answerTo('Q46', AS_FEDERATION), await asPublic()];
    expect(JSON.stringify(before).split(name)).toHaveLength(5);
    expect(JSON.stringify(seen.data)).toContain(name);

    const consent = await consentOf(office, file.recipient);
    await office.step('withdrawConsent', 'nominator', of(consent));

    const after = await answerTo('Q46', AS_FEDERATION);
    expect(JSON.stringify(after)).not.toContain(name);
    expect(JSON.stringify((await asPublic()).data)).not.toContain(name);
    expect(countsIn(after)).toEqual(countsIn(before));
    expect(after.recognitions.nodes[0].recipient.consent).toEqual({
      state: 'WITHDRAWN',
      withdrawnOn: '2026-10-01',
    });
  });

  test('Q47: drafts of another province are refused, and its public figures are answered beside that', async () => {
    await aDraft(office, { kind: 'COLLECTIVE' }, 'officer');
    const organization = refOfId(await aFederation());

    const { data, errors } = await wholeAnswerTo('Q47', { organization });

    expect(data.drafts).toBeNull();
    expect(errors?.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([
      [['drafts'], 'FORBIDDEN_SCOPE'],
    ]);
    const figures = data.figures.predecessors.flatMap(({ from }: Data) => from.membershipStatistics.nodes);
    expect(figures.map(({ quantity }: Data) => quantity.value)).toContain(288_396);
    expect((await answerTo('Q47', AS_FEDERATION)).drafts.totalCount).toBe(1);
  });
});

/** The federation of another province, of which all agencies have heard. Answers its id. */
async function aFederation(): Promise<string> {
  const input = aPlan({
    nameVi: 'Liên đoàn Lao động tỉnh Lạng Sơn',
    level: 'PROVINCIAL',
    parent: unionId('vgcl'),
  });
  const { id } = await done(agency(hub(), 'union'), 'planOrganization', { input, as: VGCL });
  await hub().deliver();
  return id;
}

/** Every count of an answer, in its order. */
function countsIn(answer: unknown): readonly unknown[] {
  return [...JSON.stringify(answer).matchAll(/"totalCount":(\d+)/g)].map(([, count]) => count);
}
