import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { mention } from '../../../mappings/take/mention.ts';
import { tradeOf } from '../../../mappings/take/trade.ts';
import { PurchaseProject } from '../../../schemas/entities/purchase-project.ts';
import { TenderProject } from '../../../schemas/entities/tender-project.ts';
import { mapOne } from '../../setup/mapping.ts';

const XM = defineStream({
  name: 'xm',
  label: '项目',
  key: ['ID'],
  deletion: [{ by: 'flag', column: 'BZ', values: ['D'], mayBeBare: true }],
  version: 1,
  columns: {
    ID: { type: 'C20', label: '标识' },
    LB: { type: 'C3', label: '类别' },
    MC: { type: 'C600', label: '名称' },
    ZBR: { type: 'C200', label: '招标人' },
    BZ: { type: 'C1', label: '操作标志', ignore: 'deletion' },
  },
});
const xm = takeFrom(XM);
const trade = tradeOf<'LB'>('LB');
const projects = defineMapping({
  system: 'test',
  stream: XM,
  version: 1,
  parts: [
    part(TenderProject, { name: xm.text('MC') }, { when: trade.tender }),
    part(PurchaseProject, { name: xm.text('MC'), procurementClass: trade.procurementClass }, { when: trade.purchase }),
    mention(xm, { role: 'owner', partyRole: trade.role('tenderer', 'purchaser'), name: 'ZBR' }),
  ],
});

describe('a project is one of the two', () => {
  it.each([
    ['A01', false],
    ['G02', false],
    ['D01', true],
    ['政府采购服务', true],
    ['ｄ01', true],
    ['d99', true],
    ['X01', false],
    ['', false],
  ])('%s', (LB, isPurchase) => {
    const { values } = mapOne(projects, { ID: '1', LB, MC: '某项目', ZBR: '某局' });
    expect(values['owner']?.['partyRole']).toBe(isPurchase ? 'purchaser' : 'tenderer');
  });

  it('takes the class of what is bought from the category', () => {
    const classOf = (LB: string) => mapOne(projects, { ID: '1', LB, MC: '某项目' }).values['']?.['procurementClass'];
    expect(['D01', 'D02', 'D03', 'A01'].map(classOf)).toEqual(['A', 'B', 'C', undefined]);
  });

  it('says nothing of a tender where a deletion says nothing of a category', () => {
    expect(mapOne(projects, { ID: '1', BZ: 'D' })).toMatchObject({ deleted: true, values: { '': {} }, issues: [] });
  });
});
