/** `ggzy docs entities`: the canonical model as the schemas declare it. */
import type { Command } from 'commander';
import { renderTable } from '../../reports/table.ts';
import type { Entity } from '../../schemas/entity.ts';
import { ENTITIES } from '../../schemas/registry.ts';
import type { CliContext, Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

function describeFields({ fields, fieldNames }: Entity) {
  return fieldNames.flatMap((name) => {
    const meta = fields[name]?.meta;
    return meta ? [{ name, ...meta }] : [];
  });
}

function renderEntity(entity: Entity, { language, say }: CliContext): string {
  const table = renderTable(
    [
      { title: say('字段', 'field'), value: ({ name }) => name },
      { title: say('名称', 'label'), value: ({ label }) => label.zh },
      { title: say('类型', 'type'), value: ({ kind, references }) => (references === null ? kind : `→ ${references}`) },
      { title: say('国家规范', 'national'), value: ({ national }) => national.join(' ') || '–' },
      { title: say('个人信息', 'personal'), value: ({ personal }) => (personal === 'none' ? '–' : personal) },
    ],
    describeFields(entity),
  );
  return `${entity.name}  ${entity.label[language]}  canonical.${entity.table}\n${table}`;
}

async function entities(context: CliContext): Promise<ExitCode> {
  if (context.json) {
    const described = ENTITIES.map((entity) => ({
      name: entity.name,
      table: entity.table,
      label: entity.label,
      dataSets: entity.dataSets,
      fields: describeFields(entity).map(({ codeList, ...field }) => ({ ...field, codeList: codeList?.label ?? null })),
    }));
    context.printJson({ entities: described });
  } else {
    context.print(ENTITIES.map((entity) => renderEntity(entity, context)).join('\n\n'));
  }
  return EXIT.balanced;
}

export function addDocsEntities(group: Command, { say, run }: Shell): void {
  group
    .command('entities')
    .description(say('统一数据模型：实体与字段', 'the canonical model: entities and fields'))
    .action(() => run(entities));
}
