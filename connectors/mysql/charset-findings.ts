/** Character sets that cannot be taken at their word. */
import type { Finding } from '../connector.ts';
import { infoFinding, warningFinding } from '../findings.ts';
import { carriedColumns, type StreamContract } from '../stream.ts';
import type { MysqlTable } from './catalog.ts';
import { isNarrow, type MysqlColumn } from './columns.ts';

/** One finding for all columns of one character set and collation. Columns in UTF-8 give none. */
export function charsetFindings(stream: StreamContract, { table, columns }: MysqlTable): Finding[] {
  const carried = new Set<string>(carriedColumns(stream));
  const odd = columns.filter((column) => carried.has(column.name) && (column.stored || isNarrow(column)));
  const groups = Map.groupBy(odd, ({ charset, collation, stored }) => JSON.stringify([charset, collation, stored]));
  return [...groups.values()].map((group) => charsetFinding(stream, table, group));
}

function charsetFinding(stream: StreamContract, table: string, group: readonly MysqlColumn[]): Finding {
  const [first] = group;
  const names = group.map(({ name }) => name);
  const declared = first?.charset ? `${first.charset}（${first.collation}）` : '二进制';
  const declaredEn = first?.charset ? `${first.charset} (${first.collation})` : 'binary';
  const at = { rule: 'column_charset', stream: stream.name, position: table };
  if (first?.stored) {
    return infoFinding({
      ...at,
      message: {
        zh: `${table}：列 ${names.join('、')} 声明为 ${declared}，字节按 ${first.stored} 解读`,
        en: `${table}: columns ${names.join(', ')} are declared ${declaredEn}; their bytes are read as ${first.stored}`,
      },
      next: { zh: '抽查几条记录，确认汉字正确。', en: 'Look at some records: is the Chinese right?' },
    });
  }
  const example = `${stream.name}.${names[0] ?? ''}: gb18030`;
  return warningFinding({
    ...at,
    message: {
      zh: `${table}：列 ${names.join('、')} 声明为 ${declared}，存不下汉字：若有汉字，其字节另有编码`,
      en: `${table}: columns ${names.join(', ')} are declared ${declaredEn}, which holds no Chinese: any there is has bytes of another encoding`,
    },
    next: {
      zh: `向对方核实；有汉字则在 encodings 中写明，如 ${example}（或 utf-8）。`,
      en: `Find out; where there is Chinese, say so under encodings, as in ${example} (or utf-8).`,
    },
  });
}
