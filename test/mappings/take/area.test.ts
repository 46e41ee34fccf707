import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { LandDeal } from '../../../schemas/entities/land-deal.ts';
import { MiningRight } from '../../../schemas/entities/mining-right.ts';
import { mapOne } from '../../setup/mapping.ts';

const PLOTS = defineStream({
  name: 'plots',
  label: '地块',
  version: 1,
  columns: {
    id: { type: 'int', label: '主键' },
    size: { type: 'varchar', label: '面积' },
    unit: { type: 'varchar', label: '单位' },
  },
  key: ['id'],
  deletion: [],
});
const plot = takeFrom(PLOTS);
const besideUnit = plot.area('size', { column: 'unit' });
const inUnit = plot.area('size', 'km²');
const plots = defineMapping({ system: 'x', stream: PLOTS, version: 1, parts: [part(LandDeal, { area: besideUnit })] });
const claims = defineMapping({ system: 'x', stream: PLOTS, version: 1, parts: [part(MiningRight, { area: inUnit })] });

describe('an area beside its unit', () => {
  it.each<[string | null, string | null, string | undefined, string[]]>([
    ['7.7857', '公顷', '77857', []],
    ['15', '亩', '10000', []],
    ['1', '亩', '666.6666666667', []],
    ['69331.000000', '㎡', '69331', []],
    ['0.5', ' 平方公里 ', '500000', []],
    ['7', '顷', undefined, ['unit code_unknown loaded']],
    ['7', '', undefined, ['size area_unit_missing loaded']],
    ['7', '/', undefined, ['size area_unit_missing loaded']],
    ['7', null, undefined, ['size area_unit_missing loaded']],
    ['约七亩', '亩', undefined, ['size number_unreadable loaded']],
    ['约七亩', '', undefined, ['size number_unreadable loaded']],
    [null, '亩', undefined, []],
    [null, '顷', undefined, ['unit code_unknown loaded']],
    [null, null, undefined, []],
  ])('%s %s → %s', (size, unit, area, issues) => {
    const mapped = mapOne(plots, { id: '1', size, unit });
    expect(mapped.values['']?.['area']).toBe(area);
    expect(mapped.issues).toEqual(issues);
  });

  it('takes both columns, and says so', () => {
    expect(besideUnit.columns).toEqual(['size', 'unit']);
    expect(besideUnit.reading.zh).toContain('unit');
  });
});

describe('an area in the one unit of its column', () => {
  it.each([
    ['23.5605', '23560500', []],
    ['0', '0', []],
    ['无', undefined, []],
    ['不足一', undefined, ['size number_unreadable loaded']],
  ])('%s km² → %s', (size, area, issues) => {
    const mapped = mapOne(claims, { id: '1', size });
    expect(mapped.values['']?.['area']).toBe(area);
    expect(mapped.issues).toEqual(issues);
  });
});
