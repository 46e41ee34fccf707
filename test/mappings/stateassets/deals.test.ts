import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { deals, directory } from '../../../mappings/stateassets/deals.ts';
import { mapOne } from '../../setup/mapping.ts';

const ID = '11010519491231002X';

describe('deals', () => {
  it('may belong to either kind of listing', () => {
    const { values, issues } = mapOne(deals, {
      项目编号: 'A1',
      标的名称: '旧车',
      成交价: '12.5',
      成交日期: '2019-03-01',
      交易方式: '网络竞价',
    });
    expect(values).toEqual({
      '': {
        code: 'A1',
        assetListingId: canonicalId('asset_listing', 'stateassets', '实物资产挂牌', 'A1'),
        equityListingId: canonicalId('equity_listing', 'stateassets', '股权挂牌', 'A1'),
        name: '旧车',
        amount: '125000',
        dealtOn: '2019-03-01',
        method: 'online_bidding',
      },
    });
    expect(issues).toEqual([]);
  });

  it('without a number wait under their position', () => {
    expect(mapOne(deals, { 标的名称: '旧车' })).toMatchObject({
      key: 'here:1',
      issues: ['项目编号 key_missing quarantined'],
    });
  });

  it.each([
    ['扎西', ID, { legalCode: ID, idNumber: ID }, []],
    ['扎西', '130503670401001', { legalCode: '130503196704010016', idNumber: '130503196704010016' }, ['id_15']],
    ['某某贸易公司', '130503670401001', { legalCode: '130503196704010016', idNumber: '130503196704010016' }, ['id_15']],
    ['某某贸易公司', '440301103448669', { legalCode: '440301103448669' }, []],
    ['某某贸易公司', '76191136-X', { legalCode: '76191136X', organizationCode: '76191136X' }, []],
    ['某某贸易公司', '/', {}, ['id_placeholder']],
  ])('to %s under %s', (name, code, expected, rules) => {
    const { values, issues } = mapOne(deals, { 项目编号: 'A1', 受让方名称: name, 受让方代码: code });
    expect(values['buyer']).toEqual({ name, partyRole: 'transferee', ...expected });
    expect(issues.map((issue) => issue.split(' ')[1])).toEqual(rules);
  });

  it('keep the code of the buyer in the record itself', () => {
    expect(mapOne(deals, { 项目编号: 'A1', 受让方名称: '扎西', 受让方代码: ID }).values['']).toMatchObject({
      buyerName: '扎西',
      buyerCode: ID,
    });
  });
});

describe('the directory', () => {
  it.each([
    ['转让方', 'transferor', []],
    ['受让方', 'transferee', []],
    ['中介方', undefined, ['类型 code_unknown loaded']],
  ])('type %s → %s', (type, role, issues) => {
    const mapped = mapOne(directory, { 编号: '1', 类型: type, 名称: '某公司' });
    expect(mapped.values['']?.['partyRole']).toBe(role);
    expect(mapped.issues).toEqual(issues);
  });

  it('restores what was read in the wrong encoding', () => {
    const misread = new TextDecoder('gb18030').decode(Buffer.from('拉萨市城关区', 'utf8'));
    const { values, issues } = mapOne(directory, { 编号: '1', 地址: misread });
    expect(values['']).toEqual({ address: '拉萨市城关区' });
    expect(issues).toEqual(['地址 mojibake repaired → 拉萨市城关区']);
  });
});
