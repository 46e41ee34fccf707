import { expect, it } from 'vitest';
import { checkModel } from '../../../reconcile/model/validate.ts';
import { enterpriseModel } from '../../../reconcile/models/enterprise.ts';
import { enterpriseStandard } from '../../../reconcile/standardise/enterprise-record.ts';
import {
  makeOrgCode,
  makeUscc,
  withIdCheck,
  withRegistrationCheck,
} from '../../../scripts/demo-data/forms/check-digits.ts';
import { createRandom } from '../../../scripts/demo-data/forms/random.ts';
import { judgeEach, judgeTogether, type Given } from './build.ts';

const random = createRandom(11);
const ORG = makeOrgCode(random, false);
const OTHER_ORG = makeOrgCode(random, false);
const USCC = makeUscc('91', '540102', ORG);
const swapped = USCC.slice(0, 9) + USCC.charAt(10) + USCC.charAt(9) + USCC.slice(11);
const REGISTRATION = withRegistrationCheck('54010212345678');
const seat = { address: '拉萨市城关区金珠西路8号', contactPhone: '0891-6330001', legalRepresentative: '洛桑平措' };
const NAME = '西藏雪域建筑工程有限公司';
const whole: Given = { name: NAME, uscc: USCC, legalCode: USCC, organizationCode: ORG, ...seat };

const ENTERPRISE = { model: enterpriseModel, standard: enterpriseStandard };
const none = { uscc: null, legalCode: null, organizationCode: null };

it('is a model every engine accepts', () => {
  expect(() => checkModel(enterpriseModel)).not.toThrow();
});

const CASES: readonly (readonly [what: string, other: Given, verdict: string])[] = [
  ['the organisation code', { name: '雪域建筑', organizationCode: `${ORG.slice(0, 8)}-${ORG.slice(8)}` }, 'joined'],
  ['the code under another name', { name: '西藏雪原商贸有限公司', uscc: USCC }, 'joined'],
  ['a code with swapped characters', { name: '西藏雪域建筑工程有限责任公司', legalCode: swapped }, 'joined'],
  [
    'spelling, and the representative',
    { name: '西藏自治区雪域建筑工程有限责任公司', legalRepresentative: '罗桑彭措' },
    'joined',
  ],
  ['name and address', { name: '西藏雪域建筑工程有限公司', address: '城关区金珠西路8号' }, 'joined'],
  [
    'former name and telephone',
    { name: '西藏雪原路桥有限公司', formerName: NAME, contactPhone: '0891-6330001' },
    'joined',
  ],
  ['a name alone', { name: NAME }, 'review'],
  [
    'a name with another code',
    { ...whole, uscc: makeUscc('91', '540102', OTHER_ORG), organizationCode: OTHER_ORG },
    'conflict',
  ],
  ['a branch of it', { ...whole, ...none, name: `${NAME}山南分公司` }, 'conflict'],
  ['a sister of near name', { ...seat, name: '西藏雪峰建筑工程有限公司' }, 'apart'],
  ['its group', { ...seat, name: '西藏雪域建筑工程集团有限公司' }, 'apart'],
  ['an agency in one building', { name: '西藏吉祥招标代理有限公司', ...seat }, 'apart'],
  ['the name in another place', { ...seat, name: '四川雪域建筑工程有限公司' }, 'apart'],
];
const verdicts = judgeEach(enterpriseModel, enterpriseStandard, [whole, ...CASES.map(([, given]) => given)]);

it.each(CASES.map(([what, , verdict], index) => [what, verdict, index] as const))(
  '%s: %s',
  async (_, verdict, index) => {
    expect((await verdicts)[index]).toBe(verdict);
  },
);

it('never joins two branches, nor a branch and its parent that share a code', async () => {
  const branch = { ...whole, name: '西藏雪域建筑工程有限公司山南分公司' };
  const other = { ...whole, name: '西藏雪域建筑工程有限公司那曲分公司' };
  const verdict = await judgeTogether('enterprise', ENTERPRISE, [whole, branch, other]);
  expect([verdict(0, 1), verdict(0, 2), verdict(1, 2)]).toEqual(['conflict', 'conflict', 'conflict']);
});

it('joins a registration number and a credit code through a record that holds both', async () => {
  const both = { ...whole, registrationNumber: REGISTRATION };
  const old = { name: '西藏雪域建筑工程有限公司', registrationNumber: REGISTRATION };
  const verdict = await judgeTogether('enterprise', ENTERPRISE, [whole, both, old]);
  expect([verdict(0, 1), verdict(1, 2)]).toEqual(['joined', 'joined']);
});

it('keeps natural persons of one name apart by number, and joins them by spelling and telephone', async () => {
  const person = {
    name: '次仁顿珠',
    partyType: '3',
    contactPhone: '13908910001',
    idNumber: withIdCheck('54010219740307101'),
  };
  const namesake = { name: '次仁顿珠', partyType: '3', idNumber: withIdCheck('54010219800101105') };
  const spelled = { name: '泽仁邓珠', partyType: '3', contactPhone: '13908910001' };
  const verdict = await judgeTogether('enterprise', ENTERPRISE, [person, namesake, spelled]);
  expect([verdict(0, 1), verdict(0, 2)]).toEqual(['conflict', 'joined']);
});
