/** Known source codes and the codes of the canonical lists they mean. */
import { tabulate, type BookTable } from './sheet.ts';
import type { BookRule, BookSource, Voice } from './source.ts';

/** A longer table stands whole in its own sheet, and is only begun in the cell. */
const SHOWN = 12;

interface LookupRow {
  readonly system: string;
  readonly stream: string;
  readonly column: string;
  readonly label: string;
  readonly list: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** One line per known source code: `1 → active 正常`. */
export function describeLookup(codes: BookRule['codes'], { say }: Voice): string {
  if (!codes) return '';
  const { list, from } = codes;
  if (!from || from.size === 0) return say('与代码表相同', 'codes and texts of the list');
  const lines = [...from].map(([source, code]) => `${source} → ${code} ${list.codes.get(code)?.zh ?? ''}`.trim());
  if (lines.length <= SHOWN) return lines.join('\n');
  const rest = say(`…… 共 ${lines.length} 项，见“代码对照”`, `… ${lines.length} in all, see Lookups`);
  return [...lines.slice(0, SHOWN), rest].join('\n');
}

function collectRows({ systems }: BookSource, { language }: Voice): LookupRow[] {
  return systems.flatMap(({ label, mappings }) =>
    mappings.flatMap(({ stream, parts }) => {
      const rows = parts
        .flatMap(({ fields }) => Object.values(fields))
        .flatMap(({ columns, codes }) => {
          const column = columns[0] ?? '';
          return [...(codes?.from ?? [])].map(([from, to]) => ({
            system: label[language],
            stream: stream.name,
            column,
            label: stream.columns[column]?.label ?? '',
            list: codes?.list.label ?? '',
            from,
            to,
            text: codes?.list.codes.get(to)?.zh ?? '',
          }));
        });
      // Two parts of one record may read the same column by the same table.
      return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
    }),
  );
}

export function listLookups(source: BookSource, voice: Voice): BookTable {
  const { say } = voice;
  return tabulate<LookupRow>(
    [
      { title: say('系统', 'system'), value: ({ system }) => system },
      { title: say('数据流', 'stream'), value: ({ stream }) => stream },
      { title: say('列名', 'column'), value: ({ column }) => column },
      { title: say('列名称', 'label'), value: ({ label }) => label },
      { title: say('来源代码', 'source code'), value: ({ from }) => from },
      { title: say('统一代码', 'canonical code'), value: ({ to }) => to },
      { title: say('含义', 'meaning'), value: ({ text }) => text },
      { title: say('代码表', 'code list'), value: ({ list }) => list },
    ],
    collectRows(source, voice),
  );
}
