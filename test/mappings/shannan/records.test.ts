import { expect, it } from 'vitest';
import { notices } from '../../../mappings/shannan/announcements.ts';
import { enterprises } from '../../../mappings/shannan/parties.ts';
import { projects } from '../../../mappings/shannan/trade.ts';
import { mapOne } from '../../setup/mapping.ts';

const row = { id: '7', deleted: 'f', updated_at: '2020-12-01 01:30:11' };

it('repairs what a name and a code were typed with', () => {
  const { values, issues } = mapOne(enterprises, {
    ...row,
    name: '西藏某某\u0007有限公司',
    credit_code: '91500103ma6th12p7l',
    area_code: '542229',
  });
  expect(values['']).toMatchObject({ name: '西藏某某有限公司', legalCode: '91500103MA6TH12P7L' });
  expect(issues.map((issue) => issue.split(' ')[1])).toEqual(['control_char', 'code_lowercase', 'division_retired']);
});

it('is deleted by its flag, and keeps its values', () => {
  expect(mapOne(projects, { ...row, deleted: 't', name: '某项目', category: 'A01' })).toMatchObject({
    deleted: true,
    values: { '': { name: '某项目', tradeCategory: 'A01' } },
  });
});

it('reads a purchase with its budget, and its owner as purchaser', () => {
  const { values } = mapOne(projects, { ...row, category: 'D01', amount: '100.50', owner_name: '某局' });
  expect(values['']).toMatchObject({ procurementClass: 'A', budget: '100.5', purchaserName: '某局' });
  expect(values['owner']).toMatchObject({ partyRole: 'purchaser' });
});

it('knows two types of notices', () => {
  expect(mapOne(notices, { ...row, notice_type: '2' }).issues).toContain('notice_type code_unknown loaded');
});
