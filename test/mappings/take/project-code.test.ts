import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { Project } from '../../../schemas/entities/project.ts';
import { mapOne } from '../../setup/mapping.ts';

const stream = defineStream({
  name: 'matters',
  label: '事项',
  version: 1,
  columns: { id: { type: 'int', label: '主键' }, code: { type: 'varchar(24)', label: '项目代码' } },
  key: ['id'],
  deletion: [],
});
const take = takeFrom(stream);
const matters = defineMapping({
  system: 'test',
  stream,
  version: 1,
  parts: [
    part(Project, {
      investmentCode: take.projectCode('code', 'investmentCode'),
      internalNumber: take.projectCode('code', 'internalNumber'),
    }),
  ],
});

const CODE = '2019-540102-47-01-012345';

describe('a code or an internal number in one column', () => {
  it.each([
    [CODE, { investmentCode: CODE }, []],
    [` ${CODE} `, { investmentCode: CODE }, []],
    ['20195401024701012345', { investmentCode: CODE }, []],
    ['2019－540102－47－01－012345', { investmentCode: CODE }, []],
    ['藏发改〔2015〕021号', { internalNumber: '藏发改〔2015〕021号' }, []],
    ['藏发改(2015)21', { internalNumber: '藏发改(2015)21' }, []],
    [
      '藏发改\n〔2015〕21号',
      { internalNumber: '藏发改〔2015〕21号' },
      ['code newline_in_text repaired → 藏发改〔2015〕21号'],
    ],
    ['201554', { internalNumber: '201554' }, []],
    // Meant as a code, and one digit short.
    [
      '2019-540102-47-01-01234',
      { investmentCode: '2019-540102-47-01-01234' },
      ['code code_malformed loaded → 2019-540102-47-01-01234'],
    ],
    [' ', {}, []],
    [null, {}, []],
  ])('%s', (code, expected, issues) => {
    const mapped = mapOne(matters, { id: '1', code });
    expect(mapped.values['']).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
  });
});
