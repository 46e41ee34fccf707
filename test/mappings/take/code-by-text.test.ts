import { expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { QUALIFICATION_LEVEL } from '../../../schemas/codes/lists.ts';
import { PartyQualification } from '../../../schemas/entities/party-qualification.ts';
import { mapOne } from '../../setup/mapping.ts';

const stream = defineStream({
  name: 'held',
  label: '资质',
  version: 1,
  columns: {
    id: { type: 'int', label: '主键' },
    code: { type: 'varchar(4)', label: '等级代码' },
    text: { type: 'varchar(20)', label: '等级' },
  },
  key: ['id'],
  deletion: [],
});
const take = takeFrom(stream);
const from = new Map([['01', '1']]);
const texts = new Map([['甲级', '1']]);
const held = defineMapping({
  system: 'test',
  stream,
  version: 1,
  parts: [
    part(PartyQualification, {
      level: take.codeByText({ code: 'code', text: 'text', list: QUALIFICATION_LEVEL, from, texts }),
    }),
  ],
});

it.each<[string | null, string | null, string | undefined, string[]]>([
  ['2', '二级', '2', []],
  // The text was edited later and counts.
  ['2', '三级', '3', []],
  ['2', '甲级', '1', []],
  ['01', null, '1', []],
  ['01', ' ', '1', []],
  [null, '二级', '2', []],
  ['', '', undefined, []],
  ['9', '二级', '2', ['code code_unknown loaded → 2']],
  ['9', null, undefined, ['code code_unknown loaded']],
  // A text that says nothing known is not passed over in silence.
  ['2', '不详', '2', ['text code_unknown loaded → 2']],
  [null, '不详', undefined, ['text code_unknown loaded']],
  ['9', '不详', undefined, ['code code_unknown loaded', 'text code_unknown loaded']],
])('code %j beside %j is %s', (code, text, level, issues) => {
  const mapped = mapOne(held, { id: '1', code, text });
  expect(mapped.values['']).toEqual(level === undefined ? {} : { level });
  expect(mapped.issues).toEqual(issues);
});
