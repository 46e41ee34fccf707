/** The mapping book of one system: every declared column, and the field it becomes or the reason why it stays behind. */
import type { Wording } from '../../core/language.ts';
import { findUses, type ColumnUse, type Destination } from './columns.ts';
import { describeLookup } from './lookups.ts';
import { tabulate, type BookTable, type SheetColumn, type Tone } from './sheet.ts';
import { describeReading, describeRole } from './readings.ts';
import type { BookMapping, BookPart, BookSource, BookSystem, Voice } from './source.ts';
import { LEFT_ASIDE } from './wording.ts';

interface MappingRow extends ColumnUse {
  readonly mapping: BookMapping;
}

const DESTINATIONS: Readonly<Record<Destination, Wording>> = {
  taken: { zh: '采用', en: 'taken' },
  consulted: { zh: '参与读取', en: 'consulted' },
  key: { zh: '仅作主键', en: 'key only' },
  left: { zh: '不迁移', en: 'left aside' },
  forgotten: { zh: '未处理', en: 'FORGOTTEN' },
  contradictory: { zh: '矛盾：既采用又不迁移', en: 'CONTRADICTORY' },
  constant: { zh: '固定值', en: 'constant' },
};

function toneOf({ destination }: ColumnUse): Tone {
  if (destination === 'forgotten' || destination === 'contradictory') return 'alert';
  return destination === 'left' ? 'quiet' : 'plain';
}

function describeReason({ reason, column, mapping }: MappingRow, { language, say }: Voice): string {
  if (reason === null) return '';
  const flag = mapping.stream.deletion.find((one) => one.by === 'flag' && one.column === column);
  const values = flag?.by === 'flag' ? say('；值 ', '; values ') + flag.values.join(say('、', ', ')) : '';
  return `${LEFT_ASIDE[reason].long[language]}${values}`;
}

const labelOf = (part: BookPart | null, field: string): string => part?.entity.fields[field]?.meta.label.zh ?? field;

function columnsOf(system: BookSystem, source: BookSource, voice: Voice): SheetColumn<MappingRow>[] {
  const { language, say } = voice;
  const declared = ({ mapping, column }: MappingRow) => mapping.stream.columns[column ?? ''];
  const isKey = ({ mapping, column }: MappingRow) => column !== null && mapping.stream.key.includes(column);
  const leads = ({ destination }: ColumnUse) => destination !== 'consulted';
  return [
    { title: say('数据流', 'stream'), value: ({ mapping }) => mapping.stream.name, width: 18 },
    { title: say('数据流名称', 'stream label'), value: ({ mapping }) => mapping.stream.label, width: 18 },
    { title: say('列名', 'column'), value: ({ column }) => column ?? say('（无）', '(none)'), width: 20 },
    { title: say('列名称', 'label'), value: (row) => declared(row)?.label ?? '', width: 22 },
    { title: say('来源类型', 'source type'), value: (row) => declared(row)?.type ?? '', width: 14 },
    { title: say('主键', 'key'), value: (row) => (isKey(row) ? say('是', 'yes') : '') },
    { title: say('去向', 'destination'), value: ({ destination }) => DESTINATIONS[destination][language] },
    { title: say('统一实体', 'entity'), value: ({ part }) => part?.entity.label[language] ?? '', width: 18 },
    { title: say('角色', 'role'), value: ({ part }) => (part ? describeRole(part, voice) : ''), width: 18 },
    {
      title: say('统一字段', 'field'),
      value: ({ part, fields }) => fields.map((field) => labelOf(part, field)).join(say('、', ', ')),
      width: 24,
    },
    {
      title: say('统一列名', 'canonical column'),
      value: ({ fields }) => fields.map(source.columnName).join('\n'),
      width: 24,
    },
    { title: say('读取方式', 'reading'), value: (row) => describeReading(row, { ...row, system }, voice), width: 30 },
    {
      title: say('来源单位', 'unit'),
      value: (row) => (leads(row) ? row.rule?.unit : null) ?? declared(row)?.unit ?? '',
    },
    {
      title: say('代码对照', 'source codes'),
      value: (row) => (leads(row) ? describeLookup(row.rule?.codes, voice) : ''),
      width: 28,
    },
    { title: say('不迁移原因', 'why left aside'), value: (row) => describeReason(row, voice), width: 24 },
    { title: say('备注', 'note'), value: (row) => declared(row)?.note?.[language] ?? '', width: 24 },
    { title: say('映射版本', 'mapping version'), value: ({ mapping }) => mapping.version },
  ];
}

export function listColumns(system: BookSystem, source: BookSource, voice: Voice): BookTable {
  const rows = system.mappings.flatMap((mapping) => findUses(mapping).map((use) => ({ ...use, mapping })));
  return tabulate(columnsOf(system, source, voice), rows, toneOf);
}
