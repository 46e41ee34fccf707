import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { Expert } from '../../../schemas/entities/expert.ts';
import { mapOne } from '../../setup/mapping.ts';

const stream = defineStream({
  name: 'people',
  label: '人员',
  version: 1,
  columns: {
    id: { type: 'int', label: '主键' },
    type: { type: 'char(2)', label: '证件类型' },
    number: { type: 'varchar(30)', label: '证件号码' },
  },
  key: ['id'],
  deletion: [],
});
const take = takeFrom(stream);
const document = { number: 'number', type: 'type', others: new Set(['02', '03']) } as const;
const people = defineMapping({
  system: 'test',
  stream,
  version: 1,
  parts: [
    part(Expert, {
      idNumber: take.idDocument(document, 'idNumber'),
      documentNumber: take.idDocument(document, 'documentNumber'),
    }),
  ],
});

/** Born on 1949-12-31; the second was written with 15 digits. */
const ID = '11010519491231002X';
const UPGRADED = '130503196704010016';

describe('a number beside the type of its document', () => {
  it.each([
    ['01', ID, { idNumber: ID }, []],
    [null, ID, { idNumber: ID }, []],
    ['01', '130503670401001', { idNumber: UPGRADED }, ['number id_15 repaired → ' + UPGRADED]],
    [
      '01',
      '110105194912310021',
      { idNumber: '110105194912310021' },
      ['number id_check_digit loaded → 110105194912310021'],
    ],
    ['01', '军字第0012345号', { idNumber: '军字第0012345号' }, ['number id_check_digit loaded → 军字第0012345号']],
    // The code list judges an unknown type; its number is read as that of an ID card.
    ['Z8', ID, { idNumber: ID }, []],
    ['02', '军字第0012345号', { documentNumber: '军字第0012345号' }, []],
    [' 02 ', '军字第0012345号', { documentNumber: '军字第0012345号' }, []],
    ['03', 'E12345678', { documentNumber: 'E12345678' }, []],
    [
      '02',
      '军字第001\n2345号',
      { documentNumber: '军字第0012345号' },
      ['number newline_in_text repaired → 军字第0012345号'],
    ],
    // What passes as an ID number is one, whatever was ticked beside it.
    ['02', ID, { idNumber: ID }, []],
    ['02', '11010519491231002x', { idNumber: ID }, ['number id_lowercase_x repaired → ' + ID]],
    ['02', '无', {}, ['number id_placeholder repaired']],
    ['01', '000000000000000000', {}, ['number id_placeholder repaired']],
    ['02', null, {}, []],
  ])('type %s, number %s', (type, number, expected, issues) => {
    const mapped = mapOne(people, { id: '1', type, number });
    expect(mapped.values['']).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
  });
});
