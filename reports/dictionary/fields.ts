/** The data dictionary: one row per canonical field. */
import { getNationalField } from '../../schemas/national/fields.ts';
import { describeDataSet } from '../../schemas/national/data-sets.ts';
import { fieldsOf } from './entities.ts';
import { tabulate, type BookTable } from './sheet.ts';
import type { BookSource, Voice } from './source.ts';
import { DISCLOSURE, KINDS, PERSONAL } from './wording.ts';

/** `550 采购项目 / PURCHASE_PROJECT_CODE 采购项目编号 / M` */
function describeNational(path: string): string {
  const { dataSet, name, label, mandatory } = getNationalField(path);
  return `${describeDataSet(dataSet)} / ${name} ${label} / ${mandatory ? 'M' : 'O'}`;
}

function nationalLength(national: readonly string[]): number | null {
  return national.map(getNationalField)[0]?.maxLength ?? null;
}

export function listFields({ entities, columnName }: BookSource, { language, say }: Voice): BookTable {
  const labels = new Map(entities.map(({ name, label }) => [name, label[language]]));
  const rows = entities.flatMap((entity) => fieldsOf(entity).map((field) => ({ entity, field })));
  const yes = (holds: boolean) => (holds ? say('是', 'yes') : '');
  return tabulate(
    [
      { title: say('实体', 'entity'), value: ({ entity }) => entity.label[language] },
      { title: say('字段', 'field'), value: ({ field }) => field.label[language] ?? field.label.zh },
      { title: say('列名', 'column'), value: ({ field }) => columnName(field.name) },
      { title: say('类型', 'type'), value: ({ field }) => KINDS[field.kind][language] },
      { title: say('国家长度', 'national length'), value: ({ field }) => nationalLength(field.national) },
      { title: say('本平台必填', 'required'), value: ({ field }) => yes(field.required) },
      { title: say('国家必填', 'mandatory'), value: ({ field }) => yes(field.mandatory) },
      {
        title: say('国家规范对应（数据集 / 字段 / M 必填 O 选填）', 'national counterpart (set / field / M, O)'),
        value: ({ field }) => field.national.map(describeNational).join('\n'),
        width: 60,
      },
      {
        title: say('公开范围', 'disclosure'),
        value: ({ field }) => (field.disclosure === null ? '' : DISCLOSURE[field.disclosure][language]),
      },
      { title: say('个人信息', 'personal data'), value: ({ field }) => PERSONAL[field.personal][language] },
      {
        title: say('代码表', 'code list'),
        value: ({ field }) => (field.codeList === null ? '' : `${field.codeList.label} ${field.codeList.id}`),
      },
      {
        title: say('引用', 'refers to'),
        value: ({ field }) => (field.references === null ? '' : (labels.get(field.references) ?? field.references)),
      },
    ],
    rows,
  );
}
