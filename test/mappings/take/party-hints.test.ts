import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { Party } from '../../../schemas/entities/party.ts';
import { mapOne } from '../../setup/mapping.ts';

const stream = defineStream({
  name: 'parties',
  label: '主体',
  version: 1,
  columns: {
    id: { type: 'int', label: '主键' },
    kind: { type: 'varchar', label: '证件类型' },
    number: { type: 'varchar', label: '证件号码' },
    name: { type: 'varchar', label: '名称' },
  },
  key: ['id'],
  deletion: [],
});
const take = takeFrom(stream);
const hints = {
  personWhen: { column: 'kind', value: '身份证' },
  organizationWhen: { column: 'kind', values: new Set(['营业执照', '机构代码证']) },
  name: 'name',
} as const;
const parties = defineMapping({
  system: 'x',
  stream,
  version: 1,
  parts: [
    part(Party, {
      legalCode: take.partyCode('number', 'legalCode', hints),
      uscc: take.partyCode('number', 'uscc', hints),
      organizationCode: take.partyCode('number', 'organizationCode', hints),
      registrationNumber: take.partyCode('number', 'registrationNumber', hints),
      idNumber: take.partyCode('number', 'idNumber', hints),
    }),
  ],
});

/** Fifteen digits: as an old ID number of 1960, and as a licence whose check digit is wrong. */
const EITHER = '540102600101001';
const UPGRADED = '540102196001010018';

describe('fifteen digits that could be either', () => {
  it.each([
    ['营业执照', '扎西', {}, 'code_malformed'],
    ['机构代码证', '扎西', {}, 'code_malformed'],
    ['身份证', '西藏甲公司', { idNumber: UPGRADED }, 'id_15'],
    ['', '扎西', { idNumber: UPGRADED }, 'id_15'],
    ['未知', '扎西', { idNumber: UPGRADED }, 'id_15'],
  ])('under %s, beside %s', (kind, name, expected, rule) => {
    const { values, issues } = mapOne(parties, { id: '1', kind, name, number: EITHER });
    const { legalCode, ...identifiers } = values[''] ?? {};
    expect(identifiers).toEqual(expected);
    expect(legalCode).toBe(rule === 'id_15' ? UPGRADED : EITHER);
    expect(issues.map((issue) => issue.split(' ')[1])).toEqual([rule]);
  });
});

it('a credit code stays one, whatever the column beside it says', () => {
  const number = '91540000MA6KXB3M55';
  for (const kind of ['营业执照', '身份证', '']) {
    expect(mapOne(parties, { id: '1', kind, number }).values['']).toMatchObject({ uscc: number });
  }
});

it('name every column they look at once', () => {
  expect(take.partyCode('number', 'uscc', hints).columns).toEqual(['number', 'kind', 'name']);
});
