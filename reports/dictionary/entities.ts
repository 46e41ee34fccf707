/** Every entity of the canonical model, and which systems fill it. */
import type { Entity } from '../../schemas/entity.ts';
import { describeDataSet } from '../../schemas/national/data-sets.ts';
import { tabulate, type BookTable } from './sheet.ts';
import type { BookSource, BookSystem, Voice } from './source.ts';

export function fieldsOf({ fields, fieldNames }: Entity) {
  return fieldNames.flatMap((name) => {
    const meta = fields[name]?.meta;
    return meta ? [{ name, ...meta }] : [];
  });
}

/** One line per system: its streams that fill the entity. */
function feeders(entity: Entity, systems: readonly BookSystem[], { language, say }: Voice): string {
  const lines = systems.flatMap(({ label, mappings }) => {
    const streams = mappings.filter(({ parts }) => parts.some((part) => part.entity.name === entity.name));
    const names = streams.map(({ stream }) => stream.name).join(say('、', ', '));
    return streams.length === 0 ? [] : [`${label[language]}${say('：', ': ')}${names}`];
  });
  return lines.join('\n') || say('（暂无系统填写）', '(no system yet)');
}

export function listEntities({ entities, systems }: BookSource, voice: Voice): BookTable {
  const { say } = voice;
  const rows = entities.map((entity, index) => ({ entity, index, fields: fieldsOf(entity) }));
  const count = (title: string, holds: (field: (typeof rows)[number]['fields'][number]) => boolean) => ({
    title,
    value: ({ fields }: (typeof rows)[number]) => fields.filter(holds).length,
  });
  return tabulate(
    [
      { title: say('序号', 'no.'), value: ({ index }) => index + 1 },
      { title: say('实体', 'entity'), value: ({ entity }) => entity.label.zh },
      { title: say('英文名', 'in English'), value: ({ entity }) => entity.label.en },
      { title: say('标识', 'name'), value: ({ entity }) => entity.name },
      { title: say('数据表', 'table'), value: ({ entity }) => `canonical.${entity.table}` },
      {
        title: say('国家数据集', 'national data sets'),
        value: ({ entity }) => entity.dataSets.map(describeDataSet).join('\n'),
        width: 32,
      },
      count(say('字段数', 'fields'), () => true),
      count(say('有国家对应', 'national'), ({ national }) => national.length > 0),
      count(say('含个人信息', 'personal'), ({ personal }) => personal !== 'none'),
      {
        title: say('来源系统与数据流', 'systems and streams'),
        value: ({ entity }) => feeders(entity, systems, voice),
        width: 60,
      },
    ],
    rows,
  );
}
