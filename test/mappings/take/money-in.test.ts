import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { TenderBid } from '../../../schemas/entities/tender-bid.ts';
import { mapOne } from '../../setup/mapping.ts';

const stream = defineStream({
  name: 'amounts',
  label: '金额',
  version: 1,
  columns: {
    id: { type: 'int', label: '主键' },
    figure: { type: 'varchar(50)', label: '金额' },
    unit: { type: 'varchar(10)', label: '单位' },
  },
  key: ['id'],
  deletion: [],
});
const take = takeFrom(stream);
const bids = (unit: '元' | '万元') =>
  defineMapping({
    system: 'test',
    stream,
    version: 1,
    parts: [part(TenderBid, { price: take.moneyIn('figure', 'unit', unit) })],
  });

describe('an amount beside its unit', () => {
  it.each([
    ['500', '万元', '元', '5000000', []],
    ['500', ' 万 ', '元', '5000000', []],
    ['500', '元', '万元', '500', []],
    ['500', '1', '元', '5000000', []],
    ['500', '', '元', '500', ['figure money_unit_missing repaired → 500']],
    ['500', null, '万元', '5000000', ['figure money_unit_missing repaired → 5000000']],
    ['500', '/', '元', '500', ['figure money_unit_missing repaired → 500']],
    ['500万元', '元', '元', '5000000', ['figure money_suffix repaired → 5000000']],
    ['500万元', '', '元', '5000000', ['figure money_suffix repaired → 5000000']],
    ['伍佰万元整', '', '元', '5000000', ['figure money_capital repaired → 5000000']],
    ['', '', '元', undefined, []],
    [null, '万元', '元', undefined, []],
    ['无', '', '元', undefined, []],
  ] as const)('%s %s, %s where it is empty → %s', (figure, unit, empty, expected, issues) => {
    const mapped = mapOne(bids(empty), { id: '1', figure, unit });
    expect(mapped.values['']?.['price']).toBe(expected);
    expect(mapped.issues).toEqual(issues);
  });
});

describe('an unknown unit', () => {
  it.each([
    ['500', undefined, ['unit code_unknown loaded']],
    ['伍佰', undefined, ['unit code_unknown loaded']],
    ['500万元', '5000000', ['unit code_unknown loaded', 'figure money_suffix repaired → 5000000']],
    ['面议', undefined, ['unit code_unknown loaded', 'figure money_text loaded']],
    ['', undefined, ['unit code_unknown loaded']],
  ])('beside %s', (figure, expected, issues) => {
    const mapped = mapOne(bids('元'), { id: '1', figure, unit: '美元' });
    expect(mapped.values['']?.['price']).toBe(expected);
    expect(mapped.issues).toEqual(issues);
  });
});
