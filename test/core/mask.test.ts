import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskValue } from '../../core/mask.ts';

const CASES: Readonly<Record<string, readonly (readonly [value: string, shown: string])[]>> = {
  none: [['拉萨市财政局', '拉萨市财政局']],
  id_number: [
    ['540102198003070012', '540102********0012'],
    ['540102800307001', '540102*****7001'],
    ['12345678', '12****78'],
    ['1234', '****'],
  ],
  party_code: [
    ['91540103MA60DHEM4F', '91540103MA60DHEM4F'],
    ['915400007496934359', '915400007496934359'],
    ['11540122740738553L', '11540122740738553L'],
    ['76386919-3', '76386919-3'],
    ['540202196110286553', '540202********6553'],
    ['54020219611328655X', '540202********655X'],
    ['542423601006068', '542423*****6068'],
    ['军字第1234号', '军字****4号'],
  ],
  phone: [
    ['13912341234', '139****1234'],
    ['+8613912341234', '+86139****1234'],
    ['0891-6812345', '0891-*******'],
    ['(0891)6812345', '(0891)*******'],
    ['13912341234、0891-6812345', '139****1234、0891-*******'],
    ['139123412345', '13**********'],
    ['12345', '*****'],
  ],
  name: [
    ['扎西', '扎*'],
    ['尼玛次仁', '尼玛**'],
    ['张三丰', '张三**'],
    ['强', '*'],
    ['𠮷野', '𠮷*'],
  ],
  party_name: [
    ['西藏某某建设有限公司', '西藏某某建设有限公司'],
    ['拉萨市财政局', '拉萨市财政局'],
    ['扎西次仁', '扎西**'],
    ['卓玛（个体）', '卓玛**'],
  ],
  account: [
    ['6222020200112233445', '****3445'],
    ['1234', '****'],
  ],
  address: [
    ['拉萨市城关区江苏路1号', '拉萨市城关区***'],
    ['江苏路1号', '江苏***'],
  ],
  birth_date: [
    ['1980-03-07', '1980-**-**'],
    ['1980-03-07 00:00:00.000', '1980-**-**'],
    ['不详', '****-**-**'],
  ],
  content: [['质疑评分', '（已隐去 4 字）']],
  nobody_knows: [['秘密', '***']],
};

describe.each(Object.entries(CASES))('%s', (personalClass, cases) => {
  it.each(cases)('%s', (value, shown) => {
    expect(maskValue(value, personalClass)).toBe(shown);
  });
});

it('leaves nothing and empty text alone', () => {
  expect(maskValue(null, 'name')).toBeNull();
  expect(maskValue('', 'name')).toBe('');
});

it('never throws and never shows a personal text whole', () => {
  const classes = Object.keys(CASES).filter((name) => name !== 'none' && name !== 'party_name');
  const hides = property(constantFrom(...classes), string({ minLength: 1, unit: 'binary' }), (personalClass, value) => {
    const shown = maskValue(value, personalClass);
    return shown !== value || !/[\p{L}\p{N}]/u.test(value);
  });
  expect(() => assert(hides)).not.toThrow();
});
