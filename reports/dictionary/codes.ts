/** Every code list with its codes: those of the national specification, those fields use, and the divisions. */
import { DIVISIONS, RETIRED_DIVISIONS } from '../../schemas/codes/divisions.ts';
import * as regionalLists from '../../schemas/codes/lists.ts';
import * as nationalLists from '../../schemas/codes/national.ts';
import type { Entity } from '../../schemas/entity.ts';
import { getNationalField } from '../../schemas/national/fields.ts';
import type { CodeList } from '../../schemas/values/codes.ts';
import { fieldsOf } from './entities.ts';
import { tabulate, type BookTable } from './sheet.ts';
import type { BookSource, Voice } from './source.ts';
import { CODE_STATUS } from './wording.ts';

interface CodeRow {
  readonly list: string;
  readonly id: string;
  readonly origin: string;
  readonly status: string;
  readonly code: string;
  readonly text: string;
  /** Fields that use the list, in its first row. */
  readonly usedBy: string;
}

const NATIONAL: ReadonlySet<CodeList> = new Set(Object.values(nationalLists));

/** A list may be declared beside the fields that use it: those of the two common files come first. */
export function allCodeLists(entities: readonly Entity[]): CodeList[] {
  const used = entities.flatMap(fieldsOf).flatMap(({ codeList }) => codeList ?? []);
  return [...new Set([...NATIONAL, ...Object.values(regionalLists), ...used])];
}

function usedBy(list: CodeList, entities: readonly Entity[]): string {
  const uses = entities.flatMap((entity) =>
    fieldsOf(entity)
      .filter(({ codeList }) => codeList === list)
      .map(({ label, national }) => {
        const domain = national.map(getNationalField)[0]?.domain ?? '';
        return `${entity.label.zh}.${label.zh}${domain === '' ? '' : `（${domain}）`}`;
      }),
  );
  return uses.join('\n');
}

function rowsOf(list: CodeList, entities: readonly Entity[], { language, say }: Voice): CodeRow[] {
  const origin = NATIONAL.has(list) ? say('国家规范', 'national') : say('自治区约定', 'regional');
  const status = CODE_STATUS[list.status][language];
  const uses = usedBy(list, entities);
  return [...list.codes].map(([code, { zh }], index) => ({
    list: list.label,
    id: list.id,
    origin,
    status,
    code,
    text: zh,
    usedBy: index === 0 ? uses : '',
  }));
}

/** GB/T 2260 is read by a reader of its own and is no list of the fields. */
function divisionRows({ language, say }: Voice): CodeRow[] {
  const list = {
    list: say('行政区划（西藏）', 'divisions (Tibet)'),
    id: 'division',
    origin: say('GB/T 2260 及统计用区划', 'GB/T 2260 and statistical zones'),
    status: CODE_STATUS.source[language],
    usedBy: '',
  };
  const current = [...DIVISIONS].map(([code, text]) => ({ ...list, code, text }));
  const retired = [...RETIRED_DIVISIONS].map(([code, { name, successor }]) => {
    const now = successor === null ? '' : say(`，现为 ${successor}`, `, now ${successor}`);
    const after = successor === null ? '' : ` ${DIVISIONS.get(successor) ?? ''}`;
    return { ...list, code, text: `${name}${say('（已撤销', ' (retired')}${now}${after}${say('）', ')')}` };
  });
  return [...current, ...retired];
}

export function listCodes({ entities }: BookSource, voice: Voice): BookTable {
  const { say } = voice;
  const rows = allCodeLists(entities).flatMap((list) => rowsOf(list, entities, voice));
  return tabulate<CodeRow>(
    [
      { title: say('代码表', 'code list'), value: ({ list }) => list },
      { title: say('标识', 'name'), value: ({ id }) => id },
      { title: say('代码', 'code'), value: ({ code }) => code },
      { title: say('含义', 'meaning'), value: ({ text }) => text, width: 60 },
      { title: say('来源', 'origin'), value: ({ origin }) => origin },
      { title: say('依据', 'status'), value: ({ status }) => status },
      { title: say('使用字段（国家规范引用）', 'used by (national reference)'), value: (row) => row.usedBy, width: 50 },
    ],
    [...rows, ...divisionRows(voice)],
  );
}
