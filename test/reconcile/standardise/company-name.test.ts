import { expect, it } from 'vitest';
import { readCompanyName } from '../../../reconcile/standardise/company-name.ts';

const keyOf = (text: string) => readCompanyName(text)?.key;

it.each([
  ['西藏自治区雪域建筑工程有限责任公司', '西藏雪域建筑工程有限公司'],
  ['雪域（西藏）建筑工程有限公司', '雪域(西藏)建筑工程有限公司'],
  ['拉萨市雪域商贸有限公司', '拉萨雪域商贸有限公司'],
  ['西臧雪域建筑工程有限公司', '西藏雪域建筑工程有限公司'],
  ['西藏雪域建筑工程有陷公司', '西藏雪域建筑工程有限公司'],
  ['西藏雪域商贸有限公司（曾用名：西藏雪原商贸有限公司）', '西藏雪域商贸有限公司'],
  ['西藏雪域商贸有限公司拉萨市分公司', '西藏雪域商贸有限责任公司拉萨分公司'],
])('two spellings of one name: %s, %s', (one, other) => {
  expect(keyOf(one)).toBe(keyOf(other));
});

it.each([
  ['西藏天路股份有限公司', '西藏城投股份有限公司'],
  ['西藏雪域建筑集团有限公司', '西藏雪域建筑有限公司'],
  ['西藏雪域建筑股份有限公司', '西藏雪域建筑有限公司'],
  ['西藏雪域建筑有限公司', '四川雪域建筑有限公司'],
  ['西藏雪域建筑有限公司', '西藏雪域建设有限公司'],
  ['西藏雪域建筑有限公司', '西藏雪域建筑有限公司山南分公司'],
  ['西藏雪域建筑有限公司那曲分公司', '西藏雪域建筑有限公司山南分公司'],
])('two names: %s, %s', (one, other) => {
  expect(keyOf(one)).not.toBe(keyOf(other));
});

it.each([
  ['西藏雪域水利水电工程有限公司', { place: '西藏', brand: '雪域', trade: '水利水电工程', form: 'L', branch: '' }],
  ['银锦（西藏）科技有限责任公司', { place: '西藏', brand: '银锦', trade: '科技', form: 'L' }],
  ['拉萨市城关区教育局', { places: ['拉萨', '城关区'], brand: '教育局', form: '' }],
  ['西藏雪域建筑第二有限公司', { brand: '雪域建筑第二', trade: '' }],
  ['西藏雪域建筑有限公司山南分公司', { branch: '山南分公司', parentKey: '西藏/雪域建筑/L' }],
  ['雪域建筑集团有限公司', { place: '', form: 'GL' }],
  ['西藏雪域建筑有限公司昌都项目部', { branch: '昌都项目部' }],
])('%s in parts', (name, parts) => {
  expect(readCompanyName(name)).toMatchObject(parts);
});

it('leaves the place out of the core, so that a name without a place can meet it', () => {
  expect(readCompanyName('雪域建筑有限公司')?.core).toBe(readCompanyName('西藏雪域建筑有限公司')?.core);
});

it('reads nothing from nothing', () => {
  expect(readCompanyName(' ')).toBeNull();
});
