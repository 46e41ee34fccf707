import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { whenAll } from '../../../mappings/take/conditional.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import { TenderClarification } from '../../../schemas/entities/tender-clarification.ts';
import { TenderNotice } from '../../../schemas/entities/tender-notice.ts';
import { mapOne } from '../../setup/mapping.ts';

const stream = defineStream({
  name: 'notices',
  label: '公告',
  version: 1,
  columns: {
    id: { type: 'int', label: '主键' },
    kind: { type: 'varchar(10)', label: '类型' },
    title: { type: 'varchar(100)', label: '标题' },
    day: { type: 'varchar(30)', label: '日期' },
  },
  key: ['id'],
  deletion: [],
});
const take = takeFrom(stream);
const isCorrection = {
  column: 'kind',
  when: (text: string | null) => text === '更正',
  wording: { zh: '类型为更正', en: 'the kind is a correction' },
} as const;
const clarified = whenAll(isCorrection, { title: take.text('title'), clarifiedAt: take.timestamp('day') });
const notices = defineMapping({
  system: 'test',
  stream,
  version: 1,
  parts: [
    part(TenderNotice, { publishedAt: take.when(isCorrection, take.timestamp('day')) }),
    part(TenderClarification, clarified, { role: 'clarification', onlyWith: ['title'] }),
  ],
});

describe('fields under a condition', () => {
  it('are taken where it holds', () => {
    const { values } = mapOne(notices, { id: '1', kind: '更正', title: '延期', day: '2019-03-05' });
    expect(values[''])?.toEqual({ publishedAt: '2019-03-05 00:00:00' });
    expect(values['clarification']).toEqual({ title: '延期', clarifiedAt: '2019-03-05 00:00:00' });
  });

  it.each(['招标', '', null])('are nothing, and nothing is wrong with them, where the kind is %s', (kind) => {
    const { values, issues } = mapOne(notices, { id: '1', kind, title: '延?期', day: '2019-02-30' });
    expect(values).toEqual({ '': {} });
    expect(issues).toEqual([]);
  });

  it('are judged where it holds', () => {
    const { issues } = mapOne(notices, { id: '1', kind: '更正', title: '延?期', day: '2019-02-30' });
    expect(issues).toEqual(['day date_impossible loaded', 'title gbk_lost loaded → 延?期']);
  });

  it('name the column that decides, and the condition', () => {
    expect(clarified.title?.columns).toEqual(['title', 'kind']);
    expect(clarified.title?.reading.zh).toBe('文本（仅当类型为更正）');
    expect(take.when(isCorrection, take.text('kind')).columns).toEqual(['kind']);
  });
});
