import { expect, it } from 'vitest';
import { LIST_SEPARATOR } from '../../../reconcile/model/condition.ts';
import { enterpriseStandard } from '../../../reconcile/standardise/enterprise-record.ts';
import { makeOrgCode, makeUscc, withIdCheck } from '../../../scripts/demo-data/forms/check-digits.ts';
import { createRandom } from '../../../scripts/demo-data/forms/random.ts';

const ORG = makeOrgCode(createRandom(3), false);
const USCC = makeUscc('91', '540102', ORG);
const read = enterpriseStandard.standardise;

it.each([
  ['a credit code', { uscc: USCC }],
  ['an organisation code', { organizationCode: ORG }],
  ['a hyphened organisation code', { organizationCode: `${ORG.slice(0, 8)}-${ORG.slice(8)}` }],
])('reads one organisation from %s', (_, values) => {
  expect(read({ name: '西藏雪域建筑有限公司', ...values })).toMatchObject({ orgCode: ORG, holder: 'organization' });
});

it('looks for what a failing credit code may have been', () => {
  const wrong = (USCC.startsWith('91') ? '92' : '91') + USCC.slice(2);
  const columns = read({ name: '西藏雪域建筑有限公司', legalCode: wrong });
  expect(columns).toMatchObject({ orgCode: null, codeText: wrong });
  expect(columns.codeCandidates?.split(LIST_SEPARATOR)).toContain(ORG);
});

it('reads a natural person by number, and the name in its spellings', () => {
  const person = read({ name: '泽仁邓珠', partyType: '3', idNumber: withIdCheck('54010219740307101') });
  expect(person).toMatchObject({ holder: 'person', personVariant: '次仁顿珠', orgCode: null });
});

it('tells a branch from its legal person', () => {
  expect(read({ name: '西藏雪域建筑有限公司山南分公司' })).toMatchObject({
    isBranch: 'yes',
    branch: '山南分公司',
    parentKey: read({ name: '西藏雪域建筑有限公司' }).nameKey,
  });
  expect(read({ name: '西藏雪域建筑有限公司' })).toMatchObject({ isBranch: 'no', branch: null, parentKey: null });
});

it('lets a record meet under each name it had', () => {
  const columns = read({ name: '西藏雪域建筑有限公司', formerName: '西藏雪原路桥有限公司;西藏雪峰商贸有限公司' });
  expect(columns.nameKeys?.split(LIST_SEPARATOR)).toHaveLength(3);
});

it('gives an office the key of its last name', () => {
  const [before, now] = ['林芝市国土资源局', '林芝市自然资源局'].map((name) => read({ name }).officeKey);
  expect(before).toBe(now);
});
